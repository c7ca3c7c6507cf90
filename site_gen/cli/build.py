"""`site-gen build`."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from site_gen.engine.build import BuildReport
    from site_gen.engine.settings import BuildRequest

DAY = "Day the build is for, YYYY-MM-DD or today: embargoes and expiries go by it.  [default: none]"
_SHOWN = (
    ("leaders", "person", "people"),
    ("agreements", "agreement", "agreements"),
    ("events", "event", "events"),
    ("figures", "figure", "figures"),
    ("quotes", "quote", "quotes"),
    ("topics", "topic", "topics"),
    ("conflicts", "conflict", "conflicts"),
)


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: output]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--base-url", default=None, help="Address at which the site will be published.")
@click.option("--strict", is_flag=True, help="Publish nothing if any article has an error.")
@click.option("--adopt", is_flag=True, help="Publish into a folder that holds other files; they are kept.")
@click.option("--verify", is_flag=True, help="Read every file again, however unchanged it looks.")
@click.option("--clean", is_flag=True, help="Forget the cache first.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, help="Processes.  [default: one for each core]"
)
@click.option(
    "--record",
    is_flag=True,
    help="Append what changed to changes.jsonl beside the content, with --day or today.",
)
@click.option("--day", default=None, help=DAY)
@click.option("--timings", is_flag=True, help="Say what each stage cost.")
@click.option("--open", "show", is_flag=True, help="Open the site in a browser, where there is a desktop.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def build(
    content: Path | None,
    output: Path | None,
    config: Path | None,
    base_url: str | None,
    strict: bool,
    adopt: bool,
    verify: bool,
    clean: bool,
    jobs: int,
    record: bool,
    day: str | None,
    timings: bool,
    show: bool,
    quiet: bool,
) -> int:
    """Read, extract, compare, render and publish.

    An article that cannot be read is named and left out; the others are published. Nothing half done is ever shown.

    Exit codes: 0 all published, 1 published without what is named, 2 refused and nothing changed, 3 a fault and
    nothing changed.
    """
    from site_gen.engine.listing import EarlyLook
    from site_gen.site_yaml import load_config

    settings = load_config(config, content=content, output=output, base_url=base_url, day=day)
    early = EarlyLook(settings.output)

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
        strict=strict,
        adopt=adopt,
        verify=verify,
        clean=clean,
        processes=jobs,
    )
    with shown_progress(quiet) as progress:
        report = run(request, progress, Memory(early))
        recorded = record_day(request) if record and report.mode != "withheld" else 0
        if recorded:
            run(request, progress)
    if show and report.mode != "withheld":
        open_site(request.output / "index.html")
    if recorded:
        click.echo(f"{recorded} changes recorded")
    return print_report(report, request, quiet, timings)


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
        click.launch(page.resolve().as_uri())


def print_report(report: "BuildReport", request: "BuildRequest", quiet: bool, timings: bool) -> int:
    """Print problems and a summary; returns the exit code."""
    if report.problems:
        from site_gen.cli.problems import located
        from site_gen.errors import problem_text

        for problem in report.problems:
            click.echo(problem_text(located(problem, request.content)), err=True)
    if not quiet:
        click.echo(_summary(report, request.output))
    if timings:
        for name, (wall, cpu) in report.timings.stages.items():
            click.echo(f"  {name:22} {wall * 1000:9.1f} ms  {cpu * 1000:9.1f} ms cpu")
    if report.mode == "withheld":
        click.echo("site-gen: error: nothing was published, because of --strict", err=True)
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
