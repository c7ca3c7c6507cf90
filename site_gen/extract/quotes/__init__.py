"""Direct quotations of a document, with their speakers."""

from site_gen.lexicon import Lexicon
from site_gen.records import PersonFinding, QuoteFinding, Rejection
from site_gen.text.document import Document


def find_quotes(
    doc: Document, lexicon: Lexicon, people: tuple[PersonFinding, ...], notes: list[Rejection]
) -> tuple[QuoteFinding, ...]:
    """All quotations, in order."""
    return ()
