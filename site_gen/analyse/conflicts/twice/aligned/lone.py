"""What two reports begin with, where each has one thing of a kind there: however they word it, that is likely one."""

import re
from collections.abc import Callable, Iterable

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems
from site_gen.analyse.tellings import Slot, Telling, Word

LEAD = 3
"""Sentences of a report that tell the chief thing."""
_ENOUGH, _NAME = 2.0, 0.5
"""What the words around two such things weigh together that both have; what a name counts among them."""


def lone(telling: Telling, fits: Callable[[Slot], bool]) -> Slot | None:
    """The slot of the lead that fits, if all that do have one value."""
    found = [s for s in telling.slots if s.sentence < LEAD and fits(s)]
    return found[0] if len({s.value for s in found}) == 1 else None


def of_one_lead(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether what stands around two such slots has enough in common, and takes no two sides of a contrast."""
    (words, names), (others, theirs) = _around(a, pair.one), _around(b, pair.other)
    weight = pair.weight(words & others) + _NAME * pair.weight(names & theirs)
    if weight < _ENOUGH or _two_deeds(a.heads, b.heads) or contrasted(a, b, pair):
        return False
    return not of_two_deeds(a, b, pair)


def of_two_deeds(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether either sentence tells the other's deed beside its own."""
    return _told_besides(a, pair.one, b, pair.other) or _told_besides(b, pair.other, a, pair.one)


def tells_deed(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether a deed with which one slot is told stands around the other as well."""
    there, here = (
        {w.stem for told in x.sentences[max(0, s.sentence - 1) : s.sentence + 2] for w in told.words}
        for s, x in ((b, pair.other), (a, pair.one))
    )
    return not (there.isdisjoint(a.heads) and here.isdisjoint(b.heads))


def _told_besides(a: Slot, ours: Telling, b: Slot, theirs: Telling) -> bool:
    """Whether the other has the deed of the one beside its own: `hours after she had opened it`."""
    told = theirs.sentences[b.sentence]
    then = _THEN.search(told.evidence.exact)
    if then is None:
        return False
    behind = b.start - told.evidence.start < then.start()
    others = {w.stem for w in told.words if (w.at > then.start()) == behind}
    own = {w.stem for w in told.words} - others
    deeds = {w.stem for w in _clause(a, ours) if w.verb or w.stem in deed_stems()} - weak_stems()
    return not deeds.isdisjoint(others - own)


_THEN = re.compile(
    r"\b(?:[Aa]fter|[Bb]efore|following|later than|ahead of)"
    r"(?= (?:the|an?|its|his|her|their|s?he|it|they|[a-z]+ing|[A-Z])\b)"
)


def _clause(slot: Slot, telling: Telling) -> list[Word]:
    told = telling.sentences[slot.sentence]
    at = slot.start - told.evidence.start
    clause = max((w.clause for w in told.words if w.at <= at), default=0)
    return [w for w in told.words if w.clause == clause]


def _around(slot: Slot, telling: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """Words and names of its sentence, the one before and the one behind."""
    near = telling.sentences[max(0, slot.sentence - 1) : slot.sentence + 2]
    words = [w for told in near for w in told.words]
    plain = frozenset(w.stem for w in words if not w.name and w.stem[0] != "#")
    return plain - weak_stems(), frozenset(w.stem for w in words if w.name)


def _two_deeds(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether each is told with deeds that are known, and none in common."""
    marks = [{head for head in heads if head[0] == "="} for heads in (ours, theirs)]
    return all(marks) and marks[0].isdisjoint(marks[1])
