"""The phrases of `outcomes.yaml`, each written out in all its forms and found by the rarest two of its words.

A verb after `~` stands for its present, past and participle (`~win approval`: `wins approval`, `won approval`), a word
in capitals for the words that the file gives for it (`HIS bid`: `her bid`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from site_gen.kept import kept
from site_gen.lexicon import packaged_source
from site_gen.resolve.words import subject

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
    """Every outcome: `kind`, `sides`, and what else is known of it."""
    found: Mapping[str, Any] = subject("outcomes")["outcomes"]
    return found


def stands_for(word: str) -> Sequence[str]:
    """The words for which one in capitals stands."""
    found: Sequence[str] = subject("outcomes")["stands_for"][word]
    return found


@cache
def found_by(cue: str) -> Sequence[tuple[int, Phrase]]:
    """The phrases that are found by a word or two that stand together, each with how many words stand before those."""
    rows = (row.split("|") for row in cues().get(cue, ()))
    return tuple(
        (int(ahead), Phrase(tuple(words.split()), outcome, side, shape, bool(passing)))
        for ahead, passing, outcome, side, shape, words in rows
    )


@cache
def cues() -> Mapping[str, list[str]]:
    """By the cue a row for each phrase. Kept from run to run: writing all out takes longer than reading a report."""
    source = packaged_source("outcomes") + Path(__file__).read_bytes()
    try:
        return msgspec.msgpack.decode(kept("phrases", source, _encoded), type=dict[str, list[str]])
    except msgspec.DecodeError:  # what was kept is damaged
        return _written_out()


@cache
def lone_cues() -> frozenset[str]:
    """The cues of one word."""
    return frozenset(cue for cue in cues() if " " not in cue)


@cache
def first_words() -> frozenset[str]:
    """The first words of the cues of two."""
    return frozenset(cue.partition(" ")[0] for cue in cues() if " " in cue)


def _encoded() -> bytes:
    return msgspec.msgpack.encode(_written_out())


def _written_out() -> dict[str, list[str]]:
    told = [*_all_phrases()]
    times = Counter(cue for phrase in told for cue in _may_find(phrase.words))
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in told:
        own = _may_find(phrase.words)
        cue = min(own, key=lambda cue: (times[cue], -len(cue), cue))
        passing = "1" if phrase.passing else ""
        told_as = (phrase.outcome, phrase.side, phrase.shape, " ".join(phrase.words))
        found[cue].append("|".join((str(own.index(cue)), passing, *told_as)))
    return dict(found)


def _may_find(words: Sequence[str]) -> list[str]:
    """Each two words of a phrase that stand together before the thing, or the one that does."""
    first = [*words[: words.index("_")]] if "_" in words else [*words]
    return [f"{a} {b}" for a, b in pairwise(first)] or first


def _all_phrases() -> Iterator[Phrase]:
    for outcome, told in outcomes().items():
        last = [*told["sides"]][-1]
        for side, shapes in told["sides"].items():
            for shape, written in shapes.items():
                passing = bool(told.get("goes_on")) and side != last and shape == "is"
                for words in dict.fromkeys(words for phrase in written for words in forms_of(phrase)):
                    yield Phrase(words, outcome, side, shape, passing)


def forms_of(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase, in each of its forms."""
    return product(*(_forms(word) for word in _WORD.findall(phrase)))


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
