"""Pages that are due, into the site in the making: over processes where there are many."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from site_gen.engine.codec import number
from site_gen.engine.extensions import plugin_pages
from site_gen.engine.flow import Flow
from site_gen.engine.ledger import Ledger
from site_gen.engine.pageflow import DuePage, PageFlow
from site_gen.engine.pipeline import PAGES
from site_gen.engine.rendering import RenderJob, WrittenPage, render_pages
from site_gen.engine.whole import PagesJob, grouped, lost_key, make_pages
from site_gen.engine.workers import in_parts, spread
from site_gen.errors import PublishError
from site_gen.pages import urls
from site_gen.plugins import Toolbox
from site_gen.tables import PROBLEMS, Row

_PAGES = 40
"""Pages that a process renders at once."""
_KEYS = 20
"""Keys whose pages a process makes at once."""
_SERIAL_BELOW = 150
"""Pages that are rendered sooner here than over processes."""


class PageMaker:
    """Makes the pages of one build."""

    def __init__(
        self,
        flow: Flow,
        ledger: Ledger,
        job: RenderJob,
        processes: int,
        progress: Callable[[str, int, int], None],
    ) -> None:
        self._flow = flow
        self._ledger = ledger
        self._job = job
        self._processes = processes
        self._progress = progress
        self._done = 0

    def make(self, tools: Toolbox, all_due: bool) -> set[str]:
        """Write what is due; returns the pages that are no more. `all_due`: whatever their views are."""
        ledger, twins = self._ledger, "twins" in self._job.site.beside
        pages = PageFlow(self._flow, ledger.stale, all_due, twins)
        theirs = plugin_pages(tools, self._flow)
        if self._few(all_due):
            self._render(pages, pages.due((*PAGES, *theirs)), 1)
        elif all_due and (cache := self._flow.store.share()):
            self._whole(pages, cache, twins)
            self._render(pages, pages.due(theirs), self._processes)
        else:
            self._render(pages, pages.due((*PAGES, *theirs)), self._processes)
        self._flow.flush()
        ledger.keep()
        ledger.drop(pages.gone)
        return pages.gone

    def _few(self, all_due: bool) -> bool:
        """Whether starting processes would cost more than it saves."""
        again = self._ledger.known if all_due else self._ledger.stale
        likely = len(self._flow.touched("articles")) + len(again)
        return self._processes < 2 or likely < _SERIAL_BELOW

    def _whole(self, pages: PageFlow, cache: Path, twins: bool) -> None:
        """Every page of ours: processes make the views too, from the cache as it was shared."""
        groups = grouped(PAGES)
        stale = frozenset() if self._flow.store.fresh else frozenset(self._ledger.stale)
        job = PagesJob(cache, groups, self._job, twins, stale)
        keys = ((n, key) for n, group in enumerate(groups) for key in pages.keys(group))
        self._flow.reader.let_go()
        parts = in_parts(keys, _KEYS)
        fresh = self._flow.store.fresh
        for made in spread(make_pages, job, parts, self._processes, lost_key, anew=fresh):
            pages.take(made.stage, made.key, made.cells, [page.path for page in made.pages])
            for page in made.pages:
                self._note(page)

    def _render(self, pages: PageFlow, due: Iterator[DuePage], processes: int) -> None:
        """Views are made here; where they differ, they are rendered over processes."""
        parts = in_parts(self._with_digests(due), _PAGES)
        for page in spread(render_pages, self._job, parts, processes, _lost_page):
            if page.fault is None:
                self._note(page)
            else:
                pages.failed |= {page.path, urls.twin(page.path)} & self._ledger.known
                row = Row(PROBLEMS, page.fault.path, page.fault)
                self._flow.replace(number("page", page.path), [row])

    def _note(self, page: WrittenPage) -> None:
        self._done += 1
        self._progress("Writing pages", self._done, 0)
        self._ledger.note(page.path, page.run, page.view, page.digest, page.info)

    def _with_digests(self, due: Iterator[DuePage]) -> Iterator[tuple[DuePage, bytes, bytes]]:
        """Each due page with the digests of its published bytes and of its twin's."""
        digest = self._ledger.digest
        for page in due:
            yield page, digest(page.path), digest(page.twin) if page.twin else b""


def _lost_page(item: Any) -> Any:
    raise PublishError(f"rendering {item[0].path} ended the process that did it")
