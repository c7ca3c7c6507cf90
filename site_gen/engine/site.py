"""The site in the making: what is due is run and rendered beside the old site, then both are exchanged."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from site_gen.engine.codec import digest, number
from site_gen.engine.content import ContentScan
from site_gen.engine.publish import (
    MANIFEST,
    FileStat,
    FileWriter,
    WrittenFile,
    exchange,
    link_files,
    manifest_text,
    read_manifest,
    remove_tree,
    write_file,
)
from site_gen.engine.settings import BuildRequest, settings_digest, template_folders, tree_digest
from site_gen.engine.spare import Spare
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.exports import beside
from site_gen.plugins import Toolbox, load_toolbox

if TYPE_CHECKING:
    from site_gen.engine.assemble import Span
    from site_gen.engine.flow import Flow

_RENDER_CHUNK = 40
_SERIAL_BELOW = 150
_SHARED = number("shared files")
_DATA = number("data files")
_STATIC = number("static files")
_HELD = 500
"""Files of which notes are kept before they are written."""
_INSERT = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the published folder."""

    mode: str
    written: int = 0
    removed: int = 0


class SiteWriter:
    """Brings the published folder to what the content says."""

    def __init__(
        self, request: BuildRequest, store: Store, state: Path, there: Mapping[str, FileStat]
    ) -> None:
        config = request.config
        self._request = request
        self._store = store
        self._staging = state / "new"
        self._there = there
        self._templates = (*_own_templates(request), *template_folders())
        shown = (
            config.title,
            config.tagline,
            config.base_url,
            config.language,
            config.author,
            config.licence,
            beside(config.exports),
        )
        self._looks = digest(repr(shown).encode() + b"".join(map(tree_digest, self._templates)))
        self._settings = settings_digest(request)
        known = store.select("SELECT path, size, mtime FROM pages")
        self._stale = {path for path, size, mtime in known if there.get(path) != (size, mtime)}
        self._known = {path for path, _, _ in known}
        self._written: dict[str, FileStat] = {}
        self._noted: list[tuple[str, int, bytes, bytes, int, int]] = []

    @property
    def changed(self) -> bool:
        """Whether pages are due whatever the content: templates or settings changed, or published files."""
        facts = self._store.fact
        return bool(self._stale) or facts("looks") != self._looks or facts("settings") != self._settings

    def unchanged(self) -> Outcome:
        """Nothing to publish; what was learnt about content files is kept."""
        self._store.commit()
        return Outcome("unchanged")

    def write(self, content: ContentScan, progress: Callable[[str, int, int], None], timings: Any) -> Outcome:
        """Carry the content through all stages and publish what differs."""
        from site_gen.engine.extensions import plugin_stages
        from site_gen.engine.flow import Flow
        from site_gen.engine.pipeline import STAGES, exported_rows, settings_rows, unused_decisions
        from site_gen.engine.reading import read_content
        from site_gen.tables import PROBLEMS, Row

        remove_tree(self._staging)
        self._staging.mkdir(parents=True)
        flow = Flow(self._store)
        tools = load_toolbox(self._request.used_plugins)
        stages = (*STAGES, *plugin_stages(tools, STAGES)) if tools.stages else STAGES
        with timings.stage("read and extract"):
            read_content(content, flow, progress, tools)
            flow.replace(number("settings"), settings_rows(self._request))
            told = (*tools.problems, *self._template_notes(tools))
            flow.replace(number("plug-ins"), [Row(PROBLEMS, p.path, p) for p in told])
        with timings.stage("resolve and analyse"):
            flow.run(stages)
            flow.replace(number("unused decisions"), unused_decisions(self._store))
            flow.run(stages)
            flow.replace(number("exported"), exported_rows(self._store, self._request))
            flow.flush()
        if self._request.strict and self._errors():
            return Outcome("withheld")
        with timings.stage("pages"):
            gone = self._pages(flow, progress, tools)
        with timings.stage("shared files"):
            gone |= self._static(tools.templates)
            fragments = flow.touched("fragments")
            self._assemblies(fragments)
            gone |= self._data(fragments)
            gone |= self._families(fragments)
            gone |= self._listings(gone)
        with timings.stage("publish"):
            return self._publish(gone)

    def _errors(self) -> bool:
        from site_gen.engine.problems import problems

        return any(problem.severity == "error" for problem in problems(self._store))

    def _pages(self, flow: "Flow", progress: Callable[[str, int, int], None], tools: Toolbox) -> set[str]:
        """Render what is due into the staging folder; returns the pages that are no more."""
        from site_gen.engine.extensions import plugin_pages
        from site_gen.engine.pageflow import PageFlow
        from site_gen.engine.pipeline import PAGES
        from site_gen.engine.rendering import RenderJob, render_pages
        from site_gen.engine.workers import cores, in_parts, spread
        from site_gen.pages import urls
        from site_gen.render import Theme
        from site_gen.tables import PROBLEMS, Row

        all_due = self._store.fact("looks") != self._looks
        page_flow = PageFlow(flow, self._stale, all_due, "twins" in self._request.config.site.beside)
        folders = self._folders(tools.templates)
        job = RenderJob(Theme(folders, tools.filters, self._looks), self._request.config.site, self._staging)
        parts = in_parts(
            self._with_digests(page_flow.due((*PAGES, *plugin_pages(tools, flow)))), _RENDER_CHUNK
        )
        likely = len(flow.touched("articles")) + len(self._known if all_due else self._stale)
        processes = 1 if likely < _SERIAL_BELOW else self._request.processes or cores()
        for done, page in enumerate(spread(render_pages, job, parts, processes, _lost_page)):
            progress("Writing pages", done + 1, 0)
            if page.fault is not None:
                page_flow.gone |= {page.path, urls.twin(page.path)} & self._known
                flow.replace(number("page", page.path), [Row(PROBLEMS, page.fault.path, page.fault)])
                continue
            self._note(page.path, page.run, page.view, page.digest, page.info)
        flow.flush()
        self._keep_notes()
        for path in page_flow.gone:
            self._store.db.execute("DELETE FROM pages WHERE path = ?", (path,))
        return page_flow.gone

    def _with_digests(self, due: Iterator[Any]) -> Iterator[tuple[Any, bytes, bytes]]:
        """Each due page with the digests of its published bytes and of its twin's."""
        for page in due:
            yield page, self._digest(page.path), self._digest(page.twin) if page.twin else b""

    def _digest(self, path: str) -> bytes:
        """The digest of a published file; empty where it is not as we left it."""
        if path not in self._known or path in self._stale:
            return b""
        found = self._store.select("SELECT digest FROM pages WHERE path = ?", path)
        return found[0][0] if found else b""

    def _note(self, path: str, run: int, view: bytes, found: bytes, info: FileStat | None) -> None:
        """Remember a file of the site; one without `info` stays as published."""
        if info is None:
            update = "UPDATE pages SET run = ?, view = ? WHERE path = ?"
            self._store.db.execute(update, (run, view, path))
            return
        self._written[path] = info
        self._noted.append((path, run, view, found, info.size, info.mtime))
        if len(self._noted) > _HELD:
            self._keep_notes()

    def _asked(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is known of published files, with those of this build."""
        self._keep_notes()
        return self._store.select(query, *values)

    def _keep_notes(self) -> None:
        """Hand what was noted of files to the store."""
        self._store.db.executemany(_INSERT, self._noted)
        self._noted = []

    def _template_notes(self, tools: Toolbox) -> tuple[Problem, ...]:
        """What has no effect in the site's own templates, if it has any."""
        if len(self._templates) == 1:
            return ()
        from site_gen.render import Theme
        from site_gen.render.lint import template_notes

        theme = Theme(self._folders(tools.templates), tools.filters, self._looks)
        return template_notes(self._templates[0], theme)

    def _folders(self, theirs: tuple[Path, ...]) -> tuple[Path, ...]:
        """Folders of templates: the site's own, those of plug-ins, the packaged one."""
        return (*self._templates[:-1], *theirs, *self._templates[-1:])

    def _static(self, theirs: tuple[Path, ...]) -> set[str]:
        """Assets of the theme; a site's own file takes the place of the theme's of the same name.

        Returns those that are no more.
        """
        found: dict[str, Path] = {}
        for folder in reversed(self._folders(theirs)):
            root = folder / "static"
            files = root.rglob("*") if root.is_dir() else ()
            found |= {f"static/{file.relative_to(root).as_posix()}": file for file in files if file.is_file()}
        return self._several(_STATIC, ((path, found[path].read_bytes()) for path in sorted(found)))

    def _assemblies(self, touched: set[str]) -> None:
        from site_gen.engine.assemble import Assembled, is_touched
        from site_gen.export import ASSEMBLIES

        for assembly in ASSEMBLIES:
            as_left = assembly.path in self._known - self._stale
            if as_left and not is_touched(assembly, touched):
                continue
            made = Assembled(assembly, self._store, touched, as_left)
            self._stream(assembly.path, made.pieces())
            made.keep()

    def _stream(self, path: str, pieces: "Iterable[bytes | Span]") -> None:
        """Write a shared file that need not fit into memory; spans are copied from the published one."""
        writer = FileWriter(self._staging, path)
        with contextlib.ExitStack() as held:
            published: BinaryIO | None = None
            for piece in pieces:
                if isinstance(piece, bytes):
                    writer.write(piece)
                    continue
                published = published or held.enter_context((self._request.output / path).open("rb"))
                writer.copy(published, *piece)
        self._adopt(writer.close(), _SHARED)

    def _adopt(self, file: WrittenFile, run: int) -> None:
        """Take in a file that stands in the staging folder, unless it is published as it should be."""
        published = self._asked("SELECT digest FROM pages WHERE path = ?", file.path)
        if published and published[0][0] == file.digest and file.path not in self._stale:
            (self._staging / file.path).unlink()
        else:
            self._note(file.path, run, b"", file.digest, file.info)

    def _data(self, touched: set[str]) -> set[str]:
        """Files made of all records; returns those that are no more."""
        from site_gen.engine.data_files import exported, wanted_files, write_data_files

        groups, site = exported(self._store), self._request.config.site
        known = {path for (path,) in self._asked("SELECT path FROM pages WHERE run = ?", _DATA)}
        paths = wanted_files(groups)
        same = known == paths and not (paths & self._stale) and self._store.fact("looks") == self._looks
        if same and not any(key.startswith("data/records.json#") for key in touched):
            return set()
        for file in write_data_files(self._store, groups, site, self._staging):
            self._adopt(file, _DATA)
        for path in known - paths:
            self._store.db.execute("DELETE FROM pages WHERE path = ?", (path,))
        return known - paths

    def _families(self, touched: set[str]) -> set[str]:
        """Files that come in any number; returns those that are no more."""
        from site_gen.engine.assemble import changed_parts, family_files
        from site_gen.export import FAMILIES

        gone: set[str] = set()
        for family in FAMILIES:
            for part in changed_parts(family, self._store, touched, bool(self._stale)):
                gone |= self._several(
                    number("family", family.path, part), family_files(family, part, self._store)
                )
        return gone

    def _listings(self, gone: set[str]) -> set[str]:
        """Files that tell which files there are; returns those that are no more."""
        from site_gen.engine.pageflow import UNLISTED
        from site_gen.export import LISTINGS

        same_looks = self._store.fact("looks") == self._looks
        if same_looks and not (gone or self._stale or self._written.keys() - self._known):
            return set()
        query = "SELECT pages.path, runs.stage FROM pages LEFT JOIN runs ON runs.id = pages.run ORDER BY path"
        paths = [path for path, stage in self._asked(query) if stage not in UNLISTED]
        lost: set[str] = set()
        for listing in LISTINGS:
            files = listing.files(paths, self._request.config.site)
            lost |= self._several(
                number("listing", listing.name), ((path, text.encode()) for path, text in files)
            )
        return lost

    def _several(self, run: int, files: Iterable[tuple[str, bytes]]) -> set[str]:
        """Make `files` all that `run` has published; returns what it had besides."""
        gone = {path for (path,) in self._asked("SELECT path FROM pages WHERE run = ?", run)}
        for path, raw in files:
            self._shared(path, raw, run)
            gone.discard(path)
        for path in gone:
            self._store.db.execute("DELETE FROM pages WHERE path = ?", (path,))
        return gone

    def _shared(self, path: str, raw: bytes, run: int = _SHARED) -> None:
        """Write a file that is no page, unless it is published as it should be."""
        found = digest(raw)
        published = self._asked("SELECT digest FROM pages WHERE path = ?", path)
        if path in self._written:
            (self._staging / path).unlink()
        elif published and published[0][0] == found and path not in self._stale:
            return
        self._note(path, run, b"", found, write_file(self._staging, path, raw))

    def _publish(self, gone: set[str]) -> Outcome:
        """Exchange the folders if anything differs. The cache is kept first: if the exchange fails, the next
        build sees that files are not as noted, and mends them."""
        output, ours = self._request.output, self._ours(gone)
        self._store.set_fact("looks", self._looks)
        self._store.set_fact("settings", self._settings)
        if not (self._written or gone or ours):
            self._store.commit()
            return Outcome("unchanged")
        pages = dict(self._asked("SELECT path, digest FROM pages WHERE path != ?", MANIFEST))
        raw = manifest_text(pages)
        self._written.pop(MANIFEST, None)
        self._note(MANIFEST, _SHARED, b"", digest(raw), write_file(self._staging, MANIFEST, raw))
        self._keep_notes()
        changed = {*self._written, *gone, *ours}
        foreign = {p: info for p, info in self._there.items() if p not in pages and p not in changed}
        foreign.pop(MANIFEST, None)
        spare = Spare(self._staging.parent, self._store)
        if spare.take(foreign):
            whole = spare.folder
            spare.renew(output, self._staging, self._written, gone | ours)
        else:
            whole = self._staging
            link_files(output, whole, sorted(self._there.keys() - changed))
        most = 2 * len(changed) > len(pages)
        spare.note(() if most else changed, foreign)
        self._store.commit()
        mode = exchange(whole, output)
        if mode != "file by file" and most:
            remove_tree(whole)
            spare.fill(output)
        elif mode == "exchange":
            spare.keep(whole)
        remove_tree(self._staging)
        return Outcome(mode, len(self._written) - 1, len(gone | ours))

    def _ours(self, gone: set[str]) -> set[str]:
        """Files of an earlier build that the cache knows nothing of: to be removed."""
        if MANIFEST not in self._stale and not self._store.fresh and MANIFEST in self._known:
            return set()
        known = {path for (path,) in self._asked("SELECT path FROM pages")}
        return (set(read_manifest(self._request.output)) & set(self._there)) - known - gone - {MANIFEST}


def _own_templates(request: BuildRequest) -> tuple[Path, ...]:
    """The site's own templates, beside its content, if it has any."""
    own = request.content.resolve().parent / "templates"
    return (own,) if own.is_dir() and own not in template_folders() else ()


def _lost_page(item: Any) -> Any:
    from site_gen.errors import PublishError

    raise PublishError(f"rendering {item[0].path} ended the process that did it")
