"""Calendar arithmetic: points in time of any precision, moved, compared, and written as EDTF and TIMEX3."""

from datetime import date, timedelta
from typing import Final, NamedTuple

SEASONS: Final = ("SP", "SU", "FA", "WI")
_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_LENGTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}


_MONTH_NAMES: Final = "janfebmaraprmayjunjulaugsepoctnovdec"


class When(NamedTuple):
    """A stretch of the calendar, as exactly as the text tells it."""

    year: int
    """Astronomical: 0 is 1 BC. For a decade or a century its first year."""
    unit: str
    """C century, E decade, Y year, H half, Q quarter, S season, M month, W ISO week, K weekend, D day."""
    part: int = 0
    """Number of the month (M, D), the quarter, the half or the week; place in `SEASONS`, from 1."""
    day: int = 0
    time: str = ""
    """TIMEX3 time of day, `TMO` or `T14:30`."""
    about: bool = False


def on(day: date) -> When:
    """The day as a point in time."""
    return When(day.year, "D", day.month, day.day)


def day_of(when: When) -> date | None:
    """The calendar day, where `when` is one day that the Gregorian calendar has."""
    if when.unit != "D":
        return None
    return _date(when.year, when.part, when.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def exists(when: When) -> bool:
    """Whether a day is one of the calendar: no 30 February. Other units always are."""
    year = when.year if when.year > 0 else 4 + when.year % 4
    return when.unit != "D" or _date(year, when.part, when.day) is not None


def month_of(when: When) -> int | None:
    """Number of the month in which `when` begins; None for anything longer than a season."""
    if when.unit in "MD":
        return when.part
    if when.unit == "Q":
        return when.part * 3 - 2
    if when.unit == "H":
        return when.part * 6 - 5
    if when.unit in "YEC":
        return None
    if when.unit == "S":
        return _SEASON_MONTHS[SEASONS[when.part - 1]][0]
    first = first_day(when)
    return first.month if first and when.unit in "WK" else None


def first_day(when: When) -> date | None:
    """The first day of `when`; None outside of the years 1 to 9999."""
    if when.unit == "D":
        return day_of(when)
    if when.unit in "WK":
        return _week_day(when, 6 if when.unit == "K" else 1)
    month = 1 if when.unit in "YEC" else month_of(when)
    return _date(when.year, month or 1, 1)


def _week_day(when: When, weekday: int) -> date | None:
    try:
        return date.fromisocalendar(when.year, when.part, weekday)
    except ValueError:
        return None


def within(when: When, unit: str) -> When | None:
    """The century, ..., day that `when` lies in; None where `when` is longer than that."""
    year, month, day = when.year, month_of(when), day_of(when) or first_day(when)
    if unit == "C":
        return When(year // 100 * 100, "C")
    if unit == "E":
        return When(year // 10 * 10, "E")
    if unit == "Y":
        return When(year, "Y")
    if month is None or (unit in "WKD" and when.unit not in "DWK"):
        return None
    if unit in "WKD":
        return _of_day(day, unit) if day else None
    return _of_month(year, month, unit)


def _of_day(day: date, unit: str) -> When:
    year, week, _ = day.isocalendar()
    return on(day) if unit == "D" else When(year, unit, week)


def _of_month(year: int, month: int, unit: str) -> When:
    if unit == "S":
        place = (month % 12) // 3
        return When(year - (month < 3), "S", place or 4)
    return When(year, unit, (month - 1) // _LENGTHS[unit] + 1)


def month_named(word: str) -> int:
    """The number of a month by its English name, or its first three letters; 0 for any other word."""
    at = _MONTH_NAMES.find(word[:3]) if len(word) >= len("jan") else -1
    return at // 3 + 1 if at >= 0 and at % 3 == 0 else 0


def shifted(when: When, count: int, unit: str) -> When | None:
    """`when` moved by `count` units, told as exactly as that unit allows; None for no calendar date."""
    if unit in "DWK":
        return _shifted_days(when, count, unit)
    if unit == "S":
        place = within(when, "S")
        years, index = divmod((place.part - 1 if place else 0) + count, 4)
        return When(place.year + years, "S", index + 1) if place else None
    if unit in "YEC":
        base = within(when, unit)
        return base and base._replace(year=base.year + count * _LENGTHS[unit] // 12)
    base = within(when, unit)
    if base is None:
        return None
    years, index = divmod(base.part - 1 + count, 12 // _LENGTHS[unit])
    return When(base.year + years, unit, index + 1)


def _shifted_days(when: When, count: int, unit: str) -> When | None:
    day = first_day(when) if when.unit in "DWK" else None
    if day is None:
        return None
    try:
        return _of_day(day + timedelta(days=count * (1 if unit == "D" else 7)), unit)
    except OverflowError:
        return None


def months_between(a: When, b: When) -> int | None:
    """Months from `a` to `b`, where both are told to the month."""
    if a.unit in "YEC" or b.unit in "YEC":
        return None
    first, second = month_of(a), month_of(b)
    if first is None or second is None:
        return None
    return (b.year - a.year) * 12 + second - first


def order(when: When) -> tuple[int, int, int]:
    """A key by which points in time are sorted: where they begin."""
    first = first_day(when)
    return (when.year, first.month, first.day) if first else (when.year, month_of(when) or 1, when.day or 1)


def edtf(when: When) -> str:
    """ISO 8601-2: level 0 or 1; what has no name there is written as the interval of its months or days."""
    about = "~" if when.about else ""
    if when.unit == "C":
        return (
            f"{when.year // 100:02d}XX" if when.year >= 0 else f"{_year(when.year)}/{_year(when.year + 99)}"
        )
    if when.unit == "E":
        return f"{when.year // 10:03d}X" if when.year >= 0 else f"{_year(when.year)}/{_year(when.year + 9)}"
    if when.unit == "Y":
        return _year(when.year) + about
    if when.unit == "S":
        return f"{_year(when.year)}-{20 + when.part}"
    if when.unit == "M":
        return f"{_year(when.year)}-{when.part:02d}{about}"
    if when.unit == "D":
        return f"{_year(when.year)}-{when.part:02d}-{when.day:02d}{about}"
    return _interval(when)


def _interval(when: When) -> str:
    if when.unit in "HQ":
        first, length = month_of(when) or 1, _LENGTHS[when.unit]
        return f"{_year(when.year)}-{first:02d}/{_year(when.year)}-{first + length - 1:02d}"
    first_one = first_day(when)
    last = _week_day(when, 7)
    return f"{first_one}/{last}"


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def timex(when: When) -> str:
    """TIMEX3 value."""
    year = timex_year(when.year)
    match when.unit:
        case "C":
            return year[:-2]
        case "E":
            return year[:-1]
        case "Y":
            return year
        case "S":
            return f"{year}-{SEASONS[when.part - 1]}"
        case "H" | "Q":
            return f"{year}-{when.unit}{when.part}"
        case "M":
            return f"{year}-{when.part:02d}"
        case "W":
            return f"{year}-W{when.part:02d}"
        case "K":
            return f"{year}-W{when.part:02d}-WE"
    return f"{year}-{when.part:02d}-{when.day:02d}{when.time}"


def timex_year(year: int) -> str:
    """A year as TIMEX3 writes it: `1492`, `BC0490`."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def parsed(value: str | None) -> When | None:
    """The day, month or year that an EDTF string names; of an interval what both ends share."""
    ends = [part.strip("~?%.") for part in (value or "").split("/")]
    if len(ends) == 2 and ends[0] != ends[1]:
        return _shared(ends[0], ends[1])
    return _one(ends[0])


def _shared(first: str, last: str) -> When | None:
    for length in (7, 4):
        if first[:length] == last[:length] and len(first) >= length:
            return _one(first[:length])
    return None


def _one(value: str) -> When | None:
    parts = value[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return When(numbers[0], "Y")
    if not 1 <= numbers[1] <= 12:
        return None
    if len(numbers) == 2:
        return When(numbers[0], "M", numbers[1])
    return When(numbers[0], "D", numbers[1], numbers[2]) if _date(*numbers) else None
