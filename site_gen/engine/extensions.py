"""Plug-ins at work: what fails in one is told with its name, and costs nothing else."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from site_gen.engine.codec import encode, number
from site_gen.engine.flow import Flow
from site_gen.errors import Problem
from site_gen.lexicon import Lexicon
from site_gen.pages.page import Page, PageKind
from site_gen.plugins import Loader, Toolbox, plugin_problem
from site_gen.records import Article, Evidence, Findings
from site_gen.records.fields import field_names
from site_gen.tables import PROBLEMS, Reader, Row, StageSpec

Extractors = tuple[tuple[str, Callable[[Article, Findings, Lexicon], Findings]], ...]


def loader_for(path: str, loaders: Sequence[tuple[str, Loader]]) -> tuple[str, Loader] | None:
    """The plug-in and its loader that reads files of this name, if any does."""
    name = path.lower()
    return next((tool for tool in loaders if name.endswith(tool[1].suffixes)), None)


def extended(
    article: Article, found: Findings, lexicon: Lexicon, extractors: Extractors
) -> tuple[Findings, list[Problem]]:
    """What was found and what plug-ins make of it; of one that fails nothing is kept."""
    problems: list[Problem] = []
    for name, extractor in extractors:
        try:
            more = extractor(article, found, lexicon)
            _check_findings(article, more)
            found = more
        except Exception as error:
            problems.append(plugin_problem(name, "its extractor failed", error, article.path))
    return found, problems


def _check_findings(article: Article, found: Findings) -> None:
    """Raise ValueError where a record does not stand on words of the article."""
    encode(found)
    if found.article != article.id:
        raise ValueError(f"findings of another article: {found.article}")
    for evidence in _evidence(found):
        if article.text[evidence.start : evidence.end] != evidence.exact:
            raise ValueError(f"'{evidence.exact[:60]}' does not stand at {evidence.start} of the text")


def _evidence(value: Any) -> Iterable[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _evidence(item)
    else:
        for name in field_names(type(value)):
            yield from _evidence(getattr(value, name))


def plugin_stages(toolbox: Toolbox, ours: Sequence[StageSpec[Any]]) -> tuple[StageSpec[Any], ...]:
    """Stages of plug-ins: a run that fails emits its problem alone."""
    taken = {stage.reads.name for stage in ours} - {PROBLEMS.name}
    return tuple(_guarded_stage(name, stage, taken) for name, stage in toolbox.stages)


def _guarded_stage(name: str, stage: StageSpec[Any], taken: set[str]) -> StageSpec[Any]:
    def run(key: str, rows: tuple[Any, ...], story: Reader) -> Iterable[Row]:
        try:
            emitted = list(stage.run(key, rows, story))
            for row in emitted:
                encode(row.value)
                if row.table.name in taken:
                    raise ValueError(f"it writes into the table '{row.table.name}', which is ours")
            return emitted
        except Exception as error:
            problem = plugin_problem(name, f"its stage '{stage.name}' failed at '{key}'", error)
            return [Row(PROBLEMS, problem.path, problem)]

    return StageSpec(f"plug-in {name}: {stage.name}", stage.reads, run)


def plugin_pages(toolbox: Toolbox, flow: Flow) -> tuple[PageKind[Any], ...]:
    """Pages and exports of plug-ins: a key that fails has no page, and a problem."""
    return tuple(_guarded_pages(name, kind, flow) for name, kind in toolbox.pages)


def _guarded_pages(name: str, kind: PageKind[Any], flow: Flow) -> PageKind[Any]:
    def pages(key: str, rows: tuple[Any, ...], story: Reader) -> Iterable[Page]:
        made: list[Page] = []
        problems: list[Problem] = []
        try:
            for page in kind.pages(key, rows, story):
                encode(page.view)
                made.append(_checked(page))
        except Exception as error:
            made = []
            problems.append(plugin_problem(name, f"its page '{kind.name}' failed at '{key}'", error))
        owner = number("plug-in pages", name, kind.name, key)
        flow.replace(owner, [Row(PROBLEMS, problem.path, problem) for problem in problems])
        return made

    return replace(kind, name=f"plug-in {name}: {kind.name}", pages=pages, plugin=name)


def _checked(page: Page) -> Page:
    """The page, if its address stays in the output folder."""
    parts = page.path.split("/")
    if "\\" in page.path or any(part in ("", ".", "..") for part in parts) or parts[0].startswith("."):
        raise ValueError(f"'{page.path}' is no address below the output folder")
    return page
