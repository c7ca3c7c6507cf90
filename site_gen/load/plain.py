"""Plain text, as typed or pasted from a web page, to an article."""

from site_gen.errors import Problem
from site_gen.load.body import Body, read_body, removals_of
from site_gen.load.headings import derived_title
from site_gen.load.identify import article_id
from site_gen.load.options import Loaded, LoadOptions
from site_gen.load.published import published_of
from site_gen.load.reading import reading_of
from site_gen.records import Article, Block, Source
from site_gen.text.sentences import split_sentences


def load_plain(text: str, path: str, options: LoadOptions) -> Loaded:
    """The article of a text; where it holds no prose, none, and a warning that says so."""
    body = read_body(text, options.lexicon)
    if not any(block.kind != "furniture" for block in body.blocks):
        reason = "only page furniture" if body.blocks else "empty"
        message = f"no article in this file: it is {reason}"
        return Loaded((), (Problem(path, 0, 0, "empty-file", message, severity="warning"),))
    return Loaded((plain_article(text, path, body, options),), ())


def plain_article(text: str, path: str, body: Body, options: LoadOptions) -> Article:
    """An article of `text` with what its body says about itself."""
    name = article_id(path)
    published, dateline = published_of(name, text, body)
    span = body.title_span
    title = text[span.start : span.end] if span else first_title(text, body.blocks, path)
    return Article(
        id=name,
        path=path,
        format="txt",
        offsets="source",
        text=text,
        reading=reading_of(text, body.blocks),
        blocks=body.blocks,
        title=clean_title(title, options.limits.title_characters),
        title_basis="stated" if span else "derived",
        title_span=span,
        published=published,
        dateline=dateline,
        source=Source(agency=body.agency, authors=body.authors) if body.agency or body.authors else None,
        language=options.language,
        kind="agency" if body.agency else "report",
        removals=removals_of(text, body.blocks),
    )


def first_title(text: str, blocks: tuple[Block, ...], path: str) -> str:
    """A title out of the first sentence of the prose, or of the file's name where there is none."""
    for block in blocks:
        if block.kind in ("paragraph", "quote", "item", "heading", "caption"):
            span = next(split_sentences(text, block.start, block.end), None)
            if span:
                return derived_title(text[span.start : span.end])
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    return stem.replace("-", " ").replace("_", " ").strip() or path


def clean_title(title: str, most: int) -> str:
    """One line without control or direction characters, at most `most` characters."""
    plain = "".join(" " if c.isspace() else c for c in title if c.isprintable() or c.isspace())
    return " ".join(plain.split())[:most]
