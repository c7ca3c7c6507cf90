"""What a figure is compared with: a time that is not its own, before or behind it."""

import re
from itertools import pairwise

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.slots import token_at
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import DateFinding
from site_gen.text.numbers import Tokens

_AGO = ("earlier", "before", "ago")
_STARTING = frozenset({"from", "against", "versus", "compared"})
_START = 6
EXTREMES = frozenset({"peak", "high", "low", "record", "level", "levels", "peaks", "highs", "lows", "trough"})
_MULTIPLES = frozenset({"double", "twice", "triple"})
_EARLIER = (
    "last",
    "previous",
    "the previous",
    "the same",
    "same",
    "the corresponding",
    "corresponding",
    "year-ago",
)


def held_against(tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary) -> bool:
    """`rose 8.4% from a year earlier`, `12% more than in 2019`: what it is compared with."""
    exact = date.evidence.exact.lower()
    ranged = (
        " to " in exact or "–" in exact or ("-" in exact and not re.search("year-(?:ago|earlier)", exact))
    )
    if ranged or "until" in exact:
        return False
    at = token_at(tokens, date.evidence.start) - 1
    if "what" in tokens.low[found.last : at] or not _MULTIPLES.isdisjoint(tokens.low[found.last : at + 1]):
        return True  # `$41 billion, double the level of two years ago`
    if tokens.near[at] in ("of", "in") and tokens.near[at - 1] in EXTREMES:
        at = _over_level(tokens, at - 2, words)
    while at >= found.last and tokens.low[at] in words.sets["against_links"]:
        at -= 1
    if at < found.last:
        return False
    if _compared(tokens, at):
        return True
    if tokens.low[at] == "as" and (tokens.low[at + 1] == "in" or exact.endswith(_AGO)):
        return True  # `twice as much as in June`
    if tokens.low[at] not in words.sets["against"]:
        return False
    if tokens.low[at] in ("on", "over", "with"):
        return exact.endswith(_AGO) or exact.startswith(_EARLIER)
    return True


def _over_level(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Back over `a post-recession` of `from a post-recession low in 2008`."""
    far = at - _DESCRIBED
    while at > far and (
        tokens.near[at] == "-" or (tokens.near[at].isalpha() and tokens.near[at] not in words.stops)
    ):
        at -= 1
    return at


_DESCRIBED = 4


def _is_adjective(exact: str) -> bool:
    """`year-earlier profit`: it describes what stands behind it."""
    return exact.endswith(("year-ago", "year-earlier"))


def told_before(tokens: Tokens, date: DateFinding) -> bool:
    """`from a year earlier, above the target of 2%`, `compared to 2029 and came to $2`: of the figure before."""
    at = token_at(tokens, date.evidence.start) - 1
    at -= tokens.near[at] in ("the", "a", "in", "that")
    exact = date.evidence.exact.lower()
    if _is_adjective(exact):
        return False
    told = exact.endswith(_AGO) or exact.startswith(_EARLIER[1:])
    if exact.endswith(_AGO) and not _STARTING.isdisjoint(tokens.low[max(0, at - _START) : at]):
        return True  # `from 11 billion a year before, helped by sales of 212,000 kits`
    return (told and tokens.near[at] in ("from", "than", "on", "with")) or _compared(tokens, at)


def limits_before(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`extended it until April 30, and 12 members agreed`: how long something lasts is no time of what follows.

    Nor is what is to be done by a year, before `, after talks that ran 18 hours`.
    """
    at = token_at(tokens, date.evidence.start) - 1
    between = tokens.low[token_at(tokens, date.evidence.end - 1) + 1 : found.lead]
    anew = ";" in between and tokens.near[found.last] in ("has", "have", "had", "is", "are", "was", "were")
    if anew or (tokens.near[at] == "by" and ";" in between):
        return True  # `to connect every home by 2040; one in four has no power`
    if any(one == "," and two == "after" for one, two in pairwise(between)):
        return True
    if any(one == "for" and two in _WRONGS for one, two in pairwise(between)):
        return True  # `was jailed on Thursday for taking bribes of 4 million`
    return tokens.near[at] in ("until", "till") or date.evidence.exact.lower().startswith(("until ", "till "))


_WRONGS = frozenset(
    {
        "taking",
        "accepting",
        "stealing",
        "embezzling",
        "smuggling",
        "evading",
        "laundering",
        "hiding",
        "receiving",
    }
)


def since_then(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`35,000 cases since an outbreak was declared on Jan. 7`: where the count began."""
    return "since" in tokens.low[found.last : token_at(tokens, date.evidence.start)]


def names_event(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`fined 3 million for a 2023 spill`: the year only says which spill."""
    at, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1)
    if len(date.evidence.exact) != len("2023") or tokens.near[at - 1] not in ("a", "the"):
        return False
    noun = tokens.near[last + 1]
    named = noun.isalpha() and noun not in words.stops and tokens.words[last + 1].islower()
    return named and tokens.near[at - 2] in ("for", "over", "about", "after", "from")


def describes_another(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`despite the May 26 storm`: the day of something that is only mentioned."""
    at, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1)
    if _year_of_name(tokens, at, last) or _base_year(tokens, at, last):
        return True
    at -= tokens.near[at - 1] in ("the", "a")
    noun = tokens.near[last + 1]
    led = tokens.near[at - 1] in ("despite", "after", "following", "since", "before")
    return led and noun.isalpha() and noun not in words.stops and tokens.words[last + 1].islower()


def _year_of_name(tokens: Tokens, at: int, last: int) -> bool:
    """`stadiums for the 2030 World Cup`: the year is of a name, or of what is to be paid for."""
    named = at == last and tokens.low[at].isdigit() and tokens.near[at - 1] == "the"
    return (
        named
        and tokens.near[at - 2] == "for"
        and bool(tokens.words[at + 1 : at + 2])
        and _capital(tokens, at + 1)
    )


def _capital(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][0].isupper() and tokens.words[at].isalpha()


def _base_year(tokens: Tokens, at: int, last: int) -> bool:
    """`up 37% on 2025`: what a step is reckoned from."""
    stepped = at == last and tokens.low[at].isdigit() and tokens.near[at - 1] == "on"
    return stepped and tokens.near[at - 2] in _STEPS


_STEPS = frozenset(
    {"%", "percent", "cent", "respectively", "up", "down", "increase", "rise", "fall", "drop", "points"}
)


def _compared(tokens: Tokens, at: int) -> bool:
    return tokens.near[at] in ("to", "with") and tokens.near[at - 1] in ("compared", "comparison")
