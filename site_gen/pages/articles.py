"""A page for each article: its text with everything found in it; and the list of all articles."""

from msgspec import Struct

from site_gen.analyse.article import published_by
from site_gen.pages import urls
from site_gen.pages.marked import (
    BlockView,
    FoundGroup,
    Furniture,
    SentenceView,
    found_groups,
    furniture,
    text_blocks,
    title_sentences,
)
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import (
    ArticleLine,
    Head,
    article_line,
    beside,
    crumbs,
    plural,
    refs,
    related,
    story_years,
)
from site_gen.pages.shelves import UNDATED, Shelf
from site_gen.records import Article, Findings, Lineage, Published
from site_gen.tables import ARTICLES, CARDS, DATED, FINDINGS, LINEAGES, MARKS, Reader, Ref, SiteInfo

ON_ONE_PAGE = 200
"""Articles that the list shows on one page; above that it has a page for each year."""


class PublishedView(Struct, frozen=True):
    """When the article was published and how that is known."""

    date: str
    """EDTF; empty where unknown."""
    basis: str
    """stated, dateline, bound, other articles, editor or unknown."""
    confidence: int
    """In percent."""
    note: str
    """The reasoning in words, where the date was bounded or inferred."""
    proof: Proof | None
    """Where the article says so."""


class KinView(Struct, frozen=True):
    """Another article that is the same witness."""

    link: Link
    """The other article."""
    relation: str
    """`copy of`, `rewrite of`, `copied by` or `rewritten by`."""


class CiteView(Struct, frozen=True):
    """What a citation of the article needs."""

    authors: str
    """Names, joined; empty where unknown."""
    source: str
    """Outlet or agency; empty where unknown."""
    url: str
    """The article's own address on the web; empty where unknown."""
    path: str
    """The content file it was read from."""


class ArticleView(Struct, frozen=True):
    """An article's page."""

    head: Head
    """Title, way here, neighbours in time."""
    id: str
    """Stable id."""
    title: str
    """As stated, or made from the first sentence."""
    title_derived: bool
    """The article states no title."""
    heading: tuple[SentenceView, ...]
    """The title where it stands in the text, marked as that is; empty where it does not stand there."""
    kind: str
    """report, agency, analysis, opinion or document."""
    summary: str
    """The article's own summary; may be empty."""
    published: PublishedView
    """When, and how that is known."""
    dateline: str
    """Place of the dateline; may be empty."""
    blocks: tuple[BlockView, ...]
    """The text."""
    found: tuple[FoundGroup, ...]
    """Everything found in it, by kind."""
    furniture: tuple[Furniture, ...]
    """Lines set apart from the prose, with the rule that did so."""
    kin: tuple[KinView, ...]
    """Copies and rewrites: one witness."""
    kin_reasons: tuple[str, ...]
    """Why they are taken for one."""
    topics: tuple[Link, ...]
    """Threads of the story it belongs to."""
    conflicts: tuple[Link, ...]
    """Open contradictions that it has a part in."""
    cite: CiteView
    """For citing it."""
    sentences: int
    """Number of sentences."""


class ArticlesView(Struct, frozen=True):
    """The list of articles, or one year of it."""

    head: Head
    """Title and way here."""
    articles: tuple[ArticleLine, ...]
    """The latest first; undated ones last."""
    shelves: tuple[Shelf, ...]
    """The years, where the list is long."""
    count: int
    """All articles of this list."""


def article_pages(_key: str, rows: tuple[Article, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one article."""
    return tuple(_article_page(article, story) for article in rows[:1])


def articles_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The list of all articles; with many, the latest, and a page for each year of publication."""
    path = urls.index("article")
    notes = Notes(story, path)
    order = article_order(story)
    known = set(order)
    undated = [id for id in story.keys(ARTICLES) if id not in known]
    total = len(order) + len(undated)
    split = total > ON_ONE_PAGE
    shown = order[::-1][: 60 if split else None] + ([] if split else undated)
    years = {year: len(refs(story, f"year/{year}", "article")) for year in story_years(story)[::-1]}
    shelves = [Shelf(year, f"in-{year}.html", count) for year, count in years.items() if count and split]
    if undated and split:
        shelves.append(Shelf("without a date", "in-undated.html", len(undated)))
    head = Head(
        "Articles", f"{plural(total, 'article')} that this story was read from.", "articles", crumbs(notes)
    )
    first = Page(path, "articles.html", ArticlesView(head, _lines(notes, shown), tuple(shelves), total))
    return (first, *(_part(story, UNDATED, undated) for _ in undated[:1] if split))


def article_years(key: str, rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The articles of one year, where the key is one and the list of all is long."""
    kind, _, year = key.partition("/")
    if kind != "year" or not year.isdigit() or story.count(ARTICLES) <= ON_ONE_PAGE:
        return ()
    ids = list(dict.fromkeys(ref.id for ref in rows if ref.kind == "article"))
    return (_part(story, year, ids[::-1]),) if ids else ()


def article_order(story: Reader) -> list[str]:
    """Ids of all articles with a known year, by date of publication."""
    return [ref.id for year in story_years(story) for ref in refs(story, f"year/{year}", "article")]


def card_date(story: Reader, article: str) -> str:
    """The publication date of an article as its card has it; empty where unknown."""
    card = story.one(CARDS, f"article/{article}")
    return card.date if card else ""


def _part(story: Reader, year: str, ids: list[str]) -> Page:
    path = f"articles/in-{year}.html"
    notes = Notes(story, path)
    name = "Articles without a date" if year == UNDATED else f"Articles of {year}"
    trail = crumbs(notes, ("Articles", urls.index("article")))
    head = Head(name, f"{name}: {len(ids):,}.", "articles", trail)
    return Page(path, "articles.html", ArticlesView(head, _lines(notes, ids), (), len(ids)))


def _lines(notes: Notes, ids: list[str]) -> tuple[ArticleLine, ...]:
    return tuple(article_line(notes, id) for id in ids)


def _article_page(article: Article, story: Reader) -> Page:
    path = urls.record("article", article.id)
    notes = Notes(story, path)
    findings = story.one(FINDINGS, article.id) or Findings(article.id, ())
    dated = story.one(DATED, article.id)
    marks = story.rows(MARKS, article.id)
    lineage = story.one(LINEAGES, dated.lineage) if dated else None
    published = _published(notes, dated.published if dated else article.published)
    before, after = beside(notes, "article", article.id)
    cite = _cite(article)
    title = article.title or article.id
    trail = crumbs(notes, ("Articles", urls.index("article")))
    view = ArticleView(
        head=Head(title, _describe(article, cite), "articles", trail, before, after),
        id=article.id,
        title=title,
        title_derived=article.title_basis == "derived",
        heading=title_sentences(notes, article, findings, marks),
        kind=article.kind,
        summary=article.summary,
        published=published,
        dateline=", ".join(p for p in (article.dateline.place, article.dateline.country) if p)
        if article.dateline
        else "",
        blocks=text_blocks(notes, article, findings, marks),
        found=found_groups(notes, findings, marks),
        furniture=furniture(article),
        kin=_kin(notes, article.id, lineage),
        kin_reasons=lineage.reasons if lineage and len(lineage.articles) > 1 else (),
        topics=related(notes, f"article/{article.id}", "topic"),
        conflicts=related(notes, f"article/{article.id}", "conflict"),
        cite=cite,
        sentences=len(findings.sentences),
    )
    return Page(path, "article.html", view)


_NOTED = {
    "meta": "the page's metadata say so",
    "json-ld": "the page's metadata say so",
    "time": "a time on the page says so",
    "address": "the page's address says so",
    "markup": "it stands in the page's markup",
    "guess": "it is guessed from the page",
    "feed": "its feed says so",
    "front matter": "its front matter says so",
}
"""Where a day was read, by the short word that loading leaves."""


def _published(notes: Notes, published: Published) -> PublishedView:
    proof = notes.proof(published.evidence) if published.evidence else None
    return PublishedView(
        published.edtf or "",
        published.basis,
        round(published.confidence * 100),
        _NOTED.get(published.note, published.note),
        proof,
    )


def _kin(notes: Notes, id: str, lineage: Lineage | None) -> tuple[KinView, ...]:
    found: list[KinView] = []
    for derived, origin, relation in lineage.parents if lineage else ():
        if derived == id:
            found.append(KinView(notes.link("article", origin), f"{relation} of"))
        elif origin == id:
            found.append(
                KinView(notes.link("article", derived), "copied by" if relation == "copy" else "rewritten by")
            )
    return tuple(found)


def _cite(article: Article) -> CiteView:
    authors, url = (article.source.authors, article.source.url) if article.source else ((), "")
    return CiteView(", ".join(authors), published_by(article), article.url or url, article.path)


def _describe(article: Article, cite: CiteView) -> str:
    text = article.summary
    if not text:
        first = next((b for b in article.blocks if b.kind == "paragraph"), None)
        text = " ".join(article.reading[first.start : first.end].split()) if first else article.title
    short = text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"
    return f"{cite.source}: {short}" if cite.source else short
