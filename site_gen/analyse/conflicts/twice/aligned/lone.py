"""What two reports begin with, where each has one thing of a kind there: however they word it, that is likely one."""

from collections.abc import Callable, Iterable

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.tellings import Slot, Telling

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
    return weight >= _ENOUGH and not _two_deeds(a.heads, b.heads) and not contrasted(a, b, pair)


def _around(slot: Slot, telling: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """Words and names of its sentence, the one before and the one behind."""
    near = telling.sentences[max(0, slot.sentence - 1) : slot.sentence + 2]
    words = [w for told in near for w in told.words if not w.quoted]
    plain = frozenset(w.stem for w in words if not w.name and w.stem[0] != "#")
    return plain - weak_stems(), frozenset(w.stem for w in words if w.name)


def _two_deeds(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether each is told with deeds that are known, and none in common."""
    marks = [{head for head in heads if head[0] == "="} for heads in (ours, theirs)]
    return all(marks) and marks[0].isdisjoint(marks[1])
