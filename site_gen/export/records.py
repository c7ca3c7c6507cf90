"""`data/records.json`: everything found, with its evidence, in the form of the contract (schema 1)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from site_gen.errors import Problem
from site_gen.export.fragment import Assembly, Section, fragment
from site_gen.records import (
    Agreement,
    Article,
    Conflict,
    DatedArticle,
    Event,
    Evidence,
    Figure,
    Findings,
    Leader,
    Lineage,
    Office,
    OpinionFinding,
    Published,
    Quote,
    Stage,
    Topic,
)
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CONFLICTS,
    DATED,
    EVENTS,
    FIGURES,
    FINDINGS,
    LEADERS,
    LINEAGES,
    PROBLEMS,
    QUOTES,
    TOPICS,
    Reader,
    Row,
    StageSpec,
)

PATH = "data/records.json"
KINDS = (
    "articles",
    "dates",
    "leaders",
    "people",
    "agreements",
    "figures",
    "quotes",
    "events",
    "topics",
    "lineages",
    "conflicts",
    "opinions",
    "problems",
)
RECORDS = Assembly(
    PATH,
    '{"schema": 1',
    tuple(Section(kind, f',\n"{kind}": [', ",", "\n]") for kind in KINDS),
    "\n}\n",
)
_UNKNOWN = Published(None, "unknown", 0.0)


def text_path(article: Article) -> str:
    """Where the text that an article's offsets count in is published."""
    return f"data/articles/{article.id}.txt"


def evidence_fields(evidence: Evidence) -> dict[str, Any]:
    """The contract's evidence: a position and the words that stand there."""
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "exact": evidence.exact,
    }


def _row(kind: str, record: dict[str, Any], first: Evidence | None = None, order: str = "") -> Row:
    place = f"{first.article} {first.start:08d} {first.end:08d}" if first else order
    text = msgspec.json.encode(record).decode()
    return fragment(PATH, kind, f"{place} {record.get('id', '')}", "\n" + text)


def _articles(key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Row]:
    article = rows[0]
    dated: DatedArticle | None = story.one(DATED, key)
    source = article.source
    record = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "title_basis": article.title_basis,
        "offsets": article.offsets,
        "text": text_path(article),
        "published": _published(dated.published if dated else article.published),
        "source": {
            "name": source.name,
            "url": source.url,
            "agency": source.agency,
            "authors": list(source.authors),
        }
        if source
        else None,
        "kind": article.kind,
        "language": article.language,
        "lineage": dated.lineage if dated else "",
    }
    yield _row("articles", record, order=article.id)


def _published(published: Published) -> dict[str, Any]:
    evidence = published.evidence
    return {
        "edtf": published.edtf,
        "basis": published.basis,
        "confidence": published.confidence,
        "evidence": evidence_fields(evidence) if evidence else None,
        "note": published.note,
    }


def _findings(key: str, rows: tuple[Findings, ...], story: Reader) -> Iterator[Row]:
    dated = story.one(DATED, key)
    settled = dict(dated.settled) if dated else {}
    for n, date in enumerate(rows[0].dates):
        record = {
            **evidence_fields(date.evidence),
            "edtf": date.edtf or settled.get(n),
            "timex": {"type": date.timex.type, "value": date.timex.value},
            "role": date.role,
            "anchor": date.anchor,
        }
        yield _row("dates", record, date.evidence)
    for opinion in rows[0].opinions:
        yield _row("opinions", _opinion(opinion), opinion.evidence)


def _opinion(opinion: OpinionFinding) -> dict[str, Any]:
    return {**evidence_fields(opinion.evidence), "basis": opinion.basis}


def _leaders(key: str, rows: tuple[Leader, ...], story: Reader) -> Iterator[Row]:
    leader = rows[0]
    mentions = [m.evidence for m in leader.mentions]
    record = {
        "id": leader.id,
        "name": leader.name,
        "variants": [{"name": v.name, "count": v.count, "kind": v.kind} for v in leader.variants],
        "offices": [_office(office) for office in leader.offices],
        "mentions": [evidence_fields(e) for e in mentions],
        **_basis(leader.basis),
    }
    yield _row("leaders" if leader.leader else "people", record, mentions[0] if mentions else None, leader.id)


def _office(office: Office) -> dict[str, Any]:
    place = "organization" if office.organization and not office.jurisdiction else "jurisdiction"
    return {
        "title": office.title,
        place: office.organization if place == "organization" else office.jurisdiction,
        "from": office.start,
        "to": office.end,
        "as_of": office.as_of,
        "status": office.status,
        "inferred": office.jurisdiction_inferred,
        "evidence": [evidence_fields(e) for e in office.evidence],
    }


def _agreements(key: str, rows: tuple[Agreement, ...], story: Reader) -> Iterator[Row]:
    agreement = rows[0]
    record = {
        "id": agreement.id,
        "name": agreement.name,
        "kind": agreement.kind,
        "acronym": agreement.acronym,
        "parties": [{"name": p.name, "code": p.code} for p in agreement.parties],
        "stages": [_stage(stage) for stage in agreement.stages],
        "relations": [
            {"type": r.type, "target": r.target, "evidence": [evidence_fields(e) for e in r.evidence]}
            for r in agreement.relations
        ],
        "mentions": [evidence_fields(e) for e in agreement.mentions],
        **_basis(agreement.basis),
    }
    yield _row("agreements", record, agreement.mentions[0] if agreement.mentions else None, agreement.id)


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "stage": stage.stage,
        "date": stage.date,
        "by": stage.by,
        "evidence": evidence_fields(stage.evidence),
    }


def _figures(key: str, rows: tuple[Figure, ...], story: Reader) -> Iterator[Row]:
    figure = rows[0]
    plain = (
        "id value low high unit unit_kind currency_assumed approximate qualifier measure period status "
        "speaker place deadline series opinion"
    )
    change = {"direction": figure.change_direction, "from": figure.change_from or None}
    record = {
        **evidence_fields(figure.evidence),
        **{name: getattr(figure, name) for name in plain.split()},
        "change": change if figure.change_direction else None,
        "equivalent_of": figure.equivalent_of or None,
        "sentence": evidence_fields(figure.sentence),
        **_basis(figure.basis),
    }
    yield _row("figures", record, figure.evidence)


def _quotes(key: str, rows: tuple[Quote, ...], story: Reader) -> Iterator[Row]:
    quote = rows[0]
    speaker = quote.speaker
    record = {
        "id": quote.id,
        **evidence_fields(quote.evidence),
        "speaker": {
            "id": quote.speaker_id or None,
            "name": speaker.name,
            "evidence": evidence_fields(speaker.evidence),
        }
        if speaker
        else None,
        "addressee": quote.addressee,
        "verb": quote.verb,
        "partial": quote.partial,
        "opinion": quote.opinion,
        **_basis(quote.basis),
    }
    yield _row("quotes", record, quote.evidence)


def _events(key: str, rows: tuple[Event, ...], story: Reader) -> Iterator[Row]:
    event = rows[0]
    record = {
        "id": event.id,
        "title": event.title,
        "date": event.date,
        "date_basis": event.date_basis,
        "status": event.status,
        "participants": list(event.participants),
        "parties": [{"name": p.name, "code": p.code} for p in event.parties],
        "place": event.place,
        "kind": event.kind,
        "agreements": list(event.agreements),
        "within": event.within or None,
        "evidence": [evidence_fields(e) for e in event.evidence],
        "articles": list(event.articles),
        "lineages": list(event.lineages),
        **_basis(event.basis),
    }
    yield _row("events", record, event.evidence[0] if event.evidence else None, event.id)


def _topics(key: str, rows: tuple[Topic, ...], story: Reader) -> Iterator[Row]:
    topic = rows[0]
    record = {
        "id": topic.id,
        "name": topic.name,
        "basis": topic.basis,
        "articles": list(topic.articles),
        "evidence": [evidence_fields(e) for e in topic.evidence],
    }
    yield _row("topics", record, topic.evidence[0] if topic.evidence else None, topic.id)


def _lineages(key: str, rows: tuple[Lineage, ...], story: Reader) -> Iterator[Row]:
    lineage = rows[0]
    record = {
        "id": lineage.id,
        "articles": list(lineage.articles),
        "relation": lineage.relation,
        "score": lineage.score,
        "reasons": list(lineage.reasons),
    }
    yield _row("lineages", record, order=lineage.articles[0] if lineage.articles else lineage.id)


def _conflicts(key: str, rows: tuple[Conflict, ...], story: Reader) -> Iterator[Row]:
    conflict = rows[0]
    claims = [
        {"says": c.says, "lineages": list(c.lineages), "supports": c.supports, **evidence_fields(e)}
        for c in conflict.claims
        for e in c.evidence
    ]
    record = {
        "id": conflict.id,
        "kind": conflict.kind,
        "about": conflict.about,
        "claims": claims,
        "reading": conflict.reading,
        "subjects": list(conflict.subjects),
    }
    first = conflict.claims[0].evidence[0] if conflict.claims and conflict.claims[0].evidence else None
    yield _row("conflicts", record, first, conflict.id)


def _problems(key: str, rows: tuple[Problem, ...], story: Reader) -> Iterator[Row]:
    for problem in rows:
        record = {
            name: getattr(problem, name) for name in ("code", "path", "line", "column", "message", "hint")
        }
        yield _row("problems", record, order=f"{problem.path} {problem.line:08d} {problem.column:06d}")


def _basis(basis: str) -> dict[str, str]:
    return {} if basis == "extracted" else {"basis": basis}


STAGES: tuple[StageSpec[Any], ...] = (
    StageSpec("records: articles", ARTICLES, _articles),
    StageSpec("records: findings", FINDINGS, _findings),
    StageSpec("records: leaders", LEADERS, _leaders),
    StageSpec("records: agreements", AGREEMENTS, _agreements),
    StageSpec("records: figures", FIGURES, _figures),
    StageSpec("records: quotes", QUOTES, _quotes),
    StageSpec("records: events", EVENTS, _events),
    StageSpec("records: topics", TOPICS, _topics),
    StageSpec("records: lineages", LINEAGES, _lineages),
    StageSpec("records: conflicts", CONFLICTS, _conflicts),
    StageSpec("records: problems", PROBLEMS, _problems),
)
