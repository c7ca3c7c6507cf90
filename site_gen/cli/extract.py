"""`site-gen extract` and `site-gen explain`: what is found in a file, and why."""

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def extract(files: tuple[Path, ...], style: str) -> int:
    """Print the records of FILES without building a site."""
    from site_gen.cli.findings import as_json, as_text
    from site_gen.cli.problems import with_mend
    from site_gen.errors import problem_text

    failed = False
    for file in files:
        articles, problems = read_articles(file)
        for problem in problems:
            click.echo(problem_text(with_mend(problem)), err=True)
        failed = failed or any(problem.severity == "error" for problem in problems)
        for article, findings, _ in articles:
            click.echo((as_json if style == "json" else as_text)(article, findings))
    return 1 if failed else 0


@click.command()
@click.argument("place", metavar="FILE[:LINE]")
def explain(place: str) -> int:
    """Show a text with every record found in it, the rule that made it, and what was left and why."""
    from site_gen.cli.findings import explained
    from site_gen.cli.problems import with_mend
    from site_gen.errors import problem_text

    name, _, line = place.rpartition(":")
    file, number = (Path(name), int(line)) if name and line.isdigit() else (Path(place), 0)
    articles, problems = read_articles(file)
    for problem in () if articles else problems:
        click.echo(problem_text(with_mend(problem)), err=True)
    told = [explained(article, findings, rejections, number) for article, findings, rejections in articles]
    if number and not any(told):
        click.echo(f"{file}:{number}: there is no text in this line", err=True)
    for words in filter(None, told):
        click.echo(words)
    return 0 if any(told) else 1


def read_articles(file: Path) -> tuple[list[tuple[Any, Any, Any]], Any]:
    """(article, findings, rejections) of every article in a file, and its problems.

    Read as a build would: with the settings and words of the desk, and with plug-ins.
    """
    from site_gen.desk_words import checked_words, usable_lexicon
    from site_gen.engine.extensions import extended
    from site_gen.engine.reading import loaded_file
    from site_gen.extract import extract as run
    from site_gen.load.options import LoadOptions
    from site_gen.plugins import find_plugins, load_toolbox
    from site_gen.records import Rejection
    from site_gen.site_yaml import checked_config

    _check_file(file)
    config, _ = checked_config()
    content, path = _in_content(file, config.content)
    _, left_out, _ = checked_words(content)
    lexicon = usable_lexicon(content, left_out)
    tools = load_toolbox(find_plugins(config.plugins))
    options = LoadOptions(lexicon, config.date_order, config.language, config.limits)
    loaded = loaded_file(file.read_bytes(), path, options, tools.loaders)
    found, problems = [], [*tools.problems, *loaded.problems]
    for article in loaded.articles:
        notes: list[Rejection] = []
        findings, failed = extended(article, run(article, lexicon, notes), lexicon, tools.extractors)
        problems += failed
        found.append((article, findings, notes))
    return found, problems


def _check_file(file: Path) -> None:
    from site_gen.errors import UsageError

    if file.is_dir():
        raise UsageError(
            f"{file}: this is a folder; name files in it, as in `{file}/*`, or use `site-gen check`"
        )
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")


def _in_content(file: Path, content: Path) -> tuple[Path, str]:
    """The content folder that a file lies in, or its own folder, and its path from there."""
    inside, folder = file.resolve(), content.resolve()
    if inside.is_relative_to(folder):
        return content, inside.relative_to(folder).as_posix()
    return file.parent, file.name
