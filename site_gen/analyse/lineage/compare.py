"""Two sketches -> copy, rewrite, or two witnesses."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.analyse.gist import likeness as gist_likeness
from site_gen.analyse.lineage.credited import is_credited
from site_gen.analyse.lineage.sketch import pairs
from site_gen.analyse.tables import GISTS, LINKS, PAIRS, SHARED, SKETCHES, Link, Pair, Sharing, Sketch
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Reader, Row

_COMMON = 16
_CANDIDATES = 4
_TOLD_APART = 0.55
_ALIKE = 0.35
_SHORT = 4
_ALONE = 0.8
"""Wording by which a report of one sentence is a copy: of that half are names, which any reporter has."""
_FEW, _FEW_WORDING, _SAID = 5, 0.35, 0.2
"""With fewer sentences that have a match, two reports of one event are no rewrite unless so much is worded alike."""
_SLIP = 0.7
"""What sentences of a rewrite share that has one figure wrong."""
_WHOLE, _OFTEN, _LOOSE = 0.85, 4, (0.35, 0.45, 0.75)
"""Figures, in how many sentences, and matter, sentences and order by which a free rewrite is known."""
_MUCH_QUOTED = 3
"""Pairs of words of a quotation that tell it from another."""
_KEPT, _NAMED = 0.8, 0.75
"""The part of the figures and names that a rewrite keeps of which few sentences are alike."""
_TOLD = 1.0
"""Wording and matter together by which few sentences are a retelling, whatever else each has."""
_SOME, _HALF = 3, 0.5
"""With so many figures two articles of which one is a rewrite have that part of them in common."""
_GIST, _FACTS, _IN_ORDER = 0.5, 0.7, 0.7
"""Rare words, names and order by which a report is told anew. Measured: of 434 pairs of two witnesses one has as
much of all three, and it counts otherwise."""
_RETOLD = 0.85
"""Sentences, their order and facts that an agency's report shares with another agency's if it was written from it."""
_CREDITED_APART = 0.45
"""The same of a report that credits the agency by which the other is signed."""
_SLACK = 0.05
_BETWEEN = re.compile(r"[,/;&+|]| and | with ")
_TOLD_ALIKE = 0.9
"""Names and figures that a copy shares with a report of weeks ago: with others it is the next month's release."""
_FRESH = 31
"""Days within which a report is rewritten."""


def share_traits(_trait: str, articles: tuple[str, ...], _reader: Reader) -> Iterator[Row]:
    """A rare trait, to each article that has it; one that many have tells nothing, except of exact copies."""
    found = sorted(set(articles))
    if len(found) > 1 and (len(found) <= _COMMON or _trait.startswith("text ")):
        for n, article in enumerate(found):
            if _trait.startswith("text "):
                if n:
                    yield Row(SHARED, article, Sharing((found[0], article)))
            else:
                yield Row(SHARED, article, Sharing(tuple(found)))


def choose_candidates(key: str, shared: tuple[Sharing, ...], _reader: Reader) -> Iterator[Row]:
    """The few articles that share most with this one, rarer traits weighing more."""
    weights: dict[str, float] = {}
    for sharing in shared:
        for other in sharing.articles:
            if other != key:
                weights[other] = weights.get(other, 0.0) + 1 / (len(sharing.articles) - 1)
    for other in sorted(weights, key=lambda o: (-weights[o], o))[:_CANDIDATES]:
        first, second = sorted((key, other))
        yield Row(PAIRS, f"{first}|{second}", Pair(first, second))


def compare_pair(_key: str, rows: tuple[Pair, ...], reader: Reader) -> Iterator[Row]:
    """A link at both ends, where the pair is one witness."""
    pair = rows[0]
    first, second = reader.one(SKETCHES, pair.first), reader.one(SKETCHES, pair.second)
    if first is None or second is None:
        return
    likeness = compare(first, second)
    if likeness.matches >= _FEW:  # of fewer it has no say
        one, other = (reader.one(GISTS, key) for key in (pair.first, pair.second))
        likeness = likeness._replace(gist=gist_likeness(one, other) if one and other else 0.0)
    relation = likeness.relation
    if relation:
        yield Row(LINKS, pair.first, Link(pair.second, relation, likeness.score, likeness.reason))
        yield Row(LINKS, pair.second, Link(pair.first, relation, likeness.score, likeness.reason))


class Likeness(NamedTuple):
    """How much of the smaller article the larger one has."""

    wording: float
    """Share of the smaller one's pairs of neighbouring stems, shared quotations left out."""
    matter: float
    """Mean share of a sentence's stems that the best sentence of the other has."""
    order: float
    """Share of the matching sentences that stand in the same order."""
    matched: float
    """Share of the smaller one's sentences that have a match."""
    facts: float
    """Share of the names and figures of the one with fewer that the other has."""
    matches: int
    """Sentences of the smaller one that have a match."""
    rivals: bool = False
    """They are credited to two agencies."""
    figures: float = 0.0
    """Share of the figures of the one with fewer that the other has; 0 if it has none."""
    counted: int = 0
    """Figures of that one."""
    agreed: int = 0
    """Matching sentences that have a figure in common."""
    clashes: int = 0
    """Matching sentences of which each counts one thing otherwise, by a figure that the other article has nowhere."""
    quoted: int = 0
    """Pairs of words that both quote."""
    gist: float = 0.0
    """What they have in common of the rare words that each uses most (`gist.py`)."""

    credited: bool = False
    """One says that it has something from the agency that signs the other."""

    @property
    def relation(self) -> str:
        """`copy`, `rewrite`, or nothing."""
        if self.wording >= (0.6 if self.matches > 1 else _ALONE) and self.matter >= 0.6:
            return "copy"
        if self._counted_apart:
            return ""
        if (self._freely_told or self._retold or self._from_it) and not self.rivals:
            return "rewrite"
        enough = _FEW_WORDING if self.rivals or self.matches < _FEW else 0.15
        if (self._all_told or self._quotes_alike) and not self.rivals:
            enough = min(enough, _SAID)
        if self.matches < _FEW and not self._kept:
            return ""
        strong = self.wording >= enough and self.matter >= 0.4 and self.matched >= 0.5
        if self.rivals and (self.matches < _FEW or min(self.matched, self.order, self.facts) < _RETOLD):
            return ""
        return "rewrite" if strong and self.order >= 0.35 and self.facts >= 0.6 else ""

    @property
    def _counted_apart(self) -> bool:
        """Whether two reporters counted: one who rewrites keeps the figures, with a slip perhaps."""
        few = self.counted >= _SOME and self.figures < _HALF
        return self.clashes > 1 or (self.matter < _SLIP and (few or self.clashes > 0))

    @property
    def _freely_told(self) -> bool:
        """Whether hardly the wording but the figures, a quotation and the order of points are those of the other."""
        matter, matched, order = _LOOSE
        alike = self.matter >= matter and self.matched >= matched and self.order >= order
        figures = self.figures >= _WHOLE and self.agreed >= _OFTEN
        return alike and figures and self.quoted >= _MUCH_QUOTED

    @property
    def _retold(self) -> bool:
        """Whether every sentence is new but the rare words, the names, the figures and the order are the other's."""
        if self.matches < _FEW or self.order < _IN_ORDER:
            return False
        told = self.gist >= _GIST and self.facts >= _FACTS
        return told and self.clashes == 0 and self.counted > _SOME and self.figures >= _NAMED

    @property
    def _from_it(self) -> bool:
        """Whether an article that credits the agency has most of its report, in its order and with its figures."""
        if not self.credited or self.clashes or self.matches < _FEW or self.counted < _SOME:
            return False
        told = min(self.matched, self.facts) >= _HALF and self.matter >= _FEW_WORDING - _SLACK
        return told and self.order >= _IN_ORDER and self.figures >= _SLIP

    @property
    def _kept(self) -> bool:
        """Whether of few sentences much is kept, or at least the names, the figures and the order."""
        facts = self.facts >= _NAMED and self.order >= _LOOSE[2]
        return self.wording + self.matter >= _TOLD or (
            facts and (self.counted < _SOME or self.figures >= _KEPT)
        )

    @property
    def _quotes_alike(self) -> bool:
        """Whether both quote the same words, and have the same figures."""
        return self.quoted >= _MUCH_QUOTED and self.figures >= _KEPT

    @property
    def _all_told(self) -> bool:
        """Whether a short report has next to nothing that the other has not, in the same order."""
        return self.matches >= _SHORT and self.matched >= 0.8 and self.order >= 0.75 and self.facts >= 0.85

    @property
    def score(self) -> float:
        """Between 0 and 1."""
        return round((self.wording + self.matter) / 2, 3)

    @property
    def reason(self) -> str:
        """In words."""
        return (
            f"{self.matched:.0%} of the sentences of the shorter have a match in the longer, "
            f"{self.order:.0%} of them in the same order; {self.wording:.0%} of its word pairs are shared"
        )


def compare(a: Sketch, b: Sketch) -> Likeness:
    """The likeness of two articles, seen from the smaller one, without what they have in common of rare words."""
    if a.text == b.text:
        return Likeness(1.0, 1.0, 1.0, 1.0, 1.0, len(a.sentences))
    shared, far = _share(a.facts, b.facts), _far_apart(a, b)
    credited = not far and _credits(a, b)
    if shared < (_TOLD_ALIKE if far else _CREDITED_APART if credited else _TOLD_APART):
        return Likeness(0.0, 0.0, 0.0, 0.0, shared, 0)
    small, large = sorted((a, b), key=lambda s: (sum(map(len, s.sentences)), s.text))
    quoted = set(small.quoted) & set(large.quoted)
    ours = {p for s in small.sentences for p in pairs(s)} - quoted
    theirs = {p for s in large.sentences for p in pairs(s)} - quoted
    wording = len(ours & theirs) / len(ours) if ours else 0.0
    if wording < (0.03 if credited else 0.1):
        return Likeness(wording, 0.0, 0.0, 0.0, shared, 0)
    told = [n for n, s in enumerate(small.sentences) if not _is_quote(s, quoted)]
    found = _aligned(wording, shared, small, told, large)
    if far and (found.relation != "copy" or found.matches < _FEW):
        return Likeness(wording, 0.0, 0.0, 0.0, shared, 0)
    signed = _agencies(a), _agencies(b)
    rivals = all(signed) and signed[0].isdisjoint(signed[1])
    return found._replace(rivals=rivals, quoted=len(quoted), credited=credited)


def _credits(a: Sketch, b: Sketch) -> bool:
    """Whether one says that it has something from the agency that signs the other, and not both from a third."""
    ours, theirs = _agencies(a), _agencies(b)
    return (is_credited(theirs, a.credited) and not ours) or (is_credited(ours, b.credited) and not theirs)


def _agencies(sketch: Sketch) -> frozenset[str]:
    """The agencies that an article credits: `MNA, editorial staff` has it from one that signs `MNA`."""
    return frozenset(name for part in _BETWEEN.split(sketch.agency) if (name := part.strip().casefold()))


def _far_apart(a: Sketch, b: Sketch) -> bool:
    """Nobody rewrites a report of weeks ago: what is alike then is background, unless it is the whole report again."""
    first, second = days(a.published), days(b.published)
    return bool(first and second and gap(first, second) > _FRESH)


def _share(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 1.0


def _is_quote(sentence: tuple[int, ...], quoted: set[int]) -> bool:
    found = pairs(sentence)
    return bool(quoted) and sum(p in quoted for p in found) * 2 > len(found)


def _aligned(wording: float, facts: float, small: Sketch, told: list[int], large: Sketch) -> Likeness:
    targets = [frozenset(s) for s in large.sentences]
    shares: list[float] = []
    places: list[tuple[int, int]] = []
    for number in told:
        words = frozenset(small.sentences[number])
        if len(words) < _SHORT or not targets:
            continue
        best, place = max((len(words & t), -n) for n, t in enumerate(targets))
        shares.append(best / len(words))
        if shares[-1] >= _ALIKE:
            places.append((number, -place))
    if not shares:
        return Likeness(wording, wording, 1.0, wording, facts, 0)
    figures = _compare_counts(small, large, places)
    if len(places) < min(2, len(shares)):
        places = []
    order = _in_order([place for _, place in places]) / len(places) if places else 0.0
    matter, matched = sum(shares) / len(shares), len(places) / len(shares)
    return Likeness(wording, matter, order, matched, facts, len(places), False, *figures)


def _compare_counts(
    small: Sketch, large: Sketch, places: list[tuple[int, int]]
) -> tuple[float, int, int, int]:
    """The share of figures in common, how many there are, and the matching sentences that agree and clash."""
    ours, theirs = ({value for told in s.counts for value, _ in told} for s in (small, large))
    agreed = clashes = 0
    for number, place in places:
        one, other = small.counts[number], large.counts[place]
        agreed += any(value == also for value, _ in one for also, _ in other)
        mine = {noun for value, noun in one if noun and value not in theirs}
        clashes += any(noun in mine and value not in ours for value, noun in other)
    least = min(len(ours), len(theirs))
    return (len(ours & theirs) / least if least else 0.0), least, agreed, clashes


def _in_order(places: list[int]) -> int:
    """Length of the longest run of places that do not fall."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
