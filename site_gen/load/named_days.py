"""When a report without a dateline was written: days told with their weekday, in the year of the page's copyright."""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.records import Span

_CLAIM = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s:©]{0,4}(?:\([cC]\)\s?)?(?:(?:19|20)\d\d\s?[-–]\s?)?"
    r"(?P<year>(?:19|20)\d\d)\b"
)


class _Days(Struct, frozen=True):
    """How days are named, and the numbers of the names in lower case."""

    named: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def _days(lexicon: Lexicon) -> _Days:
    """`Thursday (Oct. 22)`, `Thurs, October 22`: the lexicon's names of months and weekdays, with a capital."""
    values = lexicon["dates"]["values"]
    months = {
        word: n for part in ("MONTH", "MABBR") for n, words in values[part].items() for word in words.split()
    }
    weekdays = {
        word: n for part in ("WEEKDAY", "WDAB") for n, words in values[part].items() for word in words.split()
    }
    month, weekday = (
        "|".join(sorted(map(str.capitalize, names), key=lambda w: -len(w))) for names in (months, weekdays)
    )
    named = rf"\b(?P<weekday>{weekday}),? \(?(?P<month>{month})\b\.? (?P<day>\d{{1,2}})\b(?!,? ?\d{{4}}|[:/])"
    return _Days(re.compile(named), months, weekdays)


def month_of_named_days(text: str, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The last month of the days (`Thursday (Oct. 22)`), where each is that weekday in the one year that is claimed.

    With the place of the year. None where the page claims several years, or a day does not fit.
    """
    days = _days(lexicon)
    named = {
        (days.months[m["month"].lower()], int(m["day"]), days.weekdays[m["weekday"].lower()])
        for m in days.named.finditer(text)
    }
    claims = list(_CLAIM.finditer(text)) if named else []
    years = {claim["year"] for claim in claims}
    if len(years) != 1:
        return None
    year = int(years.pop())
    if not all(_fits(year, *day) for day in named):
        return None
    span = Span(claims[0].start("year"), claims[0].end("year"))
    return f"{year}-{max(month for month, _, _ in named):02}", span


def _fits(year: int, month: int, day: int, weekday: int) -> bool:
    return 0 < day <= monthrange(year, month)[1] and date(year, month, day).isoweekday() == weekday
