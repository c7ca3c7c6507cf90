"""An editor's word on events: `title`, `text` (words that tell it), `date`, `kind`, `status`, `place`, `people`."""

from typing import Any, cast

from msgspec.structs import replace

from site_gen.extract.editor.entry import EDITOR, Entry, alike, amended, places_of, stated
from site_gen.records import EventFinding, Findings
from site_gen.text.document import Document

_STATUS = ("happened", "planned", "reported")


def edited_events(findings: Findings, entries: list[Entry], doc: Document) -> Findings:
    """The findings with events added, set, renamed and removed; what lies within them follows."""
    found = amended(
        findings.events,
        entries,
        meant=lambda entry, known: next((n for n, e in enumerate(known) if e and _is(e, entry.name)), -1),
        rename=lambda known, entry: replace(known, title=entry.get("to"), name=entry.get("to"), rule=EDITOR),
        fill=lambda known, entry: _set(known, entry, findings),
        new=lambda entry: _new(entry, doc) if entry.name else None,
    )
    return replace(findings, events=_without_gaps(found)) if entries else findings


def _is(event: EventFinding, name: str) -> bool:
    told = " ".join(event.evidence.exact.split()).casefold()
    words = " ".join(name.split()).casefold()
    return bool(words) and (alike(event.title, name) or alike(event.name, name) or words in told)


def _new(entry: Entry, doc: Document) -> EventFinding:
    places = places_of(entry.get("text") or entry.name, doc)
    evidence = places[0] if places else stated(entry, doc)
    return EventFinding(
        "announce", evidence, None, None, "happened", (), (), "", (), entry.name, name=entry.name, rule=EDITOR
    )


def _set(event: EventFinding, entry: Entry, findings: Findings) -> EventFinding:
    people = {n for name in entry.all("people", "participants") for n in _named(name, findings)}
    status = entry.get("status")
    return replace(
        event,
        title=entry.get("title") or event.title,
        kind=entry.get("kind") or event.kind,
        date=entry.get("date") or event.date,
        status=cast(Any, status) if status in _STATUS else event.status,
        place=entry.get("place") or event.place,
        people=tuple(sorted(people)) or event.people,
        rule=EDITOR,
    )


def _named(name: str, findings: Findings) -> list[int]:
    return [n for n, person in enumerate(findings.people) if alike(person.name, name)]


def _without_gaps(events: list[EventFinding | None]) -> tuple[EventFinding, ...]:
    new = {old: n for n, old in enumerate(i for i, e in enumerate(events) if e)}
    return tuple(replace(e, within=new.get(e.within, -1)) for e in events if e)
