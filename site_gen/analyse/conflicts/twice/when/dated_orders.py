"""Which of two deeds came first, where one report tells it by words (`in May, after the trial`), the other by days."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems
from site_gen.analyse.conflicts.twice.when.orders import sides_of
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days
from site_gen.tables import Row

_ENOUGH, _LEAST, _PART = 1.0, 2, 0.5
"""What the words of a deed weigh that stand beside its day too, how many there are, and what part of it that is."""
_ORDER = "words before or after"


def rival_dated_orders(pair: Pair) -> Iterator[Row]:
    """A row for each deed that one report has before a dated one, and the other on a later day; and the reverse."""
    for turn in (pair, pair.turned()):
        for told in (s for s in turn.one.slots if s.kind == "sequence" and s.value in ("after", "before")):
            dated = _only_day(told.sentence, turn.one)
            found = _out_of_order(told, dated, turn) if dated and dated.end <= told.start else None
            if found:
                one, other = told._replace(kind=_ORDER, value="0"), found._replace(kind=_ORDER, value="1")
                yield row_of(one, other, turn, 1.0, "order")


def _only_day(sentence: int, telling: Telling) -> Slot | None:
    """The one day of a sentence."""
    found = [s for s in telling.slots if s.kind == "date" and s.sentence == sentence]
    return found[0] if len({s.value for s in found}) == 1 else None


def _out_of_order(told: Slot, dated: Slot, pair: Pair) -> Slot | None:
    """The day of the other report on which the undated deed cannot have been done."""
    first, second = sides_of(told)
    undated, own = (first, second) if told.value == "after" else (second, first)
    undated -= repeated_stems()
    for slot in pair.other.slots:
        alone = slot.kind == "date" and _only_day(slot.sentence, pair.other) is not None
        if not alone or slot.ahead != dated.ahead or not _excludes(told.value, dated, slot):
            continue
        words = {w.stem for w in pair.other.sentences[slot.sentence].words}
        shared = undated & words
        weight = pair.weight(shared)
        enough = len(shared) >= _LEAST and weight >= max(_ENOUGH, _PART * pair.weight(undated))
        beside = undated.intersection(slot.heads) - pair.names()
        if beside and enough and pair.weight(own & words) < weight:
            return slot
    return None


def _excludes(order: str, dated: Slot, other: Slot) -> bool:
    """Whether what was done ahead of a dated deed, or behind it, is on the wrong side of it by its own day."""
    ours, theirs = days(dated.value), days(other.value)
    if ours is None or theirs is None:
        return False
    return theirs.first > ours.last if order == "after" else theirs.last < ours.first
