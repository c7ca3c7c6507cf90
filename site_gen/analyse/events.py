"""Event drafts -> the records, with their independent witnesses; and those that are told with two dates."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.dates import find_event_rivals
from site_gen.analyse.retold import EVENT_TWINS, event_of, with_retold
from site_gen.analyse.tables import LINEAGE_OF
from site_gen.records import Event, Evidence, Relation
from site_gen.records.evidence import ArticleId
from site_gen.resolve.decisions import decided
from site_gen.resolve.folding import slug
from site_gen.resolve.tables import EventDraft
from site_gen.tables import CARDS, EVENT_KIND, EVENTS, REFS, RELATIONS, Card, Reader, Ref, Row

_BETWEEN = {"talks": "met"}
_OVER = {"sign": "signed", "adopt": "adopted", "ratify": "ratified"}


def emit_events(_block: str, drafts: tuple[EventDraft, ...], reader: Reader) -> Iterator[Row]:
    """Records of one block, with cards, references and relations."""
    kept = tuple(with_retold(d, reader) for d in drafts if reader.one(EVENT_TWINS, d.id) is None)
    for draft in kept:
        lineages = sorted({reader.one(LINEAGE_OF, a) or a for a in draft.articles})
        event = Event(
            id=draft.id, title=draft.title, kind=draft.kind, date=draft.date, date_basis=draft.date_basis,
            status=draft.status,  # type: ignore[arg-type]
            participants=draft.participants, parties=draft.parties, place=draft.place, agreements=draft.agreements,
            evidence=draft.evidence, articles=tuple(ArticleId(a) for a in draft.articles),
            lineages=tuple(lineages), within=_within(draft, reader), note=draft.note,
            basis="editor" if draft.edited or decided("event", draft.id, reader) else "extracted",
        )  # fmt: skip
        yield Row(EVENTS, draft.id, event)
        yield Row(
            CARDS, f"event/{draft.id}", Card("event", draft.id, draft.title, draft.place, draft.date or "")
        )
        for subject in _subjects(draft):
            yield Row(REFS, subject, Ref("event", draft.id), draft.date or "~")
        yield from _relations(draft)
    yield from find_event_rivals(kept, reader)


def _within(draft: EventDraft, reader: Reader) -> str:
    outer = sorted({i for m in draft.within if (i := event_of(m, reader)) and i != draft.id})
    return outer[0] if outer else ""


def _subjects(draft: EventDraft) -> Iterator[str]:
    yield f"{EVENT_KIND}/{draft.kind}"
    yield from (f"leader/{p}" for p in draft.participants)
    yield from (f"agreement/{a}" for a in draft.agreements)
    yield from (f"article/{a}" for a in draft.articles)
    if draft.place:
        yield f"place/{slug(draft.place)}"
    if draft.date and draft.date[:4].isdigit():
        yield f"year/{draft.date[:4]}"


def _relations(draft: EventDraft) -> Iterator[Row]:
    people = draft.participants
    if draft.family in _BETWEEN and len(people) > 1 and draft.status != "planned":
        for n, one in enumerate(people[:6]):
            for other in people[n + 1 : 6]:
                yield from _both(_BETWEEN[draft.family], f"leader/{one}", f"leader/{other}", draft)
    if draft.kind in _OVER and draft.agreements:
        for person in people[:6]:
            yield from _both(_OVER[draft.kind], f"leader/{person}", f"agreement/{draft.agreements[0]}", draft)


def _both(kind: str, source: str, target: str, draft: EventDraft) -> Iterator[Row]:
    evidence: tuple[Evidence, ...] = draft.evidence[:3]
    relation = Relation(kind, source, target, draft.date, draft.id, evidence)
    yield Row(RELATIONS, source, relation, draft.date or "~")
    yield Row(RELATIONS, target, relation, draft.date or "~")
