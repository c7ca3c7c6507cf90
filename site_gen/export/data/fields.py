"""A shape in, its fields out: published name, type, and what else a table needs to know of each."""

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from site_gen.export.data.explain import field_docs


class Field(Struct, frozen=True):
    """One field of a shape."""

    name: str
    """Attribute."""
    shown: str
    """Published name."""
    type: type[Any]
    """str, int, float, bool, or a shape."""
    many: bool
    """A list of them."""
    optional: bool
    """May be null or left out."""
    doc: str
    choices: tuple[str, ...] = ()
    """All values it may have, where they are few."""
    unit: str = ""
    ref: str = ""
    """The table whose key it is."""
    one: str = ""
    """For a list: the name of one of its items."""


def fields_of(shape: type[Any]) -> tuple[Field, ...]:
    """All fields of a shape, in the order in which they are published."""
    return _known(shape)


def _read(shape: Any) -> tuple[Field, ...]:
    hints = get_type_hints(shape, include_extras=True)
    docs = field_docs(shape)
    return tuple(
        _field(f.name, f.encode_name, hints[f.name], docs.get(f.name, ""), not f.required)
        for f in msgspec.structs.fields(shape)
    )


def _field(name: str, shown: str, hint: Any, doc: str, defaulted: bool) -> Field:
    kind, extra = _opened(hint)
    optional = defaulted
    if get_origin(kind) in (Union, UnionType):
        kind, inner = _opened(next(a for a in get_args(kind) if a is not type(None)))
        extra, optional = {**extra, **inner}, True
    many = get_origin(kind) is tuple
    if many:
        kind, inner = _opened(get_args(kind)[0])
        extra = {**inner, **extra}
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    plain = str if choices else kind
    return Field(
        name, shown, plain, many, optional, doc, choices,
        extra.get("unit", ""), extra.get("ref", ""), extra.get("one", ""),
    )  # fmt: skip


def _opened(hint: Any) -> tuple[Any, dict[str, str]]:
    """A hint without its annotations, and what these say."""
    if get_origin(hint) is not Annotated:
        return hint, {}
    kind, *notes = get_args(hint)
    extra: dict[str, str] = {}
    for note in notes:
        extra.update(note.extra or {})
    return kind, extra


_known: Callable[[Any], tuple[Field, ...]] = cache(_read)
