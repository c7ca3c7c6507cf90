"""Two reports that give one deed to two doers."""

import re
from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.match import Match, by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.who.doers import doers
from site_gen.analyse.stems import with_states
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Row

_ALIKE, _ENOUGH, _YEARS_AGO = 0.7, 0.5, 700
"""What two places of one verb have in common; what the words weigh that two sentences of one phrase have."""


def rival_doers(pair: Pair) -> Iterator[Row]:
    """A row for each deed told by phrases for which either report has one doer, and not the same."""
    for deed, told in doers().items():
        kind = f"doer {deed}"
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if not (_one_doer(ours) and _one_doer(theirs)):
            continue
        weight, a, b = by_weight(ours, theirs, pair.weight_of_heads)[0]
        if (told.get("alone") or weight >= _ENOUGH) and other_doers(a, b, pair):
            yield row_of(a, b, pair, 1.0, "identity")


def _one_doer(slots: list[Slot]) -> bool:
    """Whether all have the last word of the name in common."""
    return len({slot.value.split()[-1] for slot in slots}) == 1


def one_deed(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether the places have enough in common besides the verb."""
    return match.like.score >= _ALIKE


def other_doers(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two doers of one verb are not the same, and it is not done long ago for one report alone."""
    return _of_old(a, pair.one) == _of_old(b, pair.other) and _of_two(a, b, pair)


def _of_two(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two doers have no word in common, are of no one state, and neither stands in the other's sentence."""
    ours, theirs = {*a.value.split()}, {*b.value.split()}
    here, there = _words(a, pair.one), _words(b, pair.other)
    apart = with_states(ours).isdisjoint(with_states(theirs))
    return apart and ours.isdisjoint(there) and theirs.isdisjoint(here)


def _words(slot: Slot, telling: Telling) -> set[str]:
    """The names of its sentence, with its first word, which may be one: a silk mill is none of Kaveri Mills.

    Not those of a clause behind the deed that tells what somebody else did meanwhile.
    """
    told = telling.sentences[slot.sentence]
    besides = _MEANWHILE.search(told.evidence.exact, slot.end - told.evidence.start)
    end = besides.start() if besides else len(told.evidence.exact)
    return {w.stem for w in told.words if w.name and w.at < end} | {w.stem for w in told.words[:1]}


_MEANWHILE = re.compile(r",? (?:while|whereas|although|as|because) (?=[A-Z])")


def _of_old(slot: Slot, telling: Telling) -> bool:
    """Whether its sentence tells of years ago."""
    written = days(telling.published)
    there = (days(s.value) for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    return written is not None and any(gap(day, written) > _YEARS_AGO for day in there if day)
