"""When a report without a dateline was written: days told with their weekday, in the year of the page's copyright."""

import re
from calendar import monthrange
from datetime import date

from site_gen.records import Span

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_NAMED = re.compile(
    r"\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \(?"
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<day>\d{1,2})\b(?!,? ?\d{4}|[:/])"
)
_CLAIM = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s:©]{0,4}(?:\([cC]\)\s?)?(?:(?:19|20)\d\d\s?[-–]\s?)?"
    r"(?P<year>(?:19|20)\d\d)\b"
)


def month_of_named_days(text: str) -> tuple[str, Span] | None:
    """The last month of the days (`Thursday (Oct. 22)`), where each is that weekday in the one year that is claimed.

    With the place of the year. None where the page claims several years, or a day does not fit.
    """
    named = {
        (_MONTHS[m["month"].lower()], int(m["day"]), _WEEKDAYS.index(m["weekday"][:3].lower()))
        for m in _NAMED.finditer(text)
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
    return 0 < day <= monthrange(year, month)[1] and date(year, month, day).weekday() == weekday
