"""Judges who are named without their court: it is the one court that the article has named before."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.reading import Context, Reading

_COURT = re.compile(
    rf"\b((?:[{UPPER}][\w’'-]+ )+(?:Court|Tribunal)(?: (?:of|for|in) (?:the )?[{UPPER}]\w+(?: [{UPPER}]\w+)*)?"
    rf"|[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)? (?:(?:district|regional|criminal|federal|high|appeals) )?court)\b"
)
_ANY = re.compile(r"\b[Aa] (?:[a-z]+ )?court in [A-Z]")
"""`A court in Lund ruled`: another one than the court that has a name."""
_NEAR = 250
_STARTS = ("The ", "A ", "An ", "At ", "In ", "On ", "But ", "And ")


def of_court(reading: Reading, context: Context) -> Reading:
    """`presiding judge X`: of the court that stands alone before the title."""
    if reading.organization or reading.jurisdiction or reading.status == "former":
        return reading
    if reading.title.lower() not in context.words.sets["of_courts"]:
        return reading
    if _ANY.search(context.text, max(0, reading.start - _NEAR), reading.start):
        return reading
    named = {
        _plain(m.group(1))
        for m in _COURT.finditer(context.text, 0, reading.start)
        if not _of_land(m, context)
    }
    own = {name for name in named if not any(name != other and other.startswith(name) for other in named)}
    return reading._replace(organization=own.pop()) if len(own) == 1 else reading


def _of_land(match: re.Match[str], context: Context) -> bool:
    """`a Peruvian court` is any of them."""
    place = context.starts.get(match.start() + match.group().find(_plain(match.group())))
    return match.group().endswith(" court") and place is not None and place.rule == "adjective"


def _plain(name: str) -> str:
    for opener in _STARTS:
        name = name.removeprefix(opener)
    return name
