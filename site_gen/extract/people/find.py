"""People of a document: names with a cue, what later sentences call them, and their offices."""

from site_gen.extract.people.candidates import find_candidates
from site_gen.extract.people.offices import offices_of
from site_gen.extract.people.persons import Mention, Person, join
from site_gen.extract.people.phrase import Context
from site_gen.extract.people.surnames import split_name
from site_gen.extract.people.vocabulary import vocabulary
from site_gen.extract.places import country_names
from site_gen.lexicon import Lexicon
from site_gen.records import DateFinding, PersonFinding, PersonMention, PlaceFinding, Rejection
from site_gen.text.document import Document


def find_people(
    doc: Document,
    lexicon: Lexicon,
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    notes: list[Rejection],
) -> tuple[PersonFinding, ...]:
    """All named people, in order of first mention."""
    context = Context(
        text=doc.reading,
        starts={place.evidence.start: place for place in places},
        ends={place.evidence.end: place for place in places},
        words=vocabulary(lexicon),
        countries=country_names(lexicon),
    )
    candidates = find_candidates(
        doc, {p.evidence.start: (p.evidence.end, p.kind == "city") for p in places}, context
    )
    return tuple(_finding(person, doc, context) for person in join(candidates, context))


def _finding(person: Person, doc: Document, context: Context) -> PersonFinding:
    surname, given = split_name(person.words, context.words)
    offices = offices_of(person.readings, doc)
    return PersonFinding(
        name=person.name,
        surname=surname,
        given=given,
        leader=bool(offices),
        offices=offices,
        mentions=tuple(_mention(mention, doc) for mention in person.mentions),
        nationality=next((r.jurisdiction for r in person.readings if r.jurisdiction), ""),
        rule=person.rule,
    )


def _mention(mention: Mention, doc: Document) -> PersonMention:
    form = mention.form
    assert form in ("full", "surname", "honorific", "misspelling", "title", "pronoun")
    return PersonMention(doc.evidence(mention.start, mention.end), form, mention.name)  # type: ignore[arg-type]
