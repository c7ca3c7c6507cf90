"""Two reports that agree on all other figures of a kind: the two that are left over are likely of one thing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.words import word_set

Points = tuple[FigurePoint, ...]
Fits = Callable[[int, int], bool]
"""Whether two figures, by their numbers, may be of one thing."""
_NEARLY = 1.6
"""How many times the other one value may be."""
_GUESSED = re.compile(r"\b(?:[Ee]stimat|(?:put|puts|reckons?|believes?) (?:the|its|their|it)\b)")
"""Somebody's own sum, as another's may be another."""


def left_over(ours: Points, theirs: Points, fits: Fits) -> Iterator[tuple[int, int]]:
    """The numbers of two figures, if they are near, and no others of the two reports would fit either.

    Shares are none of these: a report has several of one whole.
    """
    known = [{(p.unit_kind, p.value) for p in points} for points in (ours, theirs)]
    mine, others = (
        [n for n, p in enumerate(points) if p.unit_kind != "percent" and (p.unit_kind, p.value) not in told]
        for points, told in ((ours, known[1]), (theirs, known[0]))
    )
    found = [(n, m) for n in mine for m in others if fits(n, m) and _is_toll(ours[n]) == _is_toll(theirs[m])]
    times = Counter(key for n, m in found for key in ((0, n), (1, m)))
    for n, m in found:
        alone = times[0, n] == times[1, m] == 1
        guessed = all(_GUESSED.search(p.sentence.exact) for p in (ours[n], theirs[m]))
        if alone and not guessed and _are_near(ours[n].value, theirs[m].value):
            yield n, m


def of_one_year(ours: Points, theirs: Points, fits: Fits) -> Iterator[tuple[int, int]]:
    """The numbers of two sums of money that are near, where each is its report's only one of a year that is over."""
    mine, others = (_alone_in_a_year(points) for points in (ours, theirs))
    for key in sorted(mine.keys() & others.keys()):
        n, m = mine[key], others[key]
        if fits(n, m) and ours[n].value != theirs[m].value and _are_near(ours[n].value, theirs[m].value):
            yield n, m


def _alone_in_a_year(points: Points) -> dict[tuple[str, str], int]:
    """Year and unit -> the number of the one sum that a report has of them."""
    found: dict[tuple[str, str], list[int]] = {}
    for n, p in enumerate(points):
        if p.unit_kind == "money" and p.status == "actual" and p.period and _YEAR.fullmatch(p.period):
            found.setdefault((p.period, p.unit), []).append(n)
    return {key: numbers[0] for key, numbers in found.items() if len({points[n].value for n in numbers}) == 1}


_YEAR = re.compile(r"\d{4}")


def _are_near(one: float, other: float) -> bool:
    return max(one, other) <= _NEARLY * min(one, other)


def _is_toll(point: FigurePoint) -> bool:
    """Whether it is of what only grows: those who died are none of those who watch."""
    return point.head in word_set("analysis", "cumulative")
