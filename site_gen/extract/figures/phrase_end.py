"""Where the noun phrase ends that stands before a verb: `The three boats that sailed on Monday | sank`."""

import re

from site_gen.extract.figures.deductions import before_deduction
from site_gen.extract.figures.listed import spent_by
from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def phrase_that_ends(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """The subject whose last noun is a token, with what it belongs to."""
    begin = _described(tokens, phrase_left(tokens, at, words, mask), words, mask)
    begin = spent_by(tokens, _over_last(tokens, begin, words, mask), words, mask)
    begin = _over_number(tokens, _over_count(tokens, begin, words, mask), words)
    begin, end = before_deduction(tokens, begin, words, mask), at + 1
    if (before := _before_names(tokens, begin, at, words, mask))[1]:
        return text_of(tokens, *before, mask)
    if (over := _over_relative(tokens, begin, words, mask)) < begin:
        begin, end = over, next(n for n in range(over, at) if tokens.low[n] in _TELLS)
    phrase = text_of(tokens, _behind_verb(tokens, begin, at, words), end, mask)
    return _pointed(tokens, begin, phrase, previous) or phrase or previous


def _pointed(tokens: Tokens, begin: int, phrase: str, previous: str) -> str:
    """`Sales in China` of `Sales in Europe fell 13%; those in China rose 5%`."""
    begin -= tokens.near[begin - 1] in ARTICLES
    pointing = tokens.near[begin - 2] in ("those", "that") and tokens.near[begin - 1] in _WHERE
    if not pointing or not previous:
        return ""
    return f"{_LINKED.split(previous, maxsplit=1)[0]} {tokens.low[begin - 1]} {phrase}"


_WHERE = frozenset({"in", "of", "from", "to", "for", "by", "at", "on"})
_LINKED = re.compile(r" (?:of|in|for|on|from|to|by|at) ")


def _behind_verb(tokens: Tokens, begin: int, at: int, words: Vocabulary) -> int:
    """`the tool to curb inflation, which exceeded 6%`: what moved stands behind the verb."""
    acted = tokens.near[begin - 1] == "to" and begin < at and tokens.low[begin] in words.sets["acting_on"]
    return begin + acted


def _over_relative(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`visitors who toured the country stood at 5`: the subject is what the relative tells of."""
    for at in range(begin - 1, max(0, begin - 8), -1):
        word = tokens.low[at]
        if not word.isalpha():
            break
        told = word == "that" and tokens.low[at + 1].endswith("ed") and tokens.near[at - 1] not in words.says
        if told or word in ("who", "which") or (word == "left" and tokens.low[at + 1] in _LEFT):
            named = nounish(tokens, at - 1, words) and not mask[at - 1]
            return phrase_left(tokens, at - 1, words, mask) if named else begin
    return begin


_TELLS = frozenset({"who", "which", "left", "that"})
_LEFT = frozenset({"without", "homeless", "jobless", "stranded", "behind", "with"})
"""Behind `left`: `families left without a home`."""


def _over_count(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Traffic at the country's 22 airports`: what stands before the place of a counted noun is the subject."""
    at = begin - 1
    if (over := _over_date(tokens, begin, words, mask)) < begin:
        return over
    if at < 1 or not mask[at]:
        return begin
    while at > max(0, begin - 7) and (
        mask[at]
        or tokens.low[at] not in words.breaks
        or tokens.low[at] in ARTICLES
        or (mask[at + 1] and tokens.low[at] in words.qualifiers)
    ):
        at -= 1
    linked = at > 0 and tokens.low[at] in ("at", "in", "of", "on", "for", "across", "among")
    return phrase_left(tokens, at - 1, words, mask) if linked and nounish(tokens, at - 1, words) else begin


def _before_names(tokens: Tokens, begin: int, at: int, words: Vocabulary, mask: bytearray) -> tuple[int, int]:
    """`The toll of floods in Peru, Nepal and Kenya rose`: what stands before a list of places; (0, 0) for none.

    `begin` and `at` are the first and last token of the end of the list.
    """
    first = begin
    while (
        first > 2
        and tokens.low[first - 1] == ","
        and tokens.words[first][0].isupper()
        and not mask[first - 2]
    ):
        if not tokens.words[first - 2][0].isupper():
            break
        first = phrase_left(tokens, first - 2, words, mask)
    listed = range(first, begin) if "and" in tokens.low[begin:at] else range(0)
    cut = next((n for n in listed if tokens.low[n] in ("in", "across")), 0)
    cut = cut or next((n for n in listed if tokens.low[n] in ("of", "from")), 0)
    return (first, cut) if cut > first and tokens.words[begin][0].isupper() else (0, 0)


def _over_last(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Turnout at the last election was 62%`: what stands before the one that is told by its place in time."""
    at = begin - 1
    if at < 3 or tokens.low[at] not in _IN_TIME or tokens.low[at - 1] not in ("the", "its", "their"):
        return begin
    linked = tokens.low[at - 2] in ("at", "in", "of", "from", "for") and not mask[at - 3]
    return phrase_left(tokens, at - 3, words, mask) if linked and nounish(tokens, at - 3, words) else begin


_IN_TIME = frozenset({"last", "next", "previous", "past", "latest", "same"})


def _over_number(tokens: Tokens, begin: int, words: Vocabulary) -> int:
    """`the number of people diagnosed as obese or overweight`: what is counted is the number."""
    for at in range(begin - 1, max(-1, begin - _NUMBERED), -1):
        word = tokens.low[at]
        if word in _NUMBERS and tokens.low[at + 1] == "of":
            return at
        if (
            not word.isalpha()
            or word in words.have
            or word in words.copulas
            or word in ("that", "which", "who")
        ):
            return begin
    return begin


_NUMBERED = 12
_NUMBERS = frozenset({"number", "share", "proportion", "percentage"})


def _over_date(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Trade in 2030 between the two states grew`: a time stands between the subject and what goes on with it."""
    at = begin
    while at > 1 and tokens.low[at] not in _JOINS and begin - at < 3:
        at -= 1
    if tokens.low[at] not in _JOINS or at < 3 or not mask[at - 1]:
        return begin
    at -= 1
    while at > 0 and mask[at]:
        at -= 1
    named = at > 0 and tokens.low[at] in ("in", "for", "of", "during") and nounish(tokens, at - 1, words)
    return phrase_left(tokens, at - 1, words, mask) if named and not mask[at - 1] else begin


_JOINS = frozenset({"between", "with", "from", "at", "among", "by"})


def _described(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Expenses related to the fund are ...`: the noun before a participle, where a preposition stands behind that."""
    at = begin if tokens.low[begin] == "to" else begin - 1
    while at > 0 and tokens.low[at] in ARTICLES:
        at -= 1
    if at < 2 or tokens.low[at] not in ("to", "by", "for", "from", "with", "in", "on") or mask[at - 1]:
        return begin
    part = tokens.low[at - 1]
    if not part.endswith("ed") or nounish(tokens, at - 1, words) or not nounish(tokens, at - 2, words):
        return begin
    return begin if mask[at - 2] else phrase_left(tokens, at - 2, words, mask)
