"""Records in, addresses and calendar days out: what several forms say of each."""

import re
from calendar import monthrange
from typing import Any, NamedTuple
from urllib.parse import quote

from site_gen.pages import urls

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_ONE = {
    "leaders": "leader",
    "people": "person",
    "agreements": "agreement",
    "events": "event",
    "topics": "topic",
    "series": "series",
    "articles": "article",
    "conflicts": "conflict",
    "lineages": "lineage",
}


_PLAIN = re.compile(r"[A-Za-z0-9/#:._~-]*")


class Days(NamedTuple):
    """The first and the last day that a date may mean, as numbers; month and day 0 where not told."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]
    sure: bool
    """No mark of doubt stands on it."""


def address(kind: str, record: Any) -> str:
    """Address of a record's page, or of its place on one, relative to the site."""
    if kind == "figures":
        return urls.figure(record.id, record.series or "", record.article)
    if kind == "quotes":
        speaker = record.speaker.id if record.speaker else None
        return urls.quote(speaker, record.id) if speaker else _sentence(record)
    return urls.record(_ONE[kind], record.id)


def sentence_address(evidence: Any) -> str:
    """Address of the sentence that evidence begins in."""
    return urls.sentence(evidence.article, evidence.s - 1)


_sentence = sentence_address


def iri(path: str) -> str:
    """An address as it may stand in a file that other programs read."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/#:._-~")


def days(edtf: str | None) -> Days | None:
    """What an EDTF date says of days; None where it names no year that a calendar has."""
    ends = (edtf or "").split("/")
    if not edtf or len(ends) > 2:
        return None
    found = [match for end in ends if (match := _DAY.fullmatch(end))]
    if len(found) != len(ends):
        return None
    first, last = (tuple(int(part or 0) for part in found[n].groups()) for n in (0, -1))
    if not all(_real(end) for end in (first, last)) or first > last:
        return None
    return Days(first, last, not any(mark in edtf for mark in "~?%"))  # type: ignore[arg-type]


def _real(end: tuple[int, ...]) -> bool:
    year, month, day = end
    return year > 0 and month <= 12 and (not day or day <= monthrange(year, month)[1])
