"""Date expressions of a document, as EDTF and TIMEX3."""

from site_gen.lexicon import Lexicon
from site_gen.records import DateFinding, Rejection
from site_gen.text.document import Document


def find_dates(doc: Document, lexicon: Lexicon, notes: list[Rejection]) -> tuple[DateFinding, ...]:
    """All date expressions, in order, resolved against the publication date or the date the narrative reached."""
    return ()
