"""An article's text cut into pieces that are each marked in one way, and lists of what was found in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes, shown
from site_gen.records import Article, Block, Findings, Inline, Span
from site_gen.tables import Mark

_WIDE = frozenset({"quote", "event", "conflict", "stage"})
"""Kinds of record whose words are tinted as a whole: links are left to the smaller ones inside."""
_ORDER = ("leader", "person", "agreement", "figure", "quote", "event", "date", "place", "topic", "conflict")
_TITLES = {
    "leader": "Leaders",
    "person": "Other people",
    "agreement": "Agreements",
    "figure": "Figures",
    "quote": "Quotations",
    "event": "Events",
    "date": "Dates",
    "place": "Places",
    "topic": "Topics",
    "conflict": "Disagreements",
}
_PLAIN_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_TAGS = frozenset({"em", "strong", "code", "sup", "sub"})


class Piece(Struct, frozen=True):
    """A run of text that is marked in one way all through."""

    text: str
    """As a reader sees it."""
    kinds: str
    """Kinds of record made from it, with spaces between, for its class; empty for plain text."""
    href: str
    """Where its record is shown; empty where it is no link."""
    title: str
    """What the record is, in words; empty for plain text."""
    date: str
    """For a date of day, month or year: the value for `datetime`."""
    tag: str
    """em, strong, code, sup, sub or empty: the article's own emphasis."""


class SentenceView(Struct, frozen=True):
    """One sentence."""

    id: str
    """Its anchor: `s1` is the article's first sentence."""
    number: int
    """From 1."""
    pieces: tuple[Piece, ...]
    """The text."""
    records: tuple[Link, ...]
    """The records made from it, each once."""


class BlockView(Struct, frozen=True):
    """A paragraph, a heading, a list, a table and so on."""

    kind: str
    """paragraph, heading, list, quote, table, caption or code."""
    level: int
    """Of a heading, from 2."""
    opinion: bool
    """It is opinion by the article's own label."""
    rows: tuple[tuple[SentenceView, ...], ...]
    """One row of sentences; an item or a cell each for a list or a table row."""


class Found(Struct, frozen=True):
    """One record found in the article."""

    link: Link
    """The record; without an address where it has no page."""
    label: str
    """What it is, in words."""
    sentences: tuple[tuple[int, str], ...]
    """Number and address of each sentence that it was made from."""


class FoundGroup(Struct, frozen=True):
    """Everything of one kind found in the article."""

    kind: str
    """leader, figure, ..."""
    title: str
    """In the plural, for a heading."""
    records: tuple[Found, ...]
    """In the order of the text."""


class Furniture(Struct, frozen=True):
    """A line that belongs to the page it was taken from, not to the article."""

    text: str
    """As typed."""
    rule: str
    """Why it was set apart."""


def text_blocks(
    notes: Notes, article: Article, findings: Findings, marks: tuple[Mark, ...]
) -> tuple[BlockView, ...]:
    """The article's prose, block by block; items of one list and cells of one row are put together."""
    links = _links(notes, marks)
    near = _by_sentence(findings, marks)
    opinions = [Span(o.evidence.start, o.evidence.end) for o in findings.opinions]
    views: list[BlockView] = []
    group = 0
    title = _title_block(article)
    for block in article.blocks:
        if block.kind == "furniture" or block == title:
            continue
        row = tuple(_sentence(article, block, n, s, near[n], links) for n, s in _within(findings, block))
        if not row:
            continue
        if views and block.group and block.group == group:
            views[-1] = _joined(views[-1], row)
        else:
            views.append(BlockView(_kind(block), max(2, block.level), _inside(block, opinions), (row,)))
        group = block.group
    return tuple(views)


def title_sentences(
    notes: Notes, article: Article, findings: Findings, marks: tuple[Mark, ...]
) -> tuple[SentenceView, ...]:
    """The title where it stands in the text, sentence by sentence; nothing where it does not."""
    block = _title_block(article)
    if block is None:
        return ()
    links, near = _links(notes, marks), _by_sentence(findings, marks)
    return tuple(_sentence(article, block, n, s, near[n], links) for n, s in _within(findings, block))


def found_groups(notes: Notes, findings: Findings, marks: tuple[Mark, ...]) -> tuple[FoundGroup, ...]:
    """Everything found in the article by kind, each record once with all its sentences."""
    links = _links(notes, marks)
    by_kind: dict[str, dict[str, list[Mark]]] = {}
    for mark in marks:
        by_kind.setdefault(mark.kind, {}).setdefault(mark.id or mark.label, []).append(mark)
    kinds = [k for k in _ORDER if k in by_kind] + sorted(k for k in by_kind if k not in _ORDER)
    return tuple(
        FoundGroup(
            kind,
            _TITLES.get(kind, kind.capitalize()),
            tuple(_found(findings, links, group) for group in by_kind[kind].values()),
        )
        for kind in kinds
    )


def furniture(article: Article) -> tuple[Furniture, ...]:
    """The lines set apart from the prose, with the rule that did so."""
    return tuple(Furniture(" ".join(r.text.split()), r.rule) for r in article.removals if r.text.strip())


def _found(findings: Findings, links: dict[tuple[str, str], Link], group: list[Mark]) -> Found:
    first = group[0]
    numbers = sorted({mark.sentence for mark in group})
    places = tuple((n + 1, f"#{urls.sentence_id(n)}") for n in numbers if 0 <= n < len(findings.sentences))
    return Found(links[first.kind, first.id], first.label, places)


def _links(notes: Notes, marks: tuple[Mark, ...]) -> dict[tuple[str, str], Link]:
    links: dict[tuple[str, str], Link] = {}
    for mark in marks:
        if (mark.kind, mark.id) not in links:
            links[mark.kind, mark.id] = _mark_link(notes, mark)
    return links


def _mark_link(notes: Notes, mark: Mark) -> Link:
    if mark.kind in ("date", "opinion") or not mark.id:
        return Link(mark.kind, mark.id, mark.label, "")
    link = notes.link(mark.kind, mark.id)
    if link.title == mark.id:
        return Link(link.kind, link.id, mark.label or mark.id, link.href, link.note, link.date)
    return link


def _title_block(article: Article) -> Block | None:
    """The heading that is the title, or says the same as one that stands elsewhere, as in the front matter."""
    span, words = article.title_span, article.title.casefold().split()
    for block in article.blocks:
        if block.kind != "heading":
            continue
        if span is not None and block.start <= span.start and span.end <= block.end:
            return block
        if words and article.reading[block.start : block.end].casefold().split() == words:
            return block
    return None


def _kind(block: Block) -> str:
    return {"item": "list", "cell": "table"}.get(block.kind, block.kind)


def _joined(view: BlockView, row: tuple[SentenceView, ...]) -> BlockView:
    return BlockView(view.kind, view.level, view.opinion, (*view.rows, row))


def _inside(block: Block, spans: list[Span]) -> bool:
    return any(span.start <= block.start and block.end <= span.end + 1 for span in spans)


def _within(findings: Findings, block: Block) -> list[tuple[int, Span]]:
    at = bisect_left(findings.sentences, block.start, key=_start)
    found: list[tuple[int, Span]] = []
    while at < len(findings.sentences) and findings.sentences[at].start < block.end:
        found.append((at, findings.sentences[at]))
        at += 1
    return found


def _start(span: Span) -> int:
    return span.start


def _by_sentence(findings: Findings, marks: tuple[Mark, ...]) -> dict[int, list[Mark]]:
    """The marks that touch each sentence."""
    sentences = findings.sentences
    near: dict[int, list[Mark]] = {n: [] for n in range(len(sentences))}
    for mark in marks:
        at = max(0, bisect_right(sentences, mark.start, key=_start) - 1)
        while at < len(sentences) and sentences[at].start < mark.end:
            if sentences[at].end > mark.start and mark.end > mark.start:
                near[at].append(mark)
            at += 1
    return near


def _sentence(
    article: Article,
    block: Block,
    number: int,
    span: Span,
    here: list[Mark],
    links: dict[tuple[str, str], Link],
) -> SentenceView:
    inlines = [i for i in block.inlines if i.tag in _TAGS and i.start < span.end and i.end > span.start]
    pieces = tuple(_piece(article, a, b, here, inlines, links) for a, b in _cuts(span, here, inlines))
    made = dict.fromkeys(links[m.kind, m.id] for m in here if m.kind != "date")
    return SentenceView(urls.sentence_id(number), number + 1, tuple(p for p in pieces if p.text), tuple(made))


def _cuts(span: Span, marks: Iterable[Mark], inlines: Iterable[Inline]) -> list[tuple[int, int]]:
    edges = {span.start, span.end}
    inner = [(m.start, m.end) for m in marks] + [(i.start, i.end) for i in inlines]
    edges.update(edge for pair in inner for edge in pair if span.start < edge < span.end)
    points = sorted(edges)
    return list(pairwise(points))


def _piece(
    article: Article,
    start: int,
    end: int,
    marks: list[Mark],
    inlines: list[Inline],
    links: dict[tuple[str, str], Link],
) -> Piece:
    over = [m for m in marks if m.start <= start and end <= m.end]
    tag = next((i.tag for i in inlines if i.start <= start and end <= i.end), "")
    text = shown(article, Span(start, end))
    if not over:
        return Piece(text, "", "", "", "", tag)
    inner = min(over, key=lambda m: (m.kind in _WIDE, m.end - m.start, m.kind, m.id))
    link = links[inner.kind, inner.id]
    kinds = " ".join(dict.fromkeys(m.kind for m in over))
    date = inner.label if inner.kind == "date" and _PLAIN_DATE.fullmatch(inner.label) else ""
    return Piece(text, kinds, "" if inner.kind in _WIDE else link.href, inner.label or link.title, date, tag)
