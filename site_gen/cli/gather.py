"""`site-gen import` and `site-gen fetch`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from site_gen.config import SiteConfig
    from site_gen.gather.desk import Desk
    from site_gen.gather.run import SourceReport

_SAID = {
    "new": "new", "updated": "updated", "unchanged": "as before", "kept": "kept as edited", "deleted": "deleted by you",
    "summary": "whole already",
}  # fmt: skip


@click.command("import")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--into", type=click.Path(path_type=Path), help="Folder to write into.  [default: the content folder]"
)
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--clipboard", is_flag=True, help="Also import the text of the clipboard.")
@click.option("--again", is_flag=True, help="Bring back articles that you deleted.")
@click.option("--links", is_flag=True, help="Keep the links in the texts.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and its network.")
@click.option(
    "--delay", type=float, default=1.0, show_default=True, help="Seconds between requests to one host."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def import_articles(
    sources: tuple[str, ...],
    into: Path | None,
    config: Path | None,
    clipboard: bool,
    again: bool,
    links: bool,
    allow_private: bool,
    delay: float,
    quiet: bool,
) -> int:
    """Write the articles of each SOURCE as Markdown files with front matter.

    A SOURCE is a saved page, a feed file, a mail (.eml), a Word document (.docx), JSON Feed, ninjs, NITF, NewsML-G2,
    a text, a folder of any of these, an http or https address of a page or feed, or - for standard input.

    Importing the same article again updates its file; a file that you changed is left as it is, and an article whose
    file you deleted stays away. Nothing is written outside the folder.

    Exit codes: 0 all imported, 1 something was left out, 2 refused and nothing changed, 3 a fault.
    """
    from site_gen.errors import UsageError
    from site_gen.gather.sources import check_sources
    from site_gen.gather.sources import clipboard as clipped

    if not sources and not clipboard:
        raise UsageError("nothing to import: name a file, a folder or an address, or - for standard input")
    check_sources(sources)
    settings = _settings(config)
    given = [clipped(settings.limits.file_bytes)] if clipboard else []
    with _desk(settings, into, again, links, allow_private, delay) as desk:
        reports = []
        for raw in given:
            reports.append(desk.take(raw))
            _print(reports[-1], quiet)
        for source in sources:
            for report in desk.gather(source):
                reports.append(report)
                _print(report, quiet)
    return _closing(reports, quiet)


@click.command()
@click.option(
    "--into", type=click.Path(path_type=Path), help="Folder to write into.  [default: the content folder]"
)
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--again", is_flag=True, help="Bring back articles that you deleted.")
@click.option("--links", is_flag=True, help="Keep the links in the texts.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and its network.")
@click.option(
    "--delay", type=float, default=1.0, show_default=True, help="Seconds between requests to one host."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def fetch(
    into: Path | None,
    config: Path | None,
    again: bool,
    links: bool,
    allow_private: bool,
    delay: float,
    quiet: bool,
) -> int:
    """Import the new articles of all feeds that site.yaml names under `feeds:`.

    A feed that has not changed since the last time is not sent again; a feed that fails does not stop the others.

    Exit codes: 0 all fetched, 1 something was left out, 2 refused and nothing changed, 3 a fault.
    """
    from site_gen.errors import UsageError

    settings = _settings(config)
    if not settings.feeds:
        hint = "write `feeds:` and, below it, `  - https://...` for each"
        raise UsageError(f"{config or 'site.yaml'}: there are no feeds in it; {hint}")
    reports = []
    with _desk(settings, into, again, links, allow_private, delay) as desk:
        for feed in settings.feeds:
            for report in desk.gather(feed.url, feed.name):
                reports.append(report)
                _print(report, quiet)
    return _closing(reports, quiet)


def _settings(config: Path | None) -> "SiteConfig":
    from site_gen.site_yaml import load_config

    return load_config(config)


def _desk(
    settings: "SiteConfig", into: Path | None, again: bool, links: bool, allow_private: bool, delay: float
) -> "Desk":
    from datetime import UTC, datetime

    from site_gen.gather.desk import Desk
    from site_gen.gather.network.rules import Rules

    today = datetime.now(UTC).date().isoformat()  # noted as the day of retrieval; no page shows the clock
    rules = Rules(allow_private=allow_private, delay=max(0.0, delay), bytes=settings.limits.file_bytes)
    return Desk(into or settings.content, settings, rules, today, again, links)


def _print(report: "SourceReport", quiet: bool) -> None:
    from site_gen.cli.problems import with_mend
    from site_gen.errors import problem_text

    for problem in report.problems:
        click.echo(problem_text(with_mend(problem)), err=True)
    if quiet:
        return
    click.echo(f"{_safe(report.name)}: {_told(report)}")
    for outcome, path in report.files:
        if outcome in ("new", "updated", "kept"):
            click.echo(f"  {_SAID[outcome]:14} {path}")


def _told(report: "SourceReport") -> str:
    counted = [
        f"{report.count(outcome)} {words}" for outcome, words in _SAID.items() if report.count(outcome)
    ]
    return ", ".join(counted) or report.note or "nothing"


def _safe(words: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in words)


def _closing(reports: "list[SourceReport]", quiet: bool) -> int:
    problems = [problem for report in reports for problem in report.problems]
    errors = sum(problem.severity == "error" for problem in problems)
    if not quiet and len(reports) > 1:
        total = [
            f"{sum(r.count(o) for r in reports)} {w}"
            for o, w in _SAID.items()
            if any(r.count(o) for r in reports)
        ]
        click.echo(f"{len(reports)} sources: {', '.join(total) or 'nothing'}")
    if not quiet and any(r.count("deleted") for r in reports):
        click.echo("What you deleted stays away; --again brings it back.")
    if not quiet and problems:
        others = len(problems) - errors
        click.echo(f"{errors} error{'s' * (errors != 1)}, {others} warning{'s' * (others != 1)}")
    return 1 if errors else 0
