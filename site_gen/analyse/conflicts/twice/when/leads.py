"""What two reports put first: the one length of time to come of their titles and first sentences."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.conflicts.twice.aligned.lone import of_one_lead
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.durations import length_of
from site_gen.analyse.conflicts.twice.when.spans import is_asked, is_over, is_supposed, punished_apart
from site_gen.analyse.tellings import Slot, Telling
from site_gen.tables import Row

_LEAD = 2
"""Sentences of a report, its title among them, that tell the chief thing."""
_LEAST, _DIFFERENT, _FAR = 28.0, 1.15, 3.0
"""Days of a length that can be the chief thing, and by how much two of one thing differ."""
_SHORT = 5.0
"""The same of a length around which much else is told alike."""


def rival_leads(pair: Pair) -> Iterator[Row]:
    """A row where each lead has one length of time, and another than the other's."""
    ours, theirs = _spans(pair.one), _spans(pair.other)
    if len({s.value for s in ours}) != 1 or len({s.value for s in theirs}) != 1:
        return
    a, b = ours[-1], theirs[-1]
    one, other = sorted((length_of(a.value), length_of(b.value)))
    told_too = _says(pair.one, b.value) or _says(pair.other, a.value) or contrasted(a, b, pair)
    if (one < _LEAST and not of_one_lead(a, b, pair)) or is_asked(a, pair.one) != is_asked(b, pair.other):
        return
    if _DIFFERENT * one < other <= _FAR * one and not (told_too or punished_apart(a, b, pair)):
        yield row_of(a, b, pair, 0.5, "value")


def _spans(telling: Telling) -> list[Slot]:
    return [
        s
        for s in telling.slots
        if s.kind == "span"
        and s.sentence < _LEAD
        and length_of(s.value) >= _SHORT
        and "." not in s.value
        and not is_over(s, telling)
        and not is_supposed(s, telling)
    ]


def _says(telling: Telling, value: str) -> bool:
    return any(s.kind == "span" and s.value == value for s in telling.slots)
