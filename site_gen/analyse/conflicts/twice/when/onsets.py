"""The hour at which it began: of one crash, blast or outage each report tells one, in a verb of its own."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.when.hours import hour_slots
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import subject
from site_gen.tables import Row
from site_gen.text.phrases import any_phrase

_REACH = 70
"""Characters between the hour and what happened at it."""
_APART, _TO_THE_MINUTE, _ROUND = 50, 10, 15
"""Minutes that two hours are apart which exclude each other; if neither is a round one, fewer do."""
_DAY, _NIGHT = 1440, 1
_CUT = re.compile(r"[;:.]|, (?:and|but|while)\b")
_LATER = re.compile(r"\b(?:until|by|since)\b[^,;]{0,12}$")
"""Ahead of an hour at which something else was over, or had begun."""


def onset_slots(at: int, told: Told) -> Iterator[Slot]:
    """The hour of a sentence at which it is told to have struck, burst or gone out."""
    text = told.evidence.exact
    if len(text.lower()) != len(text):
        return
    for slot in hour_slots(at, told):
        first, last = slot.start - told.evidence.start, slot.end - told.evidence.start
        for sort in () if _LATER.search(text, 0, first) else _what_began(text.lower(), first, last):
            yield slot._replace(kind=f"onset {sort}")


def rival_onsets(pair: Pair) -> Iterator[Row]:
    """A row for two hours of one sort of thing, if each report has one such hour."""
    ours, theirs = (_by_sort(t) for t in (pair.one, pair.other))
    told: set[tuple[int, int]] = set()
    for sort in sorted(ours.keys() & theirs.keys()):
        mine, others = ours[sort], theirs[sort]
        if len({s.value for s in mine}) == len({s.value for s in others}) == 1:
            a, b = mine[0], others[0]
            if (a.start, b.start) not in told and _minutes_between(a, b, pair) >= _least(a, b):
                told.add((a.start, b.start))
                yield row_of(a._replace(kind="hour"), b._replace(kind="hour"), pair, 1.0, "date")


def _what_began(low: str, first: int, last: int) -> list[str]:
    """The sorts of what is told nearest to the hour, as a quake and a ship strike; none without a verb there."""
    cuts = [m.end() for m in _CUT.finditer(low, max(0, first - _REACH), first)]
    begin = cuts[-1] if cuts else max(0, first - _REACH)
    cut = _CUT.search(low, last, last + _REACH)
    end = cut.start() if cut else min(len(low), last + _REACH)
    found = [
        (first - m.end() if m.end() <= first else m.start() - last, sort)
        for sort, pattern in _patterns().items()
        for m in pattern.finditer(low, begin, end)
    ]
    return [sort for far, sort in found if far == min(found)[0]]


def _by_sort(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("onset "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found


def _least(a: Slot, b: Slot) -> int:
    exact = all(int(slot.value) % _ROUND for slot in (a, b))
    return _TO_THE_MINUTE if exact else _APART


def _minutes_between(a: Slot, b: Slot, pair: Pair) -> int:
    """Minutes between two hours; of two days only where both sentences name one, and these are neighbours."""
    between = abs(int(a.value) - int(b.value))
    told = (
        [days(s.value) for s in t.slots if s.kind == "date" and s.sentence == x.sentence]
        for x, t in ((a, pair.one), (b, pair.other))
    )
    dated = [found[0] for found in told if len(found) == 1 and found[0]]
    if len(dated) < 2 or not gap(dated[0], dated[1]):
        return min(between, _DAY - between)
    if gap(dated[0], dated[1]) > _NIGHT:
        return 0
    early, late = (a, b) if dated[0] < dated[1] else (b, a)
    return int(late.value) + _DAY - int(early.value)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sorts = subject("opposites")["onsets"]
    return {
        sort: re.compile(any_phrase(map(re.escape, sorted(words, key=lambda w: (-len(w), w))), r"\b"))
        for sort, words in sorts.items()
    }
