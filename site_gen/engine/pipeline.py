"""The whole data flow in one place: stages, then pages; and the rows that settings contribute."""

from collections.abc import Iterator, Set
from typing import Any

from site_gen import analyse, export, resolve
from site_gen.analyse.tables import TOPIC_LIST, TopicEntry
from site_gen.decisions import read_decisions
from site_gen.engine.codec import decode, encode
from site_gen.engine.flow import run_of
from site_gen.engine.settings import BuildRequest, decision_files, journal_files
from site_gen.engine.shelves import cell_of, emitted, table_values
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.export.data.examples import examples
from site_gen.export.data.kinds import KINDS
from site_gen.export.fragment import FRAGMENTS
from site_gen.export.records import PATH as RECORDS_PATH
from site_gen.export.records import STAGES as RECORD_STAGES
from site_gen.exports import GROUPS, chosen
from site_gen.journal import read_journal
from site_gen.pages import PAGES as SITE_PAGES
from site_gen.pages.page import PageKind
from site_gen.pages.registers import STAGES as REGISTER_STAGES
from site_gen.tables import CHANGES, DECISIONS, EXPORTED, FORMS, PROBLEMS, SITE, Exported, Row, StageSpec

STAGES: tuple[StageSpec[Any], ...] = (
    *resolve.STAGES,
    *analyse.STAGES,
    *REGISTER_STAGES,
    *export.STAGES,
)
assert len({stage.name for stage in STAGES}) == len(STAGES), "two stages of one name"

PAGES: tuple[PageKind[Any], ...] = (*SITE_PAGES, *export.FILES)


_LOOKED_AT = 40
"""Records of each kind among which an example of each field is looked for."""


def settings_rows(request: BuildRequest) -> Iterator[Row]:
    """What site.yaml and decisions.yaml say, as input of the stages."""
    yield Row(SITE, "site", request.config.site)
    for number, topic in enumerate(request.config.topics):
        yield Row(TOPIC_LIST, "all", TopicEntry(topic.name, topic.terms), f"{number:04d}")
    yield from _journal_rows(request)
    for path in decision_files(request.content):
        decisions, problems = read_decisions(path.read_bytes(), path.name)
        for decision in decisions:
            yield Row(DECISIONS, decision.target, decision, f"{decision.line:06d}")
        for problem in problems:
            yield Row(PROBLEMS, problem.path, problem)


def _journal_rows(request: BuildRequest) -> Iterator[Row]:
    for path in journal_files(request.content):
        entries, problems = read_journal(path.read_bytes(), path.name)
        for number, entry in enumerate(entries):
            yield Row(CHANGES, entry.day, entry, f"{number:08d}")
        for problem in problems:
            yield Row(PROBLEMS, problem.path, problem)


def unused_decisions(store: Store) -> Iterator[Row]:
    """A warning for every decision that no stage asked for: nothing has that id (any more). Pages ask for all."""
    asked = "SELECT 1 FROM reads JOIN runs ON runs.id = reads.run WHERE cell = ? AND stage NOT LIKE 'page %' LIMIT 1"
    for key, decision in table_values(store, DECISIONS):
        if store.select(asked, cell_of(DECISIONS, key)):
            continue
        message = f"`{decision.action}: {decision.target}` matches nothing on the site"
        hint = "the record is gone or has another id: see the address of its page"
        problem = Problem("decisions.yaml", decision.line, 0, "decision-unused", message, hint, "", "warning")
        yield Row(PROBLEMS, problem.path, problem)


def exported_rows(store: Store, request: BuildRequest, done: Set[int]) -> Iterator[Row]:
    """How many records there are, and in which forms they are published. `done`: the runs of this build."""
    counts = tuple((kind.name, _records_of(kind.name, store)) for kind in KINDS)
    groups = chosen(request.config.exports, sum(n for _, n in counts))
    left_out = tuple(name for name in GROUPS if name not in groups)
    shown = _shown(store, done)
    yield from (Row(FORMS, "all", name) for name in groups)
    yield Row(EXPORTED, "data", Exported(counts, groups, shown, left_out))


def _records_of(kind: str, store: Store) -> int:
    """How many records of a kind there are."""
    query = "SELECT coalesce(sum(n), 0) FROM keys WHERE tbl = ? AND key >= ? AND key < ?"
    start = f"{RECORDS_PATH}#{kind}"
    found: int = store.select(query, FRAGMENTS.name, f"{start}#", f"{start}$")[0][0]
    return found


def _shown(store: Store, done: Set[int]) -> tuple[tuple[str, str, str], ...]:
    """An example of each field, from the last time where no run that gives one was done since."""
    runs = _first_runs(store)
    known = store.fact("examples")
    if known is not None:
        before, shown = decode(known, tuple[list[int], tuple[tuple[str, str, str], ...]])
        if before == runs and done.isdisjoint(runs):
            return shown
    shown = tuple(examples(_records(store, runs)))
    store.set_fact("examples", encode((runs, shown)))
    return shown


def _first_runs(store: Store) -> list[int]:
    """The runs that make some records of each kind: those of the first keys, which no other article moves."""
    keys = "SELECT key FROM keys WHERE tbl = ? AND n > 0 ORDER BY key LIMIT ?"
    return [
        run_of(stage.name, key)
        for stage in RECORD_STAGES
        for (key,) in store.select(keys, stage.reads.name, _LOOKED_AT)
    ]


def _records(store: Store, runs: list[int]) -> dict[str, list[bytes]]:
    """Records by kind, as JSON, at most so many of each as are looked at."""
    found: dict[str, list[bytes]] = {kind.name: [] for kind in KINDS}
    for run in runs:
        for place, (_, raw) in emitted(store, run, FRAGMENTS):
            file, kind = place.split("#", 2)[:2]
            if file == RECORDS_PATH and kind in found and len(found[kind]) < _LOOKED_AT:
                found[kind].append(decode(raw, str).encode())
    return found
