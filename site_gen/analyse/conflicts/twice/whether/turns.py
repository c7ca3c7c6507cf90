"""How things turned out, as a sentence tells it: `was acquitted`, `remains closed`, `refused to extradite`.

The words of every outcome stand in `outcomes.yaml`, by its sides and by where the thing stands of which it is told.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.whether.phrases import (
    Phrase,
    first_words,
    found_by,
    outcome_words,
    outcomes,
    words_behind,
)

_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)*|[.;:,!?()“”\"—–]")
_FAR, _BE_NEAR, _GAP, _VERB = 6, 4, 9, 4
_REFUSED = "!not "
_DEED_BEGINS = frozenset(
    {"after", "the", "a", "an", "they", "he", "she", "it", "we", "his", "her", "its", "their"}
)
_TO_COME = frozenset({"will", "shall", "would", "to"})


Place = tuple[int, int, Phrase]
"""Where a phrase begins and ends, by the numbers of its words."""


class Turn(NamedTuple):
    """A turn of phrase in a sentence, by the numbers of its words: `last` is the one behind it."""

    outcome: str
    side: str
    """With `not ` before it where it is denied."""
    first: int
    last: int
    thing: tuple[int, int]
    """The words in which the thing stands; of none before (`ahead`) or behind it."""
    ahead: bool
    bare: bool
    """A participle without a form of `be`: the thing is the word right before it."""
    planned: bool


def words_in(low: str) -> list[str]:
    """The words and marks of a sentence in small letters."""
    return _TOKEN.findall(low)


def places_in(low: str, words: list[str]) -> Iterator[int]:
    """Where each of them begins."""
    at = 0
    for word in words:
        at = low.index(word, at)
        yield at
        at += len(word)


def turns(words: list[str], found: Sequence[Place], may_be: Callable[[str], bool]) -> Iterator[Turn]:
    """The turns of a sentence; of those of one outcome that begin at one word or in one another the longest.

    `found`: where its phrases stand; `may_be`: whether an outcome may be told there at all.
    """
    busy: dict[str, int] = {}
    for (at, end, outcome), options in groupby(found, key=lambda f: (f[0], f[1], f[2].outcome)):
        if busy.get(outcome, 0) > at or not may_be(outcome):
            continue
        told = [phrase for _, _, phrase in options]
        busy[outcome] = at + 1 if "_" in told[0].words else end
        turn = next((turn for p in told if (turn := _turn(p, at, end, words))), None)
        if turn:
            yield turn


def phrases_in(words: list[str]) -> list[Place]:
    """Where phrases begin and end, in their order, the longest first."""
    known, nexts = first_words(), [*words[1:], ""]
    here = [(at, word, words_behind(word)) for at, word in enumerate(words) if word in known]
    alone = [(at, found_by(word)) for at, word, behind in here if "" in behind]
    pairs = [
        (at, found_by(word, nexts[at])) for at, word, behind in here if nexts[at] in behind and nexts[at]
    ]
    found = [
        (at - ahead, end, phrase)
        for at, phrases in (*alone, *pairs)
        for ahead, phrase in phrases
        if at >= ahead and words[at - ahead] == phrase.words[0]  # as few do
        if (end := _end(phrase.words, at - ahead, words))
    ]
    return sorted(found, key=lambda f: (f[0], -f[1], f[2].outcome))


def _end(phrase: tuple[str, ...], at: int, words: list[str]) -> int:
    """Where a phrase ends that begins with the word there; 0 where it goes on otherwise. `_` stands for a few words."""
    if "_" not in phrase:
        end = at + len(phrase)
        return end if len(phrase) == 1 or words[at:end] == [*phrase] else 0
    gap = phrase.index("_")
    if gap > 1 and words[at : at + gap] != [*phrase[:gap]]:
        return 0
    after = [*phrase[gap + 1 :]]
    for behind in range(at + gap + 1, min(at + gap + _GAP, len(words)) + 1):
        if not words[behind - 1][0].isalpha():
            return 0
        if words[behind : behind + len(after)] == after:
            return behind + len(after)
    return 0


def _turn(phrase: Phrase, at: int, end: int, words: list[str]) -> Turn | None:
    """What a phrase says there; nothing where it is only possible, is over, or no thing can be told of."""
    clause = _clause(words, at)
    near = clause[-_FAR:]
    if phrase.shape == "is" and words_of("be").isdisjoint(near[-_BE_NEAR:]):
        return None
    told = {*near, *_pairs(near)}
    if not words_of("unreal").isdisjoint((*told, *_told_that(words, at - len(clause)))) or _is_wish(near):
        return None
    by_parts = phrase.side in _told_by_parts(phrase.outcome)
    if not by_parts and not words_of("partly").isdisjoint((*clause, *_pairs(clause))):
        return None
    if not _ADDED.isdisjoint(_pairs(clause)):
        return None  # `no more homes were lost`: those that were are
    denial = _denial(told, clause)
    if denial and _says_when(words[end : end + _GAP]) and _TO_COME.isdisjoint(near):
        return None  # `did not sound until after the blast` says when
    planned = denial == _REFUSED or not words_of("planned").isdisjoint(told)
    if _is_aim(near) and not (denial or planned):
        return None
    if phrase.passing and not denial and words_of("lasting").isdisjoint(words[max(0, at - _FAR) : end]):
        return None
    ahead = _stands_ahead(phrase, near, words[end : end + 1], bool(denial) or planned)
    if ahead is None:
        return None
    gap = phrase.words.index("_") if "_" in phrase.words else 0
    thing = (at + gap, end - (len(phrase.words) - gap - 1)) if gap else (0, 0)
    bare = phrase.shape == "done" and words_of("be").isdisjoint(near[-_BE_NEAR:])
    return Turn(phrase.outcome, denial.lstrip("!") + phrase.side, at, end, thing, ahead, bare, planned)


_ADDED = frozenset({"no more", "no further", "no additional", "no new"})


def _says_when(behind: list[str]) -> bool:
    """Whether it goes on with the deed until which it was so: `until after the blast`; not `until 3 March`."""
    return any(a == "until" and b in _DEED_BEGINS for a, b in pairwise(behind))


def _denial(told: set[str], clause: list[str]) -> str:
    """`not ` where it is denied, `not yet ` where that is for now; nothing where it is told as so."""
    if not words_of("refused").isdisjoint(told):
        return _REFUSED
    if clause[:1] != ["no"] and words_of("undone").isdisjoint(told):
        return ""
    return "not yet " if not words_of("for_now").isdisjoint(told) else "not "


def _told_that(words: list[str], start: int) -> list[str]:
    """The words before the clause, if it is what somebody says: `denied that`."""
    return words[max(0, start - _VERB) : start - 1] if words[start - 1 : start] == ["that"] else []


def _is_wish(near: list[str]) -> bool:
    """`that she be freed`: what is demanded."""
    return near[-1:] == ["be"] and near[-2:-1] not in (["to"], ["will"], ["shall"], ["not"])


def _is_aim(near: list[str]) -> bool:
    """`to free`, `to be freed`: what is done, or only aimed at, the verb before tells."""
    return near[-1:] == ["to"] or near[-2:] == ["to", "be"]


def _stands_ahead(phrase: Phrase, near: list[str], following: list[str], marked: bool) -> bool | None:
    """Whether the thing stands before the phrase, else behind; None where the words have another sense there."""
    if following and following[0] in _other_senses().get(phrase.words[-1], ()):
        return None
    be = not words_of("be").isdisjoint(near[-_BE_NEAR:])
    if phrase.shape == "is":
        return True if be else None
    if phrase.shape == "done":
        return be or not following or following[0] in words_of("by") or not following[0][0].isalpha()
    if phrase.shape == "do":
        return False if marked else None
    if phrase.shape == "does" and (near[-1:] and near[-1] in words_of("passive")):
        return None
    return phrase.shape == "does"


def _clause(words: list[str], at: int) -> list[str]:
    """The words before one, from the beginning of its clause."""
    first, marks = at, words_of("clauses")
    while first and words[first - 1] not in marks:
        first -= 1
    return words[first:at]


def _pairs(words: list[str]) -> Iterator[str]:
    """Each word with the one behind it."""
    return map(" ".join, pairwise(words))


@cache
def _told_by_parts(outcome: str) -> frozenset[str]:
    """The sides that are told of a whole if a part of it is so: `half of the loan is still owed`."""
    return frozenset(outcomes()[outcome].get("by_parts", ()))


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words and marks, as they stand."""
    return frozenset(outcome_words()[name])


@cache
def _other_senses() -> Mapping[str, frozenset[str]]:
    """The last word of a phrase -> words behind which it has another sense: `found guilty`, `stood for the party`."""
    return {word: frozenset(behind) for word, behind in outcome_words()["other_senses"].items()}
