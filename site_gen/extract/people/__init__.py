"""People of a document, with the offices that the text gives them and every place that means them."""

from site_gen.lexicon import Lexicon
from site_gen.records import DateFinding, PersonFinding, PlaceFinding, Rejection
from site_gen.text.document import Document


def find_people(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    notes: list[Rejection],
) -> tuple[PersonFinding, ...]:
    """All named people, in order of first mention."""
    return ()
