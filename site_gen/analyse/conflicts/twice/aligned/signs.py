"""What tells, besides the words that both have, that two slots are of one thing.

Each sign is a set that is read beside a slot; it holds of two slots whose sets have something in common.
"""

import re
from collections.abc import Callable, Mapping, Set
from itertools import pairwise
from typing import Any, NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.sentences.deeds import with_alike
from site_gen.analyse.conflicts.twice.sentences.durations import length_of
from site_gen.analyse.tellings import Slot, Telling

_WEEK = 7
_NUMBER = re.compile(r"#[\d.]+")
_SMALL = frozenset(("#2", "#3"))
_TOGETHER = re.compile(r"[\w’'-]+[ -]")


class Side(NamedTuple):
    """A slot, with the stems that it shares with the other report's, and those that only say which side it takes."""

    slot: Slot
    telling: Telling
    shared: frozenset[str]
    own: frozenset[str]


def signs_of_one(a: Slot, b: Slot, pair: Pair, own: frozenset[str]) -> frozenset[str]:
    """The signs that hold of two slots; `own`: stems that only say which side a slot takes."""
    shared = frozenset(a.heads) & frozenset(b.heads)
    sides = Side(a, pair.one, shared, own), Side(b, pair.other, shared, own)
    return frozenset(sign for sign, read in SIGNS.items() if read(sides[0]) & read(sides[1]))


def _days(side: Side) -> set[str]:
    """The days of its sentence."""
    return {s.value for s in side.telling.slots if s.kind == "date" and s.sentence == side.slot.sentence}


def _lengths(side: Side) -> set[int]:
    """The lengths of time of its sentence, in whole weeks: 24 months are two years."""
    spans = (s for s in side.telling.slots if s.kind == "span" and s.sentence == side.slot.sentence)
    return {round(length_of(s.value) / _WEEK) for s in spans if length_of(s.value) >= _WEEK}


def _numbers(side: Side) -> set[str]:
    """The numbers of its sentence, whatever they count."""
    stems = (w.stem for w in side.telling.sentences[side.slot.sentence].words if w.stem[0] == "#")
    return {found[0] for stem in stems if (found := _NUMBER.match(stem)) and found[0] not in _SMALL}


def _subject(side: Side) -> set[str]:
    """The stem of the word right before it."""
    told = side.telling.sentences[side.slot.sentence]
    ahead = [w.stem for w in told.words if w.at < side.slot.start - told.evidence.start]
    return {*ahead[-1:]} - weak_stems()


def _phrases(side: Side) -> set[tuple[str, str]]:
    """Each two words of its sentence that stand together: `second pier`."""
    told = side.telling.sentences[side.slot.sentence]
    text, words, mute = told.evidence.exact, [w for w in told.words if not w.quoted], side.own | weak_stems()
    return {
        (a.stem, b.stem)
        for a, b in pairwise(words)
        if _TOGETHER.fullmatch(text, a.at, b.at) and mute.isdisjoint((a.stem, b.stem))
    }


def _deeds(side: Side) -> set[str]:
    """Marks of deeds that are told in place of each other, besides the words that both have."""
    own = {*with_alike(tuple(side.shared))} - side.shared
    rest = tuple(stem for stem in side.slot.heads if stem not in side.shared)
    return {*with_alike(rest)} - {*rest} - own


SIGNS: Mapping[str, Callable[[Side], Set[Any]]] = {
    "day": _days,
    "length": _lengths,
    "number": _numbers,
    "subject": _subject,
    "phrase": _phrases,
    "deed": _deeds,
}
"""What both may have: a day, a length of time, a number, the subject, two words together, a deed by two names."""
