"""Numbers that share a noun with what stands near: `379 confirmed and 47 probable cases`, `18 of the cases`."""

from site_gen.extract.figures.counted import is_plural, singular
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.lists import without
from site_gen.text.numbers import Tokens

_JOINTS = frozenset({"and", "or", ",", "plus"})
_OF_THE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
_CASES, _OWNER = 6, 5


def noun_behind(tokens: Tokens, bare: Quantity, counted: Quantity, words: Vocabulary) -> Quantity | None:
    """A bare number with an adjective of its own, before a number that the noun stands behind."""
    if counted.kind != "count" or counted.noun < 0 or not counted.unit or bare.unit or bare.kind != "count":
        return None
    between = tokens.low[bare.last : counted.lead]
    if between[-2:] == [",", "and"]:
        return None
    while between and between[-1] in _JOINTS:
        between = between[:-1]
    joined = 0 < len(between) <= 2 and counted.lead - bare.last > len(between)
    if not joined or not all(_describes(word, words) for word in between):
        return None
    noun = counted.unit.split(" ")[-1]
    return bare._replace(
        last=bare.last + len(between), unit=" ".join([*between, noun]), noun=-1, rule="noun behind"
    )


_STATES = frozenset({"injured", "wounded", "dead"})


def _describes(word: str, words: Vocabulary) -> bool:
    """Whether a word can be the adjective before a noun that is left out."""
    return (
        word.isalpha()
        and word not in words.stops
        and word not in without(words.casualties, _STATES)
        and word not in words.units
        and not is_plural(word, words)
        and word not in words.copulas
    )


def with_adjective(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> str:
    """`64 cases, including 53 confirmed`: what was counted before, with the adjective; empty for none."""
    last = before[-1] if before else None
    if last is None or last.kind != "count" or not last.unit or found.kind != "count":
        return ""
    led = tokens.near[found.lead - 1]
    listed = led in ("including", "comprising") or (last.rule == "noun before" and led in ("and", ","))
    adjective, after = tokens.near[found.last], tokens.near[found.last + 1]
    if not listed or not _describes(adjective, words) or (after[:1].isalnum() and after not in _JOINTS):
        return ""
    return f"{adjective} {last.unit.split(' ')[-1]}"


def part_of_known(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`18 of the cases were mild`: what a bare number counts a part of, in the singular; empty for none."""
    if tokens.near[found.last] != "of":
        return ""
    begin = _past_owner(tokens, found.last + 1)
    if begin == found.last + 1 and tokens.near[begin] not in _OF_THE:
        return ""
    begin += begin == found.last + 1
    for at in range(begin, min(begin + _CASES, tokens.size)):
        word = tokens.low[at]
        if not word.isalpha() or word in words.stops:
            return ""
        if is_plural(tokens.words[at], words):
            return singular(tokens.low[begin : at + 1][-2:], words)
    return ""


def _past_owner(tokens: Tokens, at: int) -> int:
    """Behind whom something belongs to: `his country's` of `23 of his country's fishermen`; `at` for none."""
    owned = range(at + 1, min(at + _OWNER, tokens.size))
    return next((n + 1 for n in owned if tokens.low[n] in ("'s", "’s", "'", "’")), at)
