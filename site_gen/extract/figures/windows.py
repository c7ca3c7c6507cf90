"""Lengths that only tell when: `in the last two weeks`, `over the next five years`, `the six months to June`."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_POINTING = frozenset({"the", "these", "those", "this"})
_ENDS = frozenset({"to", "ended", "ending", "through", "since", "until", "before", "after", "following"})


def tells_when(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """Whether a length is a stretch of the calendar, which is the period of other figures and no figure."""
    before = tokens.near[found.lead - 1]
    if before in words.sets["of_windows"]:
        return tokens.near[found.lead - 2] in _POINTING
    return before == "the" and tokens.near[found.last] in _ENDS
