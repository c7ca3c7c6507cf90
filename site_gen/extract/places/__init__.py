"""Countries, cities, regions and bodies named in a document."""

from site_gen.lexicon import Lexicon
from site_gen.records import PlaceFinding, Rejection
from site_gen.text.document import Document


def find_places(doc: Document, lexicon: Lexicon, notes: list[Rejection]) -> tuple[PlaceFinding, ...]:
    """All places, in order; a demonym (`Japanese`) is a mention of its country."""
    return ()
