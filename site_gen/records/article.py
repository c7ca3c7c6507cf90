"""One article as loaded: its text as typed, what is prose in it, and what its metadata say."""

from typing import Literal

from msgspec import Struct

from site_gen.records.evidence import ArticleId, Evidence, Span

Basis = Literal["stated", "dateline", "bound", "other articles", "editor", "unknown"]


class Inline(Struct, frozen=True, array_like=True):
    """Markup inside a block: `em`, `strong`, `code`, `a` (with its address), `sup`, `sub`."""

    tag: str
    start: int
    end: int
    href: str = ""


class Block(Struct, frozen=True, array_like=True):
    """A run of the article's text of one kind, in order."""

    kind: Literal["paragraph", "heading", "item", "quote", "cell", "caption", "code", "furniture"]
    """`item`: of a list; `quote`: a block quotation; `furniture`: the page's, not the article's, never prose."""
    start: int
    end: int
    level: int = 0
    """Heading level 2 to 6; depth of a list item; 0 otherwise."""
    rule: str = ""
    """For furniture, captions and derived headings: the rule that set it apart."""
    inlines: tuple[Inline, ...] = ()
    group: int = 0
    """Blocks of one list or one table row share a number above 0."""


class Removal(Struct, frozen=True, array_like=True):
    """A line set apart from the prose, and why."""

    span: Span
    rule: str
    text: str


class Published(Struct, frozen=True, array_like=True):
    """When the article was published, how sure that is, and where it says so."""

    edtf: str | None
    """ISO 8601-2; never a made-up day. None where nothing is known."""
    basis: Basis
    confidence: float
    evidence: Evidence | None = None
    note: str = ""
    """The reasoning in words, where the date was bounded or inferred."""


class Dateline(Struct, frozen=True, array_like=True):
    """`Tokyo [Japan], August 29 (ANI):` taken apart."""

    span: Span
    place: str = ""
    country: str = ""
    agency: str = ""
    edtf: str | None = None
    """The day as far as it is known; None where the year cannot be told."""
    date_span: Span | None = None


class Source(Struct, frozen=True, array_like=True):
    """Who published the article and where it was taken from."""

    name: str = ""
    url: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    retrieved: str = ""


class Override(Struct, frozen=True, array_like=True):
    """One record an editor wrote into front matter: wins over extraction, marked as the editor's."""

    kind: Literal["leader", "agreement", "figure", "quote", "event"]
    action: Literal["set", "add", "remove", "rename"]
    fields: tuple[tuple[str, str], ...]
    """Keys and values as written, in order."""
    line: int


class Article(Struct, frozen=True, array_like=True):
    """One article. `text` is what all offsets count in."""

    id: ArticleId
    path: str
    """Relative to the content folder, `/` as separator; feed entries add `#` and the entry's key."""
    format: Literal["txt", "md", "html", "feed"]
    offsets: Literal["source", "extracted"]
    text: str
    reading: str
    """`text`, same length, with everything but prose and headings blanked and odd spaces folded to spaces.

    Extractors read this, so an offset in it is an offset in `text`. Markup, front matter and furniture are
    spaces here. Quotation marks and dashes stay as typed.
    """
    blocks: tuple[Block, ...]
    title: str
    title_basis: Literal["stated", "derived"]
    title_span: Span | None
    """Where the title stands in `text`, if it does."""
    published: Published
    dateline: Dateline | None = None
    source: Source | None = None
    url: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    language: str = "en"
    kind: Literal["report", "agency", "analysis", "opinion", "document"] = "report"
    removals: tuple[Removal, ...] = ()
    overrides: tuple[Override, ...] = ()
    aliases: tuple[str, ...] = ()
    """Earlier addresses, each of which stays reachable."""
    topics: tuple[str, ...] = ()
    """Topics the metadata name, as written."""
    updated: str = ""
    """EDTF of the last change, as stated; empty where nothing says it."""
    embargo: str = ""
    """EDTF of the day before which an editor does not want it published."""
    expires: str = ""
    """EDTF of the last day on which it is to be published."""
    completeness: Literal["full", "summary"] = "full"
    """`summary` where only a summary of the article came."""
    corrections: tuple[tuple[str, str], ...] = ()
    """What was corrected: day and words of each, as an editor wrote them."""
