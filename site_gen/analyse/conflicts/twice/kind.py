"""A kind of thing that two reports may tell differently, and who reads and compares it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.two import Two
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.tellings import Slot, Told
from site_gen.tables import Reader, Row

SOON = 130
"""Days between two reports of which the later may tell of a later state."""


class Kind(NamedTuple):
    """What reads it from a sentence, or from all of a report, if anything does, and what compares two reports."""

    says: str
    read: Callable[[Line], Iterable[Slot]] | None = None
    rivals: Callable[[Two], Iterable[Row]] = lambda _: ()
    days: int = SOON
    """Between two reports, at most: later it may have changed."""
    dated: bool = False
    """Whether the days of both reports must be known."""
    copied: bool = False
    """Whether copies of one report are compared as well, as one may have a slip."""
    read_all: Callable[[Sequence[Told]], Iterable[Slot]] | None = None

    def meets(self, pair: Pair) -> bool:
        """Whether two reports are compared in it."""
        apart = pair.days_apart(open_as=self.days + 1 if self.dated else 0)
        return apart <= self.days and (self.copied or not pair.copied)


def alone(slots: Callable[[int, Told], Iterable[Slot]]) -> Callable[[Line], Iterable[Slot]]:
    """What reads a sentence by itself."""
    return lambda line: slots(line.at, line.told)


def behind(slots: Callable[[int, Told, Told | None], Iterable[Slot]]) -> Callable[[Line], Iterable[Slot]]:
    """What reads a sentence behind the one ahead of it."""
    return lambda line: slots(line.at, line.told, line.ahead)


def of_pair(rivals: Callable[[Pair], Iterable[Row]]) -> Callable[[Two], Iterable[Row]]:
    """What compares two reports by what was read of them."""
    return lambda two: rivals(two.pair)


def with_reader(rivals: Callable[[Pair, Reader], Iterable[Row]]) -> Callable[[Two], Iterable[Row]]:
    """What looks up more of the two articles."""
    return lambda two: rivals(two.pair, two.reader)
