"""The hour of a deed: `stopped at 2:20 p.m.`, `shortly after eleven in the morning`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.when.times import heads_of
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.words import subject

_CLOCK = re.compile(
    r"(?=[\dmnoi])(?:\d[:.]\d\d\b|\d ?[ap]\.?m\b|o['’]clock|\b(?:noon|midnight|in the (?:morning|afternoon|evening))\b)"
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|CET|EST|ET|local time in)\b|(?:\d|m\.?|o['’]clock|noon|midnight) [A-Z][a-z]+ time\b"
)
_HALF, _DAY = 720, 1440


def hour_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for each hour of a sentence: minutes from midnight; not of one that is given in a zone of its own."""
    text = told.evidence.exact
    if not _CLOCK.search(text) or _ZONE.search(text):
        return
    for found in _pattern().finditer(text):
        minutes = _minutes(found)
        if minutes is not None:
            first, last = found.start("hour"), found.end()
            start = told.evidence.start
            yield Slot(at, "hour", str(minutes), start + first, start + last, heads_of(told, first, last))


def of_two_zones(one: str, other: str) -> bool:
    """Whether two sentences give an hour, and one alone says in which zone: its day may be the other's next."""
    clocks = _CLOCK.search(one) and _CLOCK.search(other)
    return bool(clocks) and bool(_ZONE.search(one)) != bool(_ZONE.search(other))


def hours_apart(one: str, other: str) -> int:
    """Minutes between two hours, the shorter way round the clock."""
    gap = abs(int(one) - int(other))
    return min(gap, _DAY - gap)


def _minutes(found: re.Match[str]) -> int | None:
    word = found["hour"].lower()
    if word in ("noon", "midnight"):
        return _HALF if word == "noon" else 0
    hour = int(word) if word.isdigit() else subject("numbers")["ones"].get(word, 0)
    half = (found["half"] or "").lower().replace(".", "").replace(" ", "")
    late = half.startswith("p") or "afternoon" in half or "evening" in half
    if hour > 24 or (not found["part"] and not half):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if late else 0)
    return hour * 60 + int(found["part"] or 0)


@cache
def _pattern() -> re.Pattern[str]:
    ones = "|".join(word for word, n in subject("numbers")["ones"].items() if 0 < n < 13)
    return re.compile(
        rf"\b(?:at|around|about|after|before|by|until|from|past)(?: about| around| exactly| shortly)? "
        rf"(?P<hour>\d{{1,2}}(?![\d%])|noon\b|midnight\b|(?:{ones})\b)(?:[:.](?P<part>[0-5]\d)(?!\d))?"
        rf"(?: ?o['’]clock)?(?P<half> ?(?:[ap]\.?m\b\.?|in the (?:morning|afternoon|evening)))?",
        re.I,
    )
