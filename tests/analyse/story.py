"""A story of several articles in one file, with what is expected of it: read, and a site's records scored against it.

The head is YAML: `lineages` (groups of articles), `people` (name -> places that mean them), `events`, `conflicts`
and `not_conflicts` (each with claims, each claim a list of places that say it). A place is `article | phrase`, or a
phrase alone, which is looked up in every article. Then `=== file` and its text, for each article.
"""

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml


class Span(NamedTuple):
    """A stretch of an article's text."""

    article: str
    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """Characters in common."""
        if self.article != other.article:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Claims = list[list[Span]]


@dataclass
class Story:
    """Articles by name without suffix, and the expectations."""

    files: dict[str, str]
    lineages: list[list[str]]
    people: dict[str, list[Span]]
    events: list[dict[str, Any]]
    conflicts: list[tuple[str, Claims]]
    not_conflicts: list[tuple[str, Claims]]


@dataclass
class Score:
    """Counts, and what went wrong in words."""

    lineage_f1: float = 1.0
    conflicts: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    events: int = 0
    events_found: int = 0
    dates: int = 0
    dates_right: int = 0
    merged: int = 0
    split: int = 0
    notes: list[str] = field(default_factory=list)


def read_story(path: Path) -> Story:
    """The story of one file; a phrase that does not stand where it should is a mistake of the story."""
    head, *parts = path.read_text("utf-8").split("\n=== ")
    files = {name: text for name, _, text in (part.partition("\n") for part in parts)}
    texts = {PurePosixPath(name).stem: text for name, text in files.items()}
    told = yaml.safe_load(head)

    def places(written: str) -> list[Span]:
        keys, _, phrase = written.rpartition(" | ")
        found = [
            Span(key, at, at + len(phrase))
            for key in ([keys] if keys else texts)
            if (at := texts[key].find(phrase)) >= 0
        ]
        if not found:
            raise ValueError(f"{path.name}: {written!r} stands nowhere")
        return found

    def claims(record: dict[str, Any]) -> Claims:
        sides = [side if isinstance(side, list) else [side] for side in record["claims"]]
        return [[span for written in side for span in places(written)] for side in sides]

    return Story(
        files,
        told["lineages"],
        {name: [s for w in written for s in places(w)] for name, written in told.get("people", {}).items()},
        [{**e, "at": [s for w in e["at"] for s in places(w)]} for e in told.get("events", [])],
        [(record["kind"], claims(record)) for record in told["conflicts"]],
        [(record["about"], claims(record)) for record in told.get("not_conflicts", [])],
    )


def score_story(story: Story, records: dict[str, Any]) -> Score:
    """What of the story the records have right."""
    names = {a["id"]: PurePosixPath(a["path"]).stem for a in records["articles"]}
    result = Score()
    _score_lineages(story, records, names, result)
    _score_people(story, records, names, result)
    _score_events(story, records, names, result)
    _score_conflicts(story, records, names, result)
    return result


def _spans(record: Any, names: dict[str, str]) -> list[Span]:
    if isinstance(record, dict) and "start" in record and "article" in record:
        own = Span(names[record["article"]], record["start"], record["end"])
        return [own] if own.end - own.start <= 600 else []
    inner = [record.get(f) for f in ("mentions", "evidence", "claims")] if isinstance(record, dict) else []
    return [
        s
        for part in inner
        for item in (part if isinstance(part, list) else [part] if part else [])
        for s in _spans(item, names)
    ]


def _score_lineages(story: Story, records: dict[str, Any], names: dict[str, str], result: Score) -> None:
    def pairs(groups: list[list[str]]) -> set[frozenset[str]]:
        return {frozenset(pair) for group in groups for pair in combinations(group, 2)}

    want = pairs(story.lineages)
    got = pairs([[names[a] for a in line["articles"]] for line in records["lineages"]])
    both = len(want & got)
    result.lineage_f1 = 2 * both / (len(want) + len(got)) if want or got else 1.0
    result.notes += [
        f"lineage {'missed' if p in want else 'wrong'}: {sorted(p)}" for p in sorted(want ^ got, key=sorted)
    ]


def _score_people(story: Story, records: dict[str, Any], names: dict[str, str], result: Score) -> None:
    known = [(r["name"], _spans(r, names)) for kind in ("leaders", "people") for r in records[kind]]
    owners: dict[int, set[str]] = {}
    for person, places in story.people.items():
        mine = {
            n for n, (_, spans) in enumerate(known) for p in places if any(p.overlap(s) > 3 for s in spans)
        }
        for n in mine:
            owners.setdefault(n, set()).add(person)
        if len(mine) > 1:
            result.split += 1
            result.notes.append(f"person split: {person} -> {sorted(known[n][0] for n in mine)}")
        if not mine:
            result.notes.append(f"person missed: {person}")
    for n, people in owners.items():
        if len(people) > 1:
            result.merged += 1
            result.notes.append(f"people merged: {sorted(people)} -> {known[n][0]}")


def _score_events(story: Story, records: dict[str, Any], names: dict[str, str], result: Score) -> None:
    known = [(r, _spans(r, names)) for r in records["events"]]
    for event in story.events:
        result.events += 1
        accept = event.get("accept") or [event["date"]]
        fits = [r for r, spans in known if any(p.overlap(s) > 3 for p in event["at"] for s in spans)]
        if not fits:
            result.notes.append(f"event missed: {event['name']}")
            continue
        result.events_found += 1
        result.dates += 1
        if any((r["date"] or "").strip("~?%") in accept for r in fits):
            result.dates_right += 1
        else:
            got = [(r["date"], r["title"]) for r in fits]
            result.notes.append(f"event date: {event['name']}: want {accept}, got {got}")


def _covers(claims: Claims, spans: list[Span]) -> bool:
    return all(any(p.overlap(s) * 2 >= p.end - p.start for p in claim for s in spans) for claim in claims)


def _score_conflicts(story: Story, records: dict[str, Any], names: dict[str, str], result: Score) -> None:
    known = [(r, _spans(r, names)) for r in records["conflicts"]]
    taken: set[int] = set()
    for kind, claims in story.conflicts:
        result.conflicts += 1
        fits = [n for n, (_, spans) in enumerate(known) if _covers(claims, spans) and n not in taken]
        if fits:
            taken.add(min(fits, key=lambda n: known[n][0]["kind"] != kind))
            result.right += 1
        else:
            result.notes.append(f"conflict missed: {kind} {[_text(story, c[0]) for c in claims]}")
    result.found = len(known)
    for n, (record, spans) in enumerate(known):
        if n not in taken:
            result.false += 1
            why = [about for about, claims in story.not_conflicts if _covers(claims, spans)]
            says = [claim["says"] for claim in record["claims"]]
            result.notes.append(f"conflict false: {record['kind']} {record['about']} {says} {why or ''}")


def _text(story: Story, span: Span) -> str:
    texts = {PurePosixPath(name).stem: text for name, text in story.files.items()}
    return f"{span.article}: {texts[span.article][span.start : span.end]}"
