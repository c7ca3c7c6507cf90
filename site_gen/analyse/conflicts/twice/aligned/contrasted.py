"""Whether the words around two slots say that they are of two things."""

from site_gen.analyse.conflicts.contrasts import around, told_apart
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.tellings import Slot, Telling


def contrasted(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether what stands around one is another side of a contrast than what stands around the other."""
    return told_apart(_stretch(a, pair.one), _stretch(b, pair.other))


def _stretch(slot: Slot, telling: Telling) -> str:
    told = telling.sentences[slot.sentence].evidence
    return around(told.exact, slot.start - told.start, slot.end - told.start)
