"""Whether what two articles say may be two sides of one matter: a look at what is at hand, before more is read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from site_gen.resolve.intervals import Days, days, gap


class Side(Protocol):
    """What one article says."""

    @property
    def article(self) -> str:
        """Who says it."""

    @property
    def value(self) -> Any:
        """What it says."""

    @property
    def published(self) -> str:
        """EDTF of its publication; may be empty."""

    @property
    def pair(self) -> object:
        """The two countries that the article is about, where there are just two."""


S = TypeVar("S", bound=Side)


def neighbours(ordered: Sequence[S], along: int, most: int) -> Iterator[tuple[S, S]]:
    """Each with the `along` next ones that may speak of its two countries, no more than `most` days later.

    One of no two countries meets the next ones of any. `ordered` by the day of publication.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    for number, side in enumerate(ordered):
        groups[side.pair].append(number)
    everywhere = next((groups[pair] for pair in groups if not pair), [])
    spans = [days(side.published) for side in ordered]
    for pair, numbers in groups.items():
        for among in [numbers, everywhere] if pair else [range(len(ordered))]:
            for number in numbers:
                first = bisect_right(among, number)
                yield from _near(number, among[first : first + along], ordered, spans, most)


def _near(
    number: int, others: Sequence[int], ordered: Sequence[S], spans: Sequence[Days | None], most: int
) -> Iterator[tuple[S, S]]:
    one, span = ordered[number], spans[number]
    for near in others:
        other = spans[near]
        if span and other and other.first - span.last > most:
            return
        yield one, ordered[near]


def may_differ(a: Side, b: Side, said: Mapping[str, Container[Any]], most: int) -> bool:
    """Whether two articles that are no more than `most` days apart say different things, and neither says both.

    `said`: all that each article says of the matter.
    """
    if a.article == b.article or a.value == b.value or (a.pair and b.pair and a.pair != b.pair):
        return False
    if a.value in said[b.article] or b.value in said[a.article]:
        return False
    first, second = days(a.published), days(b.published)
    return not (first and second and gap(first, second) > most)
