"""Calendar days in metadata, as written: ISO 8601, `29 August 2025`, `Fri, 29 Aug 2025 23:30 -0800`, `29/08/2025`.

The day is the one that stands there; it is not moved to another time zone.
"""

import re
from calendar import monthrange

from msgspec import Struct

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2100

_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_NAME},?[ -](?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"\b{_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})(?!\d)"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})(?:[/.-]|\. )(?P<b>\d{1,2})(?:[/.-]|\. )(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=T|Z|\s|$)"),
    re.compile(rf"\b{_NAME} (?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"^\s*(?P<y>\d{4})-(?P<m>\d{2})\s*$"),
    re.compile(r"^\s*(?P<y>\d{4})\s*$"),
)


class Day(Struct, frozen=True):
    """A date found in a string, with where it stands."""

    edtf: str
    start: int
    end: int


class BadDay(Struct, frozen=True):
    """Why a string is no usable date."""

    code: str
    """`date-invalid`, `date-ambiguous` or `date-range`."""
    message: str
    hint: str = ""


def read_day(words: str, order: str = "") -> Day | BadDay:
    """The date in `words`; `order` (`dmy`, `mdy`) settles `03/04/2025`."""
    words = words[:120]
    for form in _FORMS:
        match = form.search(words)
        if match and _month_known(match):
            return _checked(words, match, order)
    return BadDay("date-invalid", f"'{words.strip()[:40]}' is no date", "write it as YYYY-MM-DD")


def month_number(name: str) -> int:
    """1 to 12 for an English month or its abbreviation; 0 for any other word."""
    low = name.lower().rstrip(".")
    return next((n for n, m in enumerate(MONTHS, 1) if low in (m, m[:3]) or (low == "sept" and n == 9)), 0)


def _month_known(match: re.Match[str]) -> bool:
    name = match.groupdict().get("name")
    return name is None or month_number(name) > 0


def _checked(words: str, match: re.Match[str], order: str) -> Day | BadDay:
    parts = match.groupdict()
    if parts.get("a"):
        return _numeric(match, order)
    month = month_number(parts["name"]) if parts.get("name") else int(parts.get("m") or 0)
    return _valid(match, int(parts["y"]), month, int(parts.get("d") or 0))


def _numeric(match: re.Match[str], order: str) -> Day | BadDay:
    a, b, year = (int(match.group(name)) for name in "aby")
    order = order or (
        "dmy" if "." in match.group() else ""
    )  # `10.06.2026`: with full stops the day stands first
    if a != b and a <= 12 and b <= 12 and not order:
        both = " or ".join(f"{MONTHS[m - 1].capitalize()} {d}" for m, d in ((a, b), (b, a)))
        hint = f"write {year}-{b:02}-{a:02} or {year}-{a:02}-{b:02}, or set date_order in site.yaml"
        return BadDay("date-ambiguous", f"'{match.group()}' may be {both}", hint)
    day_first = a > 12 or (b <= 12 and order == "dmy")
    return _valid(match, year, b if day_first else a, a if day_first else b)


def _valid(match: re.Match[str], year: int, month: int, day: int) -> Day | BadDay:
    said = match.group().strip()
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return BadDay(
            "date-range", f"'{said}' is not between {FIRST_YEAR} and {LAST_YEAR}", "write it as YYYY-MM-DD"
        )
    has_month, has_day = _stands(match, "m", "name", "a"), _stands(match, "d", "a")
    if has_month and not 1 <= month <= 12:
        return BadDay(
            "date-invalid", f"'{said}' is no date (there is no month {month})", "write it as YYYY-MM-DD"
        )
    last = monthrange(year, month)[1] if has_day else 0
    if has_day and not 1 <= day <= last:
        reason = f"{MONTHS[month - 1].capitalize()} {year} has {last} days"
        return BadDay("date-invalid", f"'{said}' is no date ({reason})", "write it as YYYY-MM-DD")
    edtf = f"{year:04}" + (f"-{month:02}" if has_month else "") + (f"-{day:02}" if has_day else "")
    return Day(edtf, match.start(), match.end())


def _stands(match: re.Match[str], *names: str) -> bool:
    parts = match.groupdict()
    return any(parts.get(name) for name in names)
