"""Offices in, a line of time out: when each was held, as far as the articles say, and what they leave open."""

from collections.abc import Sequence

from msgspec import Struct

from site_gen.pages.axis import axis
from site_gen.pages.timeline import day_bounds
from site_gen.records import Office

_NOW = frozenset({"current", "acting"})
_LEAST = 8.0


class Term(Struct, frozen=True):
    """One office on the line."""

    label: str
    """The office, and where."""
    x: float
    """Where it begins, or the first time at which it is told."""
    width: float
    """How long it is held, or told."""
    status: str
    """current, former, elect or acting."""
    begins: bool
    """An article says since when; without that the line before it is open."""
    ends: bool
    """It is over, and an article says when."""


class Terms(Struct, frozen=True):
    """The offices of a person, a row each, along a line of 1000 units."""

    rows: tuple[Term, ...]
    """Those of which a time is told; empty where there is nothing to compare."""
    ticks: tuple[tuple[float, str], ...]
    """Place and name of years or months."""
    breaks: tuple[float, ...]
    """Where time is left out."""


def terms(offices: Sequence[Office]) -> Terms:
    """The line; nothing where fewer than two offices have a time, and none has a beginning."""
    placed = [(office, bounds) for office in offices if (bounds := _bounds(office)) is not None]
    if len(placed) < 2 and not any(office.start for office, _ in placed):
        return Terms((), (), ())
    line = axis([first for _, (first, _) in placed], max(last for _, (_, last) in placed) + 30)
    rows = []
    for office, (first, last) in sorted(placed, key=lambda one: (one[1], one[0].title)):
        x = min(line.place(first), 1000 - _LEAST)
        width = max(_LEAST, round(line.place(last) - x, 1))
        where = office.jurisdiction or office.organization
        label = ", ".join(filter(None, (office.title, where)))
        over = bool(office.end) and office.status not in _NOW
        rows.append(Term(label, x, width, office.status, bool(office.start), over))
    return Terms(tuple(rows), line.ticks(), line.breaks())


def _bounds(office: Office) -> tuple[float, float] | None:
    """First and last day on which the office is told to be held."""
    as_of = None if office.as_of_report and not (office.start or office.ended_by) else office.as_of
    told = [day_bounds(date) for date in (office.start, as_of, office.end) if date]
    known = [bounds for bounds in told if bounds is not None]
    return (known[0][0], known[-1][0]) if known and known[0][0] <= known[-1][0] else None
