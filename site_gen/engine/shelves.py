"""How rows lie in the store: many small ones together, on shelves.

What one owner emits for one key of a table is an entry. Entries of keys that are likely to be written and read
together lie in one chunk of a shelf: of one key, or of all keys of a table that begin alike (`Table.together`).
A chunk is a list of pairs, an owner and its entry. Whoever makes an entry encodes it, so that to put it into a chunk,
or to take it out, none of the others is decoded.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar, cast
from zlib import crc32

from msgspec import Struct

from site_gen.engine.codec import decode, encode, number, pack, unpack
from site_gen.engine.store import Store
from site_gen.engine.workers import in_parts
from site_gen.tables import Row, Table

V = TypeVar("V")
_LONG = b"\xdd"
"""Begins an array of MessagePack that is followed by its length in four bytes."""
_ROW = 200
"""What it takes to hold a row as it was read, beside its bytes."""
_AT_ONCE = 100
"""Keys whose shelves are fetched together."""
_PAIR_OF_LONG = b"\x92\xd3"
"""Begins a pair of MessagePack whose first is a number of eight bytes."""

Ordered = tuple[str, bytes]
"""A row: its order, and its value encoded."""


class Entry(Struct, frozen=True, array_like=True):
    """All rows that one owner emits for keys of one shelf."""

    key: str | None
    """None where there are several: then each row stands beside its own."""
    order: str
    """Of the row, where there is but one."""
    rows: int
    """How many."""
    packed: bytes
    """Of one row its value, of more a list of them, each behind its order and, if need be, its key."""


class Group(NamedTuple):
    """An entry on its way to the store."""

    table: str
    listed: bool
    """As of its table."""
    shelf: int
    counts: tuple[tuple[str, int], ...]
    """How many rows each key has."""
    entry: bytes
    """Encoded."""


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
    """Rows of one owner, by shelf; equal rows give equal bytes whatever their order was."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        shelf = shelf_of(row[0], row[1])
        if shelf in found:
            found[shelf].append(row)
        else:
            found[shelf] = [row]
    return [_group(shelf, together) for shelf, together in found.items()]


def _group(shelf: int, rows: list[Row]) -> Group:
    table, key, value, order = rows[0]
    if len(rows) == 1:
        entry = encode((key, order, 1, pack(encode(value))))  # as an `Entry` is encoded
        return Group(table.name, table.listed, shelf, ((key, 1),), entry)
    as_raw, ready = _raw(), sorted([(key, order, encode(value)) for _, key, value, order in rows])
    if ready[0][0] == ready[-1][0]:
        packed = pack(encode([(order, as_raw(value)) for _, order, value in ready]))
        entry = encode((key, "", len(ready), packed))
        return Group(table.name, table.listed, shelf, ((key, len(ready)),), entry)
    packed = pack(encode([(key, order, as_raw(value)) for key, order, value in ready]))
    counts = tuple(Counter([key for key, _, _ in ready]).items())
    return Group(table.name, table.listed, shelf, counts, encode((None, "", len(ready), packed)))


def head_of(owner: int) -> bytes:
    """What stands before each entry of an owner in a chunk."""
    return _PAIR_OF_LONG + owner.to_bytes(8, "big", signed=True)


def chunk_of(pieces: Sequence[bytes]) -> bytes:
    """A chunk made of entries, each behind its head."""
    return _LONG + len(pieces).to_bytes(4, "big") + b"".join(pieces)


def pieces_of(chunk: bytes) -> list[bytes]:
    """What `chunk_of` was given."""
    return [bytes(piece) for piece in decode(chunk, _raws())]


def entries(chunk: bytes) -> list[tuple[int, Entry]]:
    """The entries of a chunk, each beside its owner."""
    return cast("list[tuple[int, Entry]]", decode(chunk, _entries()))


def entry_of(raw: bytes) -> Entry:
    """The entry of a group."""
    return decode(raw, Entry)


def keyed(entry: Entry) -> dict[str, list[Ordered]]:
    """The rows of an entry by key, in order."""
    if entry.key is not None:
        return {entry.key: ordered(entry)}
    found: dict[str, list[Ordered]] = {}
    for one, order, value in decode(unpack(entry.packed), _raw_triples()):
        found.setdefault(one, []).append((order, bytes(value)))
    return found


def ordered(entry: Entry) -> list[Ordered]:
    """The rows of an entry of one key, in order."""
    if entry.rows == 1:
        return [(entry.order, unpack(entry.packed))]
    return [(order, bytes(value)) for order, value in decode(unpack(entry.packed), _raw_pairs())]


def values(rows: list[Ordered], kind: type[V]) -> tuple[V, ...]:
    """The rows of a key as what they are, in order."""
    if len(rows) == 1:
        return (decode(rows[0][1], kind),)
    rows.sort()
    return decoded([value for _, value in rows], kind)


def decoded(rows: Sequence[bytes], kind: type[V]) -> tuple[V, ...]:
    """Encoded values as what they are."""
    shape: Any = kind
    return cast("tuple[V, ...]", decode(chunk_of(rows), _many(shape))) if rows else ()


def raw_rows(store: Store, table: Table[Any], key: str) -> list[Ordered]:
    """The rows of a key, in no order."""
    chunks = store.select("SELECT value FROM rows WHERE shelf = ?", shelf_of(table, key))
    found: list[Ordered] = []
    for (chunk,) in chunks:
        for _, entry in entries(chunk):
            if entry.key == key:
                found += ordered(entry)
            elif entry.key is None:
                found += keyed(entry).get(key, ())
    return found


def keyed_rows(chunks: Iterable[bytes]) -> dict[str, list[Ordered]]:
    """The rows of some chunks by key, in no order."""
    found: dict[str, list[Ordered]] = defaultdict(list)
    for chunk in chunks:
        for _, entry in entries(chunk):
            if entry.rows == 1 and entry.key is not None:  # as most are
                found[entry.key].append((entry.order, unpack(entry.packed)))
            else:
                for key, rows in keyed(entry).items():
                    found[key] += rows
    return found


class OpenShelf:
    """The rows of a shelf that holds many keys: those of a key are found without a look at each."""

    __slots__ = ("_alone", "_together", "size")

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.size = 0
        """What it takes to hold it, about."""
        self._alone: dict[str, list[Entry]] = defaultdict(list)
        self._together: list[list[tuple[str, str, Any]]] = []
        for chunk in chunks:
            self.size += len(chunk)
            for _, entry in entries(chunk):
                if entry.key is not None:
                    self._alone[entry.key].append(entry)
                    continue
                raw = unpack(entry.packed)
                self.size += len(raw) + entry.rows * _ROW
                self._together.append(decode(raw, _raw_triples()))

    def rows(self, key: str) -> list[Ordered]:
        """The rows of a key, in no order."""
        found = [row for entry in self._alone.get(key, ()) for row in ordered(entry)]
        for rows in self._together:
            at = bisect_left(rows, (key,))
            while at < len(rows) and rows[at][0] == key:
                found.append((rows[at][1], bytes(rows[at][2])))
                at += 1
        return found


def table_values(store: Store, table: Table[V]) -> Iterator[tuple[str, V]]:
    """Key and value of every row of a table, in no order."""
    query = "SELECT value FROM rows WHERE shelf BETWEEN ? AND ?"
    for (chunk,) in store.db.execute(query, span_of(table.name)):
        for key, rows in keyed_rows([chunk]).items():
            for value in values(rows, table.type):
                yield key, value


def owned(store: Store, owner: int) -> dict[int, int]:
    """The chunks that hold what an owner has emitted, with the marks of its entries there."""
    found = store.select("SELECT cells FROM owners WHERE id = ?", owner)
    return marks(found[0][0]) if found else {}


def marks(cells: bytes) -> dict[int, int]:
    """Chunk -> mark, as `cells` lists them."""
    numbers = array("q", cells)
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def mark_of(group: Group) -> int:
    """A number that stands for an entry and its shelf."""
    return int.from_bytes(blake2b(group.entry, digest_size=8).digest(), "big", signed=True) ^ group.shelf


def emitted(store: Store, owner: int, table: Table[Any]) -> Iterator[tuple[str, Ordered]]:
    """What an owner has emitted into a table, by key and in order."""
    first, last = span_of(table.name)
    query = f"SELECT value FROM rows WHERE id IN (?) AND shelf BETWEEN {first} AND {last}"
    chunks = store.select_in(query, owned(store, owner))
    mine = [entry for (chunk,) in chunks for by, entry in entries(chunk) if by == owner]
    yield from sorted((key, row) for entry in mine for key, rows in keyed(entry).items() for row in rows)


def sorted_rows(store: Store, table: Table[Any], keys: Iterable[str]) -> Iterator[list[bytes]]:
    """The encoded rows of each key in order; few keys are held at a time."""
    for part in in_parts(keys, _AT_ONCE):
        shelves = sorted({shelf_of(table, key) for key in part})
        chunks = store.select_in("SELECT value FROM rows WHERE shelf IN (?)", shelves)
        found = keyed_rows(chunk for (chunk,) in chunks)
        for key in part:
            yield [value for _, value in sorted(found.get(key, ()))]


@cache
def _raw() -> Any:
    import msgspec  # here, because a build that finds nothing changed needs no codec

    return msgspec.Raw


@cache
def _raw_pairs() -> Any:
    import msgspec

    return list[tuple[str, msgspec.Raw]]


@cache
def _raw_triples() -> Any:
    import msgspec

    return list[tuple[str, str, msgspec.Raw]]


@cache
def _raws() -> Any:
    return list[_raw()]  # type: ignore[misc]


@cache
def _entries() -> Any:
    return list[tuple[int, Entry]]


@cache
def _many(kind: Any) -> Any:
    return tuple[kind, ...]
