"""The phrases of `outcomes.yaml`, each written out in all its forms and found by the rarest two of its words.

A verb after `~` stands for its present, past and participle (`~win approval`: `wins approval`, `won approval`), a word
in capitals for the words that the file gives for it (`HIS bid`: `her bid`).
"""

import marshal
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Any, NamedTuple

from site_gen.resolve.words import subject
from site_gen.worked_out import worked_out

_WORD = re.compile(r"~?[a-zA-Z]+(?:'[a-z]+)*|_")


class Phrase(NamedTuple):
    """A turn of phrase that takes a side of an outcome."""

    words: tuple[str, ...]
    """`_` stands for the thing."""
    outcome: str
    side: str
    shape: str
    passing: bool
    """Whether what it tells may be over: it counts while it lasts."""


def outcomes() -> Mapping[str, Any]:
    """Every outcome: `kind`, the names of its `sides`, and what else is known of it but phrases."""
    found: Mapping[str, Any] = outcome_words()["outcomes"]
    return found


def stands_for(word: str) -> Sequence[str]:
    """The words for which one in capitals stands."""
    found: Sequence[str] = outcome_words()["stands_for"][word]
    return found


@cache
def outcome_words() -> Mapping[str, Any]:
    """All that the file says but its phrases, which are most of it."""
    return worked_out("outcomes", "", _without_phrases)


def _without_phrases() -> dict[str, Any]:
    told = subject("outcomes")
    bare = {name: {**entry, "sides": [*entry["sides"]]} for name, entry in told["outcomes"].items()}
    return {**told, "outcomes": bare}


@cache
def found_by(word: str, behind: str = "") -> Sequence[tuple[int, Phrase]]:
    """The phrases that are found by a word or two that stand together, each with how many words stand before those."""
    rows = (row.split("|") for row in words_behind(word)[behind].split("\n"))
    return tuple(
        (int(ahead), Phrase(tuple(words.split()), outcome, side, shape, bool(passing)))
        for ahead, passing, outcome, side, shape, words in rows
    )


@cache
def words_behind(word: str) -> Mapping[str, str]:
    """The second words of what finds phrases and begins with `word`, with a line for each; empty: it is enough."""
    found: Mapping[str, str] = marshal.loads(first_words()[word])
    return found


@cache
def first_words() -> Mapping[str, bytes]:
    """The first words of what finds phrases, each with all that follow it as one, of which a report needs few.

    Kept from run to run: writing all phrases out takes longer than reading a report.
    """
    return worked_out("phrases", "", _written_out)


def _written_out() -> dict[str, bytes]:
    told = [*_all_phrases()]
    times = Counter(cue for phrase in told for cue in _may_find(phrase.words))
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for phrase in told:
        own = _may_find(phrase.words)
        cue = min(own, key=lambda cue: (times[cue], -len(cue), cue))
        passing = "1" if phrase.passing else ""
        told_as = (phrase.outcome, phrase.side, phrase.shape, " ".join(phrase.words))
        first, _, behind = cue.partition(" ")
        found[first][behind].append("|".join((str(own.index(cue)), passing, *told_as)))
    return {
        word: marshal.dumps({second: "\n".join(rows) for second, rows in behind.items()})
        for word, behind in found.items()
    }


def _may_find(words: Sequence[str]) -> list[str]:
    """Each two words of a phrase that stand together before the thing, or the one that does."""
    first = [*words[: words.index("_")]] if "_" in words else [*words]
    return [f"{a} {b}" for a, b in pairwise(first)] or first


def _all_phrases() -> Iterator[Phrase]:
    for outcome, told in subject("outcomes")["outcomes"].items():
        last = [*told["sides"]][-1]
        for side, shapes in told["sides"].items():
            for shape, written in shapes.items():
                passing = bool(told.get("goes_on")) and side != last and shape == "is"
                for words in dict.fromkeys(words for phrase in written for words in forms_of(phrase)):
                    yield Phrase(words, outcome, side, shape, passing)


def forms_of(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase, in each of its forms; a word in capitals may stand for several words."""
    written = product(*(_forms(word) for word in _WORD.findall(phrase)))
    return (tuple(" ".join(words).split()) for words in written)


@cache
def _forms(word: str) -> tuple[str, ...]:
    if word[0] == "~":
        return _verb(word[1:])
    return tuple(stands_for(word)) if word.isupper() else (word,)


def _verb(base: str) -> tuple[str, ...]:
    """`win` -> win, wins, won."""
    irregular = subject("outcomes")["verbs"].get(base)
    if irregular:
        return tuple(dict.fromkeys((base, *irregular)))
    stem = f"{base[:-1]}i" if base.endswith("y") and base[-2] not in "aeiou" else base
    hisses = base.endswith(("s", "sh", "ch", "x", "z"))
    third = f"{stem}es" if hisses or stem != base else f"{base}s"
    return base, third, f"{stem}d" if base.endswith("e") else f"{stem}ed"
