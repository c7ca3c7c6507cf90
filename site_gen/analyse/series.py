"""Figures of one measure -> series over periods, with what can be derived."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import FIGURE_SERIES, SeriesFigure
from site_gen.records import Series, SeriesPoint
from site_gen.resolve.folding import fold, slug
from site_gen.resolve.intervals import earliest, precision
from site_gen.tables import CARDS, SERIES, Card, Reader, Row

Line = tuple[str, ...]


def compare_figures(_key: str, points: tuple[SeriesFigure, ...], _reader: Reader) -> Iterator[Row]:
    """Series of one unit and measure."""
    lines: dict[Line, list[SeriesFigure]] = defaultdict(list)
    for point in points:
        lines[_line(point)].append(point)
    for line in sorted(lines):
        members = sorted(lines[line], key=lambda p: (earliest(p.period), p.id))
        if len({p.period for p in members if p.period}) > 1 and not all(p.equivalent for p in members):
            yield from _series(line, members)


def _line(point: SeriesFigure) -> Line:
    """What must be equal for two figures to stand in one series."""
    words = tuple(w for w in point.words)[:4]
    return (point.unit, fold(point.place), *(words or (fold(point.measure),)))


def _series(line: Line, members: list[SeriesFigure]) -> Iterator[Row]:
    measure = min(
        (p.measure for p in members if p.measure), key=lambda m: (len(m), m), default=members[0].unit
    )
    told = measure_words(f"{measure} {members[0].unit}")
    beside = " ".join(word for word in line[2:] if word not in told)
    series = slug(f"{measure} {line[1]} {members[0].unit} {beside}")
    points = _points(members)
    record = Series(
        id=series, title=measure[:1].upper() + measure[1:], measure=measure, unit=members[0].unit,
        unit_kind=members[0].unit_kind, figures=tuple(p.id for p in members), points=points,
        derived=tuple(_derived(points)), notes=tuple(_notes(members)),
    )  # fmt: skip
    yield Row(SERIES, series, record)
    yield Row(CARDS, f"series/{series}", Card("series", series, record.title, record.unit))
    for member in members:
        yield Row(FIGURE_SERIES, member.article, (member.id, series))


def _points(members: list[SeriesFigure]) -> tuple[SeriesPoint, ...]:
    found: dict[tuple[str | None, float, str], SeriesPoint] = {}
    for p in members:
        found.setdefault((p.period, p.value, p.status), SeriesPoint(p.period, p.value, p.status, p.id))
    return tuple(found.values())


def _derived(points: tuple[SeriesPoint, ...]) -> Iterator[SeriesPoint]:
    """Growth from each period to the next, where both are actual, of one length and give one value."""
    periods: dict[str, list[SeriesPoint]] = defaultdict(list)
    for point in points:
        if point.period and point.status == "actual":
            periods[point.period].append(point)
    single = [(period, found[0]) for period, found in periods.items() if len({p.value for p in found}) == 1]
    single.sort(key=lambda item: (earliest(item[0]), item[0]))
    for (before, a), (after, b) in pairwise(single):
        if a.value and precision(before) == precision(after):
            growth = round((b.value / a.value - 1) * 100, 1)
            formula = f"({b.value:g} / {a.value:g} - 1) x 100, per cent, {before} to {after}"
            yield SeriesPoint(after, growth, "derived", "", formula)
    yield from _average(single)


def _average(single: list[tuple[str, SeriesPoint]]) -> Iterator[SeriesPoint]:
    """Growth a year on average from the first year to the last, where more than one year lies between them."""
    plain = [
        (int(period), point) for period, point in single if precision(period) == "year" and period.isdigit()
    ]
    if len(plain) < 2:
        return
    (first, a), (last, b) = plain[0], plain[-1]
    if last - first > 1 and a.value > 0 and b.value > 0:
        growth = round(((b.value / a.value) ** (1 / (last - first)) - 1) * 100, 1)
        formula = f"(({b.value:g} / {a.value:g}) ^ (1 / {last - first}) - 1) x 100, per cent a year, {first} to {last}"
        yield SeriesPoint(f"{first}/{last}", growth, "derived", "", formula)


def _notes(members: list[SeriesFigure]) -> Iterator[str]:
    kinds = {precision(p.period) for p in members if p.period}
    if "range" in kinds and len(kinds) > 1:
        yield "Fiscal years stand beside calendar years."
    if any(p.currency_assumed for p in members):
        yield "The currency of a bare sign is assumed."
    if len({p.status for p in members}) > 1:
        yield "Targets stand beside actual values."
