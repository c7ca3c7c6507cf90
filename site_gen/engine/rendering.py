"""Pages to files of the site in the making: what a worker does with a chunk of pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.engine.codec import digest
from site_gen.engine.listing import FileStat
from site_gen.engine.pageflow import DuePage
from site_gen.engine.publish import write_file
from site_gen.errors import Problem
from site_gen.pages.page import RawFile
from site_gen.plugins import plugin_problem
from site_gen.tables import SiteInfo

if TYPE_CHECKING:
    from site_gen.render import Theme


class RenderJob(Struct, frozen=True):
    """What a worker needs to render: the templates, what every page shows, where files go."""

    theme: "Theme"
    site: SiteInfo
    staging: Path


class WrittenPage(Struct, frozen=True):
    """A page of the site in the making; `info` is None where its bytes are the published ones."""

    path: str
    run: int
    view: bytes
    digest: bytes
    info: FileStat | None
    fault: Problem | None = None
    """Why a page of a plug-in could not be rendered."""


def render_pages(job: RenderJob, pages: Sequence[tuple[DuePage, bytes, bytes]]) -> list[WrittenPage]:
    """Render each page and its twin; write what differs from the published bytes, whose digests come beside."""
    return [written for page in pages for written in render_page(job, *page)]


def render_page(job: RenderJob, due: DuePage, published: bytes, twin: bytes) -> Iterator[WrittenPage]:
    """The page and its twin, written where they differ from the published bytes with these digests."""
    try:
        raw = _bytes(job, due)
    except Exception as error:
        if not due.plugin:
            raise
        fault = plugin_problem(due.plugin, f"its page {due.path} cannot be rendered", error)
        yield WrittenPage(due.path, due.run, b"", b"", None, fault)
        return
    yield _written(job, due, due.path, raw, published)
    if due.twin:
        yield _written(job, due, due.twin, _twin(due), twin)


def _written(job: RenderJob, due: DuePage, path: str, raw: bytes, published: bytes) -> WrittenPage:
    found = digest(raw)
    info = None if found == published else write_file(job.staging, path, raw)
    return WrittenPage(path, due.run, due.view_digest, found, info)


def _twin(due: DuePage) -> bytes:
    """What a page shows, as JSON: the view that its template reads."""
    import msgspec

    shown = {"schema": 1, "page": due.path, "template": due.page.template, "view": due.page.view}
    return msgspec.json.encode(shown) + b"\n"


def _bytes(job: RenderJob, due: DuePage) -> bytes:
    if isinstance(due.page.view, RawFile):
        return due.page.view.text.encode("utf-8", "surrogatepass")
    from site_gen.render import render

    return render(due.page, job.site, job.theme)
