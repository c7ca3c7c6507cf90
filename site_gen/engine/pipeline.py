"""The whole data flow in one place: stages, then pages; and the rows that settings contribute."""

from collections.abc import Iterator
from typing import Any

from site_gen import analyse, export, resolve
from site_gen.analyse.tables import TOPIC_LIST, TopicEntry
from site_gen.decisions import read_decisions
from site_gen.engine.settings import BuildRequest, decision_files, journal_files
from site_gen.engine.shelves import cell_of, table_values
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.journal import read_journal
from site_gen.pages import PAGES as SITE_PAGES
from site_gen.pages.page import PageKind
from site_gen.pages.registers import STAGES as REGISTER_STAGES
from site_gen.tables import CHANGES, DECISIONS, PROBLEMS, SITE, Row, StageSpec

STAGES: tuple[StageSpec[Any], ...] = (
    *resolve.STAGES,
    *analyse.STAGES,
    *REGISTER_STAGES,
    *export.STAGES,
)

assert len({stage.name for stage in STAGES}) == len(STAGES), "two stages of one name"

PAGES: tuple[PageKind[Any], ...] = (*SITE_PAGES, *export.FILES)


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
