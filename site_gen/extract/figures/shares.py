"""Shares and odds told with two numbers: `one in five`, `nine out of 10`, `a 3-to-1 majority`."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Number, Tokens, is_digits, read_number

_WHOLES = frozenset(
    {
        2.0,
        3.0,
        4.0,
        5.0,
        6.0,
        7.0,
        8.0,
        9.0,
        10.0,
        12.0,
        20.0,
        25.0,
        30.0,
        50.0,
        100.0,
        1000.0,
        10000.0,
        100000.0,
    }
)


_MEASURED = frozenset(
    {
        "percent",
        "per",
        "%",
        "percentage",
        "basis",
        "million",
        "billion",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
    }
)
"""Behind `five-to-six`: a range of these, and no odds."""


def read_share(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    """A ratio whose first number is `found`; None where there is none."""
    if found.unit or found.number.scale != 1 or not found.value or found.value > 99:
        return None
    at = found.last
    if tokens.near[at] in ("-", "–") and tokens.near[at + 1] == "to" and tokens.near[at + 2] in ("-", "–"):
        below = _number(tokens, at + 3, words)
        if below and tokens.near[below.last - (tokens.low[below.last - 1] == "%")] in _MEASURED:
            return None
        return _ratio(found, below, found.value / below.value) if below and below.value else None
    out = tokens.low[at : at + 2] == ["out", "of"]
    below = _number(tokens, at + (2 if out else 1), words) if out or tokens.near[at] == "in" else None
    if below is None or below.value <= found.value or (not out and not _odds(tokens, found, below, words)):
        return None
    return _ratio(found, below, found.value / below.value)


def _number(tokens: Tokens, at: int, words: Vocabulary) -> Number | None:
    at += tokens.near[at] in ("every", "the")
    word = tokens.near[at]
    return (
        read_number(tokens, at, words.numbers)
        if word and (is_digits(word) or word in words.numbers.starts)
        else None
    )


def _odds(tokens: Tokens, found: Quantity, below: Number, words: Vocabulary) -> bool:
    return (
        found.value <= 9
        and (found.number.form == "words" or below.value in (3, 4, 5, 10, 100, 1000))
        and below.value in _WHOLES
        and tokens.near[below.last] not in words.units
    )


def _ratio(found: Quantity, below: Number, value: float) -> Quantity:
    return found._replace(last=below.last, value=value, kind="ratio", rule="share")


def also_by(tokens: Tokens, found: Quantity) -> bool:
    """`by 39% in adults and 61% in children`: whose step it is differs, what moved does not."""
    listed = tokens.near[found.lead - 1] == "and" and tokens.near[found.last] == "in"
    return listed and found.kind == "percent" and "by" in tokens.low[max(0, found.lead - 8) : found.lead]


def restates_share(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> bool:
    """`300 million people` of `40 percent of farmers, or 300 million people, lack roads`: as many as the share is."""
    if tokens.near[found.last] != "," or found.unit not in _PEOPLE | words.sets["persons"]:
        return False
    at = found.lead - 1
    restated = tokens.near[at] == "or" or bool(found.qualifier)
    at -= tokens.near[at] == "or"
    if not restated or at < 1 or tokens.low[at] != "," or mask[at - 1]:
        return False
    near = range(max(0, at - _WHOLE), at)
    return any(mask[n] and tokens.low[n + 1] == "of" for n in near)


_PEOPLE = frozenset({"people", "person"})
_WHOLE = 6
