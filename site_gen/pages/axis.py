"""Days in, a line of 1000 units out: long times without events are left out, and the line says so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct

_YEAR = 365.25
_MONTH = 30.4375
_LONG = 0.3
"""A time without events that takes this share of the line is left out."""
_GAP = 60.0
"""Units that stand for a time left out."""
_LEFT = 60
"""Labels up to here begin at their tick."""
_LABEL = 120.0
"""Units that a label needs."""
_DAY_LABEL = 150.0
"""Units that the name of a day needs."""
_DAYS = 45
"""A line of so few days names the days on which something begins, not months."""

Tick = tuple[float, str]
"""Its place and its name, in EDTF."""


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
    starts: tuple[float, ...] = ()
    """Days on which something begins."""

    def place(self, day: float) -> float:
        """Where a day is drawn."""
        piece = next((p for p in self.pieces if day <= p.end), self.pieces[-1])
        share = (day - piece.start) / max(1.0, piece.end - piece.start)
        return round(min(1000.0, piece.left + share * (piece.right - piece.left)), 1)

    def breaks(self) -> tuple[float, ...]:
        """The middle of each time left out."""
        return tuple(round((p.left + p.right) / 2, 1) for p in self.pieces if p.empty)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Place and name of years, months where the line has few years, or days; no two close to each other."""
        pieces = [piece for piece in self.pieces if not piece.empty]
        found = _spaced(chain.from_iterable(map(_ticks, pieces)), _LABEL)
        names = {name for _, name in found}
        if sum(p.end - p.start for p in pieces) > _DAYS and len(names) == len(found) > 1:
            return found
        return _spaced(((self.place(day), _day(day)) for day in self.starts), _DAY_LABEL)


def _spaced(ticks: Iterable[Tick], label: float) -> tuple[Tick, ...]:
    """Those that have room: one at the left edge begins there, others are centred."""
    found: list[Tick] = []
    for tick in ticks:
        if not found or tick[0] - found[-1][0] >= (label * 1.5 if found[-1][0] <= _LEFT else label):
            found.append(tick)
    return tuple(found)


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
    return Axis(tuple(pieces), tuple(days))


def _edges(before: float, after: float, whole: float) -> tuple[float, float]:
    """Where a time left out begins and ends: a little away from the events beside it."""
    margin = min(_MONTH, (after - before) / 8, whole / 20)
    return before + margin, after - margin


def _ticks(piece: Piece) -> Iterator[tuple[float, str]]:
    room = max(1.0, (piece.right - piece.left) / _LABEL)
    years = (piece.end - piece.start) / _YEAR
    named = _years(piece, room) if years > 2 else _months(piece, room)
    yield from _placed(piece, named) or [(piece.left, _last_named(piece, years))]


def _placed(piece: Piece, named: Iterable[Tick]) -> list[Tick]:
    scale = (piece.right - piece.left) / max(1.0, piece.end - piece.start)
    return [(round(piece.left + max(0.0, day - piece.start) * scale, 1), name) for day, name in named]


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


def _day(day: float) -> str:
    """The name of a day that is counted as the events are: months of 30.44 days, years of 365.25."""
    year, rest = divmod(day - 0.98, _YEAR)
    month, past = divmod(rest, 30.44)
    return f"{int(year):04d}-{min(11, int(month)) + 1:02d}-{int(past) + 1:02d}"
