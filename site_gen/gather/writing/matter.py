"""Front matter: only what the source says, every value quoted where YAML would read it as something else."""

import json
import re
from collections.abc import Iterator

from site_gen.gather.piece import Piece
from site_gen.gather.writing.escape import plain
from site_gen.records import Article

_BARE = re.compile(r"[^\W_](?:[\w .,’“”()/&%$€£+–—-]|:(?! )|'(?=\w))*(?<![ :])")
_NULLS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_MOST = 2_000


def front_matter(piece: Piece, retrieved: str) -> str:
    """The front matter of a piece, with its closing line."""
    return "\n".join(["---", *_lines(piece, retrieved), "---", ""])


def with_import(piece: Piece, retrieved: str) -> str:
    """A Markdown file as it came, with where it came from put at the end of its front matter."""
    lines = [*_import(piece)]
    if retrieved and piece.article.source is None:
        lines = ["source:", f"  retrieved: {retrieved}", *lines]
    text = piece.verbatim.replace("\r\n", "\n")
    closing = (
        re.search(r"^(?:---|\.\.\.)[ \t]*$", text[4:], re.MULTILINE) if text.startswith("---\n") else None
    )
    if not closing:
        return "\n".join(["---", *lines, "---", "", text])
    at = 4 + closing.start()
    return text[:at] + "".join(f"{line}\n" for line in lines) + text[at:]


def yaml_text(value: str) -> str:
    """One line of text as a YAML scalar that every parser reads as that text."""
    value = plain(value)[:_MOST].rstrip()
    if _BARE.fullmatch(value) and value.lower() not in _NULLS:
        return value
    return f"'{value}'" if "'" not in value else json.dumps(value, ensure_ascii=False)


def _lines(piece: Piece, retrieved: str) -> Iterator[str]:
    article = piece.article
    if article.title_basis == "stated":
        yield f"title: {yaml_text(article.title)}"
    if piece.date_basis and article.published.edtf:
        yield f"date: {article.published.edtf}"
        yield f"date_basis: {piece.date_basis}"
    if article.updated:
        yield f"updated: {article.updated}"
    yield from _listed("authors", article.source.authors if article.source else ())
    yield from _source(article, retrieved)
    yield from _listed("tags", article.tags)
    yield from _listed("topics", article.topics)
    if article.language:
        yield f"language: {yaml_text(article.language)}"
    if article.summary:
        yield f"summary: {yaml_text(article.summary)}"
    if article.completeness == "summary":
        yield "completeness: summary"
    yield from _import(piece)


def _source(article: Article, retrieved: str) -> Iterator[str]:
    source = article.source
    named = [(k, getattr(source, k)) for k in ("name", "url", "agency")] if source else []
    parts = [*named, ("retrieved", (source.retrieved if source else "") or retrieved)]
    said = [(key, value) for key, value in parts if value]
    if said:
        yield "source:"
        yield from (f"  {key}: {yaml_text(value)}" for key, value in said)


def _listed(key: str, values: tuple[str, ...]) -> Iterator[str]:
    shown = [yaml_text(value) for value in values[:50] if plain(value)]
    if shown:
        yield f"{key}:"
        yield from (f"  - {value}" for value in shown)


def _import(piece: Piece) -> Iterator[str]:
    yield "import:"
    yield f"  id: {yaml_text(piece.identity)}"
