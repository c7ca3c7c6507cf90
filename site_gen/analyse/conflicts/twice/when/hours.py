"""The hour of a deed: `stopped at 2:20 p.m.`, `shortly after eleven in the morning`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from site_gen.analyse.conflicts.places import in_two_towns
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.contrasted import contrasted
from site_gen.analyse.conflicts.twice.aligned.match import Match
from site_gen.analyse.conflicts.twice.when.dated_deeds import heads_of
from site_gen.analyse.conflicts.twice.when.moved import one_head
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.intervals import days, overlap
from site_gen.resolve.words import subject
from site_gen.text.letters import letters_in
from site_gen.text.remembered import SENTENCES

_PART = r"(?:(?:in the|on \w+day|that|the same) (?:morning|afternoon|evening|night)|at night)"
_CLOCK = re.compile(rf"(?=[\dmnoit])(?:\d[:.]\d\d\b|\d ?[ap]\.?m\b|o['’]clock|\b(?:noon|midnight|{_PART})\b)")
_DIGITAL = re.compile(r"\d[:.]\d\d\b")
_CLOCK_WORDS = frozenset(
    {"am", "pm", "m", "clock", "noon", "midnight", "morning", "afternoon", "evening", "night"}
)
"""One of them stands where an hour is told that is not digital."""
_ZONE = re.compile(
    r"\b(?:GMT|UTC|CET|EST|ET|local time in)\b|(?:\d|m\.?|o['’]clock|noon|midnight) [A-Z][a-z]+ time\b"
)
_HALF, _DAY = 720, 1440
_QUARTERS = {"": 0, "quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}
_APART, _CLOSE, _SURE, _ALIKE = 50, 0.5, 0.7, 1.5
"""Minutes between two hours that exclude each other; what they have in common that are of one deed."""


def hour_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for each hour of a sentence: minutes from midnight; not of one that is given in a zone of its own."""
    text = told.evidence.exact
    if not _tells_hours(text):
        return
    for found in _pattern().finditer(text):
        minutes = _minutes(found)
        if minutes is not None:
            first, last = found.start("hour"), found.end()
            start = told.evidence.start
            yield Slot(at, "hour", str(minutes), start + first, start + last, heads_of(told, first, last))


@lru_cache(maxsize=SENTENCES)
def _tells_hours(text: str) -> bool:
    """Whether a sentence gives an hour, and none in a zone of its own. Asked for hours, and for what began then."""
    if letters_in(text).isdisjoint(_CLOCK_WORDS) and not _DIGITAL.search(text):
        return False
    return _CLOCK.search(text) is not None and not _ZONE.search(text)


def of_two_zones(one: str, other: str) -> bool:
    """Whether two sentences give an hour, and one alone says in which zone: its day may be the other's next."""
    clocks = _CLOCK.search(one) and _CLOCK.search(other)
    return bool(clocks) and bool(_ZONE.search(one)) != bool(_ZONE.search(other))


def exclude_hours(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two hours of one day cannot both be so."""
    apart = _minutes_between(a.value, b.value) >= _APART
    if not apart or contrasted(a, b, pair) or not _one_date(a, b, pair):
        return False
    texts = (x.sentences[s.sentence].evidence.exact for s, x in ((a, pair.one), (b, pair.other)))
    return not in_two_towns(*((text,) for text in texts))


def one_hour(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether two hours are of one deed: its verb is one, or stands in the sentence of the other."""
    if match.like.apart or match.like.close < _CLOSE:
        return False
    if one_head(a, b):
        return match.like.score >= _SURE
    told = [{w.stem for w in t.sentences[s.sentence].words} for s, t in ((a, pair.one), (b, pair.other))]
    meant = {*a.heads[:1]} & told[1] | {*b.heads[:1]} & told[0]
    return bool(meant) and match.like.score >= _ALIKE


def _one_date(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the sentences of two hours name no two days."""
    found = [
        [days(s.value) for s in t.slots if s.kind == "date" and s.sentence == x.sentence]
        for x, t in ((a, pair.one), (b, pair.other))
    ]
    return all(overlap(x, y) for x in found[0] for y in found[1] if x and y)


def _minutes_between(one: str, other: str) -> int:
    """Minutes between two hours, the shorter way round the clock."""
    gap = abs(int(one) - int(other))
    return min(gap, _DAY - gap)


def _minutes(found: re.Match[str]) -> int | None:
    word = found["hour"].lower()
    if word in ("noon", "midnight"):
        return _HALF if word == "noon" else 0
    hour = int(word) if word.isdigit() else subject("numbers")["ones"].get(word, 0)
    half = (found["half"] or "").lower().replace(".", "").replace(" ", "")
    late = (
        half.startswith("p")
        or half.endswith(("afternoon", "evening"))
        or (half.endswith("night") and hour > 5)
    )
    if hour > 24 or (not found["part"] and not half):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if late else 0)
    minutes = _QUARTERS[(found["quarter"] or "").removeprefix("a ").lower()]
    turned = -minutes if (found["side"] or "") in ("to", "before") else minutes
    return (hour * 60 + int(found["part"] or 0) + turned) % _DAY


@cache
def _pattern() -> re.Pattern[str]:
    ones = "|".join(word for word, n in subject("numbers")["ones"].items() if 0 < n < 13)
    return re.compile(
        rf"\b(?:at|around|about|after|before|by|until|from|past|it was)(?: about| around| exactly| shortly)? "
        r"(?:(?P<quarter>a quarter|half|quarter|five|ten|twenty) (?P<side>past|to|after|before) )?"
        rf"(?P<hour>\d{{1,2}}(?![\d%])|noon\b|midnight\b|(?:{ones})\b)(?:[:.](?P<part>[0-5]\d)(?!\d))?"
        rf"(?: ?o['’]clock)?(?P<half> ?(?:[ap]\.?m\b\.?|{_PART}))?",
        re.I,
    )
