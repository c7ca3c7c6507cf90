"""Figures of a document: value, unit, what is measured, period, status."""

from msgspec.structs import replace

from site_gen.extract.figures.asides import apart_from_the_rest
from site_gen.extract.figures.beside import told_together
from site_gen.extract.figures.cents import of_its_money
from site_gen.extract.figures.clause_tells import by_their_verbs
from site_gen.extract.figures.home_dollars import local_dollars
from site_gen.extract.figures.home_money import at_home
from site_gen.extract.figures.no_things import with_things
from site_gen.extract.figures.records import assemble
from site_gen.extract.figures.sentence import read_sentence
from site_gen.extract.figures.slots import around, gather
from site_gen.extract.figures.topic import with_topic
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
from site_gen.text.numbers import holds_digit, tokenise


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

    Money has an ISO 4217 code as unit (cents are hundredths of it); `per` says what a price is
    paid for.
    Durations are counted in `year`, `month`, `week`, `day`, `hour`, `minute`, `second`; counts in the counted
    noun, singular. A range has its middle as value. Numbers that are left go to `notes` with the reason.
    """
    words = vocabulary(lexicon)
    others = gather(dates, places, agreements, doc.article.published.edtf, people)
    settled = _dollars_named(doc.reading)
    found: list[FigureFinding] = []
    spelled, counted, summed = words.numbers.starts, "", None
    for index, (sentence, held) in enumerate(zip(doc.sentences, doc.words, strict=True)):
        if spelled.isdisjoint(held) and not holds_digit(doc.reading, sentence.start, sentence.end):
            continue
        tokens = tokenise(doc.reading, sentence.start, sentence.end)
        here = around(others, sentence)
        quantities = read_sentence(doc, tokens, words, here, notes, counted, summed)
        counted = next((q.unit for q in quantities if q.kind == "count"), "")
        summed = next((q for q in reversed(quantities) if q.kind == "money"), None)
        if quantities:
            whole = doc.evidence(sentence.start, sentence.end)
            told = assemble(doc, tokens, words, whole, quantities, here, len(found))
            earlier = found[-1] if found else None
            told = by_their_verbs(with_topic(told, doc, index, words, earlier), tokens, words)
            told = told_together(with_things(told, tokens, words, here, earlier), tokens, words)
            found.extend(apart_from_the_rest(told, tokens, words, here))
    told_at_home = local_dollars(at_home(found, doc, places, lexicon), doc.article, places, lexicon)
    found = list(of_its_money(told_at_home, lexicon))
    return tuple(
        replace(f, currency_assumed=False) if settled and f.unit == "USD" and f.currency_assumed else f
        for f in found
    )


def _dollars_named(reading: str) -> bool:
    """Whether the article says elsewhere that its dollars are American."""
    return any(name in reading for name in ("US$", "U.S.$", "U.S. dollar", "US dollar"))
