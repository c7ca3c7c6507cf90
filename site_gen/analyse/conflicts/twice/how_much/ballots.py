"""How a vote went: `by nine votes to four`, `six of them backed it and three were opposed`."""

from collections.abc import Iterator
from functools import cache, partial

from site_gen.analyse.conflicts.tallies import tallies
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.conflicts.twice.aligned.match import by_weight, each_once
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deciders import deciders
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.intervals import days, overlap
from site_gen.resolve.words import word_set
from site_gen.tables import Row

_FEW = 4
"""Words of a sentence that hardly says what was voted on: the one before does."""
_ENOUGH, _LESS = 1.2, 0.4
"""What the words weigh that both have; where as many voted in both, or one side is the same, less is enough."""
_AWAY = 0.02
"""What part of those who vote may be told to have stayed away by one report alone."""
_OF_BODY = 0.6
"""What it counts that both name the body."""


def ballot_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each tally, `more:less`, with the stems of what stands around it."""
    start, seen = told.evidence.start, set()
    for value, first, last in tallies(told.evidence.exact):
        if value not in seen:
            seen.add(value)
            heads = _stems(told)
            if before and len(heads) < _FEW:
                heads |= _stems(before)
            yield Slot(at, "ballot", value, start + first, start + last, tuple(sorted(heads)))


def _stems(told: Told) -> set[str]:
    return {w.stem for w in told.words if w.stem[0] != "#"} - weak_stems() - _own_stems()


def rival_ballots(pair: Pair) -> Iterator[Row]:
    """A row for each vote of which the two reports give two results."""
    ours, theirs = ([s for s in t.slots if s.kind == "ballot"] for t in (pair.one, pair.other))
    for a, b in each_once(by_weight(ours, theirs, partial(_of_one_vote, pair))):
        if contrasted(a, b, pair):
            continue
        if a.value != b.value and not (_has(b.value, ours) or _has(a.value, theirs)):
            yield row_of(a._replace(kind="span"), b._replace(kind="span"), pair, 1.0, "value")


def _has(value: str, slots: list[Slot]) -> bool:
    return any(s.value == value for s in slots)


def _of_one_vote(pair: Pair, a: Slot, b: Slot) -> float:
    """What two votes have in common; nothing if that is too little, or they are of two bodies or days."""
    bodies = [_bodies(s, t) for s, t in ((a, pair.one), (b, pair.other))]
    if all(bodies) and bodies[0].isdisjoint(bodies[1]):
        return 0.0
    one_side = not {*a.value.split(":")}.isdisjoint(b.value.split(":"))
    if pair.copied and not one_side:
        return 0.0
    shared = frozenset(a.heads) & frozenset(b.heads)
    weight = pair.weight(shared - pair.names()) + pair.weight(shared & pair.names()) / 2
    if not all(overlap(x, y) for x in _days(a, pair.one) for y in _days(b, pair.other)):
        return weight if weight >= _ENOUGH else 0.0
    weight += _OF_BODY * all(bodies)
    least = _LESS if one_side or _as_many(a, b) else _ENOUGH
    return weight if weight >= least else 0.0


def _as_many(a: Slot, b: Slot) -> bool:
    """Whether as many voted, but for a few who stayed away."""
    return abs(_voters(a) - _voters(b)) <= _AWAY * max(_voters(a), _voters(b))


def _voters(slot: Slot) -> int:
    return sum(int(side) for side in slot.value.split(":"))


def _bodies(slot: Slot, telling: Telling) -> frozenset[str]:
    """The bodies named before it in its sentence, or else in the one before."""
    here = telling.sentences[slot.sentence].evidence
    found = deciders(here.exact[: slot.end - here.start])
    if found or not slot.sentence:
        return found
    return deciders(telling.sentences[slot.sentence - 1].evidence.exact)


def _days(slot: Slot, telling: Telling) -> list:  # type: ignore[type-arg]
    found = (days(s.value) for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    return [day for day in found if day and not slot.ahead]


@cache
def _own_stems() -> frozenset[str]:
    """Stems of the words of voting."""
    return frozenset(synonym(word) for word in word_set("opposites", "voting"))
