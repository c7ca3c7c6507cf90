"""`site-gen review`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from site_gen.engine.review import Question
    from site_gen.engine.settings import BuildRequest


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: output]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--list", "only_list", is_flag=True, help="Print the questions; ask nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the list."
)
def review(content: Path | None, output: Path | None, config: Path | None, only_list: bool, form: str) -> int:
    """Go through open questions, most important first; answers are written to decisions.yaml.

    Possible merges, contradictions and weak dates of the site as it is now, each with its sentences.
    """
    from site_gen.engine.build import build
    from site_gen.engine.review import questions
    from site_gen.engine.settings import BuildRequest
    from site_gen.site_yaml import load_config

    settings = load_config(config, content=content, output=output)
    request = BuildRequest(settings.content, settings.output, settings)
    build(request)
    found = questions(request)
    if form == "json":
        click.echo(_as_json(found))
        return 0
    if not found:
        click.echo("Nothing is open.")
    for number, question in enumerate(found, 1):
        click.echo(f"\n{number} of {len(found)}. {question.asks}")
        for sentence in question.sentences:
            click.echo(f"    {sentence}")
        if not only_list and question.answers and not _ask(request, question):
            break
    if not only_list and found:
        report = build(request)
        click.echo(f"\n{report.written} files written, {report.removed} removed")
    return 0


def _as_json(found: "list[Question]") -> str:
    """The questions with the decision that each answer would write; for other programs."""
    import json

    from msgspec import to_builtins

    return json.dumps([to_builtins(question) for question in found], ensure_ascii=False, indent=1)


def _ask(request: "BuildRequest", question: "Question") -> bool:
    """Take one answer and write it; False when the editor has had enough."""
    from site_gen.engine.review import decide

    choices = {answer.key: answer for answer in question.answers}
    shown = ", ".join(f"[{answer.key}] {answer.label}" for answer in question.answers)
    key = click.prompt(
        f"    {shown}, [s] skip, [q] quit",
        type=click.Choice([*choices, "s", "q"]),
        default="s",
        show_choices=False,
    )
    if key in choices:
        decision = choices[key].decision
        if "{}" in decision:
            words = click.prompt("    Your words").replace("\\", "\\\\").replace('"', '\\"')
            decision = decision.replace("{}", f'"{words}"')
        click.echo(f"    written to {decide(request, decision)}")
    return bool(key != "q")
