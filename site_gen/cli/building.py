"""A build, from what was asked for to the exit code."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.cli.said import say

if TYPE_CHECKING:
    from site_gen.cli.asked import AskedBuild
    from site_gen.engine.build import BuildReport
    from site_gen.engine.settings import BuildRequest

_SHOWN = (
    ("leaders", "person", "people"),
    ("agreements", "agreement", "agreements"),
    ("events", "event", "events"),
    ("figures", "figure", "figures"),
    ("quotes", "quote", "quotes"),
    ("topics", "topic", "topics"),
    ("conflicts", "conflict", "conflicts"),
)


def build_site(asked: "AskedBuild") -> int:
    """Build, say what became of it, and return the exit code."""
    from site_gen.engine.listing import EarlyLook

    early = EarlyLook(asked.output) if asked.output else None  # before all that reading the settings imports

    from site_gen.site_yaml import load_config

    settings = load_config(asked.config, asked.content, asked.output, asked.base_url, asked.day)
    early = early or EarlyLook(settings.output)

    from site_gen.cli.progress import shown_progress
    from site_gen.engine.build import SELDOM
    from site_gen.engine.build import build as run
    from site_gen.engine.memory import Memory
    from site_gen.engine.settings import BuildRequest

    gc.set_threshold(
        *SELDOM
    )  # to the end: after the build, a look at all that it made would only delay the last word
    request = BuildRequest(
        content=settings.content,
        output=settings.output,
        config=settings,
        strict=asked.strict,
        adopt=asked.adopt,
        verify=asked.verify,
        clean=asked.clean,
        processes=asked.jobs,
    )
    with shown_progress(asked.quiet) as progress:
        report = run(request, progress, Memory(early))
        recorded = record_day(request) if asked.record and report.mode != "withheld" else 0
        if recorded:
            run(request, progress)
    if asked.show and report.mode != "withheld":
        open_site(request.output / "index.html")
    if recorded:
        say(f"{recorded} changes recorded")
    return print_report(report, request, asked.quiet, asked.timings)


def record_day(request: "BuildRequest") -> int:
    """Append what changed to the journal; returns the number of entries."""
    from datetime import date

    from site_gen.engine.record import record_changes

    told = request.config.day or date.today().isoformat()  # the only clock: of the journal, not of a page
    return record_changes(request, told)


def open_site(page: Path) -> None:
    """Show a page in the desktop's browser; nothing happens where there is no desktop."""
    import os
    import sys

    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import click

        click.launch(page.resolve().as_uri())


def print_report(report: "BuildReport", request: "BuildRequest", quiet: bool, timings: bool) -> int:
    """Print problems and a summary; returns the exit code."""
    if report.problems:
        from site_gen.cli.problems import located
        from site_gen.errors import problem_text

        for problem in report.problems:
            say(problem_text(located(problem, request.content)), err=True)
    if not quiet:
        say(_summary(report, request.output))
    if timings:
        for name, (wall, cpu) in report.timings.stages.items():
            say(f"  {name:22} {wall * 1000:9.1f} ms  {cpu * 1000:9.1f} ms cpu")
    if report.mode == "withheld":
        say("site-gen: error: nothing was published, because of --strict", err=True)
        return 2
    return 1 if report.errors else 0


def _summary(report: "BuildReport", output: Path) -> str:
    counted = ", ".join(_counted(report.counts.get(table, 0), one, many) for table, one, many in _SHOWN)
    warnings = len(report.problems) - report.errors
    changed = f"{report.written} written, {report.removed} removed"
    lines = [
        f"{_counted(report.articles, 'article', 'articles')}: {counted}",
        f"{_counted(report.pages, 'file', 'files')}: {changed} ({report.mode}) in {report.seconds:.2f} s",
    ]
    if not report.articles and not report.problems:
        lines.append("There is no article yet: put .txt, .md, .html or feed files into the content folder")
    if report.problems:
        errors = _counted(report.errors, "error", "errors")
        lines.append(f"{errors}, {_counted(warnings, 'warning', 'warnings')}")
    return "\n".join([*lines, f"Open {output / 'index.html'}"])


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
