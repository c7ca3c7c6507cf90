"""Lists of words put together, once: they are long, and rules ask for them at every word."""

from functools import lru_cache

_MOST = 1_000


@lru_cache(maxsize=_MOST)
def joined(*lists: frozenset[str]) -> frozenset[str]:
    """The words of all lists."""
    return frozenset().union(*lists)


@lru_cache(maxsize=_MOST)
def without(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words of the first list that are not in the second."""
    return words - others
