"""All articles' parts of one person -> the record: name, variants, offices over time, mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.records import Leader, NameForm, Office, PersonMention
from site_gen.resolve.decisions import corrected, decided, has_action, noted
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import earliest, narrowest
from site_gen.resolve.people.compare import near_names
from site_gen.resolve.people.forms import is_post, name_tokens, title_family
from site_gen.resolve.tables import PERSON_DRAFTS, PersonPart
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
    offices = merge_offices(parts)
    record = Leader(
        id=key,
        name=corrected(decisions, "name", corrected(decisions, "title", name)),
        surname=draft.surname if draft else name.split()[-1],
        variants=variants,
        offices=offices,
        mentions=tuple(m for part in parts for m in part.person.mentions),
        leader=any(part.person.leader for part in parts) and not has_action(decisions, "not-leader"),
        possibly_same=draft.possibly_same if draft else (),
        basis="editor" if decisions or any(p.person.rule == "editor" for p in parts) else "extracted",
        note=noted(decisions),
    )
    yield Row(LEADERS, key, record)
    kind = "leader" if record.leader else "person"
    yield Row(CARDS, f"{kind}/{key}", Card(kind, key, record.name, _post(record.offices)))
    if kind != "leader":
        yield Row(CARDS, f"leader/{key}", Card(kind, key, record.name, _post(record.offices)))


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
    return len(word) > 3 and word not in right and any(near_names(word, r) for r in right)


def merge_offices(parts: Iterable[PersonPart]) -> tuple[Office, ...]:
    """One office a post: one without a country takes the one that another article gives for this title."""
    told = [(part.published, o) for part in parts for o in part.person.offices]
    stated = [(published, o) for published, o in told if is_post(o)]
    named = {fold(o.jurisdiction or o.organization) for _, o in stated} | {""}
    stated += [
        (published, o)
        for published, o in told
        if _leads(o) and fold(o.jurisdiction or o.organization) not in named
    ]
    places = _places(stated)
    posts: dict[tuple[str, str], list[tuple[str, Office]]] = {}
    for published, office in stated:
        family = title_family(office.title)
        place = fold(office.jurisdiction or office.organization)
        known = places.get(family, {})
        if office.jurisdiction_inferred and place and len(known) == 1:
            place = next(iter(known))
        elif not place:
            place = next(iter(known)) if len(known) == 1 else ""
        posts.setdefault((family, place), []).append((published, office))
    merged = [_one_office(posts[post], len(places.get(post[0], {}))) for post in sorted(posts)]
    return tuple(sorted(merged, key=lambda o: (earliest(o.start or o.as_of), o.title, o.jurisdiction)))


def _leads(office: Office) -> bool:
    """`Norland's new leader`: an office where no other of that country or body is told."""
    return fold(office.title) == "leader" and not office.jurisdiction_inferred


def _places(stated: list[tuple[str, Office]]) -> dict[str, dict[str, str]]:
    """For each title family the places that are stated; inferred ones only where none is."""
    sure: dict[str, dict[str, str]] = {}
    inferred: dict[str, dict[str, str]] = {}
    for _, office in stated:
        place = office.jurisdiction or office.organization
        if place:
            into = inferred if office.jurisdiction_inferred else sure
            into.setdefault(title_family(office.title), {})[fold(place)] = place
    return {**inferred, **sure}


def _one_office(stated: list[tuple[str, Office]], known: int) -> Office:
    titles = Counter(o.title for _, o in stated)
    title = min(titles, key=lambda t: (-len(t) if len(titles) == 1 else -titles[t], t))
    placed = sorted(
        (o for _, o in stated if o.jurisdiction or o.organization),
        key=lambda o: (o.jurisdiction_inferred, o.jurisdiction, o.organization),
    )
    latest = max(stated, key=lambda p: (p[0] or "", p[1].as_of or "", p[1].status != "current"))[1]
    best = placed[0] if placed else latest
    return replace(
        latest,
        title=title,
        jurisdiction=best.jurisdiction,
        organization=best.organization,
        status=latest.status,
        start=narrowest(sorted(o.start for _, o in stated if o.start)),
        end=narrowest(sorted(o.end for _, o in stated if o.end)),
        as_of=max((o.as_of for _, o in stated if o.as_of), default=None),
        jurisdiction_inferred=bool(placed)
        and (best.jurisdiction_inferred or len(placed) < len(stated))
        and known < 2
        and best.jurisdiction_inferred,
        evidence=tuple(sorted({e for _, o in stated for e in o.evidence})),
    )
