"""Whether a date that stands near a figure is the time of something else than the figure."""

from itertools import pairwise

from site_gen.extract.figures.compared import (
    EXTREMES,
    held_against,
    names_event,
    since_then,
)
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.slots import token_at
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import DateFinding
from site_gen.text.numbers import Tokens


def _of_next_clause(tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary) -> bool:
    """`lends $1 billion, while the fund gave $2 billion in May`, `said that half expect less next year`: of that."""
    between = tokens.low[found.last : token_at(tokens, date.evidence.start)]
    for n, (one, two) in enumerate(pairwise(between)):
        turned = one == "," and two in TURNS and any(word[:1].isdigit() for word in between[n:])
        turned = turned or (one == "and" and two in words.sets["aiming"])
        turned = turned or (
            one == "," and two in ("after", "as", "because") and describes_noun(tokens, date, words)
        )
        if turned or (two == "that" and (one in words.says or one in ("found", "showed"))):
            return True
    return False


def _owns(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`last year's` of `from last year's $24 billion`: right before a figure, its own."""
    owned = tokens.near[found.lead - 1] in ("'s", "’s")
    return owned and found.lead - 2 <= token_at(tokens, date.evidence.end - 1) < found.lead


def of_where_it_led(
    tokens: Tokens, found: Quantity, date: DateFinding, following: Quantity | None, after: bool, beyond: bool
) -> bool:
    """Whether a date is not of the start of a change: before it, or behind the next figure."""
    if _owns(tokens, found, date):
        return False
    return not after or (beyond and not _restated(tokens, found, following))


TURNS = frozenset({"and", "but", "while"})


def describes_noun(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`reported fourth-quarter revenue of $3 billion`: the time of what is told, and not of the telling."""
    after = token_at(tokens, date.evidence.end - 1) + 1
    named = tokens.near[after].isalpha() and tokens.near[after] not in words.breaks
    return named and tokens.words[after].islower() and len(date.edtf or "") != DAY


DAY = len("2026-02-05")


def of_another(
    tokens: Tokens,
    found: Quantity,
    date: DateFinding,
    words: Vocabulary,
    following: Quantity | None,
    ahead: bool,
) -> bool:
    """Whether a date behind the figure tells the time of something else; none is held against what is `ahead`."""
    return (
        _for_purpose(tokens, found, date)
        or names_event(tokens, date, words)
        or since_then(tokens, found, date)
        or _by_the_end(tokens, found, date, following)
        or _of_next_clause(tokens, found, date, words)
        or (not ahead and held_against(tokens, found, date, words))
        or _of_limit(tokens, found, date, words)
        or (following is not None and _of_following(tokens, found, date, following))
    )


def _by_the_end(tokens: Tokens, found: Quantity, date: DateFinding, following: Quantity | None) -> bool:
    """`from 163 percent to 65 percent by 2036`, `at end-2036`: the year of where it is to end."""
    if following is None or tokens.near[found.lead - 1] != "from" or tokens.near[following.lead - 1] != "to":
        return False
    at = token_at(tokens, date.evidence.start)
    return tokens.near[at - 1] == "by" or tokens.near[at] == "end"


def _of_limit(tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary) -> bool:
    """`4.4 percent, within the government's 2014 target`: a year that only describes another noun."""
    first, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1)
    noun = tokens.near[last + 1]
    if (
        not noun.isalpha()
        or noun in words.stops
        or noun in words.breaks
        or not tokens.words[last + 1].islower()
    ):
        return False
    return len(date.evidence.exact) == 4 and not words.sets["limits"].isdisjoint(
        tokens.low[found.last : first]
    )


def _of_following(tokens: Tokens, found: Quantity, date: DateFinding, following: Quantity) -> bool:
    """`to 7.8% and for 2023 to 3%`: a date between two figures, cut off from the first and close to the second."""
    first, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1)
    if not found.last <= first <= last < following.first:
        return first >= following.first and tokens.near[following.lead - 1] in ("from", "versus", "against")
    between, behind = tokens.low[found.last : first], tokens.low[last + 1 : following.first]
    listed = ("with" in between or ";" in between) and behind in (["at"], [")", "at"], ["in"])
    own = "," in between and "," not in behind and not _BEING.isdisjoint(behind[:1])
    return listed or own or ("and" in between and len(behind) <= 8 and "," not in behind)


_BEING = frozenset({"was", "were", "is", "are", "stood", "stands", "reached", "hit", "rose", "fell"})
"""`to 35%, inflation for the year to May was at 38%`: the clause of the next figure has a subject of its own."""


def of_the_next(tokens: Tokens, found: Quantity, following: Quantity, date: DateFinding) -> bool:
    """Whether a date behind the next figure is that one's alone: another clause, or `to $3 from $2 a year earlier`."""
    if _next_clause(tokens, found, following):
        return True
    at = token_at(tokens, date.evidence.start)
    compared = date.evidence.exact.lower().endswith(("earlier", "before", "ago"))
    compared = compared or tokens.near[at - 2] in EXTREMES
    return compared and not _STARTS.isdisjoint(tokens.low[found.last : at])


_STARTS = frozenset({"from", "against", "versus", "compared", "than", "below", "above"})


def _restated(tokens: Tokens, found: Quantity, following: Quantity | None) -> bool:
    """`from $3.21 billion, or 43 cents per share, a year earlier`: one figure said twice."""
    return following is not None and "or" in tokens.low[found.last : following.first]


def _next_clause(tokens: Tokens, found: Quantity, following: Quantity) -> bool:
    """`killed 15,000, and another killed 1,400 in 1974`, `at 24, up from an estimate of 19 in 2024`: what stands behind
    the next figure is told of that one."""
    between = list(pairwise(tokens.low[found.last : following.lead]))
    joined = any(one == "," and two in ("and", "while", "but") for one, two in between)
    joined = joined or any(one == "compared" and two in ("to", "with") for one, two in between)
    return joined or any(one in ("up", "down") and two == "from" for one, two in between)


def _for_purpose(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`200 countries adopted a deal to triple aid by 2035`: the year of what is aimed at."""
    at = token_at(tokens, date.evidence.start)
    between = tokens.low[found.last : at]
    return (
        len(date.edtf or "") == 4
        and between[-1:] == ["by"]
        and any(word == "to" and verb.isalpha() for word, verb in pairwise(between))
        and "to" not in tokens.low[max(0, found.lead - 3) : found.lead]
    )
