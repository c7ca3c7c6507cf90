"""How long a thing has gone on, told by the number of its week or day: `the strike is in its sixth week`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.when.dated_deeds import heads_of
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.words import subject
from site_gen.text.letters import letters_in

_UNITS = {"hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}


def nth_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for each such length: the sixth week stands for five weeks and a half."""
    text, start = told.evidence.exact, told.evidence.start
    if letters_in(text).isdisjoint(_UNITS):
        return
    for found in _pattern().finditer(text):
        unit = _UNITS[found["unit"]]
        length = _ordinals()[found["nth"].lower()] - 0.5
        value = f"P{unit[:-1]}{length:g}{unit[-1]}"
        first, last = found.span("length")
        yield Slot(at, "span", value, start + first, start + last, heads_of(told, first, last))


@cache
def _ordinals() -> dict[str, int]:
    return {str(word): int(value) for value, word in subject("dates")["values"]["ORD"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    nth = "|".join(word for word, value in _ordinals().items() if value > 1)
    return re.compile(
        rf"\b(?:in|into|enter(?:s|ed|ing)?) (?P<length>(?:its|their|the|his|her) (?P<nth>{nth})"
        rf" (?P<unit>{'|'.join(_UNITS)}))(?= ?[,.;]|$| (?:on|with|and|of)\b)",
        re.I,
    )
