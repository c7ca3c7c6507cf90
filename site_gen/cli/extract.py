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
    from site_gen.errors import problem_text

    failed = False
    for file in files:
        articles, problems = read_articles(file)
        for problem in problems:
            click.echo(problem_text(problem), err=True)
        failed = failed or any(problem.severity == "error" for problem in problems)
        for article, findings, _ in articles:
            click.echo((as_json if style == "json" else as_text)(article, findings))
    return 1 if failed else 0


@click.command()
@click.argument("place", metavar="FILE[:LINE]")
def explain(place: str) -> int:
    """Show a text with every record found in it, the rule that made it, and what was left and why."""
    from site_gen.cli.findings import explained

    name, _, line = place.rpartition(":")
    file, number = (Path(name), int(line)) if name and line.isdigit() else (Path(place), 0)
    articles, _ = read_articles(file)
    for article, findings, rejections in articles:
        click.echo(explained(article, findings, rejections, number))
    return 0 if articles else 1


def read_articles(file: Path) -> tuple[list[tuple[Any, Any, Any]], Any]:
    """(article, findings, rejections) of every article in a file, and its problems."""
    from site_gen.desk_words import checked_words, usable_lexicon
    from site_gen.errors import UsageError
    from site_gen.extract import extract as run
    from site_gen.load import load_file
    from site_gen.load.options import LoadOptions
    from site_gen.records import Rejection

    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    _, left_out, _ = checked_words(file.parent)
    lexicon = usable_lexicon(file.parent, left_out)
    loaded = load_file(file.read_bytes(), file.name, LoadOptions(lexicon))
    found = []
    for article in loaded.articles:
        notes: list[Rejection] = []
        found.append((article, run(article, lexicon, notes), notes))
    return found, loaded.problems
