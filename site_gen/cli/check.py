"""`site-gen check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.cli.build import DAY

if TYPE_CHECKING:
    from site_gen.errors import Problem


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: output]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--day", default=None, help=DAY)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For people, for programs, as annotations of a pull request, as SARIF 2.1.0.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--codes", is_flag=True, help="List every code with what it means, and stop.")
def check(
    content: Path | None,
    output: Path | None,
    config: Path | None,
    day: str | None,
    style: str,
    strict: bool,
    codes: bool,
) -> int:
    """Name everything that is wrong in content, settings, decisions and words, without building.

    Also links and pictures that lead to no file, and decisions that match nothing. Exit code 1 where an
    article would be left out, 2 where the settings cannot be used.
    """
    from site_gen.cli.problems import listed, shown
    from site_gen.cli.progress import shown_progress
    from site_gen.engine.check import check as run
    from site_gen.engine.settings import BuildRequest
    from site_gen.plugins import installed_plugins
    from site_gen.site_yaml import checked_config

    if codes:
        click.echo(listed())
        return 0
    settings, refused = checked_config(config, content=content, output=output, day=day)
    plugins, missing = installed_plugins(settings.plugins)
    refused += _without(missing, config or Path("site.yaml"))
    request = BuildRequest(settings.content, settings.output, settings, plugins=plugins)
    with shown_progress(style != "text") as progress:
        found = (*refused, *run(request, progress))
    click.echo(shown(found, style, settings.content, config or Path("site.yaml")))
    if style == "text" and not found and not _holds_files(settings.content):
        click.echo("There is no article yet: put .txt, .md, .html or feed files into the content folder")
    failing = [p for p in found if p.severity == "error" or (strict and p.severity == "warning")]
    return 2 if refused else 1 if failing else 0


def _holds_files(content: Path) -> bool:
    from site_gen.engine.scan import scan

    return next(scan(content, []), None) is not None


def _without(missing: tuple[str, ...], settings: Path) -> "tuple[Problem, ...]":
    """That plug-ins are wanted and not installed, at the lines that want them."""
    from site_gen.errors import problem_at

    if not missing:
        return ()
    text = settings.read_text("utf-8-sig", "replace")
    hint = "install it, or take it out of `plugins`; the rest was checked without it"
    return tuple(
        problem_at(
            settings.name,
            text,
            max(0, text.find(name, text.find("plugins"))),
            "plugin",
            f"there is no plug-in '{name}'",
            hint,
        )
        for name in missing
    )
