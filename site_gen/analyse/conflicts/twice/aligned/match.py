"""Places of two reports, each put beside the one of the other report that is most like it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Likeness, Pair, Place
from site_gen.analyse.tellings import Slot

_COPIED, _COPIED_SCORE = 0.55, 2.0
"""What two sentences of one witness share if one was copied from the other, with a slip."""


class Match(NamedTuple):
    """Two places, by their numbers, and what they have in common."""

    one: int
    other: int
    like: Likeness
    only: bool
    """Neither report has another place that would fit."""


def places_of(slots: Sequence[Slot]) -> list[Place]:
    """Where slots stand."""
    return [(s.sentence, s.start, s.end) for s in slots]


def matches(
    pair: Pair,
    ours: Sequence[Place],
    theirs: Sequence[Place],
    fits: Callable[[int, int], bool] = lambda *_: True,
    besides: Callable[[int, int], float] = lambda *_: 0.0,
) -> Iterator[Match]:
    """Places that are each other's best, of those that fit."""
    fitting = [(n, m) for n in range(len(ours)) for m in range(len(theirs)) if fits(n, m)]
    times = Counter(key for n, m in fitting for key in ((0, n), (1, m)))
    found = [(n, m, _with(pair.likeness(ours[n], theirs[m]), besides(n, m))) for n, m in fitting]
    best: dict[tuple[int, int], float] = {}
    for n, m, like in found:
        for key in ((0, n), (1, m)):
            best[key] = max(best.get(key, 0.0), like.score)
    for n, m, like in found:
        if pair.copied and (like.share < _COPIED or like.score < _COPIED_SCORE):
            continue
        if like.score > 0 and best[0, n] == best[1, m] == like.score:
            yield Match(n, m, like, times[0, n] == times[1, m] == 1)


def _with(like: Likeness, more: float) -> Likeness:
    return like._replace(score=like.score + more, close=like.close + more) if more else like


def by_weight(
    ours: Iterable[Slot], theirs: Iterable[Slot], weigh: Callable[[Slot, Slot], float]
) -> list[tuple[float, Slot, Slot]]:
    """Each slot with each of the other report, those first that have most in common."""
    found = [(-weigh(a, b), a.start, b.start, a, b) for a, b in product(ours, theirs)]
    return [(-weight, a, b) for weight, _, _, a, b in sorted(found)]


def each_once(found: Iterable[tuple[float, Slot, Slot]]) -> Iterator[tuple[Slot, Slot]]:
    """Of weighed pairs those that weigh anything, each slot in the first of its pairs alone."""
    told: set[int] = set()
    for weight, a, b in found:
        if weight and told.isdisjoint((a.start, b.start)):
            told |= {a.start, b.start}
            yield a, b


def best_of(pair: Pair, place: Place, others: Sequence[Place]) -> tuple[int, Likeness] | None:
    """Of places of the other report the one that is most like a place of the first."""
    found = [(n, pair.likeness(place, other)) for n, other in enumerate(others)]
    return max(found, key=lambda f: (f[1].score, -f[0]), default=None)
