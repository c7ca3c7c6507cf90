"""Feasts: days of a name that have their day in every year, or are reckoned from Easter or by the weekday."""

from datetime import date, timedelta

from site_gen.extract.dates.meaning import Meaning, Question, unresolved
from site_gen.extract.dates.points import exact_day, year_of

_EASTER = (4, 8)
"""About when it is: month and day."""


def holiday(asked: Question) -> Meaning | None:
    """`Christmas 2024`, `New Year's Eve`, `Thanksgiving`, `Good Friday`."""
    if "easter" in asked.item.slots:
        return _by_easter(asked, int(asked.item.slots["easter"]) + asked.has("monday"))
    month, number = _feast(asked)
    year, anchor = year_of(asked, month, number or 26)
    if year is None:
        return unresolved(f"XXXX-{month:02d}-{number:02d}") if number else None
    return exact_day(year, month, number or 28 - (date(year, 11, 1).weekday() + 3) % 7, "", anchor)


def _feast(asked: Question) -> tuple[int, int]:
    """Month and day; day 0 for the fourth Thursday of November."""
    name, eve = asked.item.form.name, asked.has("eve")
    if name == "thanksgiving":
        return 11, 0
    if name == "new-year":
        return (12, 31) if eve else (1, 1)
    month, number = asked.item.slots["holiday" if "holiday" in asked.item.slots else "feast"].split("-")
    return int(month), int(number) - (1 if eve else 0)


def _by_easter(asked: Question, off: int) -> Meaning | None:
    """A day so many days from Easter Sunday."""
    year, anchor = year_of(asked, *_EASTER)
    if year is None:
        return None
    day = easter(year) + timedelta(days=off)
    return exact_day(year, day.month, day.day, "", anchor)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
