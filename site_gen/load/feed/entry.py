"""One entry of a feed, whatever its format, and how it becomes an article."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from site_gen.errors import Problem, problem_at
from site_gen.load.assemble import Stated, article_of, clean_title, has_prose
from site_gen.load.days import BadDay, read_day
from site_gen.load.dress import dressed
from site_gen.load.extracted import joined
from site_gen.load.identify import MOST, article_id, digest, slug
from site_gen.load.markup import RawBlock, blocks_of
from site_gen.load.options import Loaded, LoadOptions
from site_gen.load.stated import web_address
from site_gen.records import Article, ArticleId, Source

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|\n")


class Entry(Struct, frozen=True):
    """What a feed says of one entry, as written."""

    key: str
    """Guid, id or address: tells the entry from its neighbours."""
    title: str
    html: str = ""
    """Body as HTML; empty where `words` has it as plain text."""
    words: str = ""
    summary: str = ""
    url: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    partial: bool = False
    """Only a summary came."""
    agency: str = ""
    basis: str = ""
    """Where the date comes from, if not from a feed."""
    left: tuple[str, ...] = ()
    """Names of files that came with it and are not read."""


def plain_words(markup: str) -> str:
    """Text of a title or name that may hold markup: tags out, entities resolved once, one line."""
    return clean_title(unescape(_TAG.sub("", markup)) if "<" in markup or "&" in markup else markup, 2000)


def articles_of(entries: list[Entry], text: str, path: str, options: LoadOptions) -> Loaded:
    """The articles of a feed's entries, in the feed's order; `text` is the file, for places of problems."""
    pairs, problems = entry_articles(entries, text, path, options)
    return Loaded(tuple(article for _, article in pairs), problems)


def entry_articles(
    entries: list[Entry], text: str, path: str, options: LoadOptions
) -> tuple[list[tuple[Entry, Article]], tuple[Problem, ...]]:
    """Each entry that holds an article, with it, in the feed's order; and what was wrong with the others."""
    problems: list[Problem] = []
    if len(entries) > options.limits.entries:
        message = (
            f"the feed has {len(entries):,} entries; the first {options.limits.entries:,} are read (entries)"
        )
        hint = "split the feed, or raise limits.entries in site.yaml"
        problems.append(Problem(path, 0, 0, "feed-entries", message, hint, severity="warning"))
    articles: list[tuple[Entry, Article]] = []
    taken: set[str] = set()
    for entry in entries[: options.limits.entries]:
        article, found = _article(entry, _key(entry, taken), text, path, options)
        problems += found
        articles += [(entry, article)] if article else []
    if not entries:
        problems.append(Problem(path, 0, 0, "feed-empty", "this feed has no entries", severity="warning"))
    return articles, tuple(problems)


def _key(entry: Entry, taken: set[str]) -> str:
    """The slug of the title; with a digest of the guid where that is taken or says nothing."""
    title = plain_words(entry.title)
    key = slug(title, 60) if title else digest(entry.key or entry.html or entry.words)
    if key in taken:
        key = f"{key[:50].rstrip('-')}-{digest(entry.key + entry.published + entry.url)}"
    if key in taken:
        key = f"{key[:40].rstrip('-')}-{digest(f'{len(taken)} {entry.html}{entry.words}')}"
    taken.add(key)
    return key


def _article(
    entry: Entry, key: str, text: str, path: str, options: LoadOptions
) -> tuple[Article | None, list[Problem]]:
    where = f"{path}#{key}"
    stated, problems = _stated(entry, text, path, options)
    body_text, blocks = joined(_blocks(entry))
    if not body_text.strip():  # only a headline came, or only an address
        stated = replace(stated, completeness="summary")
        body_text, blocks = joined(tuple(_only(stated)))
    body = dressed(body_text, blocks, options.lexicon, stated.title)
    if not has_prose(body):
        at = max(0, text.find(entry.title)) if entry.title else 0
        message = f"the entry '{stated.title[:60] or key}' has no text"
        return None, [*problems, problem_at(path, text, at, "entry-empty", message, severity="warning")]
    article = article_of(body_text, where, "feed", body, stated, options)
    stem = article_id(path)[: MOST - len(key) - 1].rstrip("-")
    return replace(article, id=ArticleId(f"{stem}-{key}" if stem else key)), problems


def _blocks(entry: Entry) -> tuple[RawBlock, ...]:
    if entry.html:
        return blocks_of(entry.html)
    parts = _PARAGRAPH.split(entry.words)
    return tuple(RawBlock("paragraph", " ".join(part.split())) for part in parts if part.strip())


def _only(stated: Stated) -> Iterator[RawBlock]:
    """The headline of an entry without text, or its address where it has no headline either."""
    if words := stated.title or stated.source.url:
        yield RawBlock("paragraph", words)


def _stated(entry: Entry, text: str, path: str, options: LoadOptions) -> tuple[Stated, list[Problem]]:
    date, problems = _date(entry.published, "published", text, path, options)
    updated, more = _date(entry.updated, "updated", text, path, options)
    url = web_address(entry.url)
    stated = Stated(
        title=plain_words(entry.title),
        date=date or updated,
        date_note="feed" if date else "feed: day of the last change" if updated else "",
        date_confidence=1.0 if date else 0.8,
        source=Source(
            name=plain_words(entry.outlet), url=url, agency=entry.agency, authors=_clean(entry.authors)
        ),
        tags=_clean(entry.tags),
        summary=plain_words(entry.summary),
        language=entry.language,
        updated=updated,
        completeness="summary" if entry.partial else "full",
    )
    return stated, problems + more


def _date(words: str, name: str, text: str, path: str, options: LoadOptions) -> tuple[str, list[Problem]]:
    """The day as written; a warning where it is none."""
    if not words.strip():
        return "", []
    day = read_day(words, options.date_order)
    if not isinstance(day, BadDay):
        return day.edtf, []
    at = max(0, text.find(words.strip()[:60]))
    hint = (
        f"the entry is taken without a date of its {'publication' if name == 'published' else 'last change'}"
    )
    if day.code == "date-ambiguous":
        hint += "; set date_order in site.yaml, and it has one"
    return "", [problem_at(path, text, at, day.code, day.message, hint, "warning")]


def _clean(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(plain_words, names) if name))
