"""Figures of one measure -> series over periods, with what can be derived."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from site_gen.analyse.points import measure_words
from site_gen.analyse.series_figure import SeriesFigure
from site_gen.analyse.tables import FIGURE_SERIES
from site_gen.records import Series, SeriesPoint
from site_gen.resolve.folding import fold, slug
from site_gen.resolve.intervals import days, earliest, precision
from site_gen.resolve.words import word_set
from site_gen.tables import CARDS, SERIES, Card, Reader, Row

Line = tuple[str, ...]


def compare_figures(_key: str, points: tuple[SeriesFigure, ...], _reader: Reader) -> Iterator[Row]:
    """Series of one unit and measure."""
    lines: dict[Line, list[SeriesFigure]] = defaultdict(list)
    for point in points:
        lines[_line(point)].append(point)
    for line in sorted(lines):
        members = sorted(lines[line], key=lambda p: (earliest(p.period), p.id))
        if _only_people(members):
            continue
        if len({p.period for p in members if p.period}) > 1 and not all(p.equivalent for p in members):
            yield from _series(line, members)


def _line(point: SeriesFigure) -> Line:
    """What must be equal for two figures to stand in one series."""
    words = point.words[:4]
    kind = f"per {point.per}" if point.per else "change" if point.step else ""
    return (point.unit, fold(point.place), kind, *(words or (fold(point.measure),)))


def _only_people(members: list[SeriesFigure]) -> bool:
    """Whether nothing is told of those who are counted: `people` may be anybody."""
    return all(fold(p.measure) in ("", p.unit) and p.unit in word_set("analysis", "anybody") for p in members)


def _series(line: Line, members: list[SeriesFigure]) -> Iterator[Row]:
    measure = min(
        (p.measure for p in members if p.measure), key=lambda m: (len(m), m), default=members[0].unit
    )
    told = measure_words(f"{measure} {members[0].unit}")
    beside = " ".join(word for word in line[3:] if word not in told)
    series = slug(f"{measure} {line[1]} {members[0].unit} {line[2]} {beside}")
    points = _points(members)
    record = Series(
        id=series, title=measure[:1].upper() + measure[1:], measure=measure, unit=members[0].unit,
        unit_kind=members[0].unit_kind, figures=tuple(p.id for p in members), points=points,
        derived=tuple(_derived(points, members[0].unit_kind)), notes=tuple(_notes(members)),
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


def _derived(points: tuple[SeriesPoint, ...], unit_kind: str) -> Iterator[SeriesPoint]:
    """Growth from each period to the next, where both are actual, of one length and give one value.

    None of shares: what 11.4% is more than 3.1% is no growth that anybody tells.
    """
    periods: dict[str, list[SeriesPoint]] = defaultdict(list)
    for point in points:
        if point.period and point.status == "actual" and unit_kind != "percent":
            periods[point.period].append(point)
    single = [(period, found[0]) for period, found in periods.items() if len({p.value for p in found}) == 1]
    single.sort(key=lambda item: (earliest(item[0]), item[0]))
    for (before, a), (after, b) in pairwise(single):
        if a.value and precision(before) == precision(after) and _as_long(before, after):
            growth = round((b.value / a.value - 1) * 100, 1)
            formula = f"({b.value:g} / {a.value:g} - 1) x 100, per cent, {before} to {after}"
            yield SeriesPoint(after, growth, "derived", "", formula)
    yield from _average(single)


def _as_long(one: str, other: str) -> bool:
    """Whether two periods are of one length: a quarter is not held against a year."""
    first, second = days(one), days(other)
    return bool(first and second) and abs(first.length - second.length) <= _SLACK  # type: ignore[union-attr]


_SLACK = 4


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
    fiscal = any(_as_long(p.period, _YEAR) for p in members if p.period and precision(p.period) == "range")
    if fiscal and len(kinds) > 1:
        yield "Fiscal years stand beside calendar years."
    if any(p.currency_assumed for p in members):
        yield "The currency of a bare sign is assumed."
    statuses = {p.status for p in members}
    if len(statuses) > 1 and "estimate" in statuses:
        yield (
            "Forecasts stand beside actual values."
            if "actual" in statuses
            else "Forecasts stand beside targets."
        )
    if "actual" in statuses and not statuses.isdisjoint({"target", "commitment"}):
        yield "Targets stand beside actual values."


_YEAR = "2001"
