"""People of a document: names with a cue, what later sentences call them, and their offices."""

from msgspec.structs import replace

from site_gen.extract.people.bodies import settle_bodies
from site_gen.extract.people.candidates import find_candidates
from site_gen.extract.people.chairs import settle_chairs
from site_gen.extract.people.deputies import settle_deputies
from site_gen.extract.people.described import settle_described
from site_gen.extract.people.descriptions import bind_titles, settle_counterparts
from site_gen.extract.people.dismissed import settle_dismissed, told_of_ends
from site_gen.extract.people.home import settle_home
from site_gen.extract.people.kin import settle_kin
from site_gen.extract.people.offices import offices_of
from site_gen.extract.people.own_outlet import settle_own
from site_gen.extract.people.persons import join
from site_gen.extract.people.plural import shared_offices
from site_gen.extract.people.pronouns import bind_pronouns
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person
from site_gen.extract.people.served import settle_served
from site_gen.extract.people.succession import follow_offices
from site_gen.extract.people.successors import settle_successors
from site_gen.extract.people.surnames import folded, split_name
from site_gen.extract.people.times import not_to_come, with_times
from site_gen.extract.people.vocabulary import vocabulary
from site_gen.extract.people.whose import settle_whose
from site_gen.extract.places import country_names, country_set
from site_gen.lexicon import Lexicon
from site_gen.records import DateFinding, Kin, PersonFinding, PersonMention, PlaceFinding, Rejection
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
        lands=country_set(lexicon),
    )
    candidates = find_candidates(
        doc, {p.evidence.start: (p.evidence.end, p.kind == "city") for p in places}, context
    )
    people = join(follow_offices(shared_offices(candidates, context), context), context)
    told_of_ends(people, context)
    settle_described(people, doc, context)
    settle_chairs(people, context)
    settle_own(people, doc, lexicon, context)
    settle_bodies(people, context)
    settle_counterparts(people, context)
    settle_kin(people, doc, context)
    settle_deputies(people, context)
    bind_titles(people, doc, context)
    bind_pronouns(people, doc)
    settle_successors(people, context)
    settle_served(people, doc, context)
    settle_whose(people, context)
    settle_home(people, doc, lexicon, context)
    settle_dismissed(people, context)
    for person in people:
        person.mentions.sort(key=lambda mention: (mention.start, mention.end))
    aliases = frozenset(alias for person in people for alias in person.aliases)
    aliases |= {f"{alias}-san" for alias in aliases}
    found = (_finding(person, aliases, doc, context) for person in people)
    past = not_to_come(dates, doc.article)
    return tuple(
        replace(person, offices=with_times(person.offices, dates, past, doc.article.reading))
        for person in found
    )


def _of_land(reading: Reading, lands: frozenset[str]) -> Reading | None:
    """The country where a title or a body's place has it: `Presidents of Norland X`, `Premier of Norland Mr X`."""
    title, _, land = reading.title.rpartition(" of ")
    if reading.jurisdiction:
        return None
    if reading.organization in lands:
        return reading._replace(jurisdiction=reading.organization, organization="")
    return reading._replace(title=title, jurisdiction=land) if title and land in lands else None


def _impersonal(
    reading: Reading, aliases: frozenset[str], personal: frozenset[str], lands: frozenset[str]
) -> Reading:
    """`Clinton spokesman X`: another person of the article is no body."""
    owner, _, owned = reading.organization.partition(" ")
    if owned and owner.endswith(("'s", "’s")) and folded(owner[:-2]) in aliases:
        return reading._replace(organization=owned)
    if (own := _of_land(reading, lands)) is not None:
        return own
    words = [folded(word) for word in reading.organization.split()]
    if not words or not all(word in aliases for word in words):
        return reading
    return reading._replace(organization="", role=reading.role or reading.title.lower() in personal)


def _finding(person: Person, aliases: frozenset[str], doc: Document, context: Context) -> PersonFinding:
    surname, given = split_name(person.words, context.words)
    sets = context.words.sets
    offices = offices_of(
        [_impersonal(reading, aliases, sets["personal"], context.lands) for reading in person.readings],
        doc,
        sets,
    )
    return PersonFinding(
        name=person.name,
        surname=surname,
        given=given,
        leader=bool(offices),
        offices=offices,
        mentions=tuple(_mention(mention, doc) for mention in person.mentions),
        nationality=person.nationality,
        rule=person.rule,
        apart=person.apart,
        kin=tuple(
            Kin(
                "predecessor" if tie.before else "successor",
                tie.other.name,
                tie.title,
                doc.evidence(tie.start, tie.end),
            )
            for tie in person.ties
        ),
    )


def _mention(mention: Mention, doc: Document) -> PersonMention:
    form = mention.form
    assert form in ("full", "surname", "honorific", "misspelling", "title", "pronoun")
    return PersonMention(doc.evidence(mention.start, mention.end), form, mention.name)  # type: ignore[arg-type]
