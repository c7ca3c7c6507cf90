"""Claims and conflicts put together: evidence no longer than a sentence, witnesses counted by lineage."""

from collections.abc import Iterable, Iterator

from site_gen.analyse.retold import event_of
from site_gen.analyse.tables import LINEAGE_OF
from site_gen.records import Claim, Conflict, Evidence
from site_gen.resolve.decisions import decided, has_action, noted
from site_gen.resolve.folding import digest, slug
from site_gen.tables import CARDS, CONFLICTS, FINDINGS, REFS, Card, Reader, Ref, Row

_OF_EVENTS = frozenset({"date", "place", "stage", "order"})
"""Kinds that concern the event of which both sides tell."""
_LONGEST = 600
_SHOWN = 6


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
    """The record, its card and its references; nothing where the editor hides it."""
    content = "|".join(sorted(f"{c.says} {min((e.exact for e in c.evidence), default='')}" for c in claims))
    key = f"{kind}-{slug(about)}-{digest(content, 3)}"
    decisions = decided("conflict", key, reader)
    if has_action(decisions, "hide") or any(not c.evidence for c in claims):
        return
    ordered = tuple(sorted(claims, key=lambda c: (-len(c.lineages), c.says)))
    yield Row(CONFLICTS, key, Conflict(key, kind, about, ordered, reading, subjects, noted(decisions)))  # type: ignore[arg-type]
    yield Row(CARDS, f"conflict/{key}", Card("conflict", key, about, " / ".join(c.says for c in ordered)))
    articles = {f"article/{e.article}" for c in claims for e in c.evidence}
    events = _events(claims, reader) if kind in _OF_EVENTS else frozenset()
    for subject in sorted({*subjects, *articles, *(f"event/{event}" for event in events)}):
        yield Row(REFS, subject, Ref("conflict", key), "~")


def _events(claims: tuple[Claim, ...], reader: Reader) -> frozenset[str]:
    """Ids of the events that more than one side tells in the places of its claim."""
    told = [event for c in claims for event in {e for place in c.evidence for e in _told_in(place, reader)}]
    return frozenset(event for event in told if told.count(event) > 1)


def _told_in(place: Evidence, reader: Reader) -> Iterator[str]:
    findings = reader.one(FINDINGS, place.article)
    for number, event in enumerate(findings.events if findings else ()):
        overlaps = event.evidence.start < place.end and place.start < event.evidence.end
        if overlaps and (known := event_of(f"{place.article}/{number}", reader)):
            yield known
