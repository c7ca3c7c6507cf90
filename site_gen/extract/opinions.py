"""Stretches of a document that say they are opinion."""

from site_gen.lexicon import Lexicon
from site_gen.records import OpinionFinding
from site_gen.text.document import Document


def find_opinions(doc: Document, lexicon: Lexicon) -> tuple[OpinionFinding, ...]:
    """Opinion sections and sentences, in order."""
    return ()
