"""A step in time with the day that it led to beside it: `the evening before, on Thursday, 7 May`.

Of `on 23 July, the day after the vote` the step says only what was the day before.
"""

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
    """The dates, in order; a step takes the day that stands beside it in apposition."""
    dates = list(found)
    for ahead, date, behind in zip_longest([None, *dates][: len(dates)], dates, dates[1:]):
        settled = _settled(date, behind, text) if behind else date
        yield _explained(ahead, settled, text) if ahead else settled


def _explained(ahead: DateFinding, date: DateFinding, text: str) -> DateFinding:
    """A step from what is told behind it, which is no step from the day that stands ahead of it."""
    between = text[ahead.evidence.end : date.evidence.start]
    if between != ", " or date.edtf is None or not _is_day(ahead) or not _STEPS.search(date.evidence.exact):
        return date
    if any(c.isdigit() for c in date.evidence.exact) or not _CLAUSE.match(text, date.evidence.end):
        return date
    return replace(date, edtf=ahead.edtf, timex=ahead.timex)


_CLAUSE = re.compile(r" (?:the|an?|its|his|her|their|it|he|she|they|[A-Z]\w+)\b")


def _settled(date: DateFinding, behind: DateFinding, text: str) -> DateFinding:
    between = text[date.evidence.end : behind.evidence.start]
    told = _is_day(behind) and _STEPS.search(date.evidence.exact) and not _STEPS.search(behind.evidence.exact)
    if not told or not _JOINS.fullmatch(between) or not between.strip(" "):
        return date
    return replace(date, edtf=behind.edtf, timex=behind.timex)


def _is_day(date: DateFinding) -> bool:
    return date.edtf is not None and len(date.edtf) == _DAY and any(c.isdigit() for c in date.evidence.exact)
