"""Days in, a line of 1000 units out: long times without events are left out, and the line says so."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

_YEAR = 365.25
_MONTH = 30.4375
_LONG = 0.3
"""A time without events that takes this share of the line is left out."""
_GAP = 60.0
"""Units that stand for a time left out."""
_LEFT = 40
"""Labels up to here begin at their tick."""
_LABEL = 120.0
"""Units that a label needs."""


class Piece(Struct, frozen=True):
    """A stretch of time and where it is drawn."""

    start: float
    end: float
    left: float
    right: float
    empty: bool
    """A time without events, drawn shorter than it was."""


class Axis(Struct, frozen=True):
    """Stretches of time, one after the other."""

    pieces: tuple[Piece, ...]

    def place(self, day: float) -> float:
        """Where a day is drawn."""
        piece = next((p for p in self.pieces if day <= p.end), self.pieces[-1])
        share = (day - piece.start) / max(1.0, piece.end - piece.start)
        return round(min(1000.0, piece.left + share * (piece.right - piece.left)), 1)

    def breaks(self) -> tuple[float, ...]:
        """The middle of each time left out."""
        return tuple(round((p.left + p.right) / 2, 1) for p in self.pieces if p.empty)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Place and name of years, or of months where the line has few years; no two close to each other."""
        found: list[tuple[float, str]] = []
        for piece in self.pieces:
            if not piece.empty:
                found += (t for t in _ticks(piece) if not found or t[0] - found[-1][0] >= _room(found[-1][0]))
        return tuple(found)


def _room(x: float) -> float:
    """What a label needs to its right: one at the left edge begins there, others are centred."""
    return _LABEL * 1.5 if x <= _LEFT else _LABEL


def axis(starts: Sequence[float], last: float) -> Axis:
    """The line for events that begin on these days and are over by the last one."""
    days = sorted(set(starts))
    whole = max(1.0, last - days[0])
    gaps = [(a, b) for a, b in pairwise(days) if (b - a) / whole > _LONG]
    edges = [days[0], *(edge for gap in gaps for edge in _edges(*gap, whole)), max(last, days[-1] + 1)]
    spare = (1000 - _GAP * len(gaps)) / max(1.0, sum(b - a for a, b in list(pairwise(edges))[::2]))
    pieces: list[Piece] = []
    left = 0.0
    for number, (start, end) in enumerate(pairwise(edges)):
        right = left + (_GAP if number % 2 else (end - start) * spare)
        pieces.append(Piece(start, end, left, right, bool(number % 2)))
        left = right
    return Axis(tuple(pieces))


def _edges(before: float, after: float, whole: float) -> tuple[float, float]:
    """Where a time left out begins and ends: a little away from the events beside it."""
    margin = min(_MONTH, (after - before) / 8, whole / 20)
    return before + margin, after - margin


def _ticks(piece: Piece) -> Iterator[tuple[float, str]]:
    room = max(1.0, (piece.right - piece.left) / _LABEL)
    years = (piece.end - piece.start) / _YEAR
    scale = (piece.right - piece.left) / max(1.0, piece.end - piece.start)
    named = _years(piece, room) if years > 2 else _months(piece, room)
    inside = [(round(piece.left + (day - piece.start) * scale, 1), name) for day, name in named]
    yield from inside or [(piece.left, _last_named(piece, years))]


def _last_named(piece: Piece, years: float) -> str:
    """The year or the month in which a stretch ends, where none of its ticks has room."""
    year, day = divmod(piece.end - 1, _YEAR)
    return f"{int(year)}" if years > 2 else f"{int(year)}-{min(11, int(day / 30.44)) + 1:02d}"


def _years(piece: Piece, room: float) -> list[tuple[float, str]]:
    listed = range(int(piece.start // _YEAR), int(piece.end // _YEAR) + 1)
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100, 500) if len(listed) / n <= room), 1000)
    days = ((year * _YEAR + 1, str(year)) for year in listed if year % step == 0)
    return [(day, name) for day, name in days if piece.start - 2 <= day <= piece.end]


def _months(piece: Piece, room: float) -> list[tuple[float, str]]:
    listed = range(int(piece.start / _MONTH), int(piece.end / _MONTH) + 1)
    step = next((n for n in (1, 2, 3, 6) if len(listed) / n <= room), 12)
    days = (
        (m // 12 * _YEAR + m % 12 * 30.44 + 1, f"{m // 12}-{m % 12 + 1:02d}") for m in listed if m % step == 0
    )
    return [(day, name) for day, name in days if piece.start - 2 <= day <= piece.end]
