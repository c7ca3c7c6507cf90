"""Claims and conflicts put together: evidence no longer than a sentence, witnesses counted by lineage."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.analyse.conflicts.blanks import holds, named
from site_gen.analyse.retold import event_of
from site_gen.analyse.tables import DRAFTS, LINEAGE_OF
from site_gen.records import Claim, Conflict, Evidence
from site_gen.resolve.decisions import decided, has_action, noted
from site_gen.resolve.folding import digest, slug
from site_gen.resolve.words import subject
from site_gen.tables import CARDS, CONFLICTS, FINDINGS, REFS, SENTENCES, Card, Reader, Ref, Row

_OF_EVENTS = frozenset({"date", "place", "stage", "order"})
"""Kinds that concern the event of which both sides tell."""
_LONGEST = 600
_SHOWN = 6
_CLAUSE = 3
"""Words of a side that are a clause, not the name of a stage."""


def claim(says: str, evidence: Iterable[Evidence], reader: Reader, supports: str = "") -> Claim:
    """One side: at most six places, none longer than 600 characters."""
    places = tuple(dict.fromkeys(e for e in evidence if e.end - e.start <= _LONGEST))
    lineages = sorted({reader.one(LINEAGE_OF, e.article) or e.article for e in places})
    return Claim(says, places[:_SHOWN], tuple(lineages), supports)


def witnesses(evidence: Iterable[Evidence], reader: Reader) -> frozenset[str]:
    """The lineages that these places belong to."""
    return frozenset(reader.one(LINEAGE_OF, e.article) or e.article for e in evidence)


def conflict_rows(
    kind: str, about: str, claims: tuple[Claim, ...], reading: str, subjects: tuple[str, ...], reader: Reader
) -> Iterator[Row]:
    """The conflict as one comparison found it; nothing where a side has no place."""
    if any(not c.evidence for c in claims):
        return
    content = "|".join(sorted(f"{c.says} {min(e.exact for e in c.evidence)}" for c in claims))
    key = f"{kind}-{slug(about)}-{digest(content, 3)}"
    note = noted(decided("conflict", key, reader))
    draft = Conflict(key, kind, about, claims, reading, subjects, note)  # type: ignore[arg-type]
    yield Row(DRAFTS, "all", draft, key)


def conflict_records(conflict: Conflict, ids: Iterable[str], reader: Reader) -> Iterator[Row]:
    """The record, its card and its references; nothing where the editor hides one of `ids`, by which it was found."""
    key = conflict.id
    if any(has_action(decided("conflict", id, reader), "hide") for id in ids):
        return
    whole = (_with_sentences(c, reader) for c in conflict.claims)
    claims = tuple(sorted(whole, key=lambda c: (-len(c.lineages), c.says)))
    about = named(conflict.about, claims, any(s.startswith("figure/") for s in conflict.subjects))
    of_another = about.partition(": ")[0] != conflict.about.partition(": ")[0]
    reading = subject("opposites")["readings"]["stage"] if of_another else conflict.reading
    yield Row(CONFLICTS, key, replace(conflict, about=about, claims=claims, reading=reading))
    yield Row(CARDS, f"conflict/{key}", Card("conflict", key, about, " / ".join(c.says for c in claims)))
    articles = {f"article/{e.article}" for c in claims for e in c.evidence}
    events = _events(claims, reader) if conflict.kind in _OF_EVENTS else frozenset()
    if conflict.kind == "date":
        events |= _alike(conflict.claims, reader)
    if conflict.kind == "stage":
        events |= _denied(conflict.claims, reader)
    for concerned in sorted({*conflict.subjects, *articles, *(f"event/{event}" for event in events)}):
        yield Row(REFS, concerned, Ref("conflict", key), "~")


def _with_sentences(side: Claim, reader: Reader) -> Claim:
    """The claim with the sentences that its places stand in, where they are not among them."""
    places: dict[Evidence, None] = {}
    for place in side.evidence:
        places[place] = None
        if not any(holds(other, place) for other in side.evidence):
            places |= dict.fromkeys(_sentence(place, reader))
    return replace(side, evidence=tuple(places)[:_SHOWN])


def _sentence(place: Evidence, reader: Reader) -> Iterator[Evidence]:
    told = reader.one(SENTENCES, f"{place.article}#{place.sentence}")
    if told and len(told.text) <= _LONGEST and len(told.text) > place.end - place.start:
        end = told.start + len(told.text)
        yield Evidence(place.article, told.start, end, told.text, place.sentence)


def _events(claims: tuple[Claim, ...], reader: Reader) -> frozenset[str]:
    """Ids of the events that more than one side tells in the places of its claim."""
    told = [
        event for c in claims for event in {e for place in c.evidence for e, _ in _told_in(place, reader)}
    ]
    return frozenset(event for event in told if told.count(event) > 1)


def _alike(claims: tuple[Claim, ...], reader: Reader) -> frozenset[str]:
    """Ids of the events that the sides date, of a kind that more than one tells: one deed, kept apart by its days."""
    sides = [{told for place in c.evidence for told in _told_in(place, reader)} for c in claims]
    kinds = [kind for side in sides for kind in {kind for _, kind in side}]
    return frozenset(event for side in sides for event, kind in side if kinds.count(kind) > 1)


def _denied(claims: tuple[Claim, ...], reader: Reader) -> frozenset[str]:
    """Ids of the events that a side tells in the very words that another denies."""
    found = set()
    for side in claims:
        words = side.says.removeprefix("… ").removesuffix(" …")
        for place in side.evidence if len(words.split()) >= _CLAUSE else ():
            if (at := place.exact.find(words)) >= 0:
                start = place.start + at
                said = Evidence(place.article, start, start + len(words), words, place.sentence)
                found |= {event for event, _ in _told_in(said, reader)}
    return frozenset(found)


def _told_in(place: Evidence, reader: Reader) -> Iterator[tuple[str, str]]:
    """The events that are told in a place, with their kinds."""
    findings = reader.one(FINDINGS, place.article)
    for number, event in enumerate(findings.events if findings else ()):
        overlaps = event.evidence.start < place.end and place.start < event.evidence.end
        if overlaps and (known := event_of(f"{place.article}/{number}", reader)):
            yield known, event.kind
