"""Days of two reports that exclude each other."""

import re

from site_gen.analyse.conflicts.contrasts import days_apart
from site_gen.analyse.conflicts.day_words import each_its_own
from site_gen.analyse.conflicts.roles import other_outcomes
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.when.hours import of_two_zones
from site_gen.analyse.conflicts.twice.when.moved import is_offered, moved, one_head
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.intervals import days, gap, overlap

_VALUE = re.compile(
    r"\d[\d.,]*(?= ?(?:%|per ?cent|million|billion|trillion|thousand))"
    r"|\b(?:[Hh]alf|thirds?|quarters?|fifths?)(?= of)"
)
_WEEK, _A_YEAR = 7, 366


def exclude_days(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two days cannot both be so."""
    texts = [x.sentences[s.sentence].evidence.exact for x, s in ((pair.one, a), (pair.other, b))]
    if is_offered(texts[0]) != is_offered(texts[1]) or days_apart(*texts):
        return False
    first, second = days(a.value), days(b.value)
    if first is None or second is None or overlap(first, second) or other_outcomes(*texts):
        return False
    if "X" in a.value + b.value and gap(first, second) <= _A_YEAR:
        return False  # `the end of the decade`, `2030`
    if _since(a, texts[0], pair.one) != _since(b, texts[1], pair.other):
        return False
    if (max(first.length, second.length) > 1 and _other_values(a, b, pair)) or of_two_zones(*texts):
        return False
    return not (any(map(moved, texts)) or _each_its_own(a, b, pair))


def _since(slot: Slot, text: str, telling: Telling) -> bool:
    """Whether it is the day from which on it goes on (`treated there since 2021`), unless something begins then."""
    at, behind = (place - telling.sentences[slot.sentence].evidence.start for place in (slot.start, slot.end))
    if _WHEN.match(text, behind):
        return False  # `has been in custody since Sunday, when officers took him`
    return _SINCE.search(text, 0, at) is not None and "=begin" not in slot.heads


_WHEN = re.compile(r", when\b")
_SINCE = re.compile(r"\bsince (?:the |early |late |mid-)?$")


def may_be_one_day(a: Slot, b: Slot) -> bool:
    """Whether two days are of one deed, and both to come or neither."""
    return a.ahead == b.ahead and one_head(a, b)


def deeds_alike(a: Slot, b: Slot) -> float:
    """What it counts that two plans are told by words for one deed: `take over`, `the handover begins`."""
    marks = {stem for stem in {*a.heads} & {*b.heads} if stem[0] == "="}
    return _MARK * len(marks) if a.ahead and b.ahead else 0.0


_MARK = 0.4


def day_told_too(slot: Slot, rival: Slot, others: list[Slot]) -> bool:
    """Whether the other report has it too, of the same deed, or in the rival's sentence, whatever for."""
    return any(s.value == slot.value and (s.sentence == rival.sentence or one_head(s, slot)) for s in others)


def _other_values(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each gives values of its own (`73% at the end of 2024`, `78% at the end of 2025`): those of two times."""
    ours, theirs = _values_beside(a, pair.one), _values_beside(b, pair.other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _values_beside(slot: Slot, telling: Telling) -> set[str]:
    """The values of which nothing parts a time."""
    told = telling.sentences[slot.sentence].evidence
    first, last = slot.start - told.start, slot.end - told.start
    found = _VALUE.finditer(told.exact)
    spans = ((m, (m.end(), first) if m.end() <= first else (last, m.start())) for m in found)
    return {m.group() for m, (begin, end) in spans if not _PARTED.search(told.exact, begin, end)}


_PARTED = re.compile(r"[,;:]| and ")


def _each_its_own(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two reports of different days each tell of a day by a word of its own: hardly of one deed."""
    said = [
        x.sentences[s.sentence].evidence.exact[s.start - x.sentences[s.sentence].evidence.start :][
            : s.end - s.start
        ]
        for x, s in ((pair.one, a), (pair.other, b))
    ]
    return each_its_own(said[0], said[1], pair.days_apart(open_as=_WEEK))
