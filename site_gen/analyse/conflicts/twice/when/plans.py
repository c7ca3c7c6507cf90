"""The one day to come of which two reports tell at the beginning."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.places import in_two_towns
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.lone import lone, of_one_lead, tells_deed
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.when.dates import exclude_days
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Row

_DAY = len("2031-05-06")
_FAR = 100
"""Days between two days that may be one."""


def rival_plans(pair: Pair) -> Iterator[Row]:
    """A row where each lead has one day to come, and no report has the other's."""
    a, b = lone(pair.one, _is_plan), lone(pair.other, _is_plan)
    if not a or not b or _says(pair.one, b.value) or _says(pair.other, a.value):
        return
    first, second = days(a.value), days(b.value)
    near = first is not None and second is not None and gap(first, second) <= _FAR
    texts = [t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other))]
    if in_two_towns(texts[:1], texts[1:]):
        return  # two things that begin: a match in one town, and one in another
    if near and exclude_days(a, b, pair) and of_one_lead(a, b, pair) and tells_deed(a, b, pair):
        yield row_of(a, b, pair, 0.5, "date")


def _is_plan(slot: Slot) -> bool:
    return slot.kind == "date" and slot.ahead and len(slot.value) == _DAY


def _says(telling: Telling, value: str) -> bool:
    return any(s.kind == "date" and s.value == value for s in telling.slots)
