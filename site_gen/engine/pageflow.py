"""Pages that changed: views are made again where something they read changed, rendered where they differ."""

from array import array
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from msgspec import Struct

from site_gen.engine.codec import decodable, decode, digest, encode, number
from site_gen.engine.flow import Flow, run_of
from site_gen.errors import PublishError
from site_gen.pages import PAGES, urls
from site_gen.pages.page import Page, PageKind
from site_gen.plugins import plugin_problem
from site_gen.records.fields import field_names
from site_gen.tables import PROBLEMS, Row

_PUBLISHED = "SELECT path, view FROM pages WHERE run = ?"


class DuePage(Struct, frozen=True):
    """A page to be rendered."""

    path: str
    run: int
    view_digest: bytes
    page: Page
    plugin: str = ""
    """Name of the plug-in that it comes from; empty for our own."""
    twin: str = ""
    """Address of what it shows as JSON; empty for none."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Our own views cross to workers as MessagePack: a quarter of the time that pickling them takes."""
        page, view = self.page, self.page.view
        kind: Any = type(view)
        if self.plugin or not field_names(kind) or not decodable(kind):
            return DuePage, (self.path, self.run, self.view_digest, page, self.plugin, self.twin)
        carried = (self.path, self.run, self.view_digest, self.twin, page.path, page.template)
        return _carried, (*carried, kind, encode(view))


class PageFlow:
    """Runs page kinds over the tables and finds out which pages to render and which to remove."""

    def __init__(self, flow: Flow, stale_paths: Iterable[str], all_due: bool, twins: bool = False) -> None:
        """`stale_paths`: published files not as we left them; `all_due`: templates or settings changed;
        `twins`: what each page shows is published as JSON too."""
        self._twins = twins
        self._flow = flow
        self._stale = set(stale_paths)
        self._all_due = all_due
        self._new = flow.store.fresh
        self._claimed: dict[str, int] = {}
        self._before: set[str] = set()
        """Published pages that the runs of this build do not make again."""
        self.failed: set[str] = set()
        """Published pages that could not be rendered."""

    @property
    def gone(self) -> set[str]:
        """Published pages that are no more."""
        return (self._before - self._claimed.keys()) | self.failed

    def due(self, kinds: Iterable[PageKind[Any]]) -> Iterator[DuePage]:
        """Pages whose view is new or differs from the published one."""
        redo = self._runs_of(self._stale)
        for group in by_table(kinds):
            due = {kind.name: self._keys(kind, redo) for kind in group}
            table = group[0].reads
            for key in _in_order(group, set().union(*due.values())):
                rows = self._flow.reader.rows(table, key)
                for kind in group:
                    if key in due[kind.name]:
                        yield from self._run(kind, key, rows)
            self._flow.flush()

    def keys(self, group: Sequence[PageKind[Any]]) -> list[str]:
        """All keys that kinds of one table have pages for, where all is due."""
        return _in_order(group, set().union(*(self._keys(kind, {}) for kind in group)))

    def take(self, stage: str, key: str, cells: Iterable[int], paths: Iterable[str]) -> None:
        """Take in the pages of a key that another process has made."""
        run = run_of(stage, key)
        if not self._new:
            self._before |= {path for path, _ in self._flow.store.select(_PUBLISHED, run)}
        for path in paths:
            self._claim(path, run)
        self._flow.note_run(stage, key, array("q", cells), self._new)

    def _keys(self, kind: PageKind[Any], redo: dict[str, set[str]]) -> set[str]:
        due = self._flow.touched(kind.reads.name) | self._flow.readers(stage_of(kind))
        if self._all_due:
            query = "SELECT key FROM keys WHERE tbl = ? AND n > 0"
            due |= {key for (key,) in self._flow.store.select(query, kind.reads.name)}
        else:
            due |= redo.get(stage_of(kind), set())
        return {key for key in due if key.startswith(kind.under)} if kind.under else due

    def _run(self, kind: PageKind[Any], key: str, rows: tuple[Any, ...]) -> Iterator[DuePage]:
        flow, run = self._flow, run_of(stage_of(kind), key)
        before = {} if self._new else dict(flow.store.select(_PUBLISHED, run))
        flow.reader.seen = set()
        pages = list(kind.pages(key, rows, flow.reader)) if rows else []
        if kind.plugin:
            pages = self._free(kind, run, pages)
        for page in pages:
            twin = urls.twin(page.path) if self._twins else ""
            if kind.plugin and self._claimed.get(twin, run) != run:
                twin = ""
            files = {page.path, twin} - {""}
            view = view_digest(page)
            for path in files:
                self._claim(path, run)
            if self._all_due or files & self._stale or any(before.get(path) != view for path in files):
                yield DuePage(page.path, run, view, page, kind.plugin, twin)
            before = {path: known for path, known in before.items() if path not in files}
        self._before |= set(before)
        if rows:
            flow.trace(stage_of(kind), key, self._new)
        else:
            flow.drop(stage_of(kind), key)

    def _free(self, kind: PageKind[Any], run: int, pages: list[Page]) -> list[Page]:
        """Pages of a plug-in whose addresses nobody has; for the others a problem."""
        query = "SELECT run FROM pages WHERE path = ? AND run != ?"
        free, problems = [], []
        for page in pages:
            if self._claimed.get(page.path, run) != run or self._flow.store.select(query, page.path, run):
                problems.append(plugin_problem(kind.plugin, "another page has the address", page.path))
            else:
                free.append(page)
        owner = number("taken address", str(run))
        self._flow.replace(owner, [Row(PROBLEMS, problem.path, problem) for problem in problems])
        return free

    def _claim(self, path: str, run: int) -> None:
        if self._claimed.setdefault(path, run) != run:
            raise PublishError(f"two pages want the address {path}")

    def _runs_of(self, paths: Iterable[str]) -> dict[str, set[str]]:
        query = (
            "SELECT runs.stage, runs.key FROM pages JOIN runs ON runs.id = pages.run WHERE pages.path IN (?)"
        )
        found: dict[str, set[str]] = {}
        for stage, key in self._flow.store.select_in(query, sorted(paths)):
            found.setdefault(stage, set()).add(key)
        return found


def view_digest(page: Page) -> bytes:
    """What tells that a page would be rendered as before, while the templates are the same."""
    return digest(page.template.encode() + b"\0" + encode(page.view))


def _carried(
    path: str, run: int, view: bytes, twin: str, page: str, template: str, kind: type[Any], raw: bytes
) -> DuePage:
    """A due page as it comes out of `DuePage.__reduce__`."""
    return DuePage(path, run, view, Page(page, template, decode(raw, kind)), "", twin)


def by_table(kinds: Iterable[PageKind[Any]]) -> list[list[PageKind[Any]]]:
    """Our kinds that read one table together, so that what one has read is at hand for the next; then each
    kind of a plug-in alone, when all our addresses are taken."""
    groups: dict[str, list[PageKind[Any]]] = {}
    for kind in kinds:
        groups.setdefault(f"plug-in {kind.name}" if kind.plugin else kind.reads.name, []).append(kind)
    return sorted(groups.values(), key=lambda group: group[0].plugin != "")


def _in_order(group: Sequence[PageKind[Any]], keys: Set[str]) -> list[str]:
    """Keys whose pages read the same records follow one another, so that these are at hand."""
    by = group[0].beside
    return sorted(keys, key=lambda key: (key.rpartition(by)[2], key)) if by else sorted(keys)


def stage_of(kind: PageKind[Any]) -> str:
    """The name of a page kind's runs: never that of a stage."""
    return f"page {kind.name}"


UNLISTED = frozenset(stage_of(kind) for kind in PAGES if not kind.listed)
"""Runs whose pages the sitemap leaves out: forms of other pages, and pages that lead to them."""
