"""A sentence with what stands around it: all that may be asked when it is read for slots."""

from collections.abc import Sequence
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.sentences.words import Reading
from site_gen.analyse.tellings import Told
from site_gen.records import DateFinding, FigureFinding, Findings


class Line(NamedTuple):
    """A sentence of a report, as it is read."""

    at: int
    """Its place among the sentences of the telling."""
    told: Told
    ahead: Told | None
    """The sentence before it."""
    reading: Reading
    dates: Sequence[DateFinding]
    figures: Sequence[FigureFinding]
    findings: Findings
    """Those of the whole report."""
    published: str
    dateline: str
    """The town that `here` means."""
