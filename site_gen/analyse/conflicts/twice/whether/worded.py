"""The words of a sentence that rule others out: those with an opposite, and what is denied."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.opposite_words import (
    of_others,
    of_whom,
    opposite_pairs,
    opposite_words,
    opposites_in,
    tells_both,
)
from site_gen.analyse.conflicts.twice.sentences.words import Reading
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Word
from site_gen.records import Evidence
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.text.needed import Phrases, needed_words, needing
from site_gen.text.phrases import any_phrase

_NEAR = 3
"""Words behind `no` that it may deny; behind `not` it is one."""
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are) (?:\w+ly )?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
_STOPS = re.compile(r"[,;:.()–—]| but | who | which | that ")
_OF_A_CLAIM = re.compile(r"[,;:.()–—]")
_CONTRAST = re.compile(r"[^.;,]{1,40}, but\b")
_AND = re.compile(r"(?:\b(?:and|but)|,) $")
_OF_OTHERS = re.compile(r" (?:with|for|by|from|about|against|to|as) ")
"""Behind `and not`: nothing is denied but whom it is with: `deals with the council and not with the rebels`."""
_MAKE = re.compile(r" (?:make|makes) (?:an?|it|for)\b")
"""What follows a denial that is a saying: `a roof does not make a house`."""
_SAYING = re.compile(
    r"[\"“‘]?(?:An?|Every) [a-z-]+(?: [a-z-]+)?(?: who [a-z]+)? (?:(?!was|has|does)[a-z]+s|cannot|does) "
)
"""`A locked gate measures no dust`: of no one thing."""
_ORDERED = re.compile(r"(?:^|[\"“”‘'(*] ?)(?:please,? )?do ?$")
"""What stands before the `not` of what somebody is told to leave: `"Do not touch it," she says`."""
_TO, _NEXT = 25, 60
_BEEN_TO = re.compile(r"\bbeen (?:to|in|at|with|near) (?:the |an? |its |his |her |their )?$")
"""Between a denial and a word that only says where: `have not been to the data centre`."""


def worded_slots(at: int, sentence: Evidence, reading: Reading) -> Iterator[Slot]:
    """Words that have an opposite, and what is denied."""
    low = sentence.exact.lower()
    if len(low) != len(sentence.exact):
        return
    denials, spans, both = _denials(), opposites_in(sentence.exact), tells_both(sentence.exact)
    for start, end in spans:
        for pair, side in _sides_of(low[start:end]):
            shared = opposite_pairs()[pair]["shared"]
            if both and of_whom(pair):
                continue
            if shared != "order" and not (shared == "before" and of_others(low, start)):
                yield Slot(at, f"words {pair}", side, sentence.start + start, sentence.start + end)
    denied = _denied(low, reading.words) if denials.may_stand(sentence.exact) else ()
    for first, last, stem in (*denied, *_by_themselves(low, reading.denied)):
        if low.endswith("?") or _SAYING.match(sentence.exact):
            break  # what is asked, or is so always, is not denied
        if stem not in deniable_stems() and any(a <= first < b for a, b in spans):
            continue  # `was not at the quay` is told as a whole
        yield Slot(at, "not", stem, sentence.start + first, sentence.start + last)


@cache
def deniable_stems() -> frozenset[str]:
    """Stems of deeds of which a report is sure that they were done, or were not."""
    return frozenset(synonym(word) for word in group_of("opposites", "deniable"))


@cache
def _sides_of(phrase: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a phrase, each with its side; and those of a shorter one with which it begins: `will receive`."""
    sides = opposite_words()[1]
    found = dict(sides[phrase])
    words = phrase.split()
    for n in range(len(words) - 1, 0, -1):
        found = {**dict(sides.get(" ".join(words[:n]), ())), **found}
    return tuple((pair, str(side)) for pair, side in sorted(found.items()))


def _by_themselves(low: str, words: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    for word in words:
        yield word.at, _end(low, word.at), word.stem


def _denied(low: str, words: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """The words that a sentence says of what was not, or of what there was none: where, and their stems."""
    for found in _denials().pattern.finditer(low):
        denial = found.group()
        if _ORDERED.search(low, max(0, found.start() - _TO), found.start()):
            continue
        if denial in word_set("opposites", "done_to"):
            before = [w for w in words if found.start() - _TO < w.at < found.start() and w.verb][-1:]
            yield from ((w.at, found.end(), w.stem) for w in before if _end(low, w.at) + 1 == found.start())
        if _CONTRAST.match(low[found.end() : found.end() + _NEXT]) or _MAKE.match(low, found.end()):
            continue
        if _denies_another(low, found) or (
            denial in word_set("opposites", "denied_nouns") and _RULED.match(low, found.end())
        ):
            continue
        claim = denial in word_set("opposites", "denying_claims")
        cut = (_OF_A_CLAIM if claim else _STOPS).search(low, found.end())
        end = cut.start() if cut else len(low)
        behind = [w for w in words if found.end() <= w.at < end and not _says_nothing(low, w)]
        if claim and low.find(" part of ", found.end(), behind[0].at if behind else end) >= 0:
            continue  # `denied it was part of a truce`: there may be one
        for word in _of_claim(behind) if claim else _behind(low, found.end(), behind, denial):
            if not _in_a_saying(word, words):
                yield found.start(), _end(low, word.at), word.stem


def _denies_another(low: str, found: re.Match[str]) -> bool:
    """Whether only more of it is denied, or of whom it is told: `no more homes`, `with the council and not with`."""
    if found.group() == "no":
        return low.startswith((" more ", " additional "), found.end())
    contrast = found.group() == "not" and _OF_OTHERS.match(low, found.end())
    return bool(contrast) and _AND.search(low, 0, found.start()) is not None


_RULED = re.compile(r" [\w’'-]+(?: [\w’'-]+){0,3}? (?:can|could|may|must|should|shall) (?:ever |again )?be\b")
"""`No docker can be dismissed`: what is ruled, and nothing that was not done."""


def _in_a_saying(word: Word, words: tuple[Word, ...]) -> bool:
    """Whether the sentence has the noun twice: `A guest who pays is not a guest` denies no deed."""
    return not word.verb and any(w.stem == word.stem and w.at != word.at for w in words)


def _of_claim(behind: list[Word]) -> list[Word]:
    """What somebody denies: the verb of `denied that the ministry had asked`, the thing of `denied a delay`."""
    plain = [w for w in behind if w.stem not in _sayings()]
    return [w for w in plain if w.verb][:1] or plain[:1]


@cache
def _sayings() -> frozenset[str]:
    """Stems of what somebody says: who denies an allegation does not deny that it was made."""
    return frozenset(synonym(word) for word in word_set("opposites", "denied_sayings"))


def _behind(low: str, end: int, behind: list[Word], denial: str) -> list[Word]:
    """The verb behind `not` or `nobody`; the thing behind `no`, and what is told not to have been done with it."""
    if behind and _BEEN_TO.search(low, end, behind[0].at):
        return []
    if denial in word_set("opposites", "denying_all"):
        return [w for w in behind if w.verb][:1] or behind[:1]
    things = denial in word_set("opposites", "denied_nouns")
    return [w for n, w in enumerate(behind[:_NEAR]) if n == 0 or (things and _PASSIVE.search(low, end, w.at))]


def _end(low: str, at: int) -> int:
    found = _WORD.match(low, at)
    return found.end() if found else at


@cache
def _denials() -> Phrases:
    words = sorted(subject("opposites")["negations"], key=lambda w: (-len(w), w))
    source = any_phrase(words, r"(?![\w-])", r"\w-", more=[r"n['’]t(?!\w)"])
    return needing(source, {**needed_words("negations", words), "t": []})


def _says_nothing(low: str, word: Word) -> bool:
    """Whether it may be denied of anything: `clear`, which is no synonym of `approve` behind `not`."""
    return word.stem in _undeniable() or low[word.at : _end(low, word.at)] in word_set(
        "opposites", "undeniable"
    )


@cache
def _undeniable() -> frozenset[str]:
    """Stems of such words; not those of deeds that have one of them for a synonym."""
    deeds = frozenset(synonym(word) for word in group_of("opposites", "deniable"))
    return frozenset(synonym(word) for word in word_set("opposites", "undeniable")) - deeds
