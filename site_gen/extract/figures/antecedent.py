"""What a figure of a clause with `which` measures: the noun that the clause is about."""

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_SHORTEST, _CLAUSE = 4, 16
DASHES = frozenset("-–—")


def over_dashes(tokens: Tokens, at: int) -> int:
    """The token before `- the rate for banks -`, whose closing dash is at a token; else one back."""
    for where in range(at - 1, max(0, at - _CLAUSE), -1):
        if tokens.low[where] in DASHES and not (tokens.glued(where) or tokens.glued(where - 1)):
            return where - 1
    return at - 1


def moved_in_clause(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`the deficit, which the government vowed to bring down to 4%`: what is moved, named before the clause."""
    if tokens.near[at] not in ("to", "by", "at") or at < _SHORTEST:
        return ""
    for where in range(at - 1, max(1, at - _CLAUSE), -1):
        word = tokens.low[where]
        if word in (",", ";"):
            return ""
        if word == "which" and tokens.low[where - 1] == ",":
            begins = tokens.low[where + 1] in ARTICLES or tokens.words[where + 1][0].isupper()
            moves = any(w in words.up or w in words.down for w in tokens.low[max(where, at - 2) : at])
            if not (begins and moves and nounish(tokens, where - 2, words)) or mask[where - 2]:
                return ""
            return text_of(tokens, phrase_left(tokens, where - 2, words, mask), where - 1, mask)
    return ""


def another_holds(tokens: Tokens, at: int, mask: bytearray) -> bool:
    """`Norma holds 14 percent of the market and Delta 9 percent`: only who is told anew."""
    end = at
    while at > 0 and not mask[at] and tokens.words[at][0].isupper():
        at -= 1
    return at < end and tokens.low[at] in ("and", ",", "while") and any(mask[max(0, at - 6) : at])


def named_bound(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`raise the legal minimum to $12`, `its target range of 2% to 3%`: the bound itself is what is told of."""
    if tokens.low[at] in ("minimum", "maximum") and tokens.near[at + 1] == "to":
        return True
    before = tokens.near[at - 1]
    if before == "a" and tokens.near[at - 2] == "with":
        return tokens.low[at] == "range"  # `missiles with a range of 25 km`
    named = before in words.sets["of_bounds"] or before.endswith("ory")
    return named and tokens.low[at] in ("minimum", "maximum", "range")
