"""How much two places in two reports speak of one thing: the words that they share, the rarer the more."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cache, cached_property
from math import sqrt
from typing import NamedTuple

from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Word
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import word_set

Place = tuple[int, int, int]
"""The number of a sentence, and the characters of a stretch in it."""
_AHEAD, _BEHIND = 5, 3
"""Words before and behind a place that stand close to it."""
_TOGETHER = 0.6
"""What names of the sentences weigh together by which they are of one thing, whatever their clauses name."""
_BESIDES = 2.5
"""What words that stand close weigh together by which two places are of one thing, whatever the clauses name."""
_WIDE, _NAMES, _BEFORE = 0.5, 0.5, 0.25
"""What a word counts that is shared farther off, a name, and a word that is shared with the sentence before."""
_WEAK = 0.4
"""What a word counts that any report may use of anything."""


@cache
def weak_stems() -> frozenset[str]:
    """Stems that say little of what a sentence is about."""
    return frozenset(synonym(word) for word in word_set("synonyms", "weak"))


def _counts(stem: str) -> bool:
    """Whether it is a small number with what it counts: the noun is a word of its own."""
    return stem[:1] == "#" and stem[-1].isalpha()


class Around(NamedTuple):
    """What stands around one place."""

    close: frozenset[str]
    """Stems that stand close to it, names left out."""
    named: frozenset[str]
    """Names that stand close to it."""
    clause: frozenset[str]
    """Those of its clause."""
    names: frozenset[str]
    """Names of its clause before it; without those who are only quoted."""


class Likeness(NamedTuple):
    """What two places have in common."""

    score: float
    close: float
    """Weight of the words that stand close to both."""
    beside: float
    """Weight of the names that do."""
    share: float
    """Of the words of the sentence that has fewer, the part that the other has too; rare ones count more."""
    words: frozenset[str]
    """Stems that stand close to both."""
    apart: bool
    """Whether the clauses name others, and none in common."""
    subject: bool
    """Whether the clauses name one before the places."""
    others: bool
    """Whether they name others there, and nobody in common."""


class Pair:
    """Two tellings, with what each word weighs in them; `copied`: they are one witness."""

    def __init__(self, one: Telling, other: Telling, copied: bool = False) -> None:
        self.one, self.other, self.copied = one, other, copied
        self._words = [
            [frozenset([w.stem for w in t.words if not w.name]) for t in x.sentences] for x in (one, other)
        ]
        self._names = [
            [frozenset([w.stem for w in t.words if w.name]) for t in x.sentences] for x in (one, other)
        ]
        self._known: dict[tuple[int, Place], Around] = {}
        self._sentences: dict[tuple[int, int], tuple[float, frozenset[str]]] = {}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """What each stem weighs; not asked for where the two turn out to be of two matters."""
        times = Counter(stem for side in (*self._words, *self._names) for found in side for stem in found)
        weak, shares = weak_stems(), {n: min(1.0, sqrt(2.0 / n)) for n in set(times.values())}
        return {
            stem: shares[n] * (_WEAK if stem in weak or _counts(stem) else 1.0) for stem, n in times.items()
        }

    def weight(self, stems: Iterable[str]) -> float:
        """How much words weigh together that both reports have."""
        return sum([self._weights.get(stem, 0.0) for stem in stems])

    def names(self) -> frozenset[str]:
        """The names that either report has."""
        return frozenset().union(*(found for side in self._names for found in side))

    def turned(self) -> "Pair":
        """The same with the second report first."""
        turned = copy(self)
        turned.one, turned.other = self.other, self.one
        turned._words, turned._names = self._words[::-1], self._names[::-1]
        turned._known, turned._sentences = {}, {}
        return turned

    def days_apart(self, open_as: int = 0) -> int:
        """Days between the two reports; `open_as`: where that is open."""
        first, second = days(self.one.published), days(self.other.published)
        return gap(first, second) if first and second else open_as

    def shared(self) -> float:
        """Of the words of the report that has fewer, the part that the other has too; names left out."""
        ours, theirs = (frozenset().union(*side) for side in self._words)
        return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)

    def likeness(self, a: Place, b: Place) -> Likeness:
        """What two places have in common."""
        ours, theirs = self._around(0, a), self._around(1, b)
        close = (ours.close & theirs.clause) | (ours.clause & theirs.close)
        both = self._words[0][a[0]] & self._words[1][b[0]]
        names = self._names[0][a[0]] & self._names[1][b[0]]
        (first, before), (second, also) = self._sentence(0, a[0]), self._sentence(1, b[0])
        before = (before & also) - both - names
        near, wide = self._weigh(close), self._weigh(both - close)
        least = min(first, second) or 1.0
        score = near + _WIDE * wide + _NAMES * self._weigh(names) + _BEFORE * self._weigh(before)
        others = bool(ours.names and theirs.names) and ours.names.isdisjoint(theirs.names)
        apart = others and self._weigh(names) < _TOGETHER and near < _BESIDES
        beside = _NAMES * self._weigh(ours.named & theirs.named)
        subject = not ours.names.isdisjoint(theirs.names)
        return Likeness(score, near, beside, (near + wide) / least, close, apart, subject, others)

    def weight_of_heads(self, a: Slot, b: Slot) -> float:
        """How much the stems weigh that both slots are told with."""
        return self.weight({*a.heads} & {*b.heads})

    def nearness(self, a: Slot, b: Slot) -> float:
        """What stands close to both, or else in their sentences."""
        like = self.likeness((a.sentence, a.start, a.end), (b.sentence, b.start, b.end))
        return max(like.close + like.beside, like.score / 2)

    def _weigh(self, stems: frozenset[str]) -> float:
        return sum([self._weights[s] for s in stems])

    def _sentence(self, side: int, number: int) -> tuple[float, frozenset[str]]:
        """What the words of a sentence weigh together; and all that it and the one before it name and say."""
        if (side, number) not in self._sentences:
            words, names = self._words[side], self._names[side]
            there = frozenset().union(*(x[n] for x in (words, names) for n in (number - 1, number) if n >= 0))
            self._sentences[side, number] = self._weigh(words[number]), there
        return self._sentences[side, number]

    def _around(self, side: int, place: Place) -> Around:
        if (side, place) not in self._known:
            told = (self.one, self.other)[side].sentences[place[0]]
            self._known[side, place] = _around(
                told.words, place[1] - told.evidence.start, place[2] - told.evidence.start
            )
        return self._known[side, place]


def _around(words: tuple[Word, ...], first: int, last: int) -> Around:
    at = bisect_right([w.at for w in words], first)
    within = {w.clause for w in words if first <= w.at < last}
    clause = within or {w.clause for w in words[max(0, at - 1) : at + 1]}
    inside = [w for w in words if w.clause in clause]
    plain = [w for w in inside if not w.name]
    ahead, behind = ([w for w in plain if (w.at < last) == before] for before in (True, False))
    low = ahead[-_AHEAD:][0].at if ahead else first
    high = behind[:_BEHIND][-1].at if behind else last
    return Around(
        frozenset([w.stem for w in (*ahead[-_AHEAD:], *behind[:_BEHIND])]),
        frozenset([w.stem for w in inside if w.name and low <= w.at <= high]),
        frozenset([w.stem for w in plain]),
        frozenset([w.stem for w in words if w.name and w.clause in clause and w.at < last and not w.quoted]),
    )
