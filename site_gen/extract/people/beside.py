"""Two offices in one phrase are of one country: `Finance Minister and Deputy President X`."""

import re

from site_gen.extract.people.reading import Context, Reading, is_open
from site_gen.extract.people.roll import Person

_JOINT = re.compile(r",? (?:and|&) (?:the |also )?|, ")
_LONG = 6


def settle_beside(people: list[Person], context: Context) -> None:
    """Give an office of state the country of the one that stands beside it, on either side."""
    for person in people:
        if len(person.readings) > 1 and any(_open(reading, context) for reading in person.readings):
            _settle(person, context)


def _settle(person: Person, context: Context) -> None:
    told = [r for r in person.readings if r.jurisdiction and _governs(r.title)]
    for number, reading in enumerate(person.readings):
        if _open(reading, context):
            land = next((r.jurisdiction for r in told if _joined(r, reading, context.text)), "")
            if land:
                person.readings[number] = reading._replace(jurisdiction=land, inferred=True)


def _open(reading: Reading, context: Context) -> bool:
    title = reading.title.lower()
    return is_open(reading) and (_governs(title) or title in context.words.sets["of_several"])


def _governs(title: str) -> bool:
    low = title.lower()
    return low.endswith(("minister", "president", "premier", "chancellor")) or low in ("king", "queen")


def _joined(one: Reading, other: Reading, text: str) -> bool:
    """Whether two readings are of one phrase, or stand side by side."""
    if one.start == other.start:
        return True
    first, second = sorted((one, other), key=lambda reading: reading.start)
    if second.start <= first.end + 1:
        return True
    near = second.start - first.end <= _LONG
    return near and _JOINT.fullmatch(text, first.end, second.start) is not None
