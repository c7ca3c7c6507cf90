"""Dates of another clause: `reforms, which are to begin in August`, `the plant that opens in 2033`."""

from itertools import pairwise

from site_gen.extract.figures.phrases import nounish
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_REACH = 18


def behind_relative(tokens: Tokens, begin: int, at: int, words: Vocabulary) -> bool:
    """Whether a relative clause opens between a figure (up to `begin`) and a date.

    One about the figure itself that tells the past is none: its date is the figure's.
    """
    for where in range(at - 1, max(begin, at - _REACH) - 1, -1):
        if not _opens(tokens, where, words):
            continue
        between = tokens.low[begin:where]
        own = not any(word in words.sets["before_things"] for word in between)
        return not own or _to_come(tokens, where, at, words)
    return False


def closed_before(tokens: Tokens, at: int, last: int, begin: int, words: Vocabulary) -> bool:
    """Whether a date (tokens `at` to `last`) stands in a relative clause that is closed before a figure begins."""
    for where in range(at - 1, max(0, at - _REACH), -1):
        if tokens.low[where] in (",", ";"):
            return False
        if _opens(tokens, where, words):
            after = tokens.near[last]
            return "," in tokens.low[last:begin] or after in words.copulas or after in words.have
    return False


def closed_behind(tokens: Tokens, lead: int, last: int, at: int, words: Vocabulary) -> bool:
    """`Staff, who had a 12% rise in mind, settled on Friday`: the date is of the clause around the figure's."""
    for where in range(lead - 1, max(0, lead - _REACH), -1):
        opened = tokens.low[where - 1] == ","
        if opened:
            return tokens.low[where] in words.sets["relatives"] and "," in tokens.low[last:at]
    return False


def leads_away(tokens: Tokens, begin: int, at: int, words: Vocabulary) -> bool:
    """Whether what stands between a figure and a date to come turns to another matter: `before the vote in May`."""
    between = tokens.low[begin:at]
    turned = any(word in words.sets["turning"] for word in between)
    turned = turned or any(one == "," and two in words.sets["aiming"] for one, two in pairwise(between))
    verb = any(
        word == "to"
        and tokens.near[begin + n + 1].isalpha()
        and not (n <= 1 and tokens.near[begin + n - 1] in ("is", "are"))
        and _bare_verb(tokens, begin + n + 1, words)
        for n, word in enumerate(between)
    )
    return turned or verb


def _opens(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a relative clause opens at a token."""
    word = tokens.low[at]
    if word == "that":
        verb = tokens.near[at - 1]
        said = verb in words.speech or verb in words.says or verb in words.sets["before_that"]
        return at > 0 and nounish(tokens, at - 1, words) and not said
    return word in words.sets["relatives"]


def _to_come(tokens: Tokens, begin: int, end: int, words: Vocabulary) -> bool:
    """Whether a clause tells what is to come: `will be paid`, `is to open`, `due`."""
    clause = tokens.low[begin:end]
    told = any(word in words.sets["to_come"] for word in clause)
    return told or any(one in ("is", "are") and two == "to" for one, two in pairwise(clause))


def _bare_verb(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`open` of `to open a branch`: a word in lower case that no article or noun phrase can begin with."""
    word = tokens.words[at]
    after = tokens.near[at + 1]
    return word.islower() and (
        word in ("be", "begin", "start", "open", "run", "end")
        or after in words.articles
        or after in ("its", "their", "his", "her", "this", "up")
    )
