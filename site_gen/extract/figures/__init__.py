"""Figures of a document: value, unit, what is measured, period, status."""

from site_gen.extract.figures.records import assemble
from site_gen.extract.figures.sentence import read_sentence
from site_gen.extract.figures.vocabulary import vocabulary
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
from site_gen.text.numbers import tokenise


def find_figures(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
    agreements: tuple[AgreementFinding, ...],
    notes: list[Rejection],
) -> tuple[FigureFinding, ...]:
    """All figures, in order.

    Money has an ISO 4217 code as unit and, for a price, what it is paid for in `per`; durations are counted in
    `year`, `month`, `week`, `day`, `hour`, `minute`, `second`; counts in the counted noun, singular. A range has its
    middle as value. Numbers that are left go to `notes` with the reason.
    """
    words = vocabulary(lexicon)
    named = _named_spans(agreements)
    found: list[FigureFinding] = []
    for sentence in doc.sentences:
        tokens = tokenise(doc.reading, sentence.start, sentence.end)
        quantities = read_sentence(doc, tokens, words, sentence, dates, places, named, notes)
        if quantities:
            found.extend(assemble(doc, tokens, words, sentence, quantities, dates, places, len(found)))
    return tuple(found)


def _named_spans(agreements: tuple[AgreementFinding, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((m.start, m.end) for agreement in agreements for m in agreement.mentions)
