"""Two sketches -> copy, rewrite, or two witnesses."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.analyse.lineage.sketch import pairs
from site_gen.analyse.tables import LINKS, PAIRS, SHARED, SKETCHES, Link, Pair, Sharing, Sketch
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Reader, Row

_COMMON = 16
_CANDIDATES = 4
_TOLD_APART = 0.55
_ALIKE = 0.35
_SHORT = 4
_FEW, _FEW_WORDING, _SAID = 5, 0.35, 0.2
"""With fewer sentences that have a match, two reports of one event are no rewrite unless so much is worded alike."""
_RETOLD = 0.85
"""Sentences, their order and facts that an agency's report shares with another agency's if it was written from it."""
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

    @property
    def relation(self) -> str:
        """`copy`, `rewrite`, or nothing."""
        if self.wording >= 0.6 and self.matter >= 0.6:
            return "copy"
        enough = _FEW_WORDING if self.rivals or self.matches < _FEW else 0.15
        if self._all_told and not self.rivals:
            enough = min(enough, _SAID)
        strong = self.wording >= enough and self.matter >= 0.4 and self.matched >= 0.5
        if self.rivals and (self.matches < _FEW or min(self.matched, self.order, self.facts) < _RETOLD):
            return ""
        return "rewrite" if strong and self.order >= 0.35 and self.facts >= 0.6 else ""

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
    """The likeness of two articles, seen from the smaller one."""
    if a.text == b.text:
        return Likeness(1.0, 1.0, 1.0, 1.0, 1.0, len(a.sentences))
    shared, far = _share(a.facts, b.facts), _far_apart(a, b)
    if shared < (_TOLD_ALIKE if far else _TOLD_APART):
        return Likeness(0.0, 0.0, 0.0, 0.0, shared, 0)
    small, large = sorted((a, b), key=lambda s: (sum(map(len, s.sentences)), s.text))
    quoted = set(small.quoted) & set(large.quoted)
    ours = {p for s in small.sentences for p in pairs(s)} - quoted
    theirs = {p for s in large.sentences for p in pairs(s)} - quoted
    wording = len(ours & theirs) / len(ours) if ours else 0.0
    if wording < 0.1:
        return Likeness(wording, 0.0, 0.0, 0.0, shared, 0)
    found = _aligned(wording, shared, [s for s in small.sentences if not _is_quote(s, quoted)], large)
    if far and (found.relation != "copy" or found.matches < _FEW):
        return Likeness(wording, 0.0, 0.0, 0.0, shared, 0)
    return found._replace(rivals=bool(a.agency and b.agency and a.agency != b.agency))


def _far_apart(a: Sketch, b: Sketch) -> bool:
    """Nobody rewrites a report of weeks ago: what is alike then is background, unless it is the whole report again."""
    first, second = days(a.published), days(b.published)
    return bool(first and second and gap(first, second) > _FRESH)


def _share(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 1.0


def _is_quote(sentence: tuple[int, ...], quoted: set[int]) -> bool:
    found = pairs(sentence)
    return bool(quoted) and sum(p in quoted for p in found) * 2 > len(found)


def _aligned(wording: float, facts: float, sentences: list[tuple[int, ...]], large: Sketch) -> Likeness:
    targets = [frozenset(s) for s in large.sentences]
    shares: list[float] = []
    places: list[int] = []
    for sentence in sentences:
        words = frozenset(sentence)
        if len(words) < _SHORT or not targets:
            continue
        best, place = max((len(words & t), -n) for n, t in enumerate(targets))
        shares.append(best / len(words))
        if shares[-1] >= _ALIKE:
            places.append(-place)
    if not shares:
        return Likeness(wording, wording, 1.0, wording, facts, 0)
    if len(places) < min(2, len(shares)):
        places = []
    order = _in_order(places) / len(places) if places else 0.0
    matter, matched = sum(shares) / len(shares), len(places) / len(shares)
    return Likeness(wording, matter, order, matched, facts, len(places))


def _in_order(places: list[int]) -> int:
    """Length of the longest run of places that do not fall."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
