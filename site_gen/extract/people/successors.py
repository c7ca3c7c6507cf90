"""Who follows somebody of whom the office was told before: `He is succeeded by X`, `Lee was replaced by X`."""

import re

from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person
from site_gen.extract.people.vocabulary import Status

_BY = re.compile(
    r",? (?:who )?(?P<when>is|was|has been|had been|is being|will be|is to be) (?:succeeded|replaced)"
    r"(?P<interim> on an interim basis| temporarily| in the interim)? by (?:the |his deputy,? |her deputy,? )?"
)
_ACTING = re.compile(r",? (?:in an acting capacity|as (?:an )?interim|on an interim basis|temporarily)\b")
_LONG = 70


def settle_successors(people: list[Person], context: Context) -> None:
    """Give the office to who follows, where one office alone is told of the one who is followed."""
    if " by " not in context.text:
        return
    at = {mention.start: person for person in people for mention in person.mentions}
    for person in people:
        for mention in tuple(person.mentions):
            _follow(person, mention, at, context)


def _follow(person: Person, mention: Mention, at: dict[int, Person], context: Context) -> None:
    by = _BY.match(context.text, mention.end, mention.end + _LONG)
    after = at.get(by.end()) if by else None
    held = {(r.title, r.organization, r.jurisdiction) for r in person.readings if not r.role}
    if by is None or after is None or after is person or len(held) != 1 or not _opens(mention, context.text):
        return
    office = next(r for r in reversed(person.readings) if not r.role)
    if any(r.title == office.title for r in after.readings) or _just_taken(office, context.text):
        return
    to_come = by.group("when") in ("will be", "is to be", "is being")
    new = next(m for m in after.mentions if m.start == by.end())
    acting = bool(by.group("interim") or _ACTING.match(context.text, new.end))
    after.readings.append(_taken(office, by.start(), new.end, to_come, acting))
    if not to_come:
        person.readings = [
            r._replace(status="former", marked=True) if not r.role else r for r in person.readings
        ]


def _opens(mention: Mention, text: str) -> bool:
    """Whether the sentence begins there: `At the bank she is succeeded by X` may tell of another office."""
    return mention.start == 0 or text[mention.start - 2 : mention.start].strip() in (".", "", ".”", '."')


def _just_taken(office: Reading, text: str) -> bool:
    """`was sworn in as premier. She is succeeded by X`: in the office that she left for it."""
    return _TAKEN.search(text, max(0, office.start - _LONG), office.start + 1) is not None


_TAKEN = re.compile(
    r"\b(?:sworn in|appointed|named|elected|becomes?|became|takes over|took over|promoted|chosen"
    r"|will be|moves?|moved)\b[^.\n]*$"
)


def _taken(office: Reading, start: int, end: int, to_come: bool, acting: bool) -> Reading:
    status: Status = "elect" if to_come else "acting" if acting else "current"
    return office._replace(status=status, start=start, end=end, marked=True)
