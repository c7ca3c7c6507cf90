"""What a date expression says: its calendar date, duration or recurrence."""

from typing import Literal, NamedTuple

from site_gen.extract.dates import calendar
from site_gen.extract.dates.anchor import Reach
from site_gen.extract.dates.calendar import When
from site_gen.extract.dates.scan import Item

Role = Literal["publication", "event", "duration", "recurring", "vague"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Meaning(NamedTuple):
    """The values of one expression."""

    type: TimexType
    value: str
    """TIMEX3 value."""
    edtf: str | None = None
    role: Role = "event"
    anchor: When | None = None
    when: When | None = None
    """Where it moves the story to; None where it moves nothing."""
    until: When | None = None
    """The end of a range."""


class Question(NamedTuple):
    """An item, with what is needed to understand it."""

    item: Item
    reach: Reach
    tense: int
    """-1 past, 1 future, 0 unknown."""
    lasting: bool = False
    """After a word that makes `the next year` a length and no date."""
    begins: bool = False
    """What begins (or ends) `in` that time is told."""

    def has(self, word: str) -> bool:
        """Whether the expression holds the word."""
        return word in self.item.line.tokens[self.item.first : self.item.last]


def dated(when: When | None, anchor: When | None = None) -> Meaning | None:
    """A calendar date; None for none."""
    if when is None or not -9999 < when.year < 9999 or not calendar.exists(when):
        return None
    kind: TimexType = "TIME" if when.time else "DATE"
    return Meaning(kind, calendar.timex(when), calendar.edtf(when), "event", anchor, when)


def ranged(first: When, last: When, anchor: When | None = None) -> Meaning:
    """From one date to another, as one interval."""
    edtf = f"{calendar.edtf(first).partition('/')[0]}/{calendar.edtf(last).rpartition('/')[2]}"
    return Meaning("DATE", calendar.timex(first), edtf, "event", anchor, first, last)


def unresolved(value: str, kind: TimexType = "DATE") -> Meaning:
    """A date that nothing in reach pins down."""
    return Meaning(kind, value)
