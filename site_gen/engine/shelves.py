"""How rows lie in the store: many small ones together, on shelves.

What one owner emits for one key of a table is an entry. Entries of keys that are likely to be written and read
together lie in one chunk of a shelf: of one key, or of all keys of a table that begin alike (`Table.together`).
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from typing import Any, NamedTuple, TypeVar, cast
from zlib import crc32

from site_gen.engine.codec import decode, encode, number, pack, unpack
from site_gen.engine.store import Store
from site_gen.tables import Row, Table

V = TypeVar("V")
_LONG = b"\xdd"
"""Begins an array of MessagePack that is followed by its length in four bytes."""


class Entry(NamedTuple):
    """All rows that one owner emits for one key."""

    key: str
    owner: int
    order: str
    """Of its first row."""
    rows: int
    """How many."""
    packed: bytes


class Group(NamedTuple):
    """An entry on its way to the store."""

    table: str
    shelf: int
    key: str
    order: str
    rows: int
    packed: bytes
    listed: bool
    """As of its table."""


def cell_of(table: Table[Any], key: str) -> int:
    """The number of a key of a table: what runs are remembered to have read."""
    return number(table.name, key)


def shelf_of(table: Table[Any], key: str) -> int:
    """The number of the shelf that holds a key; those of one table are neighbours."""
    by = table.together
    if by:
        key = key[:by] if isinstance(by, int) else key.rpartition(by)[0] or key
    return _table_number(table.name) + crc32(key.encode("utf-8", "surrogatepass"))


def span_of(table: str) -> tuple[int, int]:
    """The first and last number of a table's shelves."""
    first = _table_number(table)
    return first, first + 0xFFFFFFFF


@cache
def _table_number(name: str) -> int:
    return (crc32(name.encode()) << 32) - (1 << 63)


def groups(rows: Iterable[Row]) -> list[Group]:
    """Rows of one owner, by key; equal rows give equal bytes whatever their order was."""
    found: dict[tuple[str, str], tuple[Table[Any], list[tuple[str, Any]]]] = {}
    for table, key, value, order in rows:
        known = found.get((table.name, key))
        if known is None:
            found[table.name, key] = (table, [(order, value)])
        else:
            known[1].append((order, value))
    return [_group(table, key, rows) for (_, key), (table, rows) in found.items()]


def _group(table: Table[Any], key: str, rows: list[tuple[str, Any]]) -> Group:
    if len(rows) > 1:
        as_raw = _raw()
        rows = [(o, as_raw(v)) for o, v in sorted([(order, encode(value)) for order, value in rows])]
    packed = pack(encode(rows))
    return Group(table.name, shelf_of(table, key), key, rows[0][0], len(rows), packed, table.listed)


def entries(chunk: bytes) -> list[Entry]:
    """The entries of a chunk."""
    return cast("list[Entry]", decode(chunk, _entries()))


def ordered(raw: Iterable[bytes]) -> list[tuple[str, bytes]]:
    """Order and encoded value of every row of several entries, sorted."""
    kind = _raw_rows()
    return sorted([(order, bytes(value)) for one in raw for order, value in decode(one, kind)])


def values(raw: Sequence[bytes], kind: type[V]) -> tuple[V, ...]:
    """The rows of a key, in order, from its entries as `unpack` gives them."""
    shape: Any = kind
    if len(raw) == 1:
        return tuple([value for _, value in decode(raw[0], _typed_rows(shape))])
    rows = ordered(raw)
    together = _LONG + len(rows).to_bytes(4, "big") + b"".join([value for _, value in rows])
    return cast("tuple[V, ...]", decode(together, _many(shape)))


def raw_rows(store: Store, table: Table[Any], key: str) -> list[bytes]:
    """The entries of a key, unpacked."""
    chunks = store.select("SELECT value FROM rows WHERE shelf = ?", shelf_of(table, key))
    return [unpack(e.packed) for (chunk,) in chunks for e in entries(chunk) if e.key == key]


def keyed_rows(chunks: Iterable[bytes]) -> dict[str, list[bytes]]:
    """The entries of some chunks by key, unpacked."""
    found: dict[str, list[bytes]] = {}
    for chunk in chunks:
        for entry in entries(chunk):
            found.setdefault(entry.key, []).append(unpack(entry.packed))
    return found


def table_values(store: Store, table: Table[V]) -> Iterator[tuple[str, V]]:
    """Key and value of every row of a table, in no order."""
    query = "SELECT value FROM rows WHERE shelf BETWEEN ? AND ?"
    for (chunk,) in store.db.execute(query, span_of(table.name)):
        for entry in entries(chunk):
            for value in values([unpack(entry.packed)], table.type):
                yield entry.key, value


def owned(store: Store, owner: int) -> list[int]:
    """The chunks that hold what an owner has emitted."""
    found = store.select("SELECT cells FROM owners WHERE id = ?", owner)
    return list(array("q", found[0][0])) if found else []


def emitted(store: Store, owner: int, table: Table[Any]) -> list[Entry]:
    """What an owner has emitted into a table, by key."""
    first, last = span_of(table.name)
    query = f"SELECT value FROM rows WHERE id IN (?) AND shelf BETWEEN {first} AND {last}"
    chunks = store.select_in(query, owned(store, owner))
    return sorted(e for (chunk,) in chunks for e in entries(chunk) if e.owner == owner)


def streamed(store: Store, table: Table[Any], key: str) -> Iterator[bytes]:
    """The encoded rows of a key in order, without holding them all."""
    waiting: list[tuple[str, bytes]] = []
    for first, packed in _by_order(store, table, key):
        while waiting and waiting[0][0] < first:
            yield heappop(waiting)[1]
        for row in ordered([unpack(packed)]):
            heappush(waiting, row)
    while waiting:
        yield heappop(waiting)[1]


_OPEN = 64
"""Chunks that are held decoded while a key is streamed."""


def _by_order(store: Store, table: Table[Any], key: str) -> Iterator[tuple[str, bytes]]:
    """Each entry of a key with its first order, sorted by it."""
    query = "SELECT id, value FROM rows WHERE shelf = ?"
    places = [
        (entry.order, chunk, place)
        for chunk, raw in store.db.execute(query, (shelf_of(table, key),))
        for place, entry in enumerate(entries(raw))
        if entry.key == key
    ]
    held: dict[int, list[Entry]] = {}
    for order, chunk, place in sorted(places):
        if chunk not in held:
            if len(held) >= _OPEN:
                held.pop(next(iter(held)))
            held[chunk] = entries(store.select("SELECT value FROM rows WHERE id = ?", chunk)[0][0])
        yield order, held[chunk][place].packed


@cache
def _raw() -> Any:
    import msgspec  # here, because a build that finds nothing changed needs no codec

    return msgspec.Raw


@cache
def _raw_rows() -> Any:
    import msgspec

    return tuple[tuple[str, msgspec.Raw], ...]


@cache
def _entries() -> Any:
    return list[Entry]


@cache
def _typed_rows(kind: Any) -> Any:
    return tuple[tuple[str, kind], ...]


@cache
def _many(kind: Any) -> Any:
    return tuple[kind, ...]
