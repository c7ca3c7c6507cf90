"""One article, everything known by now -> its figures, quotes, marks and references."""

from collections.abc import Iterator, Mapping
from math import isfinite

from msgspec import Struct

from site_gen.analyse.headings import reads_as_name
from site_gen.analyse.points import figure_id, quote_id
from site_gen.analyse.retold import event_of
from site_gen.analyse.tables import ARTICLE_DECISIONS, FIGURE_SERIES
from site_gen.analyse.topics import spread_topics
from site_gen.records import Article, Evidence, Figure, FigureFinding, Findings, Quote, QuoteFinding
from site_gen.resolve.decisions import corrected, has_action, noted
from site_gen.resolve.folding import fold, slug
from site_gen.resolve.tables import FACTS, KNOWN
from site_gen.tables import (
    ARTICLES,
    CARDS,
    DATED,
    DECISIONS,
    FIGURES,
    MARKS,
    QUOTES,
    REFS,
    Card,
    Decision,
    Mark,
    Reader,
    Ref,
    Row,
)

_MARKS = "\"'“”‘’«»„"


class Telling(Struct, frozen=True):
    """One article with the ids of what it tells of."""

    key: str
    findings: Findings
    article: Article | None
    people: tuple[str, ...]
    agreements: tuple[str, ...]
    events: tuple[str, ...]
    published: str
    decisions: Mapping[str, tuple[Decision, ...]]
    """By target."""
    series: Mapping[str, str]
    """By id of the figure."""


def spread_decisions(target: str, decisions: tuple[Decision, ...], _reader: Reader) -> Iterator[Row]:
    """Decisions about figures and quotes, to the article that they stand in."""
    kind, _, key = target.partition("/")
    if kind in ("figure", "quote"):
        for decision in decisions:
            yield Row(ARTICLE_DECISIONS, key.rpartition("-")[0], decision)


def _by_target(decisions: tuple[Decision, ...]) -> Mapping[str, tuple[Decision, ...]]:
    return {d.target: tuple(o for o in decisions if o.target == d.target) for d in decisions}


def describe_article(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """Records, cards, marks and references of one article."""
    dated, ids = reader.one(DATED, key), reader.one(KNOWN, key)
    if ids is None:
        return
    for findings in rows:
        known = Telling(
            key, findings, reader.one(ARTICLES, key),
            ids.people,
            ids.agreements,
            tuple(event_of(f"{key}/{n}", reader) for n in range(len(findings.events))),
            (dated.published.edtf if dated else "") or "",
            _by_target(reader.rows(ARTICLE_DECISIONS, key)), dict(reader.rows(FIGURE_SERIES, key)),
        )  # fmt: skip
        for target in _decided(known):
            reader.rows(DECISIONS, target)
        yield from _figures(known)
        yield from _quotes(known)
        yield from _references(known)
        facts = reader.one(FACTS, key)
        yield from spread_topics(
            findings, known.article, facts.published if facts else "", ids, known.events, reader
        )
        for mark in sorted(_marks(known), key=lambda m: (m.start, -m.end, m.kind, m.id)):
            yield Row(MARKS, key, mark, f"{mark.start:09}")
        if known.article:
            url = known.article.url or (known.article.source.url if known.article.source else "")
            card = Card(
                "article", key, known.article.title, published_by(known.article), known.published, url
            )
            yield Row(CARDS, f"article/{key}", card)


def published_by(article: Article) -> str:
    """The outlet, or else the agency that wrote it; empty where the article names neither."""
    source = article.source
    if source is not None:
        return source.name or source.agency
    return article.dateline.agency if article.dateline else ""


def _decided(known: Telling) -> list[str]:
    """Figures and quotes that the article has and the editor decided about: asked for, so that they count as used."""
    own = [f"figure/{figure_id(known.key, n)}" for n in range(len(known.findings.figures))]
    own += [f"quote/{quote_id(known.key, n)}" for n in range(len(known.findings.quotes))]
    return [target for target in own if target in known.decisions]


def _in_opinion(evidence: Evidence, findings: Findings) -> bool:
    return any(o.evidence.start <= evidence.start < o.evidence.end for o in findings.opinions)


def _figures(known: Telling) -> Iterator[Row]:
    speakers = _by_name(known)
    for n, found in enumerate(known.findings.figures):
        key = figure_id(known.key, n)
        record = _figure(key, found, known, speakers)
        if record is None:
            continue
        yield Row(FIGURES, key, record)
        period = record.period or ""
        card = Card("figure", key, found.evidence.exact, _about(found), period, on=record.series)
        yield Row(CARDS, f"figure/{key}", card)
        if record.speaker_id:
            yield Row(REFS, f"leader/{record.speaker_id}", Ref("figure", key), period or "~")


def _about(found: FigureFinding) -> str:
    """What a figure is of, as far as that reads as a name."""
    measure, sentence, written = (
        " ".join(text.split()) for text in (found.measure, found.sentence.exact, found.evidence.exact)
    )
    return measure if reads_as_name(measure, sentence, written) else ""


def _figure(key: str, found: FigureFinding, known: Telling, speakers: dict[str, str]) -> Figure | None:
    decisions = known.decisions.get(f"figure/{key}", ())
    if has_action(decisions, "hide"):
        return None
    value = corrected(decisions, "value", "")
    change = found.change
    return Figure(
        id=key, article=found.evidence.article, evidence=found.evidence,
        value=_number(value, found.value), low=found.low, high=found.high,
        unit=corrected(decisions, "unit", found.unit), unit_kind=found.unit_kind,
        currency_assumed=found.currency_assumed, approximate=found.approximate, qualifier=found.qualifier,
        measure=corrected(decisions, "measure", found.measure),
        period=corrected(decisions, "period", found.period or "") or None, place=found.place, status=found.status,
        change_direction=change.direction if change else "",
        change_from=figure_id(known.key, change.from_figure) if change and change.from_figure >= 0 else "",
        equivalent_of=figure_id(known.key, found.equivalent_of) if found.equivalent_of >= 0 else "",
        speaker=found.speaker, speaker_id=speakers.get(fold(found.speaker), "") if found.speaker else "",
        deadline=found.deadline, sentence=found.sentence, series=known.series.get(key, ""),
        opinion=_in_opinion(found.evidence, known.findings),
        basis="editor" if decisions or found.rule == "editor" else "extracted", note=noted(decisions),
    )  # fmt: skip


def _number(text: str, otherwise: float) -> float:
    try:
        number = float(text.replace(",", "")) if text else otherwise
    except ValueError:
        return otherwise
    return number if isfinite(number) else otherwise


def _by_name(known: Telling) -> dict[str, str]:
    """Every name that the article uses for a person to the id; a surname that two bear is left out."""
    found: dict[str, set[str]] = {}
    for person, who in zip(known.findings.people, known.people, strict=True):
        for name in {person.name, person.surname, *(m.name for m in person.mentions)}:
            if name and who:
                found.setdefault(fold(name), set()).add(who)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _quotes(known: Telling) -> Iterator[Row]:
    for n, found in enumerate(known.findings.quotes):
        key = quote_id(known.key, n)
        decisions = known.decisions.get(f"quote/{key}", ())
        if has_action(decisions, "hide"):
            continue
        record = _quote(key, found, known)
        yield Row(QUOTES, key, record)
        text = record.text if len(record.text) <= 90 else record.text[:90].rsplit(" ", 1)[0] + " …"
        who = found.speaker.name if found.speaker else ""
        card = Card("quote", key, text, who, known.published, on=record.speaker_id)
        yield Row(CARDS, f"quote/{key}", card)
        if record.speaker_id:
            yield Row(REFS, f"leader/{record.speaker_id}", Ref("quote", key), known.published or "~")


def _quote(key: str, found: QuoteFinding, known: Telling) -> Quote:
    who = found.speaker.person if found.speaker else -1
    return Quote(
        id=key, article=found.evidence.article, evidence=found.evidence,
        text=found.evidence.exact.strip(_MARKS + " \n"), speaker=found.speaker,
        speaker_id=known.people[who] if 0 <= who < len(known.people) else "",
        addressee=found.addressee, verb=found.verb, partial=found.partial, closed=found.closed,
        opinion=_in_opinion(found.evidence, known.findings),
        basis="editor" if found.rule == "editor" else "extracted",
    )  # fmt: skip


def _references(known: Telling) -> Iterator[Row]:
    order = known.published or "~"
    here = Ref("article", known.key)
    for person in sorted({p for p in known.people if p}):
        yield Row(REFS, f"leader/{person}", here, order)
        yield Row(REFS, f"article/{known.key}", Ref("leader", person), "")
    for agreement in sorted({a for a in known.agreements if a}):
        yield Row(REFS, f"agreement/{agreement}", here, order)
        yield Row(REFS, f"article/{known.key}", Ref("agreement", agreement), "")
    for place in sorted({p.name for p in known.findings.places}):
        yield Row(REFS, f"place/{slug(place)}", here, order)
    if order[:4].isdigit():
        yield Row(REFS, f"year/{order[:4]}", here, order)


def _marks(known: Telling) -> Iterator[Mark]:
    for person, who in zip(known.findings.people, known.people, strict=True):
        for mention in person.mentions:
            if who and mention.form != "pronoun":
                yield _mark(mention.evidence, "leader", who, person.name)
    for found, target in zip(known.findings.agreements, known.agreements, strict=True):
        for place in found.mentions:
            yield _mark(place, "agreement", target, found.name)
    yield from _values(known)
    for event, target in zip(known.findings.events, known.events, strict=True):
        if target:
            yield _mark(event.evidence, "event", target, event.name or event.kind)


def _values(known: Telling) -> Iterator[Mark]:
    for n, figure in enumerate(known.findings.figures):
        yield _mark(figure.evidence, "figure", figure_id(known.key, n), figure.measure or figure.unit)
    for n, quote in enumerate(known.findings.quotes):
        yield _mark(
            quote.evidence, "quote", quote_id(known.key, n), quote.speaker.name if quote.speaker else ""
        )
    for date in known.findings.dates:
        if date.edtf:
            yield _mark(date.evidence, "date", date.edtf, date.edtf)


def _mark(evidence: Evidence, kind: str, key: str, label: str) -> Mark:
    return Mark(evidence.start, evidence.end, evidence.sentence, kind, key, " ".join(label.split())[:80])
