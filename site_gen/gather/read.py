"""Bytes of any source to pieces, by what they are and not by what they are called."""

import re

from msgspec.structs import replace

from site_gen.errors import Problem
from site_gen.gather.formats import entries_of, page_in
from site_gen.gather.front_page import front_page
from site_gen.gather.identity import identity
from site_gen.gather.piece import Found, Piece, Raw
from site_gen.gather.shelf import NOTED_ID, unquoted
from site_gen.load import load_file
from site_gen.load.decode import decode
from site_gen.load.detect import format_of
from site_gen.load.feed.entry import Entry, entry_articles
from site_gen.load.options import LoadOptions
from site_gen.load.refused import Refused
from site_gen.load.stated import front_matter_at, web_address
from site_gen.records import Article, Source

_BASIS = {"address": "url", "markup": "text"}
_SAVED = re.compile(r"<!-- saved from url=\(\d{4,5}\)(https?://[^\s\"'<>]{1,2000}) -->")
_OURS = re.compile(r"^import:\n(?:[ ]{2}[^\n]*\n){1,20}", re.MULTILINE)


def read_raw(raw: Raw, options: LoadOptions) -> Found:
    """The articles in `raw`. Never raises for any bytes: what cannot be read is a problem of severity `error`."""
    if len(raw.data) > options.limits.file_bytes:
        message = f"it has {len(raw.data):,} bytes; the limit is {options.limits.file_bytes:,} (file_bytes)"
        return Found((), (Problem(raw.name, 0, 0, "file-size", message, "split it into articles"),))
    try:
        if page := page_in(raw.data, raw.file):
            html = page[0].encode("utf-8", "replace")
            raw = replace(raw, data=html, file=f"{raw.file}.html", url=raw.url or web_address(page[1]))
        packed = entries_of(raw.data, raw.file)
        if packed is not None:
            found = _from_entries(packed, "", raw, options)
            return Found(_without_default(found.pieces, options), found.problems)
        text, warnings = decode(raw.data, raw.name)
        found = _from_text(text, raw, options)
    except Refused as refused:
        return Found((), tuple(problem.in_file(raw.name) for problem in refused.problems))
    return Found(_without_default(found.pieces, options), (*warnings, *found.problems))


def _without_default(pieces: tuple[Piece, ...], options: LoadOptions) -> tuple[Piece, ...]:
    """The language is written down only where it is not the site's own."""
    return tuple(
        replace(p, article=replace(p.article, language="")) if p.article.language == options.language else p
        for p in pieces
    )


def _from_text(text: str, raw: Raw, options: LoadOptions) -> Found:
    kind = format_of(text, raw.file)
    if kind in ("feed", "xml"):
        from site_gen.load.feed.xml_feed import feed_entries

        entries, problems = feed_entries(text, raw.name)
        found = _from_entries(entries or [], text, raw, options) if entries is not None else Found()
        return Found(found.pieces, (*problems, *found.problems))
    if kind == "jsonfeed":
        from site_gen.load.feed.json_feed import json_entries

        entries, problems = json_entries(text, raw.name)
        found = _from_entries(entries or [], text, raw, options) if entries is not None else Found()
        return Found(found.pieces, (*problems, *found.problems))
    if kind == "md":
        return _from_markdown(text, raw, options)
    loaded = load_file(text.encode("utf-8", "replace"), raw.file, options)
    problems = tuple(problem.in_file(raw.name) for problem in loaded.problems)
    for article in loaded.articles if kind == "html" else ():
        if listing := front_page(article, text, raw):
            return Found((), (*problems, listing))
    return Found(tuple(_piece(article, text, raw) for article in loaded.articles), problems)


def _from_entries(entries: list[Entry], text: str, raw: Raw, options: LoadOptions) -> Found:
    named = [replace(e, outlet=e.outlet or raw.outlet) for e in entries]
    pairs, problems = entry_articles(named, text, raw.name, options)
    pieces: list[Piece] = []
    taken: set[str] = set()
    for entry, article in pairs:
        words = f"{article.title}\n{entry.published}\n{article.text[:2000] if not entry.published else ''}"
        own = entry.key != entry.url or entry.key.startswith(("urn:", "tag:"))
        name = identity(entry.key if own else "", article.url, words, entry.outlet)
        if name in taken:  # a feed whose entries share one guid
            name = identity("", "", f"{name}\n{words}\n{article.text[:2000]}")
        taken.add(name)
        if entry.left:
            files = ", ".join(entry.left[:9]) + (" and others" if len(entry.left) > 9 else "")
            hint = "save and import what is an article among them"
            message = f"files came with '{article.title[:60]}' and are not read: {files}"
            problems = (*problems, Problem(raw.name, 0, 0, "attachment", message, hint, severity="warning"))
        basis = (entry.basis or "feed") if article.published.note.startswith("feed") else ""
        pieces.append(Piece(name, article, basis))
    return Found(tuple(pieces), problems)


def _from_markdown(text: str, raw: Raw, options: LoadOptions) -> Found:
    """Kept word for word; what an earlier import noted in it is noted anew."""
    text = _in_yaml(text.replace("\r\n", "\n"), raw, options)
    noted = _OURS.search(text) if text.startswith("---\n") else None
    known = NOTED_ID.search(noted.group()) if noted else None
    clean = text[: noted.start()] + text[noted.end() :] if noted else text
    loaded = load_file(text.encode("utf-8", "replace"), raw.file, options)
    problems = tuple(problem.in_file(raw.name) for problem in loaded.problems)
    pieces = []
    for article in loaded.articles:
        name = unquoted(known["id"]) if known else _own_identity(article)
        pieces.append(Piece(name, article, "", clean))
    return Found(tuple(pieces), problems)


def _in_yaml(text: str, raw: Raw, options: LoadOptions) -> str:
    """`text` with front matter of another form (TOML, lines of a header) written as YAML; as it is without."""
    if text.startswith("---\n") or (split := front_matter_at(text, raw.name, options)) is None:
        return text
    if split.form == "yaml":  # between dashes of another kind
        return f"---\n{text[split.start : split.end]}---\n{text[split.body :]}"
    import yaml

    from site_gen.load.front_matter.other_forms import header_nodes, plain, toml_nodes

    depth = options.limits.yaml_depth
    nodes = header_nodes(text, split) if split.form == "header" else toml_nodes(text, split, raw.name, depth)
    matter = yaml.safe_dump(plain(nodes), allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{matter}---\n\n{text[split.body :].lstrip()}"


def _piece(article: Article, text: str, raw: Raw) -> Piece:
    """A page or a text."""
    url = article.url or raw.url
    if not url and article.format == "html" and (saved := _SAVED.search(text[:4000])):
        url = saved.group(1)
    source = article.source or Source()
    source = replace(source, url=url, name=source.name or raw.outlet)
    article = replace(article, source=source if source != Source() else None, url=url)
    return Piece(_own_identity(article), article, _basis(article))


def _basis(article: Article) -> str:
    published = article.published
    if published.basis != "stated" or not published.edtf:
        return ""  # a date that the text itself shows is found there again
    return _BASIS.get(published.note, published.note) or "text"


def _own_identity(article: Article) -> str:
    """By its address; else by headline and day, where it has both; else by its words too."""
    named = article.title_basis == "stated" and article.published.edtf
    words = "" if named else article.text[:2000]
    return identity("", article.url, f"{article.title}\n{article.published.edtf}\n{words}")
