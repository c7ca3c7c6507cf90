"""All articles' parts of one person -> the record: name, variants, offices over time, mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.records import Leader, NameForm, Office, PersonMention, SharedPost
from site_gen.resolve.decisions import corrected, decided, has_action, noted
from site_gen.resolve.people.compare import slip_of_one
from site_gen.resolve.people.forms import name_tokens, office_key
from site_gen.resolve.people.kin import with_kin
from site_gen.resolve.people.terms import merge_offices
from site_gen.resolve.tables import PERSON_DRAFTS, POST_ENDS, PersonPart, PostEnd
from site_gen.tables import CARDS, LEADERS, Card, Reader, Row

_SHOWN = ("full", "surname", "honorific", "misspelling")


def assemble_leader(key: str, parts: tuple[PersonPart, ...], reader: Reader) -> Iterator[Row]:
    """The record of one person, and the card that links to it show."""
    decisions = decided("leader", key, reader)
    if has_action(decisions, "hide"):
        return
    draft = reader.one(PERSON_DRAFTS, key)
    name = draft.name if draft else _commonest(parts)
    variants = _variants(name, parts)
    ends = reader.rows(POST_ENDS, key)
    held = with_kin(key, merge_offices(parts), parts, reader)
    offices = tuple(_ended(office, ends) for office in held)
    record = Leader(
        id=key,
        name=corrected(decisions, "name", corrected(decisions, "title", name)),
        surname=draft.surname if draft else name.split()[-1],
        variants=variants,
        offices=offices,
        mentions=tuple(m for part in parts for m in part.person.mentions),
        leader=_is_leader(offices, parts) and not has_action(decisions, "not-leader"),
        possibly_same=draft.possibly_same if draft else (),
        basis="editor" if decisions or any(p.person.rule == "editor" for p in parts) else "extracted",
        note=noted(decisions),
        shared_posts=_shared(offices, ends),
    )
    yield Row(LEADERS, key, record)
    kind = "leader" if record.leader else "person"
    yield Row(CARDS, f"{kind}/{key}", Card(kind, key, record.name, _post(record.offices)))
    if kind != "leader":
        yield Row(CARDS, f"leader/{key}", Card(kind, key, record.name, _post(record.offices)))


def _is_leader(offices: tuple[Office, ...], parts: Iterable[PersonPart]) -> bool:
    """Whether an article tells an office, or one of somebody else's is now known to have been this person's."""
    kin = {kin.evidence for part in parts for kin in part.person.kin}
    return any(part.person.leader for part in parts) or any(e in kin for o in offices for e in o.evidence)


def _ended(office: Office, ends: Iterable[PostEnd]) -> Office:
    """The office with the day by which somebody else holds it, where no text says when it ended."""
    post = office_key(office)
    end = next((e for e in ends if e.by and e.post == post), None)
    if end is None or office.end:
        return office
    status = "former" if office.status == "current" else office.status
    return replace(office, status=status, ended_by=end.by, successor=end.other, ended_evidence=end.evidence)


def _shared(offices: Iterable[Office], ends: Iterable[PostEnd]) -> tuple[SharedPost, ...]:
    titles = {office_key(o): f"{o.title}, {o.jurisdiction or o.organization}" for o in offices}
    return tuple(
        SharedPost(e.other, titles[e.post], e.evidence) for e in ends if not e.by and e.post in titles
    )


def _commonest(parts: Iterable[PersonPart]) -> str:
    counted = Counter(part.person.name for part in parts)
    return min(counted, key=lambda name: (-len(name.split()), -counted[name], name))


def _post(offices: tuple[Office, ...]) -> str:
    if not offices:
        return ""
    office = min(offices, key=lambda o: (o.status == "former", o.title))
    place = office.jurisdiction or office.organization
    return f"{office.title}, {place}" if place else office.title


def _variants(name: str, parts: Iterable[PersonPart]) -> tuple[NameForm, ...]:
    counted: Counter[tuple[str, str]] = Counter()
    right = set(name_tokens(name))
    for part in parts:
        for mention in part.person.mentions:
            if mention.form in _SHOWN:
                counted[_variant(mention, right)] += 1
    forms = [NameForm(text, kind, n) for (text, kind), n in counted.items()]  # type: ignore[arg-type]
    return tuple(sorted(forms, key=lambda f: (_SHOWN.index(f.kind), -f.count, f.name)))


def _variant(mention: PersonMention, right: set[str]) -> tuple[str, str]:
    text = " ".join((mention.name or mention.evidence.exact).split())
    words = name_tokens(text)
    slip = mention.form != "honorific" and any(is_slip(w, right) for w in words)
    return text, "misspelling" if slip else mention.form


def is_slip(word: str, right: Iterable[str]) -> bool:
    """A word of four letters or more that is no word of the right name, but a slip of the pen away from one."""
    return len(word) > 3 and word not in right and any(slip_of_one(word, r) for r in right)
