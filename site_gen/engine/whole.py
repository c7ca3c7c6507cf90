"""All pages of a site at once: processes make their views, render them and write them, each key by itself."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.engine.flow import run_of
from site_gen.engine.pageflow import DuePage, by_table, stage_of, view_digest
from site_gen.engine.reader import TracingReader
from site_gen.engine.rendering import RenderJob, WrittenPage, render_page
from site_gen.engine.store import shared_store
from site_gen.errors import PublishError
from site_gen.pages import urls
from site_gen.pages.page import PageKind

Groups = tuple[tuple[PageKind[Any], ...], ...]
"""Kinds of page that read one table together."""


class PagesJob(Struct, frozen=True):
    """What a process needs to make pages."""

    cache: Path
    """As the build has shared it."""
    groups: Groups
    render: RenderJob
    twins: bool
    """What each page shows is published as JSON too."""
    stale: frozenset[str]
    """Published files that are not as we left them."""


class DoneKey(Struct, frozen=True):
    """The pages that a kind has for a key, and the cells that it looked at."""

    stage: str
    key: str
    cells: list[int]
    pages: list[WrittenPage]


def grouped(kinds: Iterable[PageKind[Any]]) -> Groups:
    """Kinds of page by the table that they read."""
    return tuple(tuple(group) for group in by_table(kinds))


def make_pages(job: PagesJob, keys: Sequence[tuple[int, str]]) -> list[DoneKey]:
    """Make the pages of each group for a key."""
    return [done for group, key in keys for done in _make(job, group, key)]


def _make(job: PagesJob, group: int, key: str) -> Iterator[DoneKey]:
    reader = _reader(job.cache)
    rows = reader.rows(job.groups[group][0].reads, key)
    for kind in job.groups[group]:
        if key.startswith(kind.under):
            stage = stage_of(kind)
            reader.seen = set()
            pages = list(_written(job, kind, key, rows, reader))
            yield DoneKey(stage, key, list(reader.seen), pages)


def _written(
    job: PagesJob, kind: PageKind[Any], key: str, rows: tuple[Any, ...], reader: TracingReader
) -> Iterator[WrittenPage]:
    run = run_of(stage_of(kind), key)
    for page in kind.pages(key, rows, reader):
        twin = urls.twin(page.path) if job.twins else ""
        due = DuePage(page.path, run, view_digest(page), page, "", twin)
        try:
            yield from render_page(
                job.render, due, _published(job, reader, page.path), _published(job, reader, twin)
            )
        except FileExistsError:
            raise PublishError(f"two pages want the address {page.path}") from None


def _published(job: PagesJob, reader: TracingReader, path: str) -> bytes:
    """The digest of a published file; empty where there is none, or it is not as we left it."""
    if path in job.stale:
        return b""
    found = reader.store.select("SELECT digest FROM pages WHERE path = ?", path)
    return found[0][0] if found else b""


@cache
def _reader(path: Path) -> TracingReader:
    """The reader of this process: each pool of processes is new, and so is what it may read."""
    return TracingReader(shared_store(path))


def lost_key(item: tuple[int, str]) -> DoneKey:
    """Stands in for a key that no process survived."""
    raise PublishError(f"making the pages of '{item[1]}' ended the process that did it")
