"""The year of a dateline that names a day without one: by the weekday that the report gives to the same day."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from site_gen.load.dateline import FoundDateline
from site_gen.load.days import month_number

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(
    r"\b(?:(?P<other>last|next|this|since|until|by|from|every|each)\s)?(?P<day>[A-Z][a-z]{2,5}day)\b"
)
_YEAR = re.compile(
    r"(?<![\d.,$£€-])(?P<before>[A-Za-z]{2,9}\.?,?\s(?:\d{1,2},\s)?)(?P<year>(?:19|20)\d\d)(?![,.]?\d|\s?%)"
)
_PAST = frozenset(
    "in since of from during early late mid january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|by|until|till|next|due|expects?|expected|forecasts?|plans?|planned|aims?|targets?|goals?"
    r"|sees|projects|projected|to be|through|before|than)\b"
)
_FISCAL = re.compile(r"(?<![\d.,-])(?P<first>20\d\d)[-–/](?P<last>\d\d)(?![\d-])")
_FOUNDING = re.compile(
    r"\b(?:built|founded|established|formed|created|opened|inaugurated|launched|born|constructed|set up|elected)"
    r"(?: by (?:\w+ ){1,4}?)?[ ,]+(?:in|on|since)?\s?(?:early |late |mid-)?$"
)
"""Before a year alone it says how old a thing is: no sign of when the report was written."""
_UNTO = re.compile(r"(?:\bto|[-–])\s?$")
"""`from 2029 to March 2033`: the end of a span may lie ahead."""
_LEAD = 400
_YEARS = 2
"""A report names some year of its past; it is that one or the next. More would leave too much to chance."""


def year_by_weekday(text: str, found: FoundDateline) -> int | None:
    """The year in which the dateline's day is the first weekday that the report names, or the day after it.

    Years from the last that the text tells as past are tried, then those beside the fiscal years that it names;
    None where it names none, or none fits.
    """
    named = _weekday(text, found.dateline.span.end)
    if named is None:
        return None
    first = latest_past_year(text, found)
    if first is not None and (year := _fitting(range(first, first + _YEARS), found, named)):
        return year
    fiscal = _fiscal_years(text)
    return _fitting(range(min(fiscal) - 1, max(fiscal) + 2), found, named) if fiscal else None


def latest_past_year(text: str, found: FoundDateline) -> int | None:
    """The earliest year that the dateline's day can be of, by the dates that the text tells as past."""
    return max(_past_years(text, found), default=None)


def fits_weekday(text: str, year: int, found: FoundDateline) -> bool:
    """Whether the dateline's day is the first weekday that the report names, or the day after it."""
    named = _weekday(text, found.dateline.span.end)
    return named is not None and any(_fits(year, found, (named + late) % 7) for late in (0, 1))


def _fitting(years: range, found: FoundDateline, named: int) -> int | None:
    for late in (0, 1):
        fitting = [year for year in years if _fits(year, found, (named + late) % 7)]
        if fitting:
            return fitting[0]
    return None


def _fiscal_years(text: str) -> list[int]:
    """First calendar years of the fiscal years that it names (`2025-26`); none where they lie far apart."""
    years = [
        int(match["first"])
        for match in _FISCAL.finditer(text)
        if (int(match["first"]) + 1) % 100 == int(match["last"])
    ]
    return years if years and max(years) - min(years) < _YEARS else []


def _weekday(text: str, start: int) -> int | None:
    for match in _WEEKDAY.finditer(text, start, start + _LEAD):
        if not match["other"] and match["day"].lower() in _WEEKDAYS:
            return _WEEKDAYS.index(match["day"].lower())
    return None


def _fits(year: int, found: FoundDateline, weekday: int) -> bool:
    if found.day > monthrange(year, found.month)[1]:
        return False
    return date(year, found.month, found.day).weekday() == weekday


def _past_years(text: str, found: FoundDateline) -> Iterator[int]:
    """The first year that each past date leaves open: after `in November 2024`, a day in March is of 2025."""
    for match in _YEAR.finditer(text, found.dateline.span.end):
        word = match["before"].split()[0].rstrip(".,").lower()
        month = month_number(word[:3])
        if _UNTO.search(text, max(0, match.start() - 5), match.start()):
            continue
        if not month and _FOUNDING.search(text, max(0, match.start() - 60), match.start()):
            continue
        if word in _PAST and not _AHEAD.search(
            text, _sentence_start(text, match.start()), match.start("year")
        ):
            yield int(match["year"]) + (month > found.month)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(". ", 0, at), text.rfind("\n", 0, at), at - 300, 0)
