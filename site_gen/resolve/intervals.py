"""EDTF dates as ranges of days: what can be compared, and how far apart two dates are."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{3,4})(X?)(?:-(\d\d)(?:-(\d\d))?)?$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
            40: (1, 6), 41: (7, 12)}  # fmt: skip
_SLACK = {"day": 2, "month": 16, "year": 370, "decade": 1000}
FAR = date.max.toordinal()


class Days(NamedTuple):
    """First and last day (ordinals) that a date may mean; open ends reach to 0 or `FAR`."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Number of days; 1 for a day."""
        return self.last - self.first + 1


@lru_cache(maxsize=16384)
def days(edtf: str | None) -> Days | None:
    """The days that `edtf` spans; None where it is empty or cannot be read. `~` widens by a little."""
    if not edtf:
        return None
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        low, high = days(start), days(end)
        if low is None and high is None:
            return None
        return Days(low.first if low else 0, high.last if high else FAR)
    plain = edtf.rstrip("~?%")
    match = _DATE.match(plain)
    span = _span(match) if match else None
    if span and edtf[-1] in "~%":
        slack = _SLACK[precision(plain)]
        return Days(max(0, span.first - slack), span.last + slack)
    return span


def _span(match: re.Match[str]) -> Days | None:
    year, decade, month, day = match.groups()
    try:
        if decade:
            return Days(date(int(year) * 10, 1, 1).toordinal(), date(int(year) * 10 + 9, 12, 31).toordinal())
        number = int(year)
        if not month:
            return Days(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal())
        if day:
            exact = date(number, int(month), int(day)).toordinal()
            return Days(exact, exact)
        first, last = _SEASONS.get(int(month), (int(month), int(month)))
        end = calendar.monthrange(number, last)[1]
        return Days(date(number, first, 1).toordinal(), date(number, last, end).toordinal())
    except ValueError:
        return None


def precision(edtf: str) -> str:
    """`day`, `month`, `year` or `decade`; `range` for an interval."""
    if "/" in edtf:
        return "range"
    plain = edtf.rstrip("~?%")
    return "decade" if "X" in plain else ("year", "month", "day")[min(2, plain.count("-"))]


def overlap(a: Days, b: Days) -> bool:
    """Whether two ranges share a day."""
    return a.first <= b.last and b.first <= a.last


def gap(a: Days, b: Days) -> int:
    """Days between two ranges; 0 where they touch or overlap."""
    return max(0, b.first - a.last, a.first - b.last)


@lru_cache(maxsize=16384)
def earliest(edtf: str | None) -> int:
    """Ordinal of the first day; `FAR` for no date, so that the undated come last."""
    span = days(edtf)
    return span.first if span else FAR


def narrowest(dates: list[str]) -> str | None:
    """The most exact of several dates that agree; the first in order of text among equals."""
    known = [(span.length, "~" in d, d) for d in dates if (span := days(d))]
    return min(known)[2] if known else None


def day_text(ordinal: int) -> str:
    """The day as EDTF."""
    return date.fromordinal(ordinal).isoformat()
