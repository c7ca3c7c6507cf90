"""Lengths of time of two reports that exclude each other."""

import re
from functools import cache

from site_gen.analyse.conflicts.contrasts import is_demanded
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.conflicts.twice.aligned.judge import one_thing
from site_gen.analyse.conflicts.twice.aligned.match import Match
from site_gen.analyse.conflicts.twice.sentences.durations import from_now_on, length_of, unit_of
from site_gen.analyse.conflicts.twice.sentences.words import telling_verbs
from site_gen.analyse.conflicts.twice.when.moved import is_offered, moved, one_head
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days
from site_gen.resolve.words import word_set

_PAST = re.compile(
    r"\b(?:after|ending|ended|ends|following|since|past|previous|needed|took|it took [a-z ]{2,20}) (?:\w+ )?$",
    re.I,
)
_WOULD = re.compile(r"\bwould (?!have\b)[^;:]*$")
_IF = re.compile(r"\b(?:if|unless) [^,;:]*$", re.IGNORECASE)
_ROUND = 0.02


def exclude_spans(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two lengths cannot both be so."""
    texts = [x.sentences[s.sentence].evidence.exact for x, s in ((pair.one, a), (pair.other, b))]
    if is_offered(texts[0]) != is_offered(texts[1]):
        return False
    if any(
        of(a, pair.one) != of(b, pair.other)
        for of in (_counted_on, is_over, _would_be, is_asked, is_supposed, _faced)
    ):
        return False
    if contrasted(a, b, pair):
        return False
    one, other = length_of(a.value), length_of(b.value)
    return bool(one and other) and not (
        _grown(one, other, _coarse(a, b), pair) or any(map(moved, texts)) or _added(a, b, pair)
    )


def one_long_thing(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether two lengths are of one thing."""
    if punished_apart(a, b, pair):
        return False
    return one_thing("span", length_of(a.value), length_of(b.value), match)


def punished_apart(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether several were punished, who are counted, and somebody by name: `Two brokers were given 12 months`."""
    ours, theirs = (t.sentences[s.sentence].words for s, t in ((a, pair.one), (b, pair.other)))
    if not all(_punishments().intersection(w.stem for w in words) for words in (ours, theirs)):
        return False
    counted = [bool(words) and words[0].stem.startswith("#") for words in (ours, theirs)]
    named = [any(w.name for w in words) for words in (ours, theirs)]
    return (counted[0] and named[1] and not named[0]) or (counted[1] and named[0] and not named[1])


@cache
def _punishments() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "punished"))


def span_told_too(slot: Slot, rival: Slot, others: list[Slot]) -> bool:
    """Whether the other report has it too, of the same deed."""
    return any(s.value == slot.value and one_head(s, slot) for s in others)


def _counted_on(slot: Slot, telling: Telling) -> bool:
    """Whether a length counts from another: `the following two years`."""
    told = telling.sentences[slot.sentence].evidence
    if from_now_on(told.exact, slot.start - told.start):
        return False
    words = fold(told.exact[slot.start - told.start : slot.end - told.start]).split()
    return not word_set("opposites", "counted_on").isdisjoint(words)


def _would_be(slot: Slot, telling: Telling) -> bool:
    """Whether it is what a bill or a plan would bring; in what somebody said, `would` is `will`."""
    sentence = telling.sentences[slot.sentence].evidence
    ahead = sentence.exact[: slot.start - sentence.start]
    return _WOULD.search(ahead) is not None and telling_verbs().search(sentence.exact) is None


def is_supposed(slot: Slot, telling: Telling) -> bool:
    """Whether it stands behind `if`: `if Congress requires five years of returns`."""
    sentence = telling.sentences[slot.sentence].evidence
    return _IF.search(sentence.exact[: slot.start - sentence.start]) is not None


def is_asked(slot: Slot, telling: Telling) -> bool:
    """Whether it is what somebody only asks for: `has demanded a 10-day break`."""
    sentence = telling.sentences[slot.sentence].evidence
    return is_demanded(sentence.exact, slot.start - sentence.start)


def _faced(slot: Slot, telling: Telling) -> bool:
    """Whether it is what may come at worst: `if convicted they face one year`."""
    sentence = telling.sentences[slot.sentence].evidence
    return _AT_WORST.search(sentence.exact[: slot.start - sentence.start]) is not None


_AT_WORST = re.compile(
    r"\b(?:faces?|facing|faced|risks?|could get|liable to|punishable by) (?:up to |as much as |a |an )*$"
)


def is_over(slot: Slot, telling: Telling) -> bool:
    """Whether a length of time is one that has passed: `after eight months of haggling`."""
    sentence = telling.sentences[slot.sentence].evidence
    return _PAST.search(sentence.exact[: slot.start - sentence.start]) is not None


def _grown(one: float, other: float, coarse: float, pair: Pair) -> bool:
    """Whether two lengths are one, rounded to weeks, months or years, or what a later report has longer went on."""
    loose = max(_ROUND * max(one, other), coarse)
    first, second = days(pair.one.published), days(pair.other.published)
    later = second.first - first.first if first and second else 0
    if max(one, other) < 1:
        return abs(one - other) <= loose
    return abs(one - other) <= loose or 0 < (other - one) * (1 if later > 0 else -1) <= abs(later) + loose


def _coarse(a: Slot, b: Slot) -> float:
    """Half the longer unit of two that differ: `two months` may be 53 days; as much of `in its sixth week`."""
    units = {unit_of(slot.value) for slot in (a, b)}
    halves = any("." in slot.value for slot in (a, b))
    return max(units) / 2 if len(units) > 1 or halves else 0.0


def _added(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether one sentence has the other's length too, or in its parts."""
    for slot, telling, other in ((a, pair.one, b), (b, pair.other, a)):
        there = [
            length_of(s.value) for s in telling.slots if s.kind == "span" and s.sentence == slot.sentence
        ]
        if length_of(other.value) in (*there, sum(there)):
            return True
    return False
