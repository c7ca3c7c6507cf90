"""Whether a word before a figure is a verb, and one that does something to it."""

from site_gen.extract.figures.phrases import ARTICLES, nounish
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.subjects import MODALS, PRONOUNS
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def lists(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`including 17 deaths`, `added that 40 people had left`: the word at a token does nothing to what is counted."""
    return tokens.low[at] in words.sets["listing"] or "that" in tokens.low[at + 1 : found.lead]


def is_verb(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    word, before = tokens.low[at], tokens.near[at - 1]
    if word in words.also_nouns or word in words.change_nouns:
        joined = before == "and" and tokens.near[at + 1] == "to"
        return before in MODALS or before in PRONOUNS or joined
    compound = before in ("year", "quarter", "-", "price", "profit", "growth") and tokens.near[at + 1] in (
        "to",
        "by",
    )
    if word in words.sets["aims"] and (before in ARTICLES or tokens.near[at + 1] == "of" or compound):
        return False
    if (
        word in words.copulas
        or word in words.have
        or word in words.up
        or word in words.down
        or word in words.status
    ):
        return True
    if not word.isalpha():
        return False
    ending = word.endswith(("ed", "ing")) and (not nounish(tokens, at, words) or before in (",", "and", ""))
    return ending or before in (
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "who",
        "which",
        "they",
        "he",
        "she",
        "it",
    )


def sums(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`total` in `a total of 5`: only how the figure was put together."""
    return tokens.low[at] in words.sets["sums"] and not is_verb(tokens, at, words)
