"""An editor's word on people: `name`, `title`, `country`, `organization`, `status`, `from`, `to`, `leader`."""

from typing import Any, cast

from msgspec.structs import replace

from site_gen.extract.editor.entry import EDITOR, Entry, alike, amended, shown
from site_gen.records import Findings, Office, PersonFinding, PersonMention
from site_gen.text.document import Document

_STATUS = ("current", "former", "elect", "acting")


def edited_people(findings: Findings, entries: list[Entry], doc: Document) -> Findings:
    """The findings with people added, set, renamed and removed; what refers to them follows."""
    people = amended(
        findings.people,
        entries,
        meant=lambda entry, known: _place(entry.name, known),
        rename=lambda known, entry: _named(known, entry.get("to")),
        fill=lambda known, entry: _set(known, entry, doc),
        new=lambda entry: _new(entry, doc) if entry.name else None,
    )
    return _without_gaps(findings, people) if entries else findings


def _place(name: str, people: list[PersonFinding | None]) -> int:
    """The person of that name, or called so anywhere; -1 for none."""
    for number, person in enumerate(people):
        if person and alike(person.name, name):
            return number
    called = [
        n for n, p in enumerate(people) if p and any(m.name and alike(m.name, name) for m in p.mentions)
    ]
    return called[0] if len(called) == 1 else -1


def _named(person: PersonFinding, name: str) -> PersonFinding:
    words = name.split()
    return replace(person, name=name, surname=words[-1], given=" ".join(words[:-1]), rule=EDITOR)


def _new(entry: Entry, doc: Document) -> PersonFinding:
    words = entry.name.split()
    mentions = tuple(PersonMention(e, "full", entry.name) for e in shown(entry.name, entry, doc))
    return PersonFinding(entry.name, words[-1], " ".join(words[:-1]), True, (), mentions, rule=EDITOR)


def _set(person: PersonFinding, entry: Entry, doc: Document) -> PersonFinding:
    leader = entry.get("leader").lower()
    person = replace(person, rule=EDITOR, leader=leader not in ("no", "false") if leader else person.leader)
    title, status = entry.get("title", "office"), entry.get("status")
    if title:
        return replace(person, leader=True, offices=(_office(title, entry, person),))
    if status in _STATUS:
        changed: Any = {"status": status}
        return replace(person, offices=tuple(replace(o, **changed) for o in person.offices))
    return person


def _office(title: str, entry: Entry, person: PersonFinding) -> Office:
    status = entry.get("status")
    return Office(
        title,
        entry.get("country", "jurisdiction"),
        entry.get("organization", "organisation"),
        cast(Any, status if status in _STATUS else "current"),
        entry.get("from", "start") or None,
        entry.get("to", "end") or None,
        evidence=(person.mentions[0].evidence,),
    )


def _without_gaps(findings: Findings, people: list[PersonFinding | None]) -> Findings:
    """Without those removed; quotes and events point to where the others are now."""
    kept = [n for n, person in enumerate(people) if person]
    new = {old: number for number, old in enumerate(kept)}
    quotes = tuple(
        replace(q, speaker=replace(q.speaker, person=new.get(q.speaker.person, -1))) if q.speaker else q
        for q in findings.quotes
    )
    events = tuple(replace(e, people=tuple(new[n] for n in e.people if n in new)) for e in findings.events)
    found = tuple(p for p in people if p)
    return replace(findings, people=found, quotes=quotes, events=events)
