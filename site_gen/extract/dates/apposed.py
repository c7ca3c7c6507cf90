"""A step in time with the day that it led to behind it: `the evening before, on Thursday, 7 May`."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec.structs import replace

from site_gen.records import DateFinding

_STEPS = re.compile(r"before|after|earlier|later|previous|preceding|following|next", re.IGNORECASE)
_JOINS = re.compile(r",? ?(?:\(|on |that is,? (?:on )?)?")
_DAY = 10
"""Letters of a day as EDTF."""


def with_their_days(found: Iterable[DateFinding], text: str) -> Iterator[DateFinding]:
    """The dates, in order; a step takes the day that stands behind it in apposition."""
    dates = list(found)
    for date, behind in zip_longest(dates, dates[1:]):
        yield _settled(date, behind, text) if behind else date


def _settled(date: DateFinding, behind: DateFinding, text: str) -> DateFinding:
    between = text[date.evidence.end : behind.evidence.start]
    told = _is_day(behind) and _STEPS.search(date.evidence.exact) and not _STEPS.search(behind.evidence.exact)
    if not told or not _JOINS.fullmatch(between) or not between.strip(" "):
        return date
    return replace(date, edtf=behind.edtf, timex=behind.timex)


def _is_day(date: DateFinding) -> bool:
    return date.edtf is not None and len(date.edtf) == _DAY and any(c.isdigit() for c in date.evidence.exact)
