"""`Tokyo [Japan], August 29 (ANI):` and its like: where and when an agency's report was filed."""

import re
from calendar import monthrange
from functools import cache

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.load.days import month_number
from site_gen.load.lines import trimmed
from site_gen.records import Dateline, Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
)
_DAY = (
    rf"(?P<date>(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:st|nd|rd|th)?"
    r"(?:,?\s(?:19|20)\d\d)?(?!\d))"
)
_NAME = r"[A-Z\u00c0-\u024f][\w.'’-]{0,24}"
_PLACE = rf"(?P<place>{_NAME}(?:[ \u00a0/]{{1,2}}(?:{_NAME}|of|the|de|la|el|al|and)){{0,4}})"
_REGION = (
    r"(?:\s?\[(?P<bracket>[A-Z][\w .'-]{1,30})\]|\s\((?P<round>[A-Z][\w .'-]{1,30})\)(?=,)"
    rf"|,\s(?!{_MONTH}\b)(?P<comma>{_NAME}(?:\s{_NAME}){{0,2}}))?"
)
_AGENCY = r"\s?[(/\[](?P<agency>[A-Za-z][\w .&/-]{1,40}?)[)/\]]\.?"
_END = r"\s{0,2}(?P<end>:|--|_(?=\s|$)|[-–—](?=\s|$|[A-Z\"“‘]))"
_NOTE = r"(?:\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Rewrites|Writes through)\b[^()\n]{0,80}\)\s)?"
"""What an agency changed since it first filed the report: `(Adds details) `."""
_REST = re.compile(r"(?:``|''|[\"“‘'(\[])?[A-Z0-9$€£¥₹\u00c0-\u024f]")
_SPOKEN = re.compile(r"\b[a-z]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\b\d{1,2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_STUCK = re.compile(r"\d{4}[A-Z]")
_REACH = 160
_SIGNS = (":", "-", "–", "—", "(", "/", "_")


class FoundDateline(Struct, frozen=True):
    """A dateline, and the day it names: month and day, with the year where it is written; zeros where not."""

    dateline: Dateline
    month: int
    day: int
    year: int


def find_dateline(text: str, start: int, end: int, lexicon: Lexicon) -> FoundDateline | None:
    """The dateline that `text` opens with at `start`; None where there is none.

    A known agency makes one, or a day with a closing mark, or a place in capitals that is no label with a closing
    mark. So a sentence that begins with a place, or a heading with a colon, is none.
    """
    head = text[start : min(end, start + _REACH)]
    if not (head[:1].isupper() or head.startswith("(")):
        return None
    if not any(sign in head for sign in _SIGNS) and not (head[:3].isupper() or _STUCK.search(head)):
        return None
    for form in _forms():
        match = form.match(head)
        if match and _is_dateline(match, head[match.end() :] or _after(text, end), lexicon):
            return _taken_apart(text, match, start, lexicon)
    return None


def known_agency(words: str, lexicon: Lexicon) -> str:
    """The agency that signs so, or an empty string. `Reuters/AP` counts as its first."""
    names = _agencies(lexicon)
    if len(words) > 60:
        return ""
    parts = (words, *re.split(r"[/,]|\sand\s|\s-\s", words))
    return next((names[part.strip().casefold()] for part in parts if part.strip().casefold() in names), "")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """With the day behind the agency (`ROME (AP) — March 3, 2034 —`);
    with a place; with the agency first (`(ANSA) - ROME, MAR 3 -`, `(Reuters) -`,
    `(Reuters) 3 March 2034 -`); `Dec 11 (Reuters) -`; a day
    with a year that the first word sticks to (`August 3, 2034The ...`), as pages copied without their lines have it;
    the day beside the agency (`ROME (ANSA - 3 March 2034)`) or alone in brackets (`ROME (March 3):`); a known
    place in capitals and a day, without marks.
    """
    when = rf"(?:(?:,|\s?\||:)?\s?{_DAY}[.,]?)?"
    return (
        re.compile(rf"{_NOTE}{_PLACE}{_REGION}{_AGENCY}\s?(?:--|[-–—])\s{_DAY}[.,]?{_END}\s{{0,3}}"),
        re.compile(rf"{_NOTE}{_PLACE}{_REGION}{when}(?:{_AGENCY})?(?:{_END})?\s{{0,3}}"),
        re.compile(
            rf"\((?P<agency>[A-Za-z][\w .&/-]{{1,40}}?)\)\s?[-–—]\s?{_PLACE}{_REGION},\s{_DAY}{_END}\s{{0,3}}"
        ),
        re.compile(rf"\((?P<agency>[A-Za-z][\w .&/-]{{1,40}}?)\)(?:\s{_DAY}[.,]?)?{_END}\s{{0,3}}"),
        re.compile(rf"{_DAY}{_AGENCY}{_END}\s{{0,3}}"),
        re.compile(r"\((?P<agency>(?P<bare>[A-Za-z][\w .&/-]{1,40}?))\)\s{0,3}(?=[A-Z\"“])"),
        re.compile(
            rf"{_PLACE}{_REGION}\s?[(\[](?P<agency>[A-Za-z][\w .&/-]{{1,60}}?)\s?[-–—,]\s?{_DAY}[)\]]"
            rf"(?:{_END})?\s{{0,3}}"
        ),
        re.compile(rf"{_PLACE}{_REGION}\s?[(\[]{_DAY}[)\]]{_END}\s{{0,3}}"),
        re.compile(rf"(?P<capitals>(?=[A-Z ]{{4}}){_PLACE}{_REGION},?\s{_DAY}[.,]?)\s{{1,3}}(?=[A-Z])"),
        re.compile(rf"{_DAY}(?<=(?:19|20)\d\d)(?P<glued>(?=[A-Z]))"),
    )


def _after(text: str, end: int) -> str:
    """What follows a line that is a dateline and nothing else."""
    return text[end : end + _REACH].lstrip()


def _is_dateline(match: re.Match[str], rest: str, lexicon: Lexicon) -> bool:
    parts = match.groupdict()
    if not _REST.match(rest):
        return False
    if "glued" in parts:
        return True
    if "capitals" in parts:
        return _known_in_capitals(parts["place"], lexicon) and bool(_SPOKEN.search(rest))
    signed = parts.get("agency") or ""
    if known_agency(signed, lexicon):
        return bool(parts.get("end") or parts.get("date") or parts.get("bare"))
    if signed or not parts.get("end"):
        known = _known_in_capitals(parts.get("place") or "", lexicon)
        told = bool(parts.get("end")) or known
        dated = parts.get("date") or (
            known and parts.get("end") and _SPOKEN.search(rest) and not _NUMBER.search(signed)
        )
        return bool(signed and told and dated)  # `DHAKA (Delta Press) - Rivers ...`
    return bool(parts.get("date")) or _stands_alone(match, rest, lexicon)


def _stands_alone(match: re.Match[str], rest: str, lexicon: Lexicon) -> bool:
    """A place in capitals with nothing but a mark behind it: known, or at least before a dash and no label."""
    place = match["place"]
    if not place.isupper() or len(place) < 4 or not _SPOKEN.search(rest):
        return False
    if _known_in_capitals(place, lexicon):
        return True
    return match["end"] != ":" and place not in lexicon["agencies"]["labels"]


def _known_in_capitals(place: str, lexicon: Lexicon) -> bool:
    low = place.casefold()
    return place.isupper() and any(part in _places(lexicon) for part in (low, *low.split("/")))


def _taken_apart(text: str, match: re.Match[str], start: int, lexicon: Lexicon) -> FoundDateline:
    parts = match.groupdict()
    month, day, year = _day_of(parts.get("date") or "")
    signed = " ".join((parts.get("agency") or "").split())
    place, region = _cased(parts.get("place") or ""), _cased(parts.get("comma") or "")
    is_country = region.casefold() in _places(lexicon) if region else False
    line = Dateline(
        span=Span(*trimmed(text, start, start + match.end())),
        place=place if is_country or not region else f"{place}, {region}",
        country=_cased(parts.get("bracket") or parts.get("round") or (region if is_country else "")),
        agency=known_agency(signed, lexicon) or signed,
        edtf=f"{year}-{month:02}-{day:02}" if year and day else None,
        date_span=Span(start + match.start("date"), start + match.end("date")) if parts.get("date") else None,
    )
    return FoundDateline(line, month, day, year)


def _day_of(date: str) -> tuple[int, int, int]:
    """Month, day and year of a day as written; zeros for what is missing or impossible."""
    name, number, written = (pattern.search(date) for pattern in (_LETTERS_OF_MONTH, _NUMBER, _YEAR))
    if not name or not number:
        return 0, 0, 0
    month, day, year = month_number(name.group()), int(number.group()), int(written.group()) if written else 0
    return (month, day, year) if month and 0 < day <= monthrange(year or 2024, month)[1] else (0, 0, 0)


_LETTERS_OF_MONTH = re.compile(r"[A-Za-z]{3,}")


@cache
def _agencies(lexicon: Lexicon) -> dict[str, str]:
    return {signed.casefold(): name for signed, name in lexicon["agencies"]["names"].items()}


@cache
def _places(lexicon: Lexicon) -> frozenset[str]:
    """Names of cities, capitals and countries, in lower case, where the lexicon has them."""
    cities = lexicon["cities"]["cities"].values() if "cities" in lexicon else ()
    countries = lexicon["countries"]["countries"].values() if "countries" in lexicon else ()
    fields = [
        *cities,
        *(field for country in countries for field in (*country.split(";")[:2], country.split(";")[-1])),
    ]
    return frozenset(
        name.strip(" ~").casefold() for field in fields for name in field.split(",") if name.strip(" ~")
    )


def _cased(place: str) -> str:
    """`NEW DELHI` as `New Delhi`; initials and short forms as they are."""
    place = " ".join(place.split())
    if not place.isupper() or len(place) <= 3 or "." in place:
        return place
    return _LETTERS.sub(lambda m: m.group() if m.group() in ("UN", "EU") else m.group().capitalize(), place)
