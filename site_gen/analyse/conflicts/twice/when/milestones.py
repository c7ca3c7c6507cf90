"""The day of what happens once to one thing: talks begin, the first power flows, somebody takes office.

Each report words it in its own way, so that the words say little of whether two days are of one deed; but a report
that dates such a thing dates it once.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.when.dates import exclude_days
from site_gen.analyse.conflicts.twice.when.times import time_slots
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import subject
from site_gen.tables import Row

_REACH = 110
"""Characters between a day and the words that say what was then."""
_MOST = 1100
"""Days between two days of one thing."""
_CUT = re.compile(r"[;:]|\. |, (?:and|but|while|when|after|before|which|who)\b| (?:after|before|when|while) "
    r"| and (?:ha[sd]|was|is|will|were|are|have) ")


class _Sort(NamedTuple):
    """How a sort of milestone is told: see `milestones.yaml`."""

    whole: re.Pattern[str] | None
    deed: re.Pattern[str] | None
    of: re.Pattern[str] | None
    without: re.Pattern[str] | None
    ahead: bool | None

    def may_tell(self, low: str) -> bool:
        """Whether anything of it stands in a sentence."""
        return any(part and part.search(low) for part in (self.whole, self.deed))

    def tells(self, low: str, begin: int, end: int) -> bool:
        """Whether a stretch tells it."""

        def has(part: re.Pattern[str] | None) -> bool:
            return part is not None and part.search(low, begin, end) is not None

        return (has(self.whole) or (has(self.deed) and has(self.of))) and not has(self.without)


def milestone_slots(line: Line) -> Iterator[Slot]:
    """The days of a sentence on which something of a sort happened that happens once."""
    text = line.told.evidence.exact
    low = text.lower()
    if not line.dates or len(low) != len(text) or not any(s.may_tell(low) for s in _sorts().values()):
        return
    start = line.told.evidence.start
    for slot in time_slots(line.at, line.told, line.ahead, line.dates, line.findings, line.published):
        if slot.kind == "date":
            for sort in _sorts_of(low, slot.start - start, slot.end - start, slot.ahead):
                yield slot._replace(kind=f"milestone {sort}")


def rival_milestones(pair: Pair) -> Iterator[Row]:
    """A row for two days of one sort of thing, if each report has one such day."""
    ours, theirs = (_by_sort(t) for t in (pair.one, pair.other))
    for sort in sorted(ours.keys() & theirs.keys()):
        if len({s.value for s in ours[sort]}) == len({s.value for s in theirs[sort]}) == 1:
            a, b = (found[0]._replace(kind="date") for found in (ours[sort], theirs[sort]))
            if _of_one(a, b, pair) and exclude_days(a, b, pair):
                yield row_of(a, b, pair, 1.0, "date")


def _of_one(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two days can be of one thing: near in time, and not of two that are named."""
    first, second = days(a.value), days(b.value)
    like = pair.likeness((a.sentence, a.start, a.end), (b.sentence, b.start, b.end))
    return bool(first and second) and gap(first, second) <= _MOST and not like.apart  # type: ignore[arg-type]


def _sorts_of(low: str, first: int, last: int, ahead: bool) -> Iterator[str]:
    begin, end = _clause(low, first, last)
    for name, sort in _sorts().items():
        if sort.ahead in (None, ahead) and sort.tells(low, begin, end):
            yield name


def _clause(low: str, first: int, last: int) -> tuple[int, int]:
    """The stretch around a day that nothing parts from it."""
    cuts = [m.end() for m in _CUT.finditer(low, max(0, first - _REACH), first)]
    behind = _CUT.search(low, last, last + _REACH)
    return cuts[-1] if cuts else max(0, first - _REACH), behind.start() if behind else min(len(low), last + _REACH)


def _by_sort(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("milestone "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found


@cache
def _sorts() -> dict[str, _Sort]:
    return {
        name: _Sort(*(_pattern(sort.get(part)) for part in ("whole", "deed", "of", "not")), sort.get("ahead"))
        for name, sort in subject("milestones").items()
    }


def _pattern(phrases: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)") if phrases else None
