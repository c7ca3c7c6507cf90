"""A class of fields in, the line under each field out: what a schema and the data page say of it."""

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from site_gen.worked_out import worked_out

if TYPE_CHECKING:
    import ast


@cache
def field_docs(shape: Any) -> dict[str, str]:
    """Attribute name -> the docstring under it, inherited ones first."""
    found: dict[str, str] = {}
    for owner in reversed(shape.__mro__):
        found.update(_module_docs(owner.__module__).get(owner.__name__, {}))
    return found


def class_doc(shape: type[Any]) -> str:
    """First line of a class's docstring."""
    return (shape.__doc__ or "").strip().split("\n")[0]


@cache
def _module_docs(module: str) -> dict[str, dict[str, str]]:
    if not module.startswith("site_gen."):
        return {}
    return worked_out(f"lines of {module}", "", lambda: _read(module))


def _read(module: str) -> dict[str, dict[str, str]]:
    import ast
    import inspect

    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: _docs(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _docs(node: "ast.ClassDef") -> dict[str, str]:
    import ast

    found: dict[str, str] = {}
    for field, after in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            found[field.target.id] = " ".join(after.value.value.split())
    return found
