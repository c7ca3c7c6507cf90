"""When an article was published, by what its own text says: stated, or the dateline with a year. Never a guess."""

import re

from msgspec.structs import replace

from site_gen.lexicon import Lexicon
from site_gen.load.body import Body
from site_gen.load.collection_year import year_among
from site_gen.load.dateline import FoundDateline
from site_gen.load.dateline_year import year_by_weekday
from site_gen.load.days import Day, read_day
from site_gen.load.named_days import month_of_named_days
from site_gen.records import ArticleId, Dateline, Evidence, Published, Span

_FULL = re.compile(
    r"\b(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?),?\s(?:19|20)\d\d\b"
)
_NEAR = 14


def published_of(
    name: ArticleId, text: str, body: Body, lexicon: Lexicon, months: tuple[str, ...] = ()
) -> tuple[Published, Dateline | None]:
    """The publication date, and the dateline with its year where it can be told.

    `months`: those in which other articles say that they were published.
    """
    found = body.dateline
    if body.stated:
        edtf, span = body.stated
        return Published(edtf, "stated", 1.0, _evidence(name, text, span)), dateline_in(found, edtf)
    if not found:
        return _by_named_days(name, text, lexicon), None
    dateline = found.dateline
    note = ""
    if found.day and not dateline.edtf:
        dateline = replace(dateline, edtf=_day_in_text(text, found))
    if found.day and not dateline.edtf and (year := year_among(text, found, months)):
        dateline = replace(dateline, edtf=_with_year(year, found))
        note = "the year is the one that brings the day near to the other articles"
    if found.day and not dateline.edtf and (year := year_by_weekday(text, found)):
        dateline = replace(dateline, edtf=_with_year(year, found))
        note = "the year is the one in which the day is the weekday that the text names"
    if dateline.edtf and dateline.date_span:
        sure = 0.95 if found.year else 0.7 if note else 0.85
        place = _evidence(name, text, dateline.date_span)
        return Published(dateline.edtf, "dateline", sure, place, note), dateline
    note = "the dateline names the day but not the year" if found.day else ""
    return Published(None, "unknown", 0.0, None, note), dateline


def _by_named_days(name: ArticleId, text: str, lexicon: Lexicon) -> Published:
    told = month_of_named_days(text, lexicon)
    if told is None:
        return Published(None, "unknown", 0.0)
    note = "the days that the text names are those weekdays in the year of the copyright"
    return Published(told[0], "stated", 0.6, _evidence(name, text, told[1]), note)


def dateline_in(found: FoundDateline | None, stated: str) -> Dateline | None:
    """The dateline with the year that brings it nearest to the stated date."""
    if not found or not found.day or found.dateline.edtf or len(stated) < 7:
        return found.dateline if found else None
    year, month = int(stated[:4]), int(stated[5:7])
    year += {(12, 1): 1, (1, 12): -1}.get((month, found.month), 0)
    return replace(found.dateline, edtf=_with_year(year, found))


def _evidence(name: ArticleId, text: str, span: Span) -> Evidence:
    return Evidence(name, span.start, span.end, text[span.start : span.end], -1)


def _with_year(year: int, found: FoundDateline) -> str | None:
    day = read_day(f"{year}-{found.month:02}-{found.day:02}")
    return day.edtf if isinstance(day, Day) else None


def _day_in_text(text: str, found: FoundDateline) -> str | None:
    """The dateline's day in the one year of the text's full dates within two weeks of it; None if there are two."""
    days = (read_day(match.group()) for match in _FULL.finditer(text))
    years = {
        day.edtf[:4]
        for day in days
        if isinstance(day, Day) and len(day.edtf) == 10 and _near(day.edtf, found)
    }
    return _with_year(int(years.pop()), found) if len(years) == 1 else None


def _near(edtf: str, found: FoundDateline) -> bool:
    return abs(30 * (int(edtf[5:7]) - found.month) + int(edtf[8:]) - found.day) <= _NEAR
