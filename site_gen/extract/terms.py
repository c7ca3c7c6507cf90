"""Noun phrases that could name a topic."""

from site_gen.lexicon import Lexicon
from site_gen.records import PersonFinding, PlaceFinding, TermFinding
from site_gen.text.document import Document


def find_terms(
    doc: Document,
    lexicon: Lexicon,
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
) -> tuple[TermFinding, ...]:
    """The document's own terms, most frequent first; names of people and places are none."""
    return ()
