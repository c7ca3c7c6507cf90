"""Figures of a document: value, unit, what is measured, period, status."""

from site_gen.lexicon import Lexicon
from site_gen.records import (
    AgreementFinding,
    DateFinding,
    FigureFinding,
    PersonFinding,
    PlaceFinding,
    Rejection,
)
from site_gen.text.document import Document


def find_figures(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
    agreements: tuple[AgreementFinding, ...],
    notes: list[Rejection],
) -> tuple[FigureFinding, ...]:
    """All figures, in order."""
    return ()
