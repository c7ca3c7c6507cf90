"""How a figure was told, and not what it measures: `a new high`, `at an annual rate`."""

from site_gen.extract.figures.fates import skipped
from site_gen.extract.figures.phrases import nounish
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_SHORT = 5
_EXTREMES = frozenset({"high", "low", "record", "peak", "trough"})


def is_extreme(tokens: Tokens, at: int) -> bool:
    """`high`, or `rate` of `a seasonally adjusted annual rate`: it says how the figure was told."""
    word = tokens.low[at]
    yearly = word in ("rate", "pace") and not _YEARLY.isdisjoint(tokens.low[max(0, at - 3) : at])
    return word in _EXTREMES or yearly


_YEARLY = frozenset(["annual", "annualised", "annualized", "adjusted"])


def over_extreme(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> int:
    """Back over `a new company high`: how high it is, not what; no step for `the record`."""
    begin = at
    if tokens.near[at - 2] == "-":  # `a staggering all-time high`
        begin -= 3
    while begin > 0 and at - begin < _SHORT and _describes(tokens, begin - 1, words) and not mask[begin - 1]:
        begin -= 1
    article = tokens.near[begin - 1]
    if article == "the":
        return at
    return skipped(tokens, begin - 1 if article in ("a", "an", "its", "their") else at - 1, words)


def _describes(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    return nounish(tokens, at, words) or tokens.low[at].endswith(("ed", "ly", "ing"))
