"""Agreements of a document: names, parties, stages, relations."""

from site_gen.lexicon import Lexicon
from site_gen.records import AgreementFinding, DateFinding, PersonFinding, PlaceFinding, Rejection
from site_gen.text.document import Document


def find_agreements(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
    notes: list[Rejection],
) -> tuple[AgreementFinding, ...]:
    """All agreements, in order of first mention."""
    return ()
