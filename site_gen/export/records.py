"""`data/records.json`: everything found, with its evidence, in the form of the contract (schema 1)."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from site_gen.errors import WITHHELD, Problem
from site_gen.export.data import shapes, story
from site_gen.export.data.kinds import KINDS
from site_gen.export.fragment import Assembly, Section
from site_gen.records import (
    Agreement,
    Article,
    Conflict,
    Event,
    Evidence,
    Figure,
    Findings,
    Leader,
    Lineage,
    Office,
    Published,
    Quote,
    Series,
    SeriesPoint,
    Topic,
)
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CARDS,
    CONFLICTS,
    DATED,
    EVENTS,
    FIGURES,
    FINDINGS,
    LEADERS,
    LINEAGES,
    PROBLEMS,
    QUOTES,
    SERIES,
    TOPICS,
    Reader,
    Row,
    StageSpec,
)

PATH = "data/records.json"
RECORDS = Assembly(
    PATH,
    '{"schema": 1',
    tuple(Section(kind.name, f',\n"{kind.name}": [', ",", "\n]") for kind in KINDS),
    "\n}\n",
)
_PERSON = ("leader", "person")
_encode = msgspec.json.Encoder().encode


def text_path(article: Article) -> str:
    """Where the text that an article's offsets count in is published."""
    return f"data/articles/{article.id}.txt"


def place(evidence: Evidence) -> dict[str, Any]:
    """The contract's evidence: a position and the words that stand there."""
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "exact": evidence.exact,
        "s": evidence.sentence + 1,
    }


def shown(evidence: Evidence) -> shapes.EvidenceShape:
    """Evidence as a record of its own."""
    return shapes.EvidenceShape(
        article=evidence.article,
        start=evidence.start,
        end=evidence.end,
        exact=evidence.exact,
        s=evidence.sentence + 1,
    )


def _all(evidence: Iterable[Evidence]) -> tuple[shapes.EvidenceShape, ...]:
    return tuple(map(shown, evidence))


def _known(reader: Reader, id: str | None, *kinds: str) -> str | None:
    """An id that a record points at, if it is published: an editor may have hidden it."""
    if not id or all(reader.one(CARDS, f"{kind}/{id}") is None for kind in kinds):
        return None
    return id


def _all_known(reader: Reader, ids: Iterable[str], *kinds: str) -> tuple[str, ...]:
    return tuple(id for id in ids if _known(reader, id, *kinds))


def _row(kind: str, record: msgspec.Struct, first: Evidence | None = None, part: str = "") -> Row:
    """A record among those of its first article; of `part` where it has none."""
    place = f"{first.start:08d} {first.end:08d}" if first else ""
    part = first.article if first else part
    text = _encode(record).decode()
    return RECORDS.fragment(kind, part, f"{place} {getattr(record, 'id', '')}", "\n" + text)


def _articles(key: str, rows: tuple[Article, ...], reader: Reader) -> Iterator[Row]:
    article = rows[0]
    dated = reader.one(DATED, key)
    source = article.source
    record = shapes.ArticleShape(
        id=article.id,
        path=article.path,
        url=article.url,
        title=article.title,
        title_basis=article.title_basis,
        offsets=article.offsets,
        text=text_path(article),
        published=_published(dated.published if dated else article.published),
        source=shapes.SourceShape(
            name=source.name, url=source.url, agency=source.agency, authors=source.authors
        )
        if source
        else None,
        kind=article.kind,
        language=article.language,
        lineage=(dated.lineage if dated else "") or None,
    )
    yield _row("articles", record, part=article.id)


def _published(published: Published) -> shapes.PublishedShape:
    return shapes.PublishedShape(
        edtf=published.edtf,
        basis=published.basis,
        confidence=published.confidence,
        evidence=shown(published.evidence) if published.evidence else None,
        note=published.note,
    )


def _findings(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    dated = reader.one(DATED, key)
    settled = dict(dated.settled) if dated else {}
    for n, date in enumerate(rows[0].dates):
        record = shapes.DateShape(
            **place(date.evidence),
            edtf=date.edtf or settled.get(n),
            timex=shapes.TimexShape(type=date.timex.type, value=date.timex.value),
            role=date.role,
            anchor=date.anchor,
        )
        yield _row("dates", record, date.evidence)
    for opinion in rows[0].opinions:
        passage = shapes.OpinionShape(**place(opinion.evidence), basis=opinion.basis)
        yield _row("opinions", passage, opinion.evidence)


def _leaders(key: str, rows: tuple[Leader, ...], reader: Reader) -> Iterator[Row]:
    leader = rows[0]
    record = story.PersonShape(
        id=leader.id,
        name=leader.name,
        variants=tuple(story.NameShape(name=v.name, count=v.count, kind=v.kind) for v in leader.variants),
        offices=tuple(map(_office, leader.offices)),
        mentions=_all(m.evidence for m in leader.mentions),
        basis=leader.basis,
    )
    first = leader.mentions[0].evidence if leader.mentions else None
    yield _row("leaders" if leader.leader else "people", record, first, leader.id)


def _office(office: Office) -> story.OfficeShape:
    return story.OfficeShape(
        title=office.title,
        jurisdiction=office.jurisdiction,
        organization="" if office.jurisdiction else office.organization,
        start=office.start,
        end=office.end,
        as_of=office.as_of,
        status=office.status,
        inferred=office.jurisdiction_inferred,
        evidence=_all(office.evidence),
        as_of_basis="report" if office.as_of_report else "text",
        ended_by=office.ended_by or "",
        successor=office.successor,
        ended_evidence=_all(office.ended_evidence),
    )


def _agreements(key: str, rows: tuple[Agreement, ...], reader: Reader) -> Iterator[Row]:
    agreement = rows[0]
    record = story.AgreementShape(
        id=agreement.id,
        name=agreement.name,
        kind=agreement.kind,
        acronym=agreement.acronym,
        parties=tuple(story.PartyShape(name=p.name, code=p.code) for p in agreement.parties),
        stages=tuple(
            story.StageShape(stage=s.stage, date=s.date, by=s.by, evidence=shown(s.evidence))
            for s in agreement.stages
        ),
        relations=tuple(
            story.RelationShape(type=r.type, target=r.target, evidence=_all(r.evidence))
            for r in agreement.relations
            if _known(reader, r.target, "agreement")
        ),
        mentions=_all(agreement.mentions),
        basis=agreement.basis,
    )
    yield _row("agreements", record, agreement.mentions[0] if agreement.mentions else None, agreement.id)


def _figures(key: str, rows: tuple[Figure, ...], reader: Reader) -> Iterator[Row]:
    figure = rows[0]
    change = figure.change_direction
    record = story.FigureShape(
        **place(figure.evidence),
        id=figure.id,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        unit_kind=figure.unit_kind,
        currency_assumed=figure.currency_assumed,
        approximate=figure.approximate,
        qualifier=figure.qualifier,
        measure=figure.measure,
        period=figure.period,
        status=figure.status,
        speaker=figure.speaker,
        place=figure.place,
        deadline=figure.deadline,
        series=figure.series or None,
        opinion=figure.opinion,
        change=story.ChangeShape(direction=change, start=_known(reader, figure.change_from, "figure"))
        if change
        else None,
        equivalent_of=_known(reader, figure.equivalent_of, "figure"),
        sentence=shown(figure.sentence),
        basis=figure.basis,
    )
    yield _row("figures", record, figure.evidence)


def _series(key: str, rows: tuple[Series, ...], reader: Reader) -> Iterator[Row]:
    series = rows[0]
    record = story.SeriesShape(
        id=series.id,
        title=series.title,
        unit=series.unit,
        unit_kind=series.unit_kind,
        points=tuple(_point(point, reader) for point in (*series.points, *series.derived)),
        notes=series.notes,
    )
    yield _row("series", record, part=series.id)


def _point(point: SeriesPoint, reader: Reader) -> story.PointShape:
    return story.PointShape(
        period=point.period,
        value=point.value,
        status=point.status,
        figure=_known(reader, point.figure, "figure"),
        formula=point.formula,
    )


def _quotes(key: str, rows: tuple[Quote, ...], reader: Reader) -> Iterator[Row]:
    quote = rows[0]
    speaker = quote.speaker
    record = story.QuoteShape(
        **place(quote.evidence),
        id=quote.id,
        speaker=story.SpeakerShape(
            id=_known(reader, quote.speaker_id, *_PERSON), name=speaker.name, evidence=shown(speaker.evidence)
        )
        if speaker
        else None,
        addressee=quote.addressee,
        verb=quote.verb,
        partial=quote.partial,
        opinion=quote.opinion,
        basis=quote.basis,
    )
    yield _row("quotes", record, quote.evidence)


def _events(key: str, rows: tuple[Event, ...], reader: Reader) -> Iterator[Row]:
    event = rows[0]
    record = story.EventShape(
        id=event.id,
        title=event.title,
        date=event.date,
        date_basis=event.date_basis,
        status=event.status,
        participants=_all_known(reader, event.participants, *_PERSON),
        parties=tuple(story.PartyShape(name=p.name, code=p.code) for p in event.parties),
        place=event.place,
        kind=event.kind,
        agreements=_all_known(reader, event.agreements, "agreement"),
        within=_known(reader, event.within, "event"),
        evidence=_all(event.evidence),
        articles=event.articles,
        lineages=event.lineages,
        basis=event.basis,
    )
    yield _row("events", record, event.evidence[0] if event.evidence else None, event.id)


def _topics(key: str, rows: tuple[Topic, ...], reader: Reader) -> Iterator[Row]:
    topic = rows[0]
    record = shapes.TopicShape(
        id=topic.id,
        name=topic.name,
        basis=topic.basis,
        articles=topic.articles,
        evidence=_all(topic.evidence),
    )
    yield _row("topics", record, topic.evidence[0] if topic.evidence else None, topic.id)


def _lineages(key: str, rows: tuple[Lineage, ...], reader: Reader) -> Iterator[Row]:
    lineage = rows[0]
    record = shapes.LineageShape(
        id=lineage.id,
        articles=lineage.articles,
        relation=lineage.relation,
        score=lineage.score,
        reasons=lineage.reasons,
    )
    yield _row("lineages", record, part=lineage.articles[0] if lineage.articles else lineage.id)


def _conflicts(key: str, rows: tuple[Conflict, ...], reader: Reader) -> Iterator[Row]:
    conflict = rows[0]
    record = story.ConflictShape(
        id=conflict.id,
        kind=conflict.kind,
        about=conflict.about,
        claims=tuple(
            story.ClaimShape(**place(e), says=c.says, lineages=c.lineages, supports=c.supports)
            for c in conflict.claims
            for e in c.evidence
        ),
        reading=conflict.reading,
        subjects=conflict.subjects,
    )
    first = conflict.claims[0].evidence[0] if conflict.claims and conflict.claims[0].evidence else None
    yield _row("conflicts", record, first, conflict.id)


def _problems(key: str, rows: tuple[Problem, ...], reader: Reader) -> Iterator[Row]:
    if any(problem.code in WITHHELD for problem in rows):
        return
    for problem in rows:
        record = shapes.ProblemShape(
            code=problem.code,
            path=problem.path,
            line=problem.line,
            column=problem.column,
            message=problem.message,
            hint=problem.hint,
        )
        yield _row("problems", record, part=f"{problem.path} {problem.line:08d} {problem.column:06d}")


STAGES: tuple[StageSpec[Any], ...] = (
    StageSpec("records: articles", ARTICLES, _articles),
    StageSpec("records: findings", FINDINGS, _findings),
    StageSpec("records: leaders", LEADERS, _leaders),
    StageSpec("records: agreements", AGREEMENTS, _agreements),
    StageSpec("records: figures", FIGURES, _figures),
    StageSpec("records: series", SERIES, _series),
    StageSpec("records: quotes", QUOTES, _quotes),
    StageSpec("records: events", EVENTS, _events),
    StageSpec("records: topics", TOPICS, _topics),
    StageSpec("records: lineages", LINEAGES, _lineages),
    StageSpec("records: conflicts", CONFLICTS, _conflicts),
    StageSpec("records: problems", PROBLEMS, _problems),
)
