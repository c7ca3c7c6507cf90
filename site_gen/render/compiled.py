"""Templates compiled to Python that reads attributes, calls macros and escapes text directly.

Jinja asks its environment for every attribute, binds the arguments of every macro call anew and makes an object of
every piece of text: two thirds of the time that a page takes. Here an attribute is an attribute, a macro that is
called with plain arguments a function, and text that is only written out plain text. Where that raises anything, the
page is rendered by Jinja's own code, which knows the other meanings (items of mappings, values that are not defined)
and the words for what is wrong.
"""

from collections.abc import MutableMapping
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_escape_text = getattr(markupsafe, "_escape_inner", escape)


class QuickMacro(Macro):
    """A macro that can be called without Jinja's binding of arguments."""

    def __init__(self, environment: Environment, func: Any, name: str, arguments: Any, *more: Any) -> None:
        super().__init__(environment, func, name, arguments, *more)
        func.__defaults__ = (missing,) * len(arguments)
        self.quick = func
        """Arguments in, escaped text out."""


def written(value: Any) -> str:
    """A value as it is written out: escaped, unless it is markup."""
    kind = type(value)
    if kind is str:
        return _escape_text(value)
    if kind is int:
        return str(value)
    return value if kind is Markup else escape(value)


def called(found: Any, *values: Any) -> Any:
    """What a call of `found` with plain arguments gives."""
    return Markup(found.quick(*values)) if type(found) is QuickMacro else found(*values)


def shown(found: Any, *values: Any) -> str:
    """The same as it is written out."""
    text: str = found.quick(*values) if type(found) is QuickMacro else written(found(*values))
    return text


class QuickGenerator(CodeGenerator):
    """Jinja's code generator for an environment that always escapes."""

    _written_out: nodes.Expr | None = None
    """What is written out as it is, or holds that."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """What the rest of the code uses, then the template."""
        self.writeline(f"from {__name__} import QuickMacro, called, shown, written")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`value.name`."""
        if not node.attr.isidentifier() or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """`value[0]`, `value["name"]`."""
        if not isinstance(node.arg, nodes.Const):
            super().visit_Getitem(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f")[{node.arg.value!r}]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call with plain arguments goes straight to its function."""
        if forward_caller or not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self._direct(node, frame)

    def _direct(self, node: nodes.Call, frame: Frame) -> None:
        self.write("shown(" if node is self._written_out else "called(")
        self.visit(node.node, frame)
        for arg in node.args:
            self.write(", ")
            self.visit(arg, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro that takes nothing but its arguments can be called quickly."""
        if not (macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller):
            self.write("Quick")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self._written_out = node
        if not _is_plain(node):
            self.write("written(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _is_plain(node):
            self.write(")")


def _is_plain(node: nodes.Node) -> bool:
    """Whether a node is a call with nothing but positional arguments."""
    return isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)


class QuickTemplate(Template):
    """A template whose macros are made once: no page adds globals of its own."""

    def _get_default_module(self, ctx: Any = None) -> Any:
        return super()._get_default_module()


class QuickEnvironment(Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template may read, as it is: no template is asked for with more."""
        return {**self.globals, **d} if d else self.globals
