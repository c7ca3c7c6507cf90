"""`Tokyo [Japan], August 29 (ANI):` and its like: where and when an agency's report was filed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from site_gen.lexicon import Lexicon
from site_gen.load.days import month_number
from site_gen.records import Dateline, Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = (
    rf"(?P<date>{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s(?:19|20)\d\d)?)"
)
_NAME = r"[A-Z\u00c0-\u024f][\w\u00c0-\u024f.'’-]{0,24}"
_PLACE = rf"(?P<place>{_NAME}(?:[ \u00a0/-]{{1,2}}(?:{_NAME}|of|the|de|la|el|al|al-{_NAME}|and)){{0,4}})"
_REGION = rf"(?:\s?[\[(](?P<bracket>[A-Z][\w .'-]{{1,30}})[\])]|,\s(?!{_MONTH}\b)(?P<comma>{_NAME}(?:\s{_NAME}){{0,3}}))?"
_AGENCY = r"\s?[(/\[](?P<agency>[A-Za-z][\w .&/-]{1,40}?)[)/\]]"
_END = r"\s{0,2}(?P<end>:|--|[-–—](?=\s|[A-Z\"“‘]))"

_PLACED = re.compile(rf"{_PLACE}{_REGION}(?:(?:,|\s?\||:)?\s?{_DAY}[.,]?)?(?:{_AGENCY})?(?:{_END})?\s{{0,3}}")
_BARE = re.compile(rf"\((?P<agency>[A-Za-z][\w .&/-]{{1,40}}?)\)(?:{_END})\s{{0,3}}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\b\d{1,2}")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline, and the day it names: month and day, with the year where it is written."""

    dateline: Dateline
    month: int
    day: int
    year: int


def find_dateline(text: str, start: int, end: int, lexicon: Lexicon) -> FoundDateline | None:
    """The dateline that `text` opens with at `start`; None where there is none.

    One needs two of: a place, a day, a known agency, a closing mark. So a sentence that begins with a place,
    or a heading with a colon, is none.
    """
    head = text[start : min(end, start + 160)]
    match = _PLACED.match(head) or _BARE.match(head)
    if not match or not _is_dateline(match, head, lexicon):
        return None
    return _taken_apart(match, start, lexicon)


def _is_dateline(match: re.Match[str], head: str, lexicon: Lexicon) -> bool:
    parts = match.groupdict()
    agency = known_agency(parts.get("agency") or "", lexicon)
    rest = head[match.end() :]
    if not re.match(r"[\"“‘'(\[]?[A-Z0-9$€£\u00c0-\u024f]", rest):
        return False
    if not parts.get("end"):
        return bool(agency and parts.get("date"))
    if agency or (parts.get("agency") and parts.get("date")):
        return True
    place = parts.get("place") or ""
    if parts.get("agency"):
        return False
    return bool(parts.get("date")) or (place.isupper() and len(place) > 3 and _spoken(rest))


def _spoken(rest: str) -> bool:
    """Whether prose follows: some word of it in lower case."""
    return bool(re.search(r"\b[a-z]{2,}", rest))


def _taken_apart(match: re.Match[str], start: int, lexicon: Lexicon) -> FoundDateline:
    parts = match.groupdict()
    date = parts.get("date") or ""
    month, day, year = _day_of(date)
    date_span = Span(start + match.start("date"), start + match.end("date")) if date else None
    place = parts.get("place") or ""
    line = Dateline(
        span=Span(start, start + match.end() - (len(match.group()) - len(match.group().rstrip()))),
        place=_cased(place),
        country=_cased(parts.get("bracket") or parts.get("comma") or ""),
        agency=known_agency(parts.get("agency") or "", lexicon),
        edtf=f"{year}-{month:02}-{day:02}" if year and day else None,
        date_span=date_span,
    )
    return FoundDateline(line, month, day, year)


def _day_of(date: str) -> tuple[int, int, int]:
    """Month, day and year of a day as written; zeros for what is missing or impossible."""
    if not date:
        return 0, 0, 0
    name = re.search(r"[A-Za-z]{3,}", date)
    month = month_number(name.group()) if name else 0
    written = _YEAR.search(date)
    year = int(written.group()) if written else 0
    number = _NUMBER.search(date)
    day = int(number.group()) if number else 0
    return (month, day, year) if month and 0 < day <= monthrange(year or 2024, month)[1] else (0, 0, 0)


def known_agency(words: str, lexicon: Lexicon) -> str:
    """The agency that signs so, or an empty string. `Reuters/AP` counts as its first."""
    names = _agencies(lexicon)
    for part in (words, *re.split(r"[/,]| and ", words)):
        if part.strip().casefold() in names:
            return names[part.strip().casefold()]
    return ""


@cache
def _agencies(lexicon: Lexicon) -> dict[str, str]:
    return {signed.casefold(): name for signed, name in lexicon["agencies"]["names"].items()}


def _cased(place: str) -> str:
    place = re.sub(r"\s+", " ", place)
    if not place.isupper() or (len(place) <= 3 or "." in place):
        return place
    return re.sub(
        r"[^\W\d_]+", lambda m: m.group() if m.group() in {"UN", "EU"} else m.group().capitalize(), place
    )
