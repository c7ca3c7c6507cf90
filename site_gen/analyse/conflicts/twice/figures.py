"""Figures of two reports that stand in one place of one story."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.measures import other_heads
from site_gen.analyse.conflicts.twice.align import Pair, Place
from site_gen.analyse.conflicts.twice.judge import one_thing
from site_gen.analyse.conflicts.twice.match import matches
from site_gen.analyse.conflicts.values import excluding, one_unit, rivals_row
from site_gen.analyse.tables import FIGURE_POINTS, FigurePoint, Telling
from site_gen.tables import Reader, Row


def rival_figures(pair: Pair, reader: Reader) -> Iterator[Row]:
    """Rows of the figures that cannot both be so."""
    ours, theirs = (reader.rows(FIGURE_POINTS, t.article) for t in (pair.one, pair.other))
    first, second = _places(pair.one, ours), _places(pair.other, theirs)

    def fits(n: int, m: int) -> bool:
        return one_unit(ours[n], theirs[m]) and not other_heads(ours[n], theirs[m])

    for match in matches(pair, first, second, fits):
        a, b = ours[match.one], theirs[match.other]
        if one_thing(a.unit_kind, a.value, b.value, match) and excluding(a, b, reader):
            yield rivals_row(a, b, match.like.share)


def _places(telling: Telling, points: tuple[FigurePoint, ...]) -> list[Place]:
    numbers = {told.evidence.sentence: n for n, told in enumerate(telling.sentences)}
    return [(numbers[p.sentence.sentence], p.evidence.start, p.evidence.end) for p in points if p.sentence.sentence in numbers]
