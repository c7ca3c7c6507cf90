"""The parts of an agreement's life, and which of them a stage belongs to."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

LIFE = ("Announced or planned", "Agreed", "Ratified or in force", "Suspended or ended", "Stage not reported")
"""The parts of an agreement's life, for grouping only: what a page shows is the text's own word."""
_PLANNED = "announced declared presented tabled unveiled proposed planned negotiated drafted"
_AGREED = (
    "agreed adopted issued released signed initialled concluded reached reaffirmed upgraded launched"
    " established renewed extended amended elevated expanded published finalised finalized revised accepted"
    " acceded-to brokered clinched endorsed entered-into formalised joined rejoined replaced revived sealed secured"
    " struck updated"
)
_BINDING = "approved ratified in-force implemented entered-into-force activated reinstated restored upheld"
_OVER = (
    "suspended ended withdrawn expired terminated rejected collapsed violated revoked abandoned annulled blocked"
    " cancelled denounced overturned recalled repudiated rescinded scrapped superseded withdrawn-from"
)
_PARTS = {
    word.replace("-", " "): part
    for part, words in enumerate((_PLANNED, _AGREED, _BINDING, _OVER))
    for word in words.split()
}


def part_of_life(stage: str) -> int:
    """Which part of an agreement's life a stage belongs to, from 0; 4 where unknown."""
    if stage.startswith("to be "):
        return 0
    return _PARTS.get(stage, 4)


class _Step(Protocol):
    """A stage that an article tells."""

    @property
    def stage(self) -> str: ...

    @property
    def date(self) -> str | None: ...


S = TypeVar("S", bound=_Step)


def latest(stages: Sequence[S]) -> S | None:
    """The stage that an agreement has reached: `stages` are in order of date, those without a date last.

    What was done comes before what is planned. A step without a date counts as later than the last with one if it
    belongs to a later part of life: `declared` without a day does not undo `suspended, 4 January`.
    """
    done = [s for s in stages if not s.stage.startswith("to be ")]
    dated = [s for s in done if s.date]
    reached = dated[-1] if dated else None
    told = {s.stage for s in dated}
    for step in done:
        later = reached is None or _rank(step) > _rank(reached)
        if not step.date and step.stage not in told and later:
            reached = step
    return reached or (stages[-1] if stages else None)


def _rank(step: _Step) -> int:
    part = part_of_life(step.stage)
    return part if part < len(LIFE) - 1 else -1
