"""`data/annotations/<id>.json`: everything found in an article as W3C Web Annotations on its text.

One annotation for each span, with the records made from it; a span is told by its place (TextPositionSelector)
and by its words with what stands around them (TextQuoteSelector), so that it is found again in a changed text,
or seen to be gone.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from site_gen.export.data.places import iri
from site_gen.export.records import text_path
from site_gen.pages import urls
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.records import Article, Evidence, Findings, Span
from site_gen.tables import ARTICLES, DATED, FIGURES, FINDINGS, MARKS, QUOTES, SITE, Mark, Reader

_AROUND = 32
"""Characters before and after."""
_PLAIN = (("date", "dates"), ("opinion", "opinions"), ("event", "events"), ("term", "terms"))
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Spans = dict[tuple[int, int], dict[str, Any]]
"""Span -> its bodies by name."""


def annotations_path(article: str) -> str:
    """Where the annotations of an article are."""
    return f"data/annotations/{article}.json"


def _annotations(key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Page]:
    site = story.one(SITE, "site")
    if site is None or "annotations" not in site.beside:
        return
    article = rows[0]
    spans: Spans = {}
    for mark in story.rows(MARKS, key):
        _add(spans, mark.start, mark.end, f"{mark.kind}/{mark.id}", _body(mark, story, site.base_url))
    for findings in story.rows(FINDINGS, key):
        for purpose, evidence in _evidence(findings):
            _add(spans, evidence.start, evidence.end, purpose, {"type": "TextualBody", "value": purpose})
        for start, end in _told(findings):
            told = {"type": "TextualBody", "value": "sentence of an event"}
            _add(spans, start, end, "sentence of an event", told)
    dated = story.one(DATED, key)
    published = (dated.published if dated else article.published).evidence
    if published and published.article == key:
        told = {"type": "TextualBody", "value": "publication date"}
        _add(spans, published.start, published.end, "published", told)
    path = annotations_path(article.id)
    items = [
        _item(article, start, end, bodies, site.base_url, n)
        for n, ((start, end), bodies) in enumerate(sorted(spans.items()), 1)
    ]
    page = {
        "@context": _CONTEXT,
        "id": site.base_url + iri(path) if site.base_url else article.id + ".json",
        "type": "AnnotationPage",
        "items": items,
    }
    yield Page(path, "", RawFile(msgspec.json.encode(page).decode() + "\n"))


def _add(spans: Spans, start: int, end: int, name: str, body: dict[str, Any]) -> None:
    spans.setdefault((start, end), {}).setdefault(name, body)


def _evidence(findings: Findings) -> Iterator[tuple[str, Evidence]]:
    """Evidence that carries no mark of its own, with what it is evidence of."""
    for person in findings.people:
        for mention in person.mentions:
            yield "person", mention.evidence
        for office in person.offices:
            yield from (("office", place) for place in office.evidence)
    for figure in findings.figures:
        yield "sentence of a figure", figure.sentence
    for quote in findings.quotes:
        if quote.speaker:
            yield "speaker", quote.speaker.evidence
    for purpose, found in _PLAIN:
        yield from ((purpose, item.evidence) for item in getattr(findings, found))
    yield from _of_agreements(findings)


def _told(findings: Findings) -> Iterator[Span]:
    """The sentences that tell an event: what a contradiction of dates cites."""
    for number in sorted({event.evidence.sentence for event in findings.events}):
        if 0 <= number < len(findings.sentences):
            yield findings.sentences[number]


def _of_agreements(findings: Findings) -> Iterator[tuple[str, Evidence]]:
    for agreement in findings.agreements:
        yield from (("agreement", place) for place in agreement.mentions)
        yield from ((f"step: {stage.stage}", stage.evidence) for stage in agreement.stages)
        yield from (("relation", link.evidence) for link in agreement.relations)


def _body(mark: Mark, story: Reader, base: str) -> dict[str, Any]:
    if mark.kind == "date":
        return {"type": "TextualBody", "value": mark.id, "purpose": "tagging"}
    return {"id": _address(mark, story, base), "type": "SpecificResource", "purpose": "identifying"}


def _address(mark: Mark, story: Reader, base: str) -> str:
    if mark.kind == "figure":
        figure = story.one(FIGURES, mark.id)
        path = urls.figure(mark.id, figure.series, figure.article) if figure else urls.index("figure")
    elif mark.kind == "quote":
        quote = story.one(QUOTES, mark.id)
        path = urls.quote(quote.speaker_id, mark.id) if quote and quote.speaker_id else urls.index("quote")
    else:
        path = urls.record(mark.kind, mark.id)
    return (base or "../../") + iri(path)


def _item(
    article: Article, start: int, end: int, bodies: dict[str, Any], base: str, number: int
) -> dict[str, Any]:
    text = article.text
    return {
        "id": f"{(base or '../../') + iri(annotations_path(article.id))}#a{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(bodies.values()),
        "target": {
            "source": (base or "../../") + iri(text_path(article)),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


ANNOTATIONS: PageKind[Article] = PageKind("annotations", ARTICLES, _annotations)
