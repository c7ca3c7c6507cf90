"""Records held in memory, to be read as the build's tables are: for tests of pages."""

from collections import defaultdict
from typing import Any

from site_gen.records import (
    Agreement,
    Article,
    ArticleId,
    Block,
    Conflict,
    DatedArticle,
    Dateline,
    Event,
    Evidence,
    Figure,
    Findings,
    Leader,
    Lineage,
    OpinionFinding,
    Published,
    Quote,
    Relation,
    Removal,
    Series,
    Source,
    Span,
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
    MARKS,
    QUOTES,
    REFS,
    RELATIONS,
    SERIES,
    SITE,
    TOPICS,
    Card,
    Mark,
    Ref,
    SiteInfo,
    Table,
)
from site_gen.text.document import read_document, sentence_spans


class Memory:
    """A `tables.Reader` over plain dicts, with what resolving and analysing would emit besides the records."""

    def __init__(self, title: str, tagline: str = "", base_url: str = "") -> None:
        self._rows: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.site = SiteInfo(title, tagline, base_url, author="The desk", version="0.1.0")
        self.put(SITE, "site", self.site)

    def rows(self, table: Table[Any], key: str) -> tuple[Any, ...]:
        return tuple(self._rows[table.name].get(key, ()))

    def one(self, table: Table[Any], key: str) -> Any:
        return next(iter(self.rows(table, key)), None)

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        return tuple(sorted(self._rows[table.name]))

    def count(self, table: Table[Any]) -> int:
        return len(self._rows[table.name])

    def put(self, table: Table[Any], key: str, *values: Any) -> None:
        self._rows[table.name][key].extend(v for v in values if v not in self._rows[table.name][key])

    def article(
        self,
        id: str,
        title: str,
        paragraphs: list[str],
        published: Published,
        outlet: str = "",
        furniture: str = "",
        opinion: str = "",
        lineage: Lineage | None = None,
        place: str = "",
    ) -> None:
        """An article of paragraphs (`# ` before a heading, `> ` before a quotation, `- ` before an item)."""
        parts, blocks, at = [], [], 0
        for line in paragraphs:
            kind = {"# ": "heading", "> ": "quote", "- ": "item"}.get(line[:2], "paragraph")
            words = line if kind == "paragraph" else line[2:]
            level, group = (2 if kind == "heading" else 0), (1 if kind == "item" else 0)
            blocks.append(Block(kind, at, at + len(words), level, group=group))  # type: ignore[arg-type]
            parts.append(words)
            at += len(words) + 2
        text = "\n\n".join(parts)
        article = Article(
            id=ArticleId(id),
            path=f"{id}.txt",
            format="txt",
            offsets="source",
            text=text,
            reading=text.replace("\n", " "),
            blocks=tuple(blocks),
            title=title,
            title_basis="stated" if title else "derived",
            title_span=None,
            published=published,
            dateline=Dateline(Span(0, 0), place) if place else None,
            source=Source(outlet, f"https://example.org/{id}", authors=("A. Writer",)) if outlet else None,
            removals=(Removal(Span(0, 0), "share line", furniture),) if furniture else (),
        )
        doc = read_document(article)
        said = doc.evidence(text.index(opinion), len(text)) if opinion else None
        opinions = (OpinionFinding(said, "label"),) if said else ()
        self.put(ARTICLES, id, article)
        self.put(FINDINGS, id, Findings(article.id, sentence_spans(doc), opinions=opinions))
        one = lineage or Lineage(f"w-{id}", (article.id,), "alone", 1.0)
        for member in one.articles:
            self.put(LINEAGES, one.id, one)
            if member == id:
                self.put(DATED, id, DatedArticle(article.id, published, one.id))
        self.card("article", id, title, outlet, published.edtf or "")

    def at(self, article: str, words: str, nth: int = 0) -> Evidence:
        """Evidence for the `nth` place where an article has these words."""
        doc = read_document(self.one(ARTICLES, article))
        start = -1
        for _ in range(nth + 1):
            start = doc.article.text.index(words, start + 1)
        return doc.evidence(start, start + len(words))

    def card(self, kind: str, id: str, title: str, subtitle: str = "", date: str = "") -> None:
        self.put(CARDS, f"{kind}/{id}", Card(kind, id, title, subtitle, date))

    def join(self, one: str, other: str) -> None:
        """Two records that concern each other."""
        for here, there in ((one, other), (other, one)):
            self.put(REFS, here, Ref(*there.split("/", 1)))

    def mark(self, kind: str, id: str, label: str, *places: Evidence) -> None:
        for place in places:
            self.put(MARKS, place.article, Mark(place.start, place.end, place.sentence, kind, id, label))
            self._rows[MARKS.name][place.article].sort(key=lambda m: (m.start, -m.end))
            if kind != "date":
                self.join(f"{kind}/{id}", f"article/{place.article}")

    def leader(self, record: Leader) -> None:
        kind = "leader" if record.leader else "person"
        self.put(LEADERS, record.id, record)
        office = record.offices[0] if record.offices else None
        self.card(kind, record.id, record.name, f"{office.title}, {office.jurisdiction}" if office else "")
        self.put(CARDS, f"leader/{record.id}", *self.rows(CARDS, f"{kind}/{record.id}"))
        self.mark("leader", record.id, record.name, *(m.evidence for m in record.mentions))

    def agreement(self, record: Agreement) -> None:
        self.put(AGREEMENTS, record.id, record)
        self.card("agreement", record.id, record.name, record.kind)
        self.mark("agreement", record.id, record.name, *record.mentions)

    def event(self, record: Event) -> None:
        self.put(EVENTS, record.id, record)
        self.card("event", record.id, record.title, record.kind, record.date or "")
        self.mark("event", record.id, record.title, *record.evidence)
        if record.date and record.date[:4].isdigit():
            self.put(REFS, f"year/{record.date[:4]}", Ref("event", record.id))
        for kind, ids in (("leader", record.participants), ("agreement", record.agreements)):
            for id in ids:
                self.put(REFS, f"{kind}/{id}", Ref("event", record.id))
        if record.place:
            place = record.place.lower().replace(" ", "-")
            self.card("place", place, record.place)
            self.put(REFS, f"place/{place}", Ref("event", record.id))

    def series(self, record: Series, *figures: Figure) -> None:
        self.put(SERIES, record.id, record)
        self.card("series", record.id, record.title)
        for figure in figures:
            self.put(FIGURES, figure.id, figure)
            self.card("figure", figure.id, figure.measure, figure.evidence.exact, figure.period or "")
            self.mark("figure", figure.id, figure.evidence.exact, figure.evidence)

    def quote(self, record: Quote) -> None:
        self.put(QUOTES, record.id, record)
        self.card("quote", record.id, record.text[:60])
        self.mark("quote", record.id, "quotation", record.evidence)
        if record.speaker_id:
            self.join(f"leader/{record.speaker_id}", f"quote/{record.id}")

    def topic(self, record: Topic) -> None:
        self.put(TOPICS, record.id, record)
        self.card("topic", record.id, record.name)
        for article in record.articles:
            self.join(f"topic/{record.id}", f"article/{article}")

    def conflict(self, record: Conflict) -> None:
        self.put(CONFLICTS, record.id, record)
        self.card("conflict", record.id, record.about)
        for subject in record.subjects:
            self.join(f"conflict/{record.id}", subject)

    def relation(self, record: Relation) -> None:
        self.put(RELATIONS, record.source, record)
        self.put(RELATIONS, record.target, record)
