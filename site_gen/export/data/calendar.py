"""Events in, an iCalendar file out: every event that has a day, or days, or a month."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from site_gen.export.data.form import Lines
from site_gen.export.data.places import Days, address, days, iri
from site_gen.tables import SiteInfo
from site_gen.text.date_words import in_words

_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//site-gen//timeline//EN\r\nCALSCALE:GREGORIAN\r\n"
_STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "reported": "TENTATIVE"}
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LONGEST = 75
"""Octets of a line, by RFC 5545."""


def calendar(site: SiteInfo) -> Lines:
    """The calendar of a site's events."""
    name = _line("X-WR-CALNAME", _text(site.title))
    return Lines(lambda _kind, event: entry(event, site), _HEAD + name, "END:VCALENDAR\r\n")


def entry(event: Any, site: SiteInfo) -> str:
    """One event; empty where its date is unknown or no closer than a year."""
    found = days(event.date)
    if found is None or not found.first[1] or not found.last[1]:
        return ""
    first, last = _span(found)
    sure = found.sure and bool(found.first[2] and found.last[2])
    url = site.base_url + iri(address("events", event))
    lines = (
        ("BEGIN", "VEVENT"),
        ("UID", _text(f"{event.id}@{_host(site)}")),
        ("DTSTAMP", f"{first:%Y%m%d}T000000Z".rjust(16, "0")),
        ("DTSTART;VALUE=DATE", f"{first:%Y%m%d}".rjust(8, "0")),
        ("DTEND;VALUE=DATE", f"{last + timedelta(days=1):%Y%m%d}".rjust(8, "0")),
        ("SUMMARY", _text(event.title if sure else f"{event.title} ({in_words(event.date)})")),
        ("DESCRIPTION", _text(_told(event, url))),
        ("LOCATION", _text(event.place)),
        ("CATEGORIES", _text(event.kind)),
        ("STATUS", _STATUS[event.status] if sure else "TENTATIVE"),
        ("TRANSP", "TRANSPARENT"),
        ("URL", url if site.base_url else ""),
        ("X-EDTF", event.date),
        ("END", "VEVENT"),
    )
    return "".join(_line(name, value) for name, value in lines if value)


def _span(found: Days) -> tuple[date, date]:
    (year, month, day), (to_year, to_month, to_day) = found.first, found.last
    return (
        date(year, month, day or 1),
        min(date(to_year, to_month, to_day or monthrange(to_year, to_month)[1]), date(9999, 12, 30)),
    )


def _told(event: Any, url: str) -> str:
    said = " ".join(event.evidence[0].exact.split()) if event.evidence else ""
    articles = len(event.articles)
    many = f"{articles} article{'' if articles == 1 else 's'}"
    when = f"{in_words(event.date)} ({event.date_basis})"
    return f"{said}\nStatus: {event.status}. Date: {when}. Told by {many}. {url}".strip()


def _host(site: SiteInfo) -> str:
    return site.base_url.split("//", 1)[-1].split("/", 1)[0] or "site-gen.invalid"


def _text(value: str) -> str:
    """A value as iCalendar escapes it; control characters are left out."""
    plain = _CONTROLS.sub("", value)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _line(name: str, value: str) -> str:
    """A content line, folded without cutting a character."""
    text = f"{name}:{value}"
    if len(text) * 4 <= _LONGEST or len(text.encode("utf-8", "replace")) <= _LONGEST:
        return text + "\r\n"
    if text.isascii():
        rest = range(_LONGEST, len(text), _LONGEST - 1)
        return "\r\n ".join((text[:_LONGEST], *(text[at : at + _LONGEST - 1] for at in rest))) + "\r\n"
    folded: list[str] = []
    width = 0
    for character in text:
        size = len(character.encode("utf-8", "replace"))
        if width + size > _LONGEST:
            folded.append("\r\n ")
            width = 1
        folded.append(character)
        width += size
    return "".join(folded) + "\r\n"
