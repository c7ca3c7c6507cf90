"""The one hour of which two reports tell at the beginning, of one day."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.lone import lone, of_one_lead
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.when.hours import exclude_hours
from site_gen.analyse.tellings import Slot, Telling
from site_gen.tables import Row


def rival_lone_hours(pair: Pair) -> Iterator[Row]:
    """A row where each lead has one hour, no report has the other's, and the sentences have a day in common."""
    a, b = lone(pair.one, _is_hour), lone(pair.other, _is_hour)
    if not a or not b or _says(pair.one, b.value) or _says(pair.other, a.value):
        return
    if _days(a, pair.one).isdisjoint(_days(b, pair.other)):
        return
    if exclude_hours(a, b, pair) and of_one_lead(a, b, pair):
        yield row_of(a, b, pair, 0.5, "date")


def _is_hour(slot: Slot) -> bool:
    return slot.kind == "hour"


def _says(telling: Telling, value: str) -> bool:
    return any(s.kind == "hour" and s.value == value for s in telling.slots)


def _days(slot: Slot, telling: Telling) -> frozenset[str]:
    return frozenset(s.value for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
