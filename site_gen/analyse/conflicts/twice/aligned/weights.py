"""How likely it is that two places are of one thing, by all that speaks for it and against it, weighed together.

As in the linkage of records (Fellegi and Sunter 1969), each sign has a weight, and the weights add up to log-odds. They
are those of a logistic regression over the test stories, kept in the lexicon (`weights.yaml`).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Likeness
from site_gen.resolve.words import subject


class Candidate(NamedTuple):
    """Two places, by their numbers, that cannot both be so if they are of one thing; and the signs that they are."""

    one: int
    other: int
    like: Likeness
    signs: Mapping[str, float]


def likely(kind: str, found: Iterable[Candidate], key: Callable[[int, int], Hashable]) -> Iterator[Candidate]:
    """The candidates that are likely of one thing, the likeliest first.

    `key`: (0 or 1, number of the place) -> what is told once.
    """
    weights = subject("weights")[kind]
    weighed = [(log_odds(c.signs, weights["signs"]) + weights["base"], c) for c in found]
    taken: set[Hashable] = set()
    for odds, candidate in sorted(weighed, key=lambda f: (-f[0], f[1].one, f[1].other)):
        keys = {key(0, candidate.one), key(1, candidate.other)}
        if odds >= weights["sure"] and taken.isdisjoint(keys):
            taken |= keys
            yield candidate


def log_odds(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the signs weigh together; one without a weight says nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())
