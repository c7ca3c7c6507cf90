"""Findings of one article as text or JSON, and a text explained line by line."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from site_gen.records import Article, Evidence, Findings, Rejection


class Found(Struct, frozen=True):
    """One record as a line: where, of what kind, what it says, by which rule."""

    evidence: Evidence
    kind: str
    says: str
    rule: str


def as_json(article: Article, findings: Findings) -> str:
    """All findings of an article as JSON, with its path and title."""
    import msgspec

    published = {"edtf": article.published.edtf, "basis": article.published.basis}
    head = {"path": article.path, "title": article.title, "published": published}
    told = {**head, "findings": _named_fields(findings)}
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode()


def _named_fields(value: Any) -> Any:
    """A record as a mapping, as people read it: encoded by itself it is a list of values."""
    if isinstance(value, Struct):
        return {field: _named_fields(getattr(value, field)) for field in value.__struct_fields__}
    return [_named_fields(one) for one in value] if isinstance(value, tuple) else value


def as_text(article: Article, findings: Findings) -> str:
    """All findings of an article, a line each, in order of place."""
    published = f"published {article.published.edtf or 'unknown'} ({article.published.basis})"
    lines = [f"{article.path}: {article.title}", f"  {published}"]
    for found in found_records(findings):
        lines.append(f"  {_place(article, found.evidence):>8}  {found.kind:10} {found.says}")
    return "\n".join(lines)


def explained(article: Article, findings: Findings, left: list[Rejection], line: int) -> str:
    """The text, or one line of it, with the records found in it, their rules, and what was left and why."""
    notes: dict[int, list[str]] = {}
    for found in found_records(findings):
        rule = f"  [{found.rule}]" if found.rule else ""
        notes.setdefault(_line(article, found.evidence.start), []).append(
            f"+ {found.kind}: “{_short(found.evidence.exact)}” {found.says}{rule}"
        )
    for rejection in left:
        notes.setdefault(_line(article, rejection.evidence.start), []).append(
            f"- {rejection.extractor}: “{_short(rejection.evidence.exact)}” left: {rejection.reason}"
        )
    for removal in article.removals:
        notes.setdefault(_line(article, removal.span.start), []).append(f"~ set apart [{removal.rule}]")
    out = []
    for number, words in enumerate(article.text.splitlines(), 1):
        if words.strip() and line in (0, number):
            out.append(f"{number:5} | {words}")
            out += [f"      |   {note}" for note in notes.get(number, ())]
    return "\n".join(out)


def found_records(findings: Findings) -> list[Found]:
    """Every record of the findings, in order of place."""
    return sorted(_found(findings), key=lambda found: (found.evidence.start, found.kind))


def _found(findings: Findings) -> Iterator[Found]:
    for date in findings.dates:
        yield Found(date.evidence, "date", f"{date.edtf or date.timex.value} ({date.role})", date.rule)
    yield from _people(findings)
    for place in findings.places:
        yield Found(place.evidence, "place", f"{place.name} ({place.kind})", place.rule)
    for agreement in findings.agreements:
        yield from _agreement(agreement)
    for figure in findings.figures:
        yield Found(figure.evidence, "figure", _figure(figure), figure.rule)
    for quote in findings.quotes:
        speaker = quote.speaker.name if quote.speaker else "nobody named"
        yield Found(quote.evidence, "quote", f"by {speaker}", quote.rule)
    for event in findings.events:
        names = ", ".join(findings.people[i].name for i in event.people)
        said = f"{event.kind} {event.name} {event.date or 'undated'} {event.status} {names} {event.place}"
        yield Found(event.evidence, "event", " ".join(said.split()), event.rule)
    for opinion in findings.opinions:
        yield Found(opinion.evidence, "opinion", f"by {opinion.basis}", "")


def _people(findings: Findings) -> Iterator[Found]:
    for person in findings.people:
        offices = "; ".join(
            " ".join((o.status, o.title, o.jurisdiction or o.organization)).strip() for o in person.offices
        )
        kind = "leader" if person.leader else "person"
        for number, mention in enumerate(person.mentions):
            says = f"{person.name} ({offices})" if offices and not number else person.name
            yield Found(mention.evidence, kind, says, f"{person.rule} {mention.form}".strip())


def _agreement(agreement: Any) -> Iterator[Found]:
    parties = ", ".join(party.name for party in agreement.parties)
    for mention in agreement.mentions:
        yield Found(mention, "agreement", f"{agreement.name} ({parties})", agreement.rule)
    for stage in agreement.stages:
        yield Found(
            stage.evidence, "stage", f"{agreement.name}: {stage.stage} {stage.date or ''}".strip(), ""
        )


def _figure(figure: Any) -> str:
    parts = [
        f"{figure.value:g} {figure.unit}",
        figure.qualifier,
        figure.measure,
        figure.period,
        figure.status,
    ]
    return ", ".join(part for part in parts if part)


def _place(article: Article, evidence: Evidence) -> str:
    start = article.text.rfind("\n", 0, evidence.start) + 1
    return f"{_line(article, evidence.start)}:{evidence.start - start + 1}"


def _line(article: Article, offset: int) -> int:
    return article.text.count("\n", 0, offset) + 1


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else f"{flat[:60]} … {flat[-25:]}"
