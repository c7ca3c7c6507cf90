"""When an article was published, once all articles were compared: stated, or bounded by what it mentions."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from msgspec import Struct

from site_gen.analyse.opened import settled, settled_dates
from site_gen.analyse.retold import event_of
from site_gen.analyse.tables import LINEAGE_OF
from site_gen.load.days import Day, read_day
from site_gen.records import Article, DatedArticle, Evidence, Findings, Published
from site_gen.records.evidence import ArticleId
from site_gen.resolve.decisions import corrected, decided
from site_gen.resolve.intervals import FAR, days, precision
from site_gen.resolve.tables import FACTS, Facts
from site_gen.tables import ARTICLES, DATED, EVENTS, FINDINGS, LINEAGES, Reader, Row

_AHEAD = re.compile(
    r"\b(?:will|shall|would|to be|by|until|till|next|scheduled|due|expected|expects?|plans?|planned|aims?|targets?"
    r"|upcoming|forthcoming|deadline|from|starting|over|through)\b",
    re.I,
)


_SEASON = 90
"""Days within which a report follows what it tells of."""


class Bound(Struct, frozen=True):
    """A date that the article cannot precede, or that it precedes."""

    edtf: str
    why: str
    evidence: Evidence | None
    basis: str = "bound"


def date_article(key: str, rows: tuple[Facts, ...], reader: Reader) -> Iterator[Row]:
    """The publication date of one article and its lineage."""
    lineage = reader.one(LINEAGE_OF, key) or key
    edited = corrected(decided("article", key, reader), "published", "")
    if edited:
        published = Published(edited, "editor", 1.0)
    elif rows[0].basis != "unknown" and rows[0].published:
        published = rows[0].stated or Published(rows[0].published, "stated", 1.0)
    else:
        published = _bounded(key, lineage, reader)
    findings = reader.one(FINDINGS, key) if published.basis in ("bound", "other articles") else None
    known = tuple(settled_dates(findings.dates, published)) if findings else ()
    yield Row(DATED, key, DatedArticle(ArticleId(key), published, lineage, known))


def _bounded(key: str, lineage: str, reader: Reader) -> Published:
    findings = reader.one(FINDINGS, key)
    article = reader.one(ARTICLES, key)
    if findings is None or article is None:
        return Published(None, "unknown", 0.0)
    going_on = _ongoing(key, findings, reader)
    if going_on:
        return Published(
            f"{going_on.edtf.rstrip('~')}~", "other articles", 0.6, going_on.evidence, going_on.why
        )
    own = _latest(_own_lower(findings, article))
    other = _latest(chain(_source_lower(key, lineage, reader), _other_lower(key, findings, reader)))
    if day := _dateline_day(article, _latest(b for b in (own, other) if b)):
        return day
    own = _latest(chain([own], _opened_lower(findings, article, other))) if other else own
    low = own if own and (not other or _starts(own) >= _starts(other)) else other
    high = _earliest(_upper(findings), low)
    if low is None:
        return Published(None, "unknown", 0.0)
    text = f"{low.edtf.rstrip('~')}/{high.edtf if high else '..'}"
    why = low.why + (f"; {high.why}" if high else "")
    return Published(text, low.basis, 0.6 if high else 0.5, low.evidence, why)  # type: ignore[arg-type]


def _starts(bound: Bound) -> int:
    span = days(bound.edtf.rstrip("~"))
    return span.first if span else 0


def _latest(bounds: Iterable[Bound | None]) -> Bound | None:
    found = [b for b in bounds if b and days(b.edtf) and "/" not in b.edtf]
    return max(found, key=lambda b: (_starts(b), len(b.edtf), b.edtf), default=None)


def _earliest(bounds: Iterator[Bound], low: Bound | None) -> Bound | None:
    floor = _starts(low) if low else 0
    found = [b for b in bounds if days(b.edtf) and "/" not in b.edtf and _starts(b) > floor]
    return min(found, key=lambda b: (_starts(b), b.edtf), default=None)


def _own_lower(findings: Findings, article: Article) -> Iterator[Bound]:
    """What the article tells as past: events, absolute days without a word of the future, actual values."""
    ahead = {e.date for e in findings.events if e.status == "planned" and e.date}
    for event in findings.events:
        if event.date and event.status != "planned":
            yield Bound(
                event.date, f"it tells of {event.date} as past", event.date_evidence or event.evidence
            )
    for found in findings.dates:
        day = found.edtf if found.role in ("event", "publication") else None
        if not day or day in ahead or precision(day) not in ("day", "month"):
            continue
        if not _looks_ahead(found.evidence, findings, article):
            yield Bound(day, f"it mentions {day}", found.evidence)
    for figure in findings.figures:
        actual = figure.status == "actual" and not _aimed(figure.evidence, findings, article)
        if figure.period and actual and precision(figure.period) != "range":
            yield Bound(figure.period, f"it gives a value for {figure.period}", figure.evidence)


def _looks_ahead(evidence: Evidence, findings: Findings, article: Article) -> bool:
    if not 0 <= evidence.sentence < len(findings.sentences):
        return False
    span = findings.sentences[evidence.sentence]
    return bool(_AHEAD.search(article.reading, span.start, evidence.start))


def _opened_lower(findings: Findings, article: Article, other: Bound) -> Iterator[Bound]:
    """Days without a year that it tells as past, in the year that other articles give to what it tells of."""
    floor = days(other.edtf)
    for found in findings.dates if floor and precision(other.edtf) == "day" else ():
        if found.edtf is None and found.tense < 0 and not _looks_ahead(found.evidence, findings, article):
            day = settled(found, date.fromordinal(floor.first), False) if floor else None
            if day and precision(day) == "day":
                yield Bound(day, f"it mentions {day}, the year by others: {other.why}", found.evidence)


def _aimed(evidence: Evidence, findings: Findings, article: Article) -> bool:
    """Whether a word of the future stands beside a figure, on either side."""
    if not 0 <= evidence.sentence < len(findings.sentences):
        return False
    end = findings.sentences[evidence.sentence].end
    after = article.reading[evidence.end : min(end, evidence.end + 60)]
    return _looks_ahead(evidence, findings, article) or bool(_AHEAD.search(after))


def _upper(findings: Findings) -> Iterator[Bound]:
    """What it tells as still to come, events to the month at least, other days to the day."""
    for event in findings.events:
        if event.status == "planned" and event.date and precision(event.date) in ("day", "month"):
            yield Bound(event.date, f"{event.date} is still to come", event.date_evidence or event.evidence)
    for found in findings.dates:
        if found.role == "event" and found.tense > 0 and found.edtf and precision(found.edtf) == "day":
            yield Bound(found.edtf, f"{found.edtf} is still to come", found.evidence)


def _other_lower(key: str, findings: Findings, reader: Reader) -> Iterator[Bound]:
    """Days that other articles give to the events it tells as past."""
    for n, event in enumerate(findings.events):
        if event.date or event.status == "planned":
            continue
        record = reader.one(EVENTS, event_of(f"{key}/{n}", reader))
        if (
            record
            and record.date
            and record.status != "planned"
            and precision(record.date) in ("day", "month")
        ):
            why = f"other articles date what it tells of ({record.title})"
            yield Bound(record.date, why, event.evidence, "other articles")


def _source_lower(key: str, lineage: str, reader: Reader) -> Iterator[Bound]:
    """The day of the report that it copies or rewrites: it is not older than that."""
    record = reader.one(LINEAGES, lineage)
    for derived, source, relation in record.parents if record else ():
        facts = reader.one(FACTS, source) if derived == key else None
        if facts and facts.published and facts.basis != "unknown" and precision(facts.published) == "day":
            yield Bound(
                facts.published, f"a {relation} of {facts.title}, which has that date", None, "other articles"
            )


def _dateline_day(article: Article, low: Bound | None) -> Published | None:
    """The day of a dateline without a year: the first on or after what article or others date, within a season."""
    span = article.dateline.date_span if article.dateline else None
    floor = days(low.edtf) if low else None
    if span is None or low is None or floor is None or precision(low.edtf) != "day":
        return None
    words = article.text[span.start : span.end]
    for year in (int(low.edtf[:4]), int(low.edtf[:4]) + 1):
        day = read_day(f"{words} {year}")
        found = days(day.edtf) if isinstance(day, Day) else None
        if isinstance(day, Day) and found and -1 <= found.first - floor.first <= _SEASON:
            evidence = Evidence(article.id, span.start, span.end, words, -1)
            return Published(day.edtf, "other articles", 0.7, evidence, f"the year by {low.why}")
    return None


def _ongoing(key: str, findings: Findings, reader: Reader) -> Bound | None:
    """An event that the article tells as going on, dated by itself or by others."""
    facts = reader.one(FACTS, key)
    article = reader.one(ARTICLES, key)
    for n, event in enumerate(findings.events):
        if facts is None or article is None or not _going_on(event.evidence, findings, article):
            continue
        record = reader.one(EVENTS, event_of(f"{key}/{n}", reader))
        span = days(record.date) if record else None
        if record and record.date and span and span.length < 8 and span.last < FAR:
            why = f"it tells as going on what other articles date to {record.date} ({record.title})"
            return Bound(record.date, why, event.evidence, "other articles")
    return None


_GOING = re.compile(
    r"\b(?:on-?going|under way|underway|currently|is visiting|are visiting|is hosting|are meeting)\b", re.I
)


def _going_on(evidence: Evidence, findings: Findings, article: Article) -> bool:
    start = max(0, evidence.start - 24)
    if 0 <= evidence.sentence < len(findings.sentences):
        start = max(start, findings.sentences[evidence.sentence].start)
    return bool(_GOING.search(article.reading, start, evidence.end + 12))
