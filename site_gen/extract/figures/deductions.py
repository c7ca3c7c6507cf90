"""`Profit before tax`: a subject that is told by what is, or is not, taken off it."""

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def before_deduction(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Operating profit before adjustments fell`: what stands before what is, or is not, taken off."""
    at = begin - 1
    if at < 1 or tokens.low[at] not in ("before", "excluding", "including", "after") or mask[at - 1]:
        return begin
    first = phrase_left(tokens, at - 1, words, mask)
    whole = (
        first == 0
        or tokens.low[first - 1] in ARTICLES
        or tokens.low[first - 1] in (",", "its", "their", "that")
    )
    told = tokens.low[at - 1] in words.sets["before_tax"] and nounish(tokens, at - 1, words)
    return first if whole and told else begin
