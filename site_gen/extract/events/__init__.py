"""What happened or is to happen, as a document tells it."""

from site_gen.lexicon import Lexicon
from site_gen.records import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    PersonFinding,
    PlaceFinding,
    QuoteFinding,
    Rejection,
)
from site_gen.text.document import Document


def find_events(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
    agreements: tuple[AgreementFinding, ...],
    quotes: tuple[QuoteFinding, ...],
    notes: list[Rejection],
) -> tuple[EventFinding, ...]:
    """All events, in order of the words that tell them."""
    return ()
