"""What in a site's own templates has no effect: blocks that nothing shows, files that nothing uses."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, TemplateError, meta, nodes

from site_gen.errors import Problem
from site_gen.render.environment import Theme, environment


def template_notes(own: Path, theme: Theme) -> tuple[Problem, ...]:
    """Warnings about the templates below `own`; `theme` has it among its folders."""
    made = environment(theme)
    files = sorted(own.rglob("*.html"))
    known = {name for name in made.list_templates(extensions=["html"]) if name.startswith("default/")}
    names = {name.removeprefix("default/") for name in known}
    used: set[str] = set()
    notes: list[Problem] = []
    for file in files:
        try:
            tree = made.parse(file.read_text("utf-8"))
        except (TemplateError, OSError, UnicodeDecodeError):
            continue  # told when it is used
        used |= {name for name in meta.find_referenced_templates(tree) if name}
        notes += _lost_blocks(file, own, tree, made)
    for folder in theme.folders:
        if folder != own:
            names |= {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}
    return (*notes, *_unused(files, own, names | used))


def _lost_blocks(file: Path, own: Path, tree: nodes.Template, made: Environment) -> Iterator[Problem]:
    """Blocks of a template that extends another, which has no place for them."""
    if tree.find(nodes.Extends) is None:
        return
    there = set(_inherited(tree, made, 0))
    for block in (node for node in tree.body if isinstance(node, nodes.Block)):
        if block.name not in there:
            near = get_close_matches(block.name, there, 1, 0.5)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(sorted(there))}"
            message = f"block '{block.name}' is shown nowhere: no template that this one extends has it"
            yield _note(file, own, block.lineno, "template-block", message, hint)


def _inherited(tree: nodes.Template, made: Environment, depth: int) -> Iterator[str]:
    """Names of all blocks of the templates that one extends."""
    extends = tree.find(nodes.Extends)
    if extends is None or not isinstance(extends.template, nodes.Const) or depth > 10:
        return
    try:
        source = made.loader.get_source(made, extends.template.value)[0] if made.loader else ""
        parent = made.parse(source)
    except TemplateError:
        return
    yield from (block.name for block in parent.find_all(nodes.Block))
    yield from _inherited(parent, made, depth + 1)


def _unused(files: list[Path], own: Path, known: set[str]) -> Iterator[Problem]:
    for file in files:
        name = file.relative_to(own).as_posix()
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            hint = (
                f"did you mean '{near[0]}'?"
                if near
                else "no page has this template, and no other one uses it"
            )
            yield _note(file, own, 0, "template-unused", f"'{name}' is no template of any page", hint)


def _note(file: Path, own: Path, line: int, code: str, message: str, hint: str) -> Problem:
    path = (Path(own.name) / file.relative_to(own)).as_posix()
    excerpt = file.read_text("utf-8").splitlines()[line - 1].strip()[:200] if line else ""
    return Problem(path, line, 0, code, message, hint, excerpt, "warning")
