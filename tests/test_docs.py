"""The documentation: whole, true to the code, and every link in it leads somewhere."""

import importlib.util
import inspect
import re
import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from jinja2 import nodes

from site_gen.pages.views import PARTS, VIEWS
from site_gen.records.fields import field_names
from site_gen.render.environment import DEFAULT, environment
from tests.pages import stories
from tests.pages.whole import all_pages

ROOT = Path(__file__).resolve().parent.parent


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / f"docs/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


reference = _script("reference")
PAGES = reference.pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_as_the_code_is(name: str) -> None:
    written = (ROOT / "docs/reference" / name).read_text("utf-8")
    assert written == PAGES[name], "run `python docs/reference.py` and commit what it writes"


def test_every_command_option_setting_key_and_code_is_explained() -> None:
    for name, page in PAGES.items():
        empty = [line for line in page.splitlines() if re.match(r"\| `(?!.*\.html`).*\|\s*\|$", line)]
        assert not empty, f"{name}: no word about {empty[0]}"


def test_every_code_that_a_problem_carries_is_listed() -> None:
    listed = yaml.safe_load((ROOT / "site_gen/codes.yaml").read_text("utf-8"))
    pattern = re.compile(r"Problem\(\s*[^()]*?,\s*\d+,\s*\d+,\s*\"([a-z-]+)\"")
    used = {
        code
        for file in (ROOT / "site_gen").rglob("*.py")
        for code in pattern.findall(file.read_text("utf-8"))
    }
    assert used
    assert used <= listed.keys()


def test_links_of_the_built_documentation_lead_somewhere(tmp_path: Path) -> None:
    assert _script("build").build(tmp_path) == []
    index = (tmp_path / "index.html").read_text("utf-8")
    pages = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert {link for link in pages if f'href="{link}"' not in index} <= {"index.html"}, (
        "all in reach of the front page"
    )


def test_the_plug_in_of_the_documentation_is_the_one_of_the_tests() -> None:
    source = (ROOT / "tests/plugin/desk_deadlines/__init__.py").read_text("utf-8")
    shown = re.findall(r"```python\n(.*?)```", (ROOT / "docs/extending.md").read_text("utf-8"), re.S)
    assert shown
    for part in shown[0].strip().split("\n\n\n"):
        assert part in source


def test_every_template_has_its_view_and_every_view_its_template() -> None:
    files = {file.name for file in DEFAULT.glob("*.html")}
    assert set(VIEWS) | set(PARTS) == files, (
        "name a new template in pages/views.py, then run docs/reference.py"
    )
    for page in all_pages(stories.ferry_story()).values():
        if page.template:
            assert type(page.view) is VIEWS[page.template], page.path


def test_every_field_of_every_view_is_explained() -> None:
    for kind in reference._reached(list(VIEWS.values())):
        assert inspect.getdoc(kind), kind
        for name, _, told in reference.described(kind):
            assert told, f"{kind.__name__}.{name} has no docstring"


@pytest.mark.parametrize("name", VIEWS)
def test_a_template_reads_only_fields_that_are_there(name: str) -> None:
    """`view.a.b` and what loops over lists of them give; what passes through macros is left to rendering."""
    tree = environment().parse((DEFAULT / name).read_text("utf-8"))
    _check(tree, {"view": VIEWS[name]}, name)


def _check(node: nodes.Node, known: dict[str, Any], name: str) -> None:
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        _check(node.iter, known, name)
        inner = {**known, node.target.name: _element(_hint(node.iter, known))}
        for part in (*node.body, *([node.test] if node.test else []), *node.else_):
            _check(part, inner, name)
        return
    if isinstance(node, nodes.Getattr):
        fields = (
            {field for field, _, _ in reference.described(kind)}
            if (kind := _type(node.node, known))
            else None
        )
        assert fields is None or node.attr in fields or hasattr(kind, node.attr), (
            f"{name}:{node.lineno}: {node.attr}"
        )
    for child in node.iter_child_nodes():
        _check(child, known, name)


def _type(node: nodes.Node, known: dict[str, Any]) -> Any:
    """The view that an expression gives; None where that is not plain."""
    found = _hint(node, known)
    return found if field_names(found) else None


def _hint(node: nodes.Node, known: dict[str, Any]) -> Any:
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr) and (kind := _type(node.node, known)):
        return typing.get_type_hints(kind).get(node.attr)
    return None


def _element(hint: Any) -> Any:
    args = typing.get_args(hint)
    return args[0] if typing.get_origin(hint) is tuple and args[-1:] == (Ellipsis,) else None
