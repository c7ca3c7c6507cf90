"""Which function understands which kind of form, and what a range of two dates means."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from site_gen.extract.dates import feasts, lengths, points, relative
from site_gen.extract.dates.calendar import order, shifted, timex
from site_gen.extract.dates.meaning import Meaning, Question, dated, ranged
from site_gen.extract.dates.scan import Item


def _span(asked: Question) -> Meaning | None:
    """`the next day` is a date; `over the next year`, `the past decade` are lengths."""
    long = asked.lasting or "last" in asked.item.slots or asked.item.slots["unit"] in "EC"
    return lengths.duration(asked) if long else relative.deictic(asked)


MEANINGS: Final[Mapping[str, Callable[[Question], Meaning | None]]] = {
    "day": points.day,
    "dayrange": points.day_range,
    "month": points.month,
    "monthrange": points.month_range,
    "season": points.season,
    "quarter": points.quarter,
    "half": points.half,
    "year": points.year,
    "yearrange": points.year_range,
    "fiscal": points.fiscal,
    "decade": points.decade,
    "century": points.century,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "tonight": relative.tonight,
    "offset": relative.offset,
    "clock": relative.clock,
    "duration": lengths.duration,
    "span": _span,
    "set": lengths.recurrence,
    "ref": lengths.reference,
    "holiday": feasts.holiday,
}
"""Kind of a form (second column of the lexicon's `forms`: the first) -> its meaning."""

_SECOND: Final = ("day2", "month2", "year2", "bc2", "two")


def understood(asked: Question) -> Iterator[tuple[Item, Meaning]]:
    """The meaning of an item; of a range the interval on all its words, then its end, without EDTF.

    TIMEX3 tags both ends of a range; EDTF names the whole, once.
    """
    meaning = _pair(asked) if asked.item.ends else MEANINGS[asked.item.form.kind](asked)
    if meaning is None:
        for part in asked.item.ends:
            yield from understood(asked._replace(item=part))
        return
    yield asked.item, meaning
    if meaning.until:
        yield _end(asked.item), Meaning("DATE", timex(meaning.until), None, meaning.role)


def _pair(asked: Question) -> Meaning | None:
    first, last = (MEANINGS[part.form.kind](asked._replace(item=part)) for part in asked.item.ends)
    if not (first and last and first.when and last.when):
        return None
    if asked.item.ends[1].form.kind == "weekday" and order(first.when) > order(last.when):
        last = dated(shifted(last.when, 7, "D"), last.anchor) or last
    if last.when is None or order(first.when) >= order(last.when):
        return None
    return ranged(first.when, last.when, first.anchor or last.anchor)


def _end(item: Item) -> Item:
    if item.ends:
        return item.ends[1]
    return item._replace(first=next((item.at[slot] for slot in _SECOND if slot in item.at), item.first))
