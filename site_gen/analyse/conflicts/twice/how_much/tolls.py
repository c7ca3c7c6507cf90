"""The dead of one accident, counted by two reports of a few days: compared whatever else their sentences say."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.unlike import is_rest
from site_gen.analyse.conflicts.values import excluding, rivals_row
from site_gen.analyse.tables import FIGURE_POINTS, FigurePoint
from site_gen.tables import Reader, Row

_DEAD, _SOME = "dead", 10
_NEARLY = 1.35
"""How near two tolls of one accident are."""


def rival_tolls(pair: Pair, reader: Reader) -> Iterator[Row]:
    """A row for the two tolls, if they are near each other and no others are as near."""
    ours, theirs = (
        [p for p in reader.rows(FIGURE_POINTS, t.article) if _is_toll(p)] for t in (pair.one, pair.other)
    )
    near = [(a, b) for a in ours for b in theirs if max(a.value, b.value) <= _NEARLY * min(a.value, b.value)]
    if len({(a.value, b.value) for a, b in near}) != 1:
        return
    a, b = near[0]
    said = [{p.value for p in points} for points in (ours, theirs)]
    if a.value not in said[1] and b.value not in said[0] and excluding(a, b, reader):
        yield rivals_row(a, b, 1.0)


def _is_toll(point: FigurePoint) -> bool:
    return point.head == _DEAD and point.unit_kind == "count" and point.value >= _SOME and not is_rest(point)
