"""Pages at addresses that records had before: each leads to where the record is now."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from site_gen.load.identify import slug as article_slug
from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import Head
from site_gen.records import Article
from site_gen.resolve.folding import slug
from site_gen.tables import AGREEMENTS, ARTICLES, DECISIONS, EVENTS, LEADERS, Decision, Reader, Table

_TABLES: dict[str, Table[Any]] = {
    "leader": LEADERS,
    "person": LEADERS,
    "agreement": AGREEMENTS,
    "event": EVENTS,
}
_PLAIN = re.compile(r"[A-Za-z0-9][\w .-]*")
_MOST = 10
"""Decisions that are followed from one record to the next."""


class MovedView(Struct, frozen=True):
    """A page that leads to another."""

    head: Head
    """Title."""
    to: Link
    """Where it is now."""


def former_articles(_key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Page]:
    """A page for every alias of an article, and for every person or agreement that its front matter renames."""
    for article in rows[:1]:
        paths = dict.fromkeys(filter(None, map(alias_path, article.aliases)))
        for path in paths:
            if path != urls.record("article", article.id) and not _taken(path, story):
                yield _moved(path, "article", article.id, story)
        for override in article.overrides:
            names = dict(override.fields)
            if override.action == "rename" and override.kind in _TABLES:
                yield from _renamed(override.kind, slug(names["from"]), slug(names["to"]), story)


def former_records(key: str, rows: tuple[Decision, ...], story: Reader) -> Iterator[Page]:
    """The page of a record that a decision put together with another."""
    kind, _, old = key.partition("/")
    if kind in _TABLES and rows:
        yield from _renamed(kind, old, _last(kind, old, story), story)


def alias_path(alias: str) -> str:
    """Where an alias stands: `old-name` beside the articles, `/2019/old/` as written; empty where it cannot."""
    parts = [part for part in alias.split("/") if part]
    if not parts or not all(_PLAIN.fullmatch(part) for part in parts):
        return ""
    if "/" not in alias:
        return urls.record("article", article_slug(alias.removesuffix(".html")))
    last = (
        parts[-1]
        if parts[-1].endswith((".html", ".htm")) and not alias.endswith("/")
        else f"{parts[-1]}/index.html"
    )
    return "/".join([*parts[:-1], last])


def _renamed(kind: str, old: str, new: str, story: Reader) -> Iterator[Page]:
    table = _TABLES[kind]
    if old != new and story.one(table, old) is None and story.one(table, new) is not None:
        yield _moved(urls.record(kind, old), kind, new, story)


def _last(kind: str, id: str, story: Reader) -> str:
    """The record that decisions lead to from `id`; `id` where they lead nowhere or round in a circle."""
    found = id
    for _ in range(_MOST):
        merges = [d for d in story.rows(DECISIONS, f"{kind}/{found}") if d.action in ("merge", "same")]
        if not merges:
            return found
        found = merges[0].other.partition("/")[2]
    return id


def _taken(path: str, story: Reader) -> bool:
    """Whether an article or one of our own pages has the address."""
    folder, _, name = path.rpartition("/")
    id = name.removesuffix(".html")
    return (
        folder.split("/")[0] in urls.FOLDERS - {"articles"}
        or not folder
        or (
            folder == "articles"
            and (id == "index" or id.startswith("in-") or story.one(ARTICLES, id) is not None)
        )
    )


def _moved(path: str, kind: str, id: str, story: Reader) -> Page:
    to = Notes(story, path).link(kind, id)
    return Page(path, "moved.html", MovedView(Head(to.title, f"{to.title} has moved.", ""), to))
