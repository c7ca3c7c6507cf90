"""One build from content to published site: whole or not at all, and only what changed."""

import contextlib
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen.engine.content import ContentScan
from site_gen.engine.lock import build_lock
from site_gen.engine.memory import Memory
from site_gen.engine.problems import problems
from site_gen.engine.publish import check_output, state_folder
from site_gen.engine.settings import BuildRequest, code_digest
from site_gen.engine.site import Outcome, SiteWriter
from site_gen.engine.store import Store, open_store
from site_gen.errors import Problem
from site_gen.plugins import load_toolbox

SELDOM = (1_000_000, 20, 100)
"""When cyclic garbage is looked for: after more values than an edit makes, as hardly any are in a cycle."""

Progress = Callable[[str, int, int], None]
"""Called with what is done now, how much of it is done, and of how much."""


class Timings(Struct):
    """Seconds of wall and processor time by stage, in order."""

    stages: dict[str, tuple[float, float]] = field(default_factory=dict)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure one stage."""
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            before = self.stages.get(name, (0.0, 0.0))
            self.stages[name] = (
                before[0] + time.perf_counter() - wall,
                before[1] + time.process_time() - cpu,
            )


class BuildReport(Struct, frozen=True):
    """What a build did."""

    articles: int
    counts: dict[str, int]
    """Records by kind."""
    pages: int
    written: int
    removed: int
    mode: str
    """How it was published: `new`, `exchange`, `file by file`, `unchanged`, or `withheld` under --strict."""
    problems: tuple[Problem, ...]
    seconds: float
    timings: Timings

    @property
    def errors(self) -> int:
        """Problems that kept something out."""
        return sum(problem.severity == "error" for problem in self.problems)


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""


def build(
    request: BuildRequest, progress: Progress = no_progress, memory: Memory | None = None
) -> BuildReport:
    """Bring the published folder up to date with the content. `memory`: of earlier builds by this process.

    `UsageError` where the request is refused, `PublishError` and OSError where writing failed: then the old
    site stands as it was. Trouble in content is in the report.
    """
    started = time.perf_counter()
    timings = Timings()
    check_output(request.output, request.content, request.adopt)
    state = state_folder(request.output)
    with build_lock(state), _rare_collections():
        request = replace(request, plugins=request.used_plugins)
        store = _store(request, state, timings)
        try:
            outcome = _build(request, store, state, progress, timings, memory or Memory())
            return _report(store, outcome, timings, started)
        finally:
            store.close()


@contextlib.contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for cyclic garbage seldom: a build makes many values that live to its end, and hardly a cycle."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _store(request: BuildRequest, state: Path, timings: Timings) -> Store:
    with timings.stage("open cache"):
        if request.clean:
            for path in state.glob("cache.db*"):
                path.unlink()
        return open_store(state / "cache.db", code_digest(request.used_plugins))


def _build(
    request: BuildRequest,
    store: Store,
    state: Path,
    progress: Progress,
    timings: Timings,
    memory: Memory,
) -> Outcome:
    with timings.stage("scan"):
        content = ContentScan(request, store, plugin_suffixes(request, store))
        content.look()
        memory.look(request.output, store)
        writer = SiteWriter(request, store, state, memory)
    if not (content.changed or writer.changed):
        return writer.unchanged()
    return writer.write(content, progress, timings)


def plugin_suffixes(request: BuildRequest, store: Store) -> tuple[str, ...]:
    """Endings of files that plug-ins read; remembered, so that an unchanged build imports no plug-in."""
    if not request.used_plugins:
        return ()
    known = store.fact("plug-in suffixes")
    if known is None:
        known = " ".join(load_toolbox(request.used_plugins).suffixes).encode()
        store.set_fact("plug-in suffixes", known)
    return tuple(known.decode().split())


def _report(store: Store, outcome: Outcome, timings: Timings, started: float) -> BuildReport:
    counts = dict(store.select("SELECT tbl, n FROM sizes"))
    return BuildReport(
        articles=counts.get("articles", 0),
        counts=counts,
        pages=store.select("SELECT count(*) FROM pages")[0][0],
        written=outcome.written,
        removed=outcome.removed,
        mode=outcome.mode,
        problems=problems(store),
        seconds=time.perf_counter() - started,
        timings=timings,
    )
