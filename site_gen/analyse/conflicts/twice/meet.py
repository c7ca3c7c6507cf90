"""Which articles are set against each other: those that share a name which few articles have, near in time."""

from collections.abc import Iterator
from itertools import combinations

from site_gen.analyse.tellings import TOLD_TWICE
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.tables import FACTS
from site_gen.tables import Reader, Row

_FEW = 12
"""Articles that have a name, at most, for it to tell one matter from others."""
_STORY = 250
"""Days within which reports are of one story."""


def meet(name: str, articles: tuple[str, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of articles that share this name, where few have it."""
    found = sorted(set(articles))
    if not 1 < len(found) <= _FEW:
        return
    spans = {a: days(facts.published) if (facts := reader.one(FACTS, a)) else None for a in found}
    number = int(name.rpartition(".")[2], 16)
    for one, other in combinations(found, 2):
        first, second = spans[one], spans[other]
        if first is None or second is None or gap(first, second) <= _STORY:
            yield Row(TOLD_TWICE, f"{one}|{other}", number)
