"""Rows of one cell as they are stored: what one owner emits for a key of a table is one packed group."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from typing import Any, NamedTuple, TypeVar, cast

from site_gen.engine.codec import decode, encode, number, pack, unpack
from site_gen.engine.store import Store
from site_gen.tables import Row, Table

V = TypeVar("V")
_LONG = b"\xdd"
"""Begins an array of MessagePack that is followed by its length in four bytes."""


class Group(NamedTuple):
    """All rows that one owner emits for one cell."""

    table: str
    key: str
    order: str
    """Of its first row."""
    rows: int
    """How many."""
    packed: bytes


def cell_of(table: Table[Any], key: str) -> int:
    """The number of a cell."""
    return number(table.name, key)


def groups(rows: Iterable[Row]) -> list[Group]:
    """Rows of one owner, by cell; equal rows give equal bytes whatever their order was."""
    found: dict[tuple[str, str], list[tuple[str, Any]]] = {}
    for table, key, value, order in rows:
        found.setdefault((table.name, key), []).append((order, value))
    return [_group(table, key, rows) for (table, key), rows in found.items()]


def _group(table: str, key: str, rows: list[tuple[str, Any]]) -> Group:
    if len(rows) > 1:
        as_raw = _raw()
        rows = [(o, as_raw(v)) for o, v in sorted((order, encode(value)) for order, value in rows)]
    return Group(table, key, rows[0][0], len(rows), pack(encode(rows)))


def ordered(raw: Iterable[bytes]) -> list[tuple[str, bytes]]:
    """Order and encoded value of every row of several groups, sorted."""
    kind = _raw_rows()
    return sorted([(order, bytes(value)) for one in raw for order, value in decode(one, kind)])


def values(raw: Sequence[bytes], kind: type[V]) -> tuple[V, ...]:
    """The rows of a cell, in order, from its groups as `unpack` gives them."""
    shape: Any = kind
    if len(raw) == 1:
        return tuple([value for _, value in decode(raw[0], _typed_rows(shape))])
    rows = ordered(raw)
    together = _LONG + len(rows).to_bytes(4, "big") + b"".join([value for _, value in rows])
    return cast("tuple[V, ...]", decode(together, _many(shape)))


def table_values(store: Store, table: Table[V], where: str = "") -> Iterator[tuple[str, V]]:
    """Key and value of every row of a table, by key; `where` is a further condition on the cells."""
    query = (
        f"SELECT key, value FROM cells JOIN rows ON rows.cell = cells.id WHERE tbl = ? {where} ORDER BY key"
    )
    for key, packed in store.db.execute(query, (table.name,)):
        for value in values([unpack(packed)], table.type):
            yield key, value


def streamed(store: Store, cell: int) -> Iterator[bytes]:
    """The encoded rows of a cell in order, without holding them all."""
    waiting: list[tuple[str, bytes]] = []
    for first, packed in store.db.execute("SELECT ord, value FROM rows WHERE cell = ? ORDER BY ord", (cell,)):
        while waiting and waiting[0][0] < first:
            yield heappop(waiting)[1]
        for row in ordered([unpack(packed)]):
            heappush(waiting, row)
    while waiting:
        yield heappop(waiting)[1]


@cache
def _raw() -> Any:
    import msgspec  # here, because a build that finds nothing changed needs no codec

    return msgspec.Raw


@cache
def _raw_rows() -> Any:
    import msgspec

    return tuple[tuple[str, msgspec.Raw], ...]


@cache
def _typed_rows(kind: Any) -> Any:
    return tuple[tuple[str, kind], ...]


@cache
def _many(kind: Any) -> Any:
    return tuple[kind, ...]
