"""Two reports that give one deed to two doers."""

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.match import Match
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days, gap

_ALIKE, _YEARS_AGO = 0.7, 700


def one_deed(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether the places have enough in common besides the deed."""
    return match.like.score >= _ALIKE


def other_doers(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two doers have no name in common, and neither stands in the other's sentence."""
    ours, theirs = set(a.value.split()), set(b.value.split())
    there, here = (
        frozenset(w.stem for w in x.sentences[s.sentence].words) for x, s in ((pair.one, a), (pair.other, b))
    )
    if _of_old(a, pair.one) != _of_old(b, pair.other):
        return False
    return ours.isdisjoint(theirs) and ours.isdisjoint(here) and theirs.isdisjoint(there)


def _of_old(slot: Slot, telling: Telling) -> bool:
    """Whether its sentence tells of years ago."""
    written = days(telling.published)
    there = (days(s.value) for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    return written is not None and any(gap(day, written) > _YEARS_AGO for day in there if day)
