"""A time named by its end (`the quarter ended March 31`), or by the one a year later (`a year earlier`)."""

import re

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.slots import token_at
from site_gen.records import DateFinding
from site_gen.text.numbers import Tokens

_MONTHS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}
_ENDED = frozenset({"ended", "ending", "to", "through"})
_INTO = frozenset({"in", "on", "the", "end", "of"})
_LINKS = frozenset({"that", "which"})


def span_to(tokens: Tokens, found: Quantity, date: DateFinding) -> str | None:
    """The months of the time that a date ends, as EDTF; None where it ends none.

    A rate `in the year to September` is September's, over a year.
    """
    months = _length(tokens, token_at(tokens, date.evidence.start) - 1)
    day = date.edtf or ""
    rate = found.kind == "percent" and months == _MONTHS["year"]
    if rate or not months or not (day[:4].isdigit() and day[5:7].isdigit()) or "/" in day:
        return None
    last = int(day[:4]) * 12 + int(day[5:7]) - 1
    year, month = divmod(last - months + 1, 12)
    return f"{year:04}-{month + 1:02}/{day[:7]}"


def _length(tokens: Tokens, at: int) -> int:
    """Of how many months the time is whose end stands behind the token `at`; 0 where none is."""
    while at > 0 and tokens.low[at] in _INTO:
        at -= 1
    if at < 1 or tokens.low[at] not in _ENDED:
        return 0
    if tokens.low[at - 1] in _LINKS and tokens.low[at] == "ended":
        at -= 1
    moved = tokens.low[at] == "to" and "from" in tokens.low[max(0, at - 4) : at]  # `from this year to March`
    return 0 if moved else _MONTHS.get(tokens.low[at - 1], 0)


def a_year_before(tokens: Tokens, found: Quantity) -> bool:
    """`from 1.67 billion a year earlier`: the same part of the year before."""
    at = found.last + (tokens.near[found.last] == ",")
    behind = tokens.low[at : at + 3]
    return behind[:2] == ["a", "year"] and behind[2:] in (["earlier"], ["before"], ["ago"])


def year_before(period: str | None) -> str:
    """`2030-04/2030-06` for `2031-04/2031-06`; empty for a time of which no part is told, or a day."""
    parts = (period or "").split("/")
    if not all(_PART.fullmatch(part) for part in parts):
        return ""
    return "/".join(f"{int(part[:4]) - 1:04}{part[4:]}" for part in parts)


_PART = re.compile(r"\d{4}-\d\d")
