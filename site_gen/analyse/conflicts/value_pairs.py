"""Which articles may contradict each other on a measure: found in its block, without a look at figure or text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from site_gen.analyse.conflicts.sides import may_differ, neighbours
from site_gen.analyse.tables import FIGURE_POINTS, VALUE_PAIRS, FigurePoint, ValuePair, ValueRef
from site_gen.tables import Reader, Row

LONG_STORY = 130
_STORY, _YEAR = 60, 400
_MOST = 60
"""Figures of a block that are compared whatever their articles are about; and articles that one is compared with."""


class Told(Protocol):
    """Stands for a figure of an article."""

    @property
    def id(self) -> str:
        """The figure."""

    @property
    def article(self) -> str:
        """Its article."""


class _Teller(NamedTuple):
    """An article with all that it says of the measure."""

    published: str
    article: str
    pair: str
    value: frozenset[float]
    refs: tuple[ValueRef, ...]


def pair_values(measure: str, refs: tuple[ValueRef, ...], _reader: Reader) -> Iterator[Row]:
    """Pairs of articles that say different things of one measure; `refs`: all figures that may be told of it."""
    tellers = _tellers(refs)
    if len(tellers) < 2:
        return
    met: set[tuple[str, str]] = set()
    for group in _groups(tellers, len(refs)):
        for a, b in neighbours(group, _MOST, _YEAR):
            one, other = (a, b) if a.article < b.article else (b, a)
            key = one.article, other.article
            if key not in met and _worth_a_look(measure, one, other):
                met.add(key)
                yield Row(VALUE_PAIRS, "|".join(key), ValuePair(measure, one.refs, other.refs))


def _tellers(refs: Iterable[ValueRef]) -> list[_Teller]:
    by_article: dict[str, list[ValueRef]] = defaultdict(list)
    for ref in refs:
        by_article[ref.article].append(ref)
    found = (
        _Teller(said[0].published, article, said[0].pair, frozenset([ref.value for ref in said]), tuple(said))
        for article, said in by_article.items()
    )
    return sorted(found)


def _groups(tellers: list[_Teller], figures: int) -> Iterable[list[_Teller]]:
    """All of them, or in a large block those of one month that are about one person or agreement."""
    if figures <= _MOST:
        return [tellers]
    groups: dict[tuple[str, str], list[_Teller]] = defaultdict(list)
    for teller in _not_alone(tellers):
        for about in teller.refs[0].about:
            groups[about, teller.published[:7]].append(teller)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _not_alone(tellers: list[_Teller]) -> list[_Teller]:
    """Those whose two countries another article of the month is about, or may be: the others meet nobody."""
    told = Counter((teller.published[:7], teller.pair) for teller in tellers)
    months = {month for month, pair in told if not pair}
    return [t for t in tellers if t.published[:7] in months or told[t.published[:7], t.pair] > 1]


def _worth_a_look(measure: str, one: _Teller, other: _Teller) -> bool:
    if one.value <= other.value or other.value <= one.value:
        return False
    said = {one.article: one.value, other.article: other.value}
    return any(worth_a_look(measure, a, b, said) for a in one.refs for b in other.refs)


def worth_a_look(
    measure: str, a: ValueRef, b: ValueRef, said: Mapping[str, frozenset[float] | set[float]]
) -> bool:
    """Whether two figures may be rivals: `said` are all values of the measure in each article."""
    counted = not measure.split("|")[0].isupper()
    most = _STORY if not set(a.about) & set(b.about) else _YEAR if counted else LONG_STORY
    return may_differ(a, b, said, most)


def point_of(figure: Told, reader: Reader) -> FigurePoint | None:
    """All that comparing needs of a figure."""
    points = reader.rows(FIGURE_POINTS, figure.article)
    return next((point for point in points if point.id == figure.id), None)
