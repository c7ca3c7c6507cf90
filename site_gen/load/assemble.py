"""A body and stated metadata to an article: which of them wins, and how the date is known."""

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen.load.body import Body, removals_of
from site_gen.load.headings import derived_title
from site_gen.load.identify import article_id, slug
from site_gen.load.options import LoadOptions
from site_gen.load.published import dateline_in, published_of
from site_gen.load.reading import reading_of
from site_gen.records import Article, ArticleId, Block, Dateline, Evidence, Override, Published, Source, Span
from site_gen.text.sentences import split_sentences


class Stated(Struct, frozen=True):
    """What metadata say, apart from the text itself. Empty where they say nothing."""

    title: str = ""
    title_span: Span | None = None
    date: str = ""
    """EDTF."""
    date_span: Span | None = None
    """Where it stands in the text, if it does."""
    date_note: str = ""
    """Which metadata it is from."""
    date_confidence: float = 1.0
    editor: bool = False
    """The date is an editor's own statement."""
    source: Source = field(default_factory=Source)
    slug: str = ""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    updated: str = ""
    embargo: str = ""
    expires: str = ""
    completeness: str = ""
    corrections: tuple[tuple[str, str], ...] = ()


def article_of(
    text: str,
    path: str,
    format: str,
    body: Body,
    stated: Stated,
    options: LoadOptions,
    reading: str | None = None,
) -> Article:
    """The article. Metadata win over the text; what neither says stays empty, and a date unknown."""
    name = ArticleId(slug(stated.slug)) if stated.slug else article_id(path)
    published, dateline = _published(name, text, body, stated, options)
    title, basis, span = _title(text, path, body, stated)
    source = _source(body, stated)
    return Article(
        id=name,
        path=path,
        format=format,  # type: ignore[arg-type]
        offsets="source" if format in ("txt", "md") else "extracted",
        text=text,
        reading=reading_of(text, body.blocks) if reading is None else reading,
        blocks=body.blocks,
        title=clean_title(title, options.limits.title_characters) or path,
        title_basis=basis,  # type: ignore[arg-type]
        title_span=span,
        published=published,
        dateline=dateline,
        source=source if source != Source() else None,
        url=source.url,
        tags=stated.tags,
        topics=stated.topics,
        summary=clean_title(stated.summary, 2000),
        language=stated.language or options.language,
        kind=stated.kind or ("agency" if body.agency else "report"),  # type: ignore[arg-type]
        removals=removals_of(text, body.blocks),
        overrides=stated.overrides,
        aliases=stated.aliases,
        updated=stated.updated,
        embargo=stated.embargo,
        expires=stated.expires,
        completeness=stated.completeness or "full",  # type: ignore[arg-type]
        corrections=stated.corrections,
    )


def has_prose(body: Body) -> bool:
    """Whether anything but furniture was found."""
    return any(block.kind != "furniture" for block in body.blocks)


def first_title(text: str, blocks: tuple[Block, ...], path: str) -> str:
    """A title out of the first sentence of the prose, or of the file's name where there is none."""
    for block in blocks:
        said_again = block.kind == "heading" and text.find(text[block.start : block.end], block.end) >= 0
        if block.kind in ("paragraph", "quote", "item", "heading", "caption") and not said_again:
            span = next(split_sentences(text, block.start, block.end), None)
            if span:
                return derived_title(text[span.start : span.end])
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    return stem.replace("-", " ").replace("_", " ").strip() or path


def clean_title(title: str, most: int) -> str:
    """One line without control or direction characters, at most `most` characters."""
    plain = "".join(" " if c.isspace() else c for c in title if c.isprintable() or c.isspace())
    return " ".join(plain.split())[:most].rstrip()


def _title(text: str, path: str, body: Body, stated: Stated) -> tuple[str, str, Span | None]:
    if stated.title:
        return stated.title, "stated", stated.title_span or body.title_span
    if span := body.title_span:
        return text[span.start : span.end], "stated", span
    return first_title(text, body.blocks, path), "derived", None


def _published(
    name: ArticleId, text: str, body: Body, stated: Stated, options: LoadOptions
) -> tuple[Published, Dateline | None]:
    if not stated.date:
        return published_of(name, text, body, options.lexicon, options.months)
    span = stated.date_span
    evidence = Evidence(name, span.start, span.end, text[span.start : span.end], -1) if span else None
    basis = "editor" if stated.editor and not evidence else "stated"
    published = Published(stated.date, basis, stated.date_confidence, evidence, stated.date_note)  # type: ignore[arg-type]
    return published, dateline_in(body.dateline, stated.date)


def _source(body: Body, stated: Stated) -> Source:
    source = stated.source
    return replace(
        source,
        name=source.name or body.outlet,
        url=source.url or body.url,
        agency=source.agency or body.agency,
        authors=source.authors or body.authors,
    )
