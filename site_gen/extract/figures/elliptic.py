"""Numbers whose noun is left out: `the guards, 40 of them`; `drove 9,000 from their homes`; `30 boys in A, 12 in B`."""

from site_gen.extract.figures.apposed import counts_people
from site_gen.extract.figures.counted import is_plural, singular
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

OF_THEM = "of them"
LOST = "what they lost"
IN_ALL = "in all"
_BACK, _HELPERS = 14, 3
_INSIDE = ("in", "at", "into", "from")
_THEM = ("them", "whom")
_LOST = frozenset({"homes", "jobs", "lives", "land", "lands", "villages", "houses", "beds"})
_WHERE = ("in", "by", "at", "from", "on", "for", "against")


def elliptic(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    """A bare number that counts what was named before, or people by what they lost; None for another."""
    after, next_word = tokens.near[found.last], tokens.near[found.last + 1]
    if after == "of" and next_word in _THEM:
        noun = _named_before(tokens, found.lead, words)
        deed = tokens.near[found.last + 2] in words.sets["casting"] - {"for", "against"}
        noun = noun or ("people" if deed or counts_people(tokens, found, words) else "")
        return found._replace(unit=noun, rule=OF_THEM) if noun else None
    if counts_people(tokens, found, words):
        return found._replace(unit="people", rule="people by another word")
    if tokens.near[found.lead - 1] in (",", "-", "–", "—") and [after, next_word] in _ALTOGETHER:
        at = first_named(tokens, found.lead, words)
        return found._replace(unit=singular([tokens.low[at]], words), rule=IN_ALL) if at >= 0 else None
    at = found.last + (after == "from" or after in words.sets["losing"])
    if tokens.near[at] == "their" and tokens.near[at + 1] in _LOST:
        return found._replace(unit="people", rule=LOST)
    return None


_ALTOGETHER = [["in", "all"], ["in", "total"], ["all", "told"], ["all", "together"]]


def first_named(tokens: Tokens, lead: int, words: Vocabulary) -> int:
    """The first noun in the plural before a token: `soldiers` of `Soldiers of both armies serve there, 240 in all`."""
    for at in range(max(0, lead - _BACK), lead):
        word = tokens.words[at]
        named = word.isalpha() and (word.islower() or not at) and len(word) > 3 and word not in words.have
        if named and is_plural(word, words):
            return at
    return -1


def _named_before(tokens: Tokens, lead: int, words: Vocabulary) -> str:
    """The nearest noun in the plural before a token that no number stands before (`within 30 days`)."""
    where = ""
    for at in range(lead - 1, max(-1, lead - _BACK), -1):
        word, before = tokens.words[at], tokens.near[at - 1]
        named = word.isalpha() and (word.islower() or not at) and len(word) > 3 and word not in words.have
        named = named and words.status.get(tokens.low[at]) != "estimate"
        if not (named and is_plural(word, words)):
            continue
        if before in _INSIDE:  # `treated in hospitals, and 40 of them`
            where = where or singular([word.lower()], words)
        elif not (before[:1].isdigit() and tokens.low[at] in words.units) or tokens.low[at] in words.plurals:
            return singular([word.lower()], words)
    return where


def parallel(tokens: Tokens, found: Quantity, before: list[Quantity]) -> Quantity | None:
    """`30 boys in one hall, 12 in another`, `40 of them held by the state and 9 by the rebels`: the same counted.

    So are `56,000 cases of measles, 10,000 in Kenya and 3,900 in Peru`.
    """
    last = before[-1] if before else None
    if (
        last is None
        or last.kind != "count"
        or not last.unit
        or tokens.near[found.lead - 1] not in (",", "and")
    ):
        return None
    where = tokens.near[found.last]
    if where not in _WHERE:
        return None
    between = tokens.low[last.last : found.lead - 1]
    placed = where == "in" and any(
        word[0].isupper() for word in tokens.words[found.last + 1 : found.last + 2]
    )
    same = placed or between[:1] == [where] or (last.rule == OF_THEM and where in between)
    return found._replace(unit=last.unit, rule="counted before") if same else None


def befell(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`were killed` of `eleven were killed`."""
    helpers = 0
    while helpers < _HELPERS and tokens.near[at] in ("was", "were", "are", "have", "had", "has", "been"):
        at, helpers = at + 1, helpers + 1
    return helpers > 0 and tokens.near[at] in words.casualties


def number_of_dead(ahead: list[str], words: Vocabulary) -> bool:
    """`put the number of dead at 17`, `the number injured topped 200`."""
    return any(
        one in ("number", "count")
        and (two in words.casualties or (two == "of" and (three in words.casualties or three == "deaths")))
        for one, two, three in zip(ahead, ahead[1:], ahead[2:], strict=False)
    )
