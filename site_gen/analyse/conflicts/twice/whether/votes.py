"""A decision that was unanimous in one report, and had an abstention or a vote against it in the other."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, overlap
from site_gen.resolve.words import any_of, group_of, subject
from site_gen.tables import Row
from site_gen.text.letters import letters_in, longest_of
from site_gen.text.phrases import any_phrase

_SHARED = 2
_AHEAD = 40
_NO = re.compile(r"\b(?:no|not|nobody|none|without|never|neither|nor|any)\b|n['’]t\b")
_ONE_AND_ALL = re.compile(r"\b(?:not (?:a )?(?:single|one)|no|none of (?:the|its|them)) (?:[\w’'-]+ ){0,6}$")


def vote_slots(at: int, told: Told) -> Iterator[Slot]:
    """Words that say that a decision had everybody's vote (`unity one`), or not (`unity split`)."""
    if _cues().isdisjoint(letters_in(told.evidence.exact)):
        return
    text = told.evidence.exact.lower()
    for side, pattern in _patterns().items():
        for found in pattern.finditer(text):
            ahead = text[max(0, found.start() - _AHEAD) : found.start()]
            meant = _meant(side, ahead)
            if meant:
                start = told.evidence.start
                yield Slot(at, "unity", meant, start + found.start(), start + found.end())


def _meant(side: str, ahead: str) -> str:
    """What the words mean behind those ahead of them: `nobody abstained` is unanimous, `not unanimous` is neither."""
    if side == "one":
        return "" if _undone().search(ahead) else "one"
    if _ONE_AND_ALL.search(ahead):
        return "one"
    return "" if _NO.search(ahead) or _undone().search(ahead) else "split"


@cache
def _undone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('opposites', 'undone', 'voted')})\b|n['’]t\b")


@cache
def _cues() -> frozenset[str]:
    """The longest word of each turn of phrase."""
    return frozenset(
        longest_of(phrase) for words in subject("opposites")["unity"].values() for phrase in words
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    told = subject("opposites")["unity"]
    return {
        side: re.compile(any_phrase(map(re.escape, sorted(words, key=lambda w: (-len(w), w))), r"\b"))
        for side, words in told.items()
    }


def rival_votes(pair: Pair) -> Iterator[Row]:
    """One row where each report has its own of the two, of one body's decision."""
    ours, theirs = ([*_votes(t)] for t in (pair.one, pair.other))
    sides = [{s.value for s in slots} for slots in (ours, theirs)]
    if [len(side) for side in sides] != [1, 1] or sides[0] == sides[1]:
        return
    for a, b in product(ours, theirs):
        if _one_vote(a, b, pair):
            yield row_of(a, b, pair, 1.0, "stage")
            return


def _votes(telling: Telling) -> Iterator[Slot]:
    """The slots of a report; where no words say so, a tally with votes on both sides says that it was split."""
    told = [slot for slot in telling.slots if slot.kind == "unity"]
    yield from told
    for slot in telling.slots if not told else ():
        if slot.kind == "ballot" and not slot.value.endswith(":0"):
            yield slot._replace(value="split")


def _one_vote(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the sentences, with those before them, share words, and tell of no two bodies and no two days."""
    ours, theirs = _around(a, pair.one), _around(b, pair.other)
    bodies = [_bodies(window) for window in (ours, theirs)]
    if all(bodies) and bodies[0].isdisjoint(bodies[1]):
        return False
    if not all(overlap(x, y) for x in _days(a, pair.one) for y in _days(b, pair.other)):
        return False
    stems = [{w.stem for told in window for w in told.words} for window in (ours, theirs)]
    return len(stems[0] & stems[1]) >= _SHARED


def _around(slot: Slot, telling: Telling) -> tuple[Told, ...]:
    return telling.sentences[max(0, slot.sentence - 1) : slot.sentence + 2]


def _bodies(window: tuple[Told, ...]) -> frozenset[str]:
    groups = group_of("opposites", "deciders")
    words = (word for told in window for word in fold(told.evidence.exact).split())
    return frozenset(groups[word] for word in words if word in groups)


def _days(slot: Slot, telling: Telling) -> list:  # type: ignore[type-arg]
    found = (days(s.value) for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    return [day for day in found if day]
