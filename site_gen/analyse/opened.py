"""Days that an undated article leaves open (`on Friday`, `3 May`), once other articles tell when it was written."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.records import DateFinding, Published
from site_gen.resolve.intervals import days, precision

_DAY = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T[\w:]{2,8})?$")


def settled_dates(dates: tuple[DateFinding, ...], published: Published) -> Iterator[tuple[int, str]]:
    """Place in `dates` and EDTF of those that have none yet and that `published` pins down."""
    low = _day_of(published)
    for n, found in enumerate(dates) if low else ():
        if found.edtf is None and low and (value := settled(found, low, _exact(published))):
            yield n, value


def settled(found: DateFinding, low: date, exact: bool) -> str | None:
    """The date nearest to `low`, the first day on which the article may have come out.

    With `exact` that is the day itself, so that a weekday, too, is known: the last, or the next where the clause
    tells the future.
    """
    if match := _DAY.match(found.timex.value):
        return _nearest(low, int(match[1]), int(match[2] or 0))
    match = _WEEKDAY.match(found.timex.value)
    if match is None or not exact:
        return None
    ahead = (int(match[1]) - low.isoweekday()) % 7
    return (low + timedelta(days=ahead if found.tense > 0 or not ahead else ahead - 7)).isoformat()


def _nearest(low: date, month: int, number: int) -> str | None:
    near = [
        day for year in (low.year - 1, low.year, low.year + 1) if (day := _date(year, month, number or 15))
    ]
    best = min(near, key=lambda day: abs((day - low).days), default=None)
    return (best.isoformat() if number else best.isoformat()[:7]) if best else None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _day_of(published: Published) -> date | None:
    first = (published.edtf or "").partition("/")[0].rstrip("~")
    span = days(first) if first and precision(first) == "day" else None
    return date.fromordinal(span.first) if span else None


def _exact(published: Published) -> bool:
    """Whether the article is of the day itself, as one that copies a dated report or tells it as going on."""
    return published.basis == "other articles" and (
        "~" in (published.edtf or "") or " of " in published.note[:16]
    )
