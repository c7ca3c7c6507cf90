"""Shapes in, tables out: columns with types and keys, and how a record becomes rows of them.

A record is one row of its kind's table; an object inside it is columns of that row; a list inside it is rows of
a table of its own, which begin with the record's id and a number.
"""

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct

from site_gen.export.data.explain import class_doc
from site_gen.export.data.fields import Field, fields_of
from site_gen.export.data.kinds import KINDS

Cell = str | int | float | bool | None
Values = tuple[Cell, ...]
JOINED = "; "
"""Between the items of a list that has no table of its own."""


class Column(Struct, frozen=True):
    """A column of a table."""

    name: str
    type: str
    """string, integer, number or boolean."""
    doc: str
    required: bool
    unit: str = ""
    ref: str = ""
    """Table whose `id` it holds."""
    choices: tuple[str, ...] = ()


class TableShape(Struct, frozen=True):
    """A table."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Primary key."""


class Part(Struct, frozen=True):
    """How one list of a kind's records becomes rows of a table."""

    table: TableShape
    rows: Callable[[Any], Iterator[Values]]


_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
_SPANNED = ("article", "start", "end")


@cache
def parts() -> dict[str, tuple[Part, ...]]:
    """Kind -> the tables its records become rows of, its own first."""
    return {kind.name: tuple(_parts(kind.name, kind.one, kind.shape)) for kind in KINDS}


@cache
def tables() -> tuple[TableShape, ...]:
    """All tables, each once: leaders and people share theirs."""
    found = {part.table.name: part.table for listed in parts().values() for part in listed}
    return tuple(found.values())


def _parts(kind: str, one: str, shape: type[Any]) -> Iterator[Part]:
    person = kind in ("leaders", "people")
    name = "people" if person else kind
    one = "person" if person else one
    cells = _cells(shape)
    columns = tuple(cells.columns)
    if person:
        told = Column("leader", "boolean", "Named with an office in some article.", True)
        columns = (*columns, told)
        read = _followed_by(cells.read, kind == "leaders")
    else:
        read = cells.read
    yield Part(
        TableShape(name, class_doc(shape), columns, _key(columns)), lambda record: iter((read(record),))
    )
    parent = Column(one, "string", f"Id of the {one}.", True, ref=name)
    for field in fields_of(shape):
        if field.many and (field.ref or _shape(field)):
            yield from _children(name, parent, field)


def _key(columns: tuple[Column, ...]) -> tuple[str, ...]:
    names = {column.name for column in columns}
    if "id" in names:
        return ("id",)
    return _SPANNED if names.issuperset(_SPANNED) else ()


def _children(table: str, parent: Column, field: Field) -> Iterator[Part]:
    name = f"{table}_{field.shown}"
    number = Column("n", "integer", "Place in the list, from 1.", True)
    if not _shape(field):
        value = Column(field.one or field.shown, "string", field.doc, True, ref=field.ref)
        shape = TableShape(name, field.doc, (parent, number, value), (parent.name, "n"))
        yield Part(shape, _listed(field.name, lambda item: (item,)))
        return
    cells = _cells(field.type)
    shape = TableShape(name, field.doc, (parent, number, *cells.columns), (parent.name, "n"))
    yield Part(shape, _listed(field.name, cells.read))
    for inner in fields_of(field.type):
        if inner.many and _shape(inner):
            yield _grandchildren(name, parent, field, inner)


def _grandchildren(table: str, parent: Column, field: Field, inner: Field) -> Part:
    cells = _cells(inner.type)
    columns = (
        parent,
        Column("of", "integer", f"Place in {table}: its `n`.", True),
        Column("n", "integer", "Place in the list, from 1.", True),
    )
    shape = TableShape(
        f"{table}_{inner.shown}", inner.doc, (*columns, *cells.columns), (parent.name, "of", "n")
    )
    outer, within = attrgetter(field.name), attrgetter(inner.name)

    def rows(record: Any) -> Iterator[Values]:
        for of, item in enumerate(outer(record), 1):
            for n, found in enumerate(within(item), 1):
                yield (record.id, of, n, *cells.read(found))

    return Part(shape, rows)


def _listed(name: str, read: Callable[[Any], Values]) -> Callable[[Any], Iterator[Values]]:
    items = attrgetter(name)

    def rows(record: Any) -> Iterator[Values]:
        for n, item in enumerate(items(record), 1):
            yield (record.id, n, *read(item))

    return rows


class _Cells(Struct, frozen=True):
    columns: list[Column]
    read: Callable[[Any], Values]


def _cells(shape: type[Any]) -> _Cells:
    return _known(shape)


def _read_cells(shape: Any) -> _Cells:
    """The columns of a shape's own fields and of the objects in it, and how to read them from a record."""
    fields = [f for f in fields_of(shape) if not (f.many and (f.ref or _shape(f)))]
    plain = [f for f in fields if not _shape(f) and not f.many]
    plain.sort(key=lambda f: f.name != "id")
    joined = [f for f in fields if f.many]
    inside = [f for f in fields if _shape(f)]
    columns = [*map(_column, plain), *(_joined_column(f) for f in joined)]
    inner = [(attrgetter(f.name), _cells(f.type)) for f in inside]
    for field, (_, cells) in zip(inside, inner, strict=True):
        columns += [_inside(field, column) for column in cells.columns]
    first = _getter([f.name for f in plain])
    lists = [attrgetter(f.name) for f in joined]
    empty = [(None,) * len(cells.columns) for _, cells in inner]

    def read(record: Any) -> Values:
        row = first(record)
        for items in lists:
            row += (JOINED.join(items(record)),)
        for (get, cells), nothing in zip(inner, empty, strict=True):
            value = get(record)
            row += nothing if value is None else cells.read(value)
        return row

    return _Cells(columns, first if not (lists or inner) else read)


def _getter(names: list[str]) -> Callable[[Any], Values]:
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda record: (only(record),)
    get: Callable[[Any], Values] = attrgetter(*names)
    return get


def _followed_by(read: Callable[[Any], Values], value: bool) -> Callable[[Any], Values]:
    return lambda record: (*read(record), value)


def _column(field: Field) -> Column:
    return Column(
        field.shown, _TYPES[field.type], field.doc, not field.optional, field.unit, field.ref, field.choices
    )


def _joined_column(field: Field) -> Column:
    doc = f"{field.doc} Several are joined by `{JOINED.strip()}`."
    return Column(field.shown, "string", doc, not field.optional)


def _inside(field: Field, column: Column) -> Column:
    """A column of an object inside a record, under the object's name."""
    doc = f"{field.doc.rstrip('.')}: {column.doc}"
    required = column.required and not field.optional
    name = f"{field.shown}_{column.name}"
    return Column(name, column.type, doc, required, column.unit, column.ref, column.choices)


def _shape(field: Field) -> bool:
    return isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)


_known: Callable[[Any], _Cells] = cache(_read_cells)
