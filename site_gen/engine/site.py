"""The site in the making: what is due is run and rendered beside the old site, then both are exchanged."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from site_gen.engine.codec import digest, number
from site_gen.engine.content import ContentScan
from site_gen.engine.ledger import Ledger
from site_gen.engine.listing import MANIFEST
from site_gen.engine.looks import Looks
from site_gen.engine.memory import Memory
from site_gen.engine.publish import (
    changed_manifest,
    exchange,
    link_files,
    manifest_text,
    read_manifest,
    remove_tree,
    write_file,
)
from site_gen.engine.settings import BuildRequest, settings_digest
from site_gen.engine.spare import Spare
from site_gen.engine.store import Store
from site_gen.plugins import Toolbox, load_toolbox

if TYPE_CHECKING:
    from site_gen.engine.flow import Flow

_MANIFEST_RUN = number("manifest")
_PATCHED = 1000
"""Files that are put into the manifest one by one, at most."""


class Outcome(Struct, frozen=True):
    """What became of the published folder."""

    mode: str
    written: int = 0
    removed: int = 0


class SiteWriter:
    """Brings the published folder to what the content says."""

    def __init__(self, request: BuildRequest, store: Store, state: Path, memory: Memory) -> None:
        self._request = request
        self._store = store
        self._staging = state / "new"
        self._looks = Looks(request, store)
        self._settings = settings_digest(request)
        self._ledger = Ledger(store, self._staging, memory)

    @property
    def changed(self) -> bool:
        """Whether pages are due whatever the content: templates or settings changed, or published files."""
        same_settings = self._store.fact("settings") == self._settings
        return self._looks.changed or not same_settings or bool(self._ledger.stale)

    def unchanged(self) -> Outcome:
        """Nothing to publish; what was learnt about content files is kept."""
        self._store.commit()
        self._ledger.memory.keep(self._request.output, self._store)
        return Outcome("unchanged")

    def write(self, content: ContentScan, progress: Callable[[str, int, int], None], timings: Any) -> Outcome:
        """Carry the content through all stages and publish what differs."""
        from site_gen.engine.flow import Flow
        from site_gen.engine.shared_files import SharedFiles

        remove_tree(self._staging)
        self._staging.mkdir(parents=True)
        flow = Flow(self._store)
        tools = load_toolbox(self._request.used_plugins)
        with timings.stage("read and extract"):
            self._read(content, flow, progress, tools)
        with timings.stage("resolve and analyse"):
            self._analyse(flow, tools)
        if self._request.strict and self._errors():
            return Outcome("withheld")
        with timings.stage("pages"):
            gone = self._pages(flow, progress, tools)
        with timings.stage("shared files"):
            shared = SharedFiles(self._ledger, self._looks, self._request.config.site, self._request.output)
            gone |= shared.write(flow.touched("fragments"), gone, tools.templates)
        with timings.stage("publish"):
            return self._publish(gone)

    def _read(
        self, content: ContentScan, flow: "Flow", progress: Callable[[str, int, int], None], tools: Toolbox
    ) -> None:
        from site_gen.engine.pipeline import settings_rows
        from site_gen.engine.reading import read_content
        from site_gen.tables import PROBLEMS, Row

        read_content(content, flow, progress, tools)
        flow.replace(number("settings"), settings_rows(self._request))
        told = (*tools.problems, *self._looks.notes(tools))
        flow.replace(number("plug-ins"), [Row(PROBLEMS, p.path, p) for p in told])

    def _analyse(self, flow: "Flow", tools: Toolbox) -> None:
        from site_gen.engine.exported import exported_rows
        from site_gen.engine.extensions import plugin_stages
        from site_gen.engine.pipeline import STAGES, unused_decisions

        stages = (*STAGES, *plugin_stages(tools, STAGES)) if tools.stages else STAGES
        flow.run(stages)
        flow.replace(number("unused decisions"), unused_decisions(self._store))
        flow.run(stages)
        flow.replace(number("exported"), exported_rows(self._store, self._request, flow.done))
        flow.flush()

    def _errors(self) -> bool:
        from site_gen.engine.problems import problems

        return any(problem.severity == "error" for problem in problems(self._store))

    def _pages(self, flow: "Flow", progress: Callable[[str, int, int], None], tools: Toolbox) -> set[str]:
        """Render what is due into the staging folder; returns the pages that are no more."""
        from site_gen.engine.making import PageMaker
        from site_gen.engine.rendering import RenderJob
        from site_gen.engine.workers import cores

        job = RenderJob(self._looks.theme(tools), self._request.config.site, self._staging)
        maker = PageMaker(flow, self._ledger, job, self._request.processes or cores(), progress)
        return maker.make(tools, self._looks.changed)

    def _publish(self, gone: set[str]) -> Outcome:
        """Exchange the folders if anything differs. The cache is kept first: if the exchange fails, the next
        build sees that files are not as noted, and mends them."""
        output, ours, ledger = self._request.output, self._ours(gone), self._ledger
        self._looks.keep()
        self._store.set_fact("settings", self._settings)
        if not (ledger.written or gone or ours):
            return self.unchanged()
        lost = gone | ours
        self._list(lost)
        changed = lost | ledger.written.keys()
        foreign = ledger.foreign(changed)
        spare = Spare(self._staging.parent, self._store)
        if spare.take(foreign):
            whole = spare.folder
            spare.renew(output, self._staging, ledger.written, lost)
        else:
            whole = self._staging
            link_files(output, whole, sorted(ledger.memory.there.keys() - changed))
        most = 2 * len(changed) > self._store.select("SELECT count(*) FROM pages")[0][0]
        spare.note(() if most else changed, foreign)
        ledger.settle(foreign)
        self._store.commit()
        mode = exchange(whole, output)
        if mode != "file by file" and most:
            remove_tree(whole)
            spare.fill(output)
        elif mode == "exchange":
            spare.keep(whole)
        remove_tree(self._staging)
        ledger.memory.change(ledger.written, lost)
        ledger.memory.keep(output, self._store)
        return Outcome(mode, len(ledger.written) - 1, len(lost))

    def _list(self, lost: set[str]) -> None:
        """Write the manifest: the digests of all other files of the site."""
        before, ledger = self._published_manifest(), self._ledger
        if before and len(ledger.written) < _PATCHED:
            query = "SELECT path, digest FROM pages WHERE path IN (?)"
            ledger.keep()
            changed = dict(self._store.select_in(query, sorted(ledger.written)))
            raw = changed_manifest(before, changed, lost)
        else:
            raw = manifest_text(
                dict(ledger.asked("SELECT path, digest FROM pages WHERE path != ?", MANIFEST))
            )
        info = write_file(self._staging, MANIFEST, raw)
        ledger.note(MANIFEST, _MANIFEST_RUN, b"", digest(raw), info)
        ledger.keep()

    def _published_manifest(self) -> bytes:
        """The manifest of the last build, if it is as that left it; else nothing."""
        known = self._ledger.digest(MANIFEST)
        try:
            raw = (self._request.output / MANIFEST).read_bytes() if known else b""
        except OSError:
            return b""
        return raw if raw and digest(raw) == known else b""

    def _ours(self, gone: set[str]) -> set[str]:
        """Files of an earlier build that the cache knows nothing of: to be removed."""
        ledger = self._ledger
        if ledger.as_left(MANIFEST) and not self._store.fresh:
            return set()
        known = {path for (path,) in ledger.asked("SELECT path FROM pages")}
        return (
            (set(read_manifest(self._request.output)) & set(ledger.memory.there)) - known - gone - {MANIFEST}
        )
