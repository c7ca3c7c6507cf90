"""The figures in, those that a front page shows out."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from site_gen.pages.amounts import told_together
from site_gen.pages.figures import ON_ONE_PAGE, SeriesLine, amount_line, figures_alone, series_line
from site_gen.pages.notes import Notes
from site_gen.records import Figure
from site_gen.tables import SERIES

_LARGE = 100
"""A count below this says little by itself."""


def main_figures(notes: Notes, most: int = 8) -> tuple[SeriesLine, ...]:
    """The figures a front page shows: series with most periods, then money and shares that stand alone."""
    story = notes.story
    ids = story.keys(SERIES)[: 2 * ON_ONE_PAGE]
    series = [s for id in ids if (s := story.one(SERIES, id)) is not None and s.figures]
    series.sort(key=lambda s: (-len(s.points), -len(s.figures), s.unit_kind != "money", s.id))
    alone = [
        f
        for f in figures_alone(story)
        if f.measure and not f.opinion and (f.unit_kind in ("money", "percent") or _large(f))
    ]
    alone.sort(key=lambda f: (f.unit_kind != "money", f.equivalent_of != "", -f.value, f.id))
    amounts = sorted(told_together(story, alone), key=lambda told: -len({f.article for f in told}))
    lines = chain((series_line(notes, s) for s in series), (amount_line(notes, told) for told in amounts))
    return tuple(islice(_each_once(lines), most))


def _each_once(lines: Iterable[SeriesLine]) -> Iterator[SeriesLine]:
    """One line for an amount of money that several articles give for one time, each in its own words."""
    shown: set[tuple[float, str, str]] = set()
    for line in lines:
        amount = (line.amount.value, line.amount.unit, line.period)
        if line.amount.kind == "money" and amount in shown:
            continue
        shown.add(amount)
        yield line


def _large(figure: Figure) -> bool:
    """A count or a quantity that a front page may show: `three services` is none."""
    return figure.unit_kind in ("count", "physical") and abs(figure.value) >= _LARGE
