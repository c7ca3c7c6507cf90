"""Which of two deeds came first, where one report tells it by words (`in May, after the trial`), the other by days."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems
from site_gen.analyse.conflicts.twice.when.orders import sides_of
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import Days, days
from site_gen.tables import Row

_ENOUGH, _LEAST = 1.0, 2
"""What the words of a deed weigh that stand beside its day too, and how many there are."""
_ORDER = "words before or after"


def rival_dated_orders(pair: Pair) -> Iterator[Row]:
    """A row for each deed that one report has before a dated one, and the other on a later day; and the reverse."""
    for turn in (pair, pair.turned()):
        for told in (s for s in turn.one.slots if s.kind == "sequence" and s.value in ("after", "before")):
            dated = _only_day(told.sentence, turn.one)
            found = _out_of_order(told, dated, turn) if dated else None
            if found:
                one, other = told._replace(kind=_ORDER, value="0"), found._replace(kind=_ORDER, value="1")
                yield row_of(one, other, turn, 1.0, "order")


def _only_day(sentence: int, telling: Telling) -> Days | None:
    """The one day of a sentence."""
    found = {s.value for s in telling.slots if s.kind == "date" and s.sentence == sentence}
    return days(found.pop()) if len(found) == 1 else None


def _out_of_order(told: Slot, dated: Days, pair: Pair) -> Slot | None:
    """The day of the other report on which the undated deed cannot have been done."""
    first, second = sides_of(told)
    undated, own = (first, second) if told.value == "after" else (second, first)
    for slot in pair.other.slots:
        day = days(slot.value) if slot.kind == "date" and _only_day(slot.sentence, pair.other) else None
        if day is None or not (day.first > dated.last if told.value == "after" else day.last < dated.first):
            continue
        words = {w.stem for w in pair.other.sentences[slot.sentence].words} - repeated_stems()
        shared = undated & words
        enough = len(shared) >= _LEAST and pair.weight(shared) >= _ENOUGH
        if shared - pair.names() and enough and pair.weight(own & words) < pair.weight(shared):
            return slot
    return None
