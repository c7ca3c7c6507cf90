"""Tallies of votes: `48 votes to 41`, `by 61 votes, with 30 against`, `seven-two`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from site_gen.resolve.words import subject, word_set
from site_gen.text.letters import letters_in
from site_gen.text.pieces import Pieces
from site_gen.text.remembered import SENTENCES


@cache
def _small() -> dict[str, int]:
    words = subject("numbers")
    made = {**words["ones"], **words["tens"]}
    for ten, value in words["tens"].items():
        made.update({f"{ten}-{one}": value + n for one, n in words["ones"].items() if 0 < n < 10})
    return made


@cache
def _in_words() -> str:
    return "|".join(sorted(_small(), key=lambda w: (-len(w), w)))


@cache
def _begun() -> str:
    """What a number begins with, which is looked at first: most places of a sentence need no more."""
    return rf"(?=[\d{''.join(sorted({word[0] for word in _small()}))}])"


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"\d{{1,3}}(?:,\d{{3}})*|{_in_words()}"
    ones = "|".join(word for word, value in subject("numbers")["ones"].items() if 0 < value < 10)
    noun = r"(?:votes?|members|deputies|lawmakers|judges|justices|senators|ballots|in favou?r|for)"
    return re.compile(
        rf"{_begun()}(?<![\w$€£.,-])(?<!from )(?P<a>{number})(?!(?<=ty)-(?:{ones})\b)(?: {noun})?(?: in favou?r| for)?"
        rf"(?:\s*[-–]\s*| to | against | in favou?r and |, with "
        rf"| votes? for and | for and | to )(?P<b>{number}|none|nil)"
        r"(?![\w%])(?!\.\d| percent| per cent| years?| days?| million| billion)",
        re.I,
    )


@cache
def _of_a_body() -> re.Pattern[str]:
    number = rf"\d{{1,3}}|{_in_words()}"
    return re.compile(
        rf"{_begun()}(?<![\w$€£.,-])(?P<a>{number}) (?:out )?of (?:the |its )?(?:{number}) [^.;,]{{0,60}}?"
        rf"\b(?:in favou?r|for it|for the \w+|voted for[\w ]*?|backed it|agreed),? (?:and|while|with)? ?(?P<b>{number})"
        r" (?:were |voted )?against\b",
        re.I,
    )


_CAST_BY = (
    r"votes?|members|deputies|lawmakers|judges|justices|senators|ballots|legislators|councillors"
    r"|delegates|states"
)


@cache
def _of_sides() -> re.Pattern[str]:
    """`117 deputies for her cabinet, 110 against`, `121 members said yes, 106 said no`."""
    number = rf"\d{{1,3}}|{_in_words()}"
    return re.compile(
        rf"{_begun()}(?<![\w$€£.,-])(?P<a>{number})(?: (?:{_CAST_BY}))?(?: (?:of|from|in) [^,.;]{{3,50}}?)?"
        r" (?:for|in favou?r|said yes|voted (?:for|yes|in favou?r)|(?:were|was) (?:for|in favou?r)|backed|supported"
        r"|(?:stood|stuck) by|kept faith with|sided with)\b[^.;,]{0,80}?"
        rf"(?:,|;|,? and|,? while|,? with) (?P<b>{number})(?: (?:{_CAST_BY}))?"
        r" (?:(?:had |have )?said no|(?:were |was |voted )?(?:against|no)|(?:were )?opposed|rejected|did not"
        r"|voted otherwise|disagreed|wanted (?:him|her|it|them) (?:gone|out)|turned (?:against|on))\b",
        re.I,
    )


@cache
def _of_sides_turned() -> re.Pattern[str]:
    """`71 members voted against it and 59 in favour`, `71 against, 59 for`."""
    number = rf"\d{{1,3}}|{_in_words()}"
    noun = r"(?: (?:\w+ )?\w+(?: (?:of|from|in) [^,.;]{3,50}?)?)?"
    return re.compile(
        rf"{_begun()}(?<![\w$€£.,-])(?P<a>{number}){noun}"
        r" (?:(?:were |was |voted |had voted )?(?:against|no)|said no|opposed|rejected)\b[^.;,]{0,40}?"
        rf"(?:,|;|,? and|,? while|,? with|,? to) (?P<b>{number})(?: (?:{_CAST_BY}))?"
        r" (?:(?:were |was |voted |had voted )?(?:in favou?r|for|yes)|said yes|backed|supported)\b",
        re.I,
    )


@cache
def _of_votes_won() -> re.Pattern[str]:
    """`received 89 votes, and 63 members said no`."""
    number = rf"\d{{1,3}}(?:,\d{{3}})*|{_in_words()}"
    return re.compile(
        rf"\b(?:received|got|won|gained|had|drew|secured|with|by|on) (?P<a>{number}) votes?"
        r"(?: (?:for|in favou?r|from|in|of)\b[^.;,]{0,40}?)?"
        rf"(?:,|;)?(?: and| while| with| but)? (?P<b>{number})(?: [a-z]+)?"
        r" (?:(?:had |have )?(?:said no|voted (?:against|no)|opposed (?:it|him|her))|(?:were )?(?:against|opposed))\b",
        re.I,
    )


@cache
def _of_a_deed() -> re.Pattern[str]:
    """`passed it 210-180`, `backed the scheme eight to seven`."""
    number = rf"\d{{1,3}}|{_in_words()}"
    return re.compile(
        r"\b(?:passed|approved|rejected|adopted|confirmed|backed|endorsed|defeated|carried|cleared)"
        rf"(?: (?:it|him|her|them|the [a-z]+(?: [a-z]+)?))?,? (?P<a>{number})(?:[-–]| to )(?P<b>{number})(?![\w%-])",
        re.I,
    )


@lru_cache(maxsize=SENTENCES)
def tallies(sentence: str) -> tuple[tuple[str, int, int], ...]:
    """The tallies of a sentence that speaks of voting: `more:less`, and where each stands."""
    return tuple(_read(sentence))


def _read(sentence: str) -> Iterator[tuple[str, int, int]]:
    yield from _by_sides(sentence)
    there = letters_in(sentence)
    if word_set("opposites", "voting").isdisjoint(there):
        if not word_set("opposites", "voting_bodies").isdisjoint(there):
            yield from _told(_BY_SO_MANY.finditer(sentence))
        return
    for found in _pattern().finditer(sentence):
        more, less = (_value(found[side]) for side in ("a", "b"))
        plain = found["a"].isdigit() and found["b"].isdigit()
        if more and (not plain or "vote" in sentence.lower() or " to " in found[0]):
            yield f"{max(more, less)}:{min(more, less)}", found.start(), found.end()


def _by_sides(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Those that tell how many were on each side, or of what deed it was the vote."""
    if not _may_be_told(sentence) or not _CUE.search(sentence):
        return
    for pattern in (
        _of_a_body(),
        _of_sides(),
        _of_sides_turned(),
        _of_votes_won(),
        _of_a_deed(),
    ):
        yield from _told(pattern.finditer(sentence))


def _told(tallies_found: Iterator[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    for found in tallies_found:
        more, less = (_value(found[side]) for side in ("a", "b"))
        yield f"{max(more, less)}:{min(more, less)}", found.start(), found.end()


_BY_SO_MANY = re.compile(
    r"\b[Bb]y (?P<a>\d{1,3}) to (?P<b>\d{1,3})(?![\w%]|[.,]\d| per ?cent| points| years?| days?| goals| million)"
)
"""`By 141 to 109 the synod has opened the way`."""


def _may_be_told(sentence: str) -> bool:
    """Whether it has a number, in digits or words, and a word of `_CUE`, looked for in what all rules share."""
    words = letters_in(sentence)
    if _ones_and_tens().isdisjoint(words) and not _DIGIT.search(sentence):
        return False
    return any(map(_IS_CUE.__getitem__, words))


_DIGIT = re.compile(r"\d")


@cache
def _ones_and_tens() -> frozenset[str]:
    words = subject("numbers")
    return frozenset([*words["ones"], *words["tens"]])


_CUE_WORDS = ("no", "did", "vote", "votes")
_CUE_STEMS = (
    *("disagree", "want", "turn"),
    *("against", "oppos", "reject", "pass", "approv", "adopt", "confirm", "back", "endors", "defeat"),
    *("carri", "clear"),
)
_CUE = re.compile(rf"\b(?:{'|'.join(_CUE_STEMS)}|no\b|did not|votes?\b)", re.I)
_IS_CUE = Pieces(lambda word: word in _CUE_WORDS or word.startswith(_CUE_STEMS))


def _value(written: str) -> int:
    plain = written.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _small().get(plain, 0)
