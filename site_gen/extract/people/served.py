"""Offices of the past, told by a clause: `who was ambassador to Peru from 2003 to 2007`, `He served as mayor under`."""

from site_gen.extract.people.past import served
from site_gen.extract.people.reading import Context
from site_gen.extract.people.roll import Person
from site_gen.extract.people.verb_behind import took_office
from site_gen.text.document import Document


def settle_served(people: list[Person], doc: Document, context: Context) -> None:
    """Give people the offices that a sentence tells of `he` or `she`, who opens it."""
    opens = {sentence.start for sentence in doc.sentences}
    for person in people:
        for mention in person.mentions:
            if mention.form != "pronoun" or mention.start not in opens:
                continue
            told = took_office(mention.end, context).readings
            held = served(mention.end, context)
            person.readings += told or ((held,) if held else ())
