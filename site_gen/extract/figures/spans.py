"""Where a record's figure stands in the tokens of its sentence."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from site_gen.records import FigureFinding
from site_gen.text.numbers import Tokens


class Span(NamedTuple):
    """First token of the qualifier, first one of the number, and the one behind the figure."""

    lead: int
    first: int
    last: int


def span_of(figure: FigureFinding, tokens: Tokens) -> Span:
    """The tokens of a figure."""
    first = bisect_right(tokens.starts, figure.evidence.start) - 1
    last = bisect_left(tokens.starts, figure.evidence.end)
    said = figure.qualifier.split()
    led = bool(said) and tokens.low[max(0, first - len(said)) : first] == said
    return Span(first - len(said) if led else first, first, last)
