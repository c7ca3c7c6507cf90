"""One article's findings, people and agreements known by now -> what it contributes to each record."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_gen.records import AgreementFinding, Article, EventFinding, Evidence, Findings, PersonFinding, Stage
from site_gen.resolve.agreements.forms import form_key as agreement_key
from site_gen.resolve.agreements.forms import form_of as agreement_form
from site_gen.resolve.events.block import block_of, event_name_words
from site_gen.resolve.folding import fold
from site_gen.resolve.people.forms import form_key as person_key
from site_gen.resolve.people.forms import form_of as person_form
from site_gen.resolve.spread import facts_of, parties_of
from site_gen.resolve.tables import (
    AGREEMENT_DRAFTS,
    AGREEMENT_FINAL,
    AGREEMENT_NAMES,
    AGREEMENT_PARTS,
    EVENT_PARTS,
    FACTS,
    KNOWN,
    PERSON_FINAL,
    PERSON_NAMES,
    PERSON_PARTS,
    AgreementPart,
    EventPart,
    Facts,
    Known,
    PersonPart,
    PersonSummary,
)
from site_gen.resolve.words import country_by_word, country_names, family_with, subject, word_set
from site_gen.tables import AGREEMENT_IDS, ARTICLES, PERSON_IDS, Reader, Row


class Context(Struct, frozen=True):
    """What the parts of one article are made with."""

    findings: Findings
    facts: Facts
    article: Article | None
    people: tuple[PersonSummary, ...]
    agreements: tuple[str, ...]
    agreement_names: tuple[str, ...]


def assemble(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """Ids of the article's people and agreements, and its parts of people, agreements and events."""
    article = reader.one(ARTICLES, key)
    for findings in rows:
        context = _context(key, findings, article, reader)
        yield Row(KNOWN, key, _known(context))
        for n, (person, who) in enumerate(zip(findings.people, context.people, strict=True)):
            yield Row(PERSON_IDS, f"{key}/{n}", who.id)
            if who.id:
                told = PersonPart(key, context.facts.published, person, _kin(person, context))
                yield Row(PERSON_PARTS, who.id, told, key)
        for n, found in enumerate(findings.agreements):
            target = context.agreements[n]
            yield Row(AGREEMENT_IDS, f"{key}/{n}", target)
            yield Row(AGREEMENT_PARTS, target, _agreement_part(n, found, context), key)
        for n, event in enumerate(findings.events):
            part = event_part(n, event, context)
            yield Row(EVENT_PARTS, block_of(part), part, key)


def _kin(person: PersonFinding, context: Context) -> tuple[str, ...]:
    """Who they are that the person came before or behind, over all articles."""
    ids = {p.name: who.id for p, who in zip(context.findings.people, context.people, strict=True)}
    return tuple(ids.get(kin.name, "") for kin in person.kin)


def _known(context: Context) -> Known:
    found = list(zip(context.findings.agreements, context.agreements, strict=True))
    unnamed = tuple(sorted({key for agreement, key in found if key and agreement.generic}))
    done = {
        (key, step.stage, step.date or "")
        for agreement, key in found
        for step in agreement.stages
        if key and not step.stage.startswith("to ")
    }
    return Known(tuple(p.id for p in context.people), context.agreements, tuple(sorted(done)), unnamed)


def _context(key: str, findings: Findings, article: Article | None, reader: Reader) -> Context:
    facts = reader.one(FACTS, key) or facts_of(article, findings)
    people = tuple(_who(person_key(person_form(p)), reader) for p in findings.people)
    drafts = [
        reader.one(AGREEMENT_NAMES, agreement_key(agreement_form(a, parties_of(a, facts), facts)))
        for a in findings.agreements
    ]
    agreements = tuple((d and reader.one(AGREEMENT_FINAL, d)) or d or "" for d in drafts)
    names = []
    for target, found in zip(agreements, findings.agreements, strict=True):
        draft = reader.one(AGREEMENT_DRAFTS, target)
        names.append(draft.name if draft else found.name)
    return Context(findings, facts, article, people, agreements, tuple(names))


def _who(form: str, reader: Reader) -> PersonSummary:
    draft = reader.one(PERSON_NAMES, form)
    found = reader.one(PERSON_FINAL, draft) if draft else None
    if found is None:
        return PersonSummary("", "", False, ())
    if found.id == draft:
        return found
    return reader.one(PERSON_FINAL, found.id) or found


def _agreement_part(number: int, found: AgreementFinding, context: Context) -> AgreementPart:
    relations = tuple(
        (link.type, context.agreements[link.target], link.evidence)
        for link in found.relations
        if 0 <= link.target < len(context.agreements)
    )
    return AgreementPart(
        context.facts.article,
        context.facts.published,
        replace(found, relations=()),
        relations,
        parties_of(found, context.facts),
        tuple(_told_in(stage, number, context) for stage in found.stages),
    )


def _told_in(stage: Stage, number: int, context: Context) -> str:
    """The event of the same sentence that names the agreement; a step of an agreement before a meeting."""
    found = [
        (event.kind not in subject("analysis")["deal_kinds"], n)
        for n, event in enumerate(context.findings.events)
        if number in event.agreements and event.evidence.sentence == stage.evidence.sentence
    ]
    return f"{context.facts.article}/{min(found)[1]}" if found else ""


def event_part(number: int, event: EventFinding, context: Context) -> EventPart:
    """One event of one article, in terms that can be compared with other articles'."""
    people = [
        context.people[n] for n in event.people if 0 <= n < len(context.people) and context.people[n].id
    ]
    people = list({p.id: p for p in people}.values())
    agreements = [n for n in event.agreements if 0 <= n < len(context.agreements)]
    agreements.sort(key=lambda n: (context.findings.agreements[n].generic, context.agreements[n]))
    sentence = sentence_of(event.evidence, context)
    return EventPart(
        key=f"{context.facts.article}/{number}",
        article=context.facts.article,
        published=context.facts.published or context.facts.occasion,
        order=number,
        kind=event.kind,
        family=family_with(event.kind, bool(event.agreements)),
        evidence=event.evidence,
        date=event.date,
        date_evidence=event.date_evidence,
        status=event.status,
        people=tuple(p.id for p in people),
        names=tuple(p.name for p in people),
        countries=_countries(event, people, context),
        parties=event.parties,
        place=event.place,
        place_country=_place_country(event.place, context.findings),
        home=context.facts.home,
        agreements=tuple(dict.fromkeys(context.agreements[n] for n in agreements)),
        agreement_names=tuple(dict.fromkeys(context.agreement_names[n] for n in agreements)),
        name=_own_name(event, context),
        within=f"{context.facts.article}/{event.within}" if event.within >= 0 else "",
        sentence=sentence,
        ongoing=_ongoing(sentence.exact if sentence else event.evidence.exact),
        title=event.title,
        stage=event.stage,
        edited=event.rule == "editor",
    )


def _countries(event: EventFinding, people: list[PersonSummary], context: Context) -> tuple[str, ...]:
    """Countries of the people, the parties and the name, each once; one side of the article's pair brings the other."""
    stated = [p.countries[0] for p in people if len(p.countries) == 1]
    named = [country_by_word()[w] for w in fold(event.name).split() if w in country_by_word()]
    found = tuple(dict.fromkeys([*stated, *(p.name for p in event.parties), *named]))
    pair = tuple(p.name for p in context.facts.pair)
    meeting = family_with(event.kind, False) == "talks"
    if meeting and len(found) < 2 and pair and set(found) <= set(pair) and not _specific(event.name):
        return pair
    return found


def _specific(name: str) -> bool:
    return bool(event_name_words(name) - word_set("analysis", "meeting_words"))


def _own_name(event: EventFinding, context: Context) -> str:
    """The event's name; not that of the gathering during which it took place."""
    outer = (
        context.findings.events[event.within].name if 0 <= event.within < len(context.findings.events) else ""
    )
    return "" if outer and fold(outer) == fold(event.name) else event.name


def _place_country(place: str, findings: Findings) -> str:
    for found in findings.places:
        if found.name == place and found.country:
            return country_names().get(found.country, found.country)
    return place if place in country_names().values() else ""


def sentence_of(evidence: Evidence, context: Context) -> Evidence | None:
    """The sentence around a span, no longer than 600 characters."""
    spans = context.findings.sentences
    if context.article is None or not 0 <= evidence.sentence < len(spans):
        return None
    start, end = spans[evidence.sentence]
    if end - start > 600:
        return None
    return Evidence(evidence.article, start, end, context.article.text[start:end], evidence.sentence)


def _ongoing(text: str) -> bool:
    folded = f" {text.lower()} "
    return any(f" {word} " in folded for word in subject("analysis")["ongoing"])
