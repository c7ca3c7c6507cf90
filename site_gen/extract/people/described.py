"""Offices that stand apart from the name: a description in the sentence before it, a post that goes to somebody."""

import re

from site_gen.extract.people.entrusted import entrusted, told_by_cleft
from site_gen.extract.people.heading import heads_it
from site_gen.extract.people.lead_places import land_behind
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person
from site_gen.extract.people.tenure import holds_it
from site_gen.text.document import Document

_AGED = re.compile(r",? \(?(?:aged )?\d{2}(?:\)|,)|, who\b")
_OPENS = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne of [a-z]+) (?=[a-z])|[\w’'-]+(?:['’]s) (?=[a-z])")
_POST = re.compile(
    r"\b(?:[Tt]he |[Tt]hat |[Tt]his )?(?:(?P<what>[a-z]+(?: and [a-z]+)?) )?"
    r"(?:post|job|portfolio|position|ministry|brief)"
    r" (?:has gone|had gone|goes|went|will go|is to go|would go|has been given|was given|is given) to (?:the )?$"
)
_REACH, _BACK = 70, 300
_ASIDE = re.compile(
    r", an? [^,.;:\n]{3,60}?(?=, [a-z]| who (?:now )?(?:heads|leads|chairs|runs|directs|commands) )"
)


def settle_described(people: list[Person], doc: Document, context: Context) -> None:
    """Give people the offices that a clause behind their names, or the sentence before them, tells."""
    named = frozenset(mention.start for person in people for mention in person.mentions)
    for person in people:
        for mention in tuple(m for m in person.mentions if m.form in ("full", "surname")):
            for found in _told(person, mention, doc, context, named):
                if not any(r.start < found.end and found.start < r.end for r in person.readings):
                    person.readings.append(found)


def _told(
    person: Person, mention: Mention, doc: Document, context: Context, named: frozenset[int]
) -> list[Reading]:
    block = doc.sentence_at(mention.start)
    if block < 0 or doc.article.blocks[doc.sentences[block].block].kind == "heading":
        return []
    aside = _ASIDE.match(context.text, mention.end, mention.end + 70)
    behind = aside.end() if aside else land_behind(mention.end, context)
    found = [heads_it(behind, context) or entrusted(mention, context)]
    if mention.form == "full" and not any(not r.role for r in person.readings):
        found.append(_first_named(person, mention, doc, context))
        found.append(_gone_to(mention, context))
        found.append(_named_late(person, mention, doc, context, named))
        found.append(_said_next(mention, doc, context, named))
    return [reading for reading in found if reading is not None and not reading.role]


def _first_named(person: Person, mention: Mention, doc: Document, context: Context) -> Reading | None:
    return told_by_cleft(mention, doc, context) if mention is person.mentions[0] else None


def _gone_to(mention: Mention, context: Context) -> Reading | None:
    """`The finance portfolio goes to X`, `a civilian prime minister. The post has gone to X`."""
    text = context.text
    begin = max(0, mention.start - _REACH)
    led = text.endswith((" to ", " to the "), begin, mention.start)
    post = _POST.search(text, begin, mention.start) if led else None
    if post is None:
        return None
    what = post.group("what")
    if what and all(word in context.words.modifiers for word in what.split(" and ")):
        title = f"{' and '.join(word.capitalize() for word in what.split(' and '))} Minister"
        return Reading(title, "", "", "current", post.start(), mention.start - 1)
    begin = max(text.rfind("\n", 0, post.start()), post.start() - _BACK, 0)
    told = [r for r in _phrases(begin, post.start(), context) if " " in r.title]
    return told[-1]._replace(status="current", marked=False) if told else None


def _named_late(
    person: Person, mention: Mention, doc: Document, context: Context, named: frozenset[int]
) -> Reading | None:
    """`A court jailed the former mayor of Lund. Ann Roth, 61, ...`: described first, named in the next sentence.

    `named`: where names stand; `the mayor of Lund, Ann Roth` is nobody else.
    """
    number = doc.sentence_at(mention.start)
    first = mention is person.mentions[0] or person.last_before(mention.start) < 0
    if number < 1 or not first or person.readings or doc.sentences[number].start != mention.start:
        return None
    if _AGED.match(context.text, mention.end, mention.end + 12) is None:
        return None
    before = doc.sentences[number - 1]
    told = [r for r in _phrases(before.start, before.end, context) if r.jurisdiction or r.organization]
    told = [r for r in told if named.isdisjoint((r.start, r.end + len(", ")))]
    return told[0] if len(told) == 1 else None


def _said_next(mention: Mention, doc: Document, context: Context, named: frozenset[int]) -> Reading | None:
    """`It was presented by Ann Roth. She has headed the agency since 2019.`: the only person of the sentence before."""
    number = doc.sentence_at(mention.start)
    if number + 1 >= len(doc.sentences):
        return None
    here, behind = doc.sentences[number : number + 2]
    pronoun = _SHE.match(context.text, behind.start)
    alone = not any(here.start <= at < here.end and at != mention.start for at in named)
    if pronoun is None or not alone or here.block != behind.block:
        return None
    return heads_it(pronoun.end(), context) or holds_it(pronoun.end(), context)


_SHE = re.compile(r"(?:He|She)(?: (?:has|had)(?= (?:headed|led|chaired|run|directed|commanded) ))?")


def _phrases(begin: int, end: int, context: Context) -> list[Reading]:
    """The offices that a stretch tells of nobody by name."""
    found: list[Reading] = []
    for match in _OPENS.finditer(context.text, begin, end):
        if found and match.start() < found[-1].end:
            continue
        reading = read_phrase(match.start(), end, context)
        behind = context.text[reading.end : reading.end + 2] if reading is not None else ""
        if reading is not None and not reading.role and not (behind[:1] == " " and behind[1:].isupper()):
            found.append(reading)
    return found
