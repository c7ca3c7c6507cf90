"""Writes docs/reference/: commands, settings, front matter, decisions, problems, templates and plug-ins.

Run `python docs/reference.py` after a change to any of them; a test fails while a page is not as it would be
written now. What stands there comes from the code: docstrings, help texts, word lists.
"""

import ast
import inspect
import sys
import types
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import yaml
from jinja2 import nodes
from msgspec import NODEFAULT
from msgspec.structs import fields

from site_gen.records.fields import field_names

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "docs/reference"
NOTE = "\n\n*Written by `python docs/reference.py`.*\n"


def pages() -> dict[str, str]:
    """Name and text of every page of the reference."""
    made = {
        "commands.md": commands(),
        "settings.md": settings(),
        "front-matter.md": front_matter(),
        "decisions.md": decisions(),
        "problems.md": problems(),
        "templates.md": templates(),
        "plug-ins.md": plugins(),
    }
    return {name: text.strip() + NOTE for name, text in made.items()}


def commands() -> str:
    """Every command with its arguments and options."""
    from site_gen.cli.commands import site_gen

    lines = ["# Commands", "", "Exit codes: 0 all published; 1 published, but something was left out; 2 refused,",
             "nothing changed; 3 a fault, nothing changed."]  # fmt: skip
    for name, command in _commands(site_gen, click.Context(site_gen, info_name="site-gen")):
        lines += [
            "",
            f"## {name}",
            "",
            (command.help or "").replace("\b", "").strip(),
            "",
            f"    {_usage(name, command)}",
        ]
        rows = [_option(one) for one in command.params if isinstance(one, click.Option)]
        if rows:
            lines += ["", "| option | what it does |", "|---|---|", *rows]
    return "\n".join(lines)


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    yield context.command_path, group
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)
        else:
            yield inner.command_path, command


def _usage(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    return " ".join([name, *command.collect_usage_pieces(context)])


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    kind = "" if option.is_flag else f" *{_kind(option)}*"
    default = option.default if option.show_default and not callable(option.default) else None
    told = f" Default: `{default}`." if default not in (None, "", False) else ""
    return f"| {names}{kind} | {_cell(option.help or '')}{told} |"


def _kind(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return " or ".join(str(choice) for choice in option.type.choices)
    return option.type.name


def settings() -> str:
    """Every setting of site.yaml."""
    from site_gen.config import Feed, SiteConfig, TopicWords
    from site_gen.limits import Limits

    lines = [
        "# Settings: `site.yaml`",
        "",
        "Every setting is optional; an unknown one is refused, with its line.",
    ]
    for kind, title in ((SiteConfig, "site.yaml"), (TopicWords, "Each of `topics`"), (Feed, "Each of `feeds`"),
                        (Limits, "`limits`")):  # fmt: skip
        lines += ["", f"## {title}", "", "| setting | default | meaning |", "|---|---|---|"]
        lines += [
            f"| `{name}` | {_default(kind, name)} | {_cell(told)} |" for name, _, told in described(kind)
        ]
    return "\n".join(lines)


def _default(kind: type, name: str) -> str:
    field = next(field for field in fields(kind) if field.name == name)
    if field.default is NODEFAULT or field.default in ("", (), None):
        return ""
    value = field.default
    return f"`{value:,}`" if isinstance(value, int) else f"`{value}`"


def front_matter() -> str:
    """Every key of front matter with the spellings that are taken for it."""
    about = (
        "Keys at the head of a Markdown or text file, between lines of `---`. Letter case, `-` and `_` make no "
        "difference. What stands here wins over what is found in the text."
    )
    lines = ["# Front matter", "", about, "", "| key | also as | meaning |", "|---|---|---|"]
    schema = yaml.safe_load((ROOT / "site_gen/lexicon/frontmatter.yaml").read_text("utf-8"))
    for name, entry in schema.items():
        lines.append(f"| `{name}` | {', '.join(entry['accepts'])} | {_cell(entry['about'])} |")
    return "\n".join(lines)


def decisions() -> str:
    """Every action of decisions.yaml."""
    from site_gen import decisions as module

    about = (
        "What the editor settles wins over every rule. Each entry is an action with the record it is about; `by`, "
        "`date` and `why` may stand in every one."
    )
    lines = ["# Decisions: `decisions.yaml`", "", about, "", "| action | needs |", "|---|---|"]
    lines += [
        f"| `{name}` | {', '.join(f'`{key}`' for key in keys) or '-'} |"
        for name, keys in module.ACTIONS.items()
    ]
    example = (module.__doc__ or "").partition("\n\n")[2].rstrip()
    return "\n".join([*lines, "", "```yaml", example, "```"])


def problems() -> str:
    """Every code that a problem may carry."""
    lines = ["# Problems", "", "What the build says about content, as `path:line:column: error[code]: message`.", "",
             "| code | meaning | how to mend it |", "|---|---|---|"]  # fmt: skip
    codes = yaml.safe_load((ROOT / "site_gen/codes.yaml").read_text("utf-8"))
    lines += [
        f"| `{code}` | {_cell(told['means'])} | {_cell(told['mend'])} |" for code, told in codes.items()
    ]
    return "\n".join(lines)


def templates() -> str:
    """Every template with its view, its blocks, and every field of every view."""
    from site_gen.pages.views import PARTS, VIEWS

    about = (
        "A template reads `view` (below), `site` ([SiteInfo](#siteinfo)), `path` (its own address), `root` (what leads "
        "to the top of the site) and `urls`. `default/NAME` is always the packaged template."
    )
    lines = ["# Templates", "", about, "", "| template | view | blocks of its own |", "|---|---|---|"]
    for name in (*VIEWS, *PARTS):
        view = f"[{VIEWS[name].__name__}](#{VIEWS[name].__name__.lower()})" if name in VIEWS else ""
        lines.append(f"| `{name}` | {view} | {', '.join(f'`{block}`' for block in _blocks(name))} |")
    lines += [
        "",
        "## Filters",
        "",
        *_filters(),
        "",
        "## Macros of `parts.html` and `charts.html`",
        "",
        *_macros(),
    ]
    from site_gen.tables import SiteInfo

    for kind in _reached([SiteInfo, *VIEWS.values()]):
        lines += ["", f"## {kind.__name__}", "", (inspect.getdoc(kind) or "").partition("\n")[0], "",
                  "| field | type | meaning |", "|---|---|---|"]  # fmt: skip
        lines += [f"| `{name}` | {shape} | {_cell(told)} |" for name, shape, told in described(kind)]
    return "\n".join(lines)


def _blocks(name: str) -> list[str]:
    return [block.name for block in _tree(name).find_all(nodes.Block)]


def _filters() -> list[str]:
    from jinja2.filters import FILTERS

    from site_gen.render.environment import environment

    ours = {name: made for name, made in environment().filters.items() if FILTERS.get(name) is not made}
    rows = [
        f"| `{name}` | {_cell((inspect.getdoc(made) or '').partition(chr(10))[0])} |"
        for name, made in sorted(ours.items())
    ]
    return ["| filter | what it makes |", "|---|---|", *rows]


def _macros() -> list[str]:
    return [
        f"* `{macro.name}({', '.join(str(arg.name) for arg in macro.args)})`"
        for name in ("parts.html", "charts.html")
        for macro in _tree(name).find_all(nodes.Macro)
    ]


@cache
def _tree(name: str) -> nodes.Template:
    from site_gen.render.environment import DEFAULT, environment

    return environment().parse((DEFAULT / name).read_text("utf-8"))


def plugins() -> str:
    """Every field of a plug-in."""
    from site_gen.pages.page import Page, PageKind, RawFile
    from site_gen.plugins import Loader, Plugin
    from site_gen.tables import StageSpec

    lines = [
        "# Plug-ins",
        "",
        "What the object behind an entry point of `site_gen.plugins` holds; see [extending](../extending.md).",
    ]
    for kind in (Plugin, Loader, StageSpec, PageKind, Page, RawFile):
        about = (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")
        lines += ["", f"## {kind.__name__}", "", about, "", "| field | meaning |", "|---|---|"]  # fmt: skip
        lines += [f"| `{name}` | {_cell(told)} |" for name, _, told in described(kind)]
    return "\n".join(lines)


def described(kind: type) -> list[tuple[str, str, str]]:
    """Name, type in words, and docstring of every field of a view or a setting; a docstring may be empty."""
    told = _docstrings(kind)
    hints = (
        typing.get_type_hints(kind) if not getattr(kind, "__parameters__", ()) and _resolvable(kind) else {}
    )
    return [(name, _shape(hints.get(name)), told.get(name, "")) for name in field_names(kind)]


def _resolvable(kind: type) -> bool:
    try:
        typing.get_type_hints(kind)
    except NameError:  # named for the type checker alone
        return False
    return True


@cache
def _docstrings(kind: type) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[kind.__module__]))
    body = next(
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == kind.__name__
    ).body
    found = {}
    for one, after in zip(body, [*body[1:], None], strict=True):
        if (
            isinstance(one, ast.AnnAssign)
            and isinstance(one.target, ast.Name)
            and isinstance(after, ast.Expr)
        ):
            found[one.target.id] = inspect.cleandoc(str(getattr(after.value, "value", ""))).replace("\n", " ")
    return found


def _shape(hint: Any) -> str:
    """A type in words, with a link to the view that it names."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_shape(arg) for arg in args)
    if origin is tuple:
        return f"list of {_shape(args[0])}" if args[-1] is Ellipsis else f"({', '.join(map(_shape, args))})"
    if origin is not None:
        return ", ".join(f"`{arg}`" for arg in args)
    if field_names(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    names = {
        str: "text",
        int: "number",
        float: "number",
        bool: "yes or no",
        type(None): "none",
        Any: "value",
        None: "",
    }
    return names.get(hint, getattr(hint, "__name__", str(hint)))


def _reached(kinds: list[type]) -> list[type]:
    """All views that the fields of `kinds` lead to, in order of first mention."""
    found: dict[type, None] = {}
    todo = list(kinds)
    while todo:
        kind = todo.pop(0)
        if kind in found:
            continue
        found[kind] = None
        for hint in typing.get_type_hints(kind).values():
            todo += [inner for inner in _inside(hint) if field_names(inner)]
    return list(found)


def _inside(hint: Any) -> Iterator[Any]:
    yield hint
    for arg in typing.get_args(hint):
        yield from _inside(arg)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (HERE / name).write_text(text, "utf-8")
