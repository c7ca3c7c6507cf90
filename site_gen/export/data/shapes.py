"""What a published record looks like: evidence, and what is read from one article or groups articles.

These classes and those of `story.py` are the one source of `records.json`, its JSON Schema, the tables (CSV,
SQLite, Parquet) with their keys, and the page that explains each field. Fields are only ever added.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

ArticleRef = Annotated[str, Meta(extra={"ref": "articles"})]
PersonRef = Annotated[str, Meta(extra={"ref": "people"})]
AgreementRef = Annotated[str, Meta(extra={"ref": "agreements"})]
FigureRef = Annotated[str, Meta(extra={"ref": "figures"})]
EventRef = Annotated[str, Meta(extra={"ref": "events"})]
SeriesRef = Annotated[str, Meta(extra={"ref": "series"})]
LineageRef = Annotated[str, Meta(extra={"ref": "lineages"})]
Offset = Annotated[int, Meta(extra={"unit": "code points"})]
Share = Annotated[float, Meta(extra={"unit": "share, 0 to 1"})]
Basis = Literal["extracted", "inferred", "editor"]


class EvidenceShape(Struct, frozen=True, kw_only=True):
    """The words of an article that a record was made from: a position, and what stands there."""

    article: ArticleRef
    """Id of the article."""
    start: Offset
    """Where the words begin in the article's published text, counted in Unicode code points from 0."""
    end: Offset
    """Where they end; the character at this offset is the first that does not belong to them."""
    exact: str
    """The words themselves, as typed."""
    s: int
    """Number of the sentence they begin in, as in its id on the article's page (`#s3`); 0 for title and head."""


class PublishedShape(Struct, frozen=True, kw_only=True):
    """When an article was published, and how sure that is."""

    edtf: str | None
    """The date in EDTF (ISO 8601-2), as precise as it is known; null where nothing is known."""
    basis: Literal["stated", "dateline", "bound", "other articles", "editor", "unknown"]
    """How it is known: `stated` and `editor` are explicit, the others inferred."""
    confidence: Share
    """How sure the date is."""
    evidence: EvidenceShape | None
    """Where the text says it; null where it is not in the text."""
    note: str
    """The reasoning in words, where the date was bounded or inferred."""


class SourceShape(Struct, frozen=True, kw_only=True):
    """Who published an article."""

    name: str
    """The outlet."""
    url: str
    """Its address, as the article gives it."""
    agency: str
    """The news agency it was taken from."""
    authors: tuple[str, ...]
    """Its authors, as written."""


class ArticleShape(Struct, frozen=True, kw_only=True):
    """One article as it was read."""

    id: str
    """Stable id, made from the path; also the address of its page."""
    path: str
    """The content file, relative to the content folder; for an entry of a feed, `#` and its key follow."""
    url: str
    """The article's own address on the web; empty where unknown."""
    title: str
    """Its title."""
    title_basis: Literal["stated", "derived"]
    """`stated` by the article, or `derived` from its first sentence."""
    offsets: Literal["source", "extracted"]
    """What offsets count in: the file as typed, or the text that was taken out of it."""
    text: str
    """Address of that text on this site."""
    published: PublishedShape
    """When it was published."""
    source: SourceShape | None
    """Who published it; null where unknown."""
    kind: Literal["report", "agency", "analysis", "opinion", "document"]
    """What sort of article it is."""
    language: str
    """Its language, as a tag of BCP 47."""
    lineage: LineageRef | None
    """The witness it belongs to: copies and rewrites of one report are one."""


class TimexShape(Struct, frozen=True, kw_only=True):
    """A date expression in the form of TIMEX3."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    """What the expression is."""
    value: str
    """Its value: `2013-W12`, `P10Y`, `PRESENT_REF`, ..."""


class DateShape(EvidenceShape, frozen=True, kw_only=True):
    """A date that an article speaks of."""

    edtf: str | None
    """The date in EDTF; null where the text names no calendar date."""
    timex: TimexShape
    """The same as TIMEX3."""
    role: Literal["publication", "event", "duration", "recurring", "vague"]
    """What the date is the date of."""
    anchor: str
    """EDTF of the day that a relative expression was counted from; empty for an absolute one."""


class LineageShape(Struct, frozen=True, kw_only=True):
    """Articles that are one witness: the first, then its copies and rewrites."""

    id: str
    """Stable id."""
    articles: Annotated[tuple[ArticleRef, ...], Meta(extra={"one": "article"})]
    """Ids, in order of derivation."""
    relation: Literal["copy", "rewrite", "alone"]
    """How they belong together."""
    score: Share
    """How much they share."""
    reasons: tuple[str, ...]
    """Why they are taken for one."""


class OpinionShape(EvidenceShape, frozen=True, kw_only=True):
    """A passage of opinion."""

    basis: str
    """How it is known to be one: a heading, a label, the first person."""


class ProblemShape(Struct, frozen=True, kw_only=True):
    """What the build could not use."""

    code: str
    """Short name of the trouble."""
    path: str
    """The content file."""
    line: int
    """Line, from 1; 0 where the whole file is meant."""
    column: int
    """Column, from 1."""
    message: str
    """What is wrong."""
    hint: str
    """How to mend it."""


class TopicShape(Struct, frozen=True, kw_only=True):
    """A thread of the story."""

    id: str
    """Stable id; also the address of the page."""
    name: str
    """Its name."""
    basis: Literal["editor", "extracted"]
    """Set by an editor, or found in the texts."""
    articles: Annotated[tuple[ArticleRef, ...], Meta(extra={"one": "article"})]
    """Ids of the articles that belong to it."""
    evidence: tuple[EvidenceShape, ...]
    """Where it is spoken of."""
