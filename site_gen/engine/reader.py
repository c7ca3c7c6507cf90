"""Rows as stages and pages ask for them: read from the store, some kept, every question noted."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from site_gen.engine.codec import number
from site_gen.engine.recent import Recent
from site_gen.engine.shelves import OpenShelf, Ordered, raw_rows, shelf_of, span_of, values
from site_gen.engine.store import Store
from site_gen.tables import Table

V = TypeVar("V")
_REMEMBERED = 4_000_000
"""Bytes of rows that are kept decoded: so many at least, and twice as many at most."""
_ROW = 50
"""What it takes to hold a cell, beside the bytes of its rows."""
_OPEN = 32_000_000
"""Bytes of shelves of many keys that are kept as they were read: so many at least, and twice as many at most."""


def keys_cell(table: str) -> int:
    """The number of a table's list of keys."""
    return number("keys", table)


def shelves_of(store: Store, table: Table[Any]) -> list[int]:
    """The shelves of a table, in the order in which they were begun."""
    query = "SELECT shelf FROM rows WHERE shelf BETWEEN ? AND ? ORDER BY id"
    return list(dict.fromkeys(shelf for (shelf,) in store.select(query, *span_of(table.name))))


def fetched(store: Store, shelves: Iterable[int]) -> dict[int, list[bytes]]:
    """The chunks of some shelves."""
    found: dict[int, list[bytes]] = defaultdict(list)
    query = "SELECT shelf, value FROM rows WHERE shelf IN (?)"
    for shelf, chunk in store.select_in(query, shelves):
        found[shelf].append(chunk)
    return found


def _size(rows: list[Ordered]) -> int:
    """What the rows of a key take, about."""
    return sum([len(value) for _, value in rows]) + _ROW


class TracingReader:
    """A `tables.Reader` over the store that notes every cell it was asked for in `seen`."""

    __slots__ = ("_before", "_empty", "_held", "_memory", "_open", "seen", "store")

    def __init__(self, store: Store) -> None:
        self.store = store
        self._memory: dict[int, tuple[tuple[Any, ...], int]] = {}
        """Rows by cell, with the bytes they took."""
        self._before: dict[int, tuple[tuple[Any, ...], int]] = {}
        """What was remembered before the memory was full the last time; what is asked for again stays."""
        self._empty: dict[str, bool] = {}
        self._open: Recent[OpenShelf] = Recent(_OPEN)
        self._held = 0
        self.seen: set[int] = set()

    def rows(self, table: Table[V], key: str) -> tuple[V, ...]:
        """All rows of a key, in order."""
        cell = number(table.name, key)
        self.seen.add(cell)
        found = self._memory.get(cell)
        return self._recalled(table, key, cell) if found is None else found[0]

    def one(self, table: Table[V], key: str) -> V | None:
        """The first row of a key."""
        rows = self.rows(table, key)
        return rows[0] if rows else None

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys of a table, sorted."""
        if not table.listed:
            raise ValueError(f"the keys of the table '{table.name}' are not listed")
        self.seen.add(keys_cell(table.name))
        query = "SELECT key FROM keys WHERE tbl = ? AND n > 0 ORDER BY key"
        return tuple([key for (key,) in self.store.select(query, table.name)])

    def count(self, table: Table[Any]) -> int:
        """How many keys a table has."""
        self.seen.add(keys_cell(table.name))
        found: int = self.store.select("SELECT count(*) FROM keys WHERE tbl = ? AND n > 0", table.name)[0][0]
        return found

    def _recalled(self, table: Table[V], key: str, cell: int) -> tuple[V, ...]:
        """Rows of a key as they were remembered before, or else as they are stored."""
        known = self._before.pop(cell, None)
        if known is None:
            raw = [] if self._bare(table) else self._stored(table, key)
            known = values(raw, table.type), _size(raw)
        self._held += known[1]
        if self._held > _REMEMBERED:
            self._before, self._memory, self._held = self._memory, {}, 0
        self._memory[cell] = known
        return known[0]

    def _stored(self, table: Table[Any], key: str) -> list[Ordered]:
        """Rows of a key, in no order; of a shelf that holds many keys all rows are kept for the next."""
        if not table.together:
            return raw_rows(self.store, table, key)
        shelf = shelf_of(table, key)
        found = self._open.get(shelf)
        if found is None:
            chunks = self.store.select("SELECT value FROM rows WHERE shelf = ?", shelf)
            found = OpenShelf(chunk for (chunk,) in chunks)
            self._open.put(shelf, found, found.size)
        return found.rows(key)

    def _bare(self, table: Table[Any]) -> bool:
        """Whether a table has no rows at all."""
        if table.name not in self._empty:
            query = "SELECT 1 FROM rows WHERE shelf BETWEEN ? AND ? LIMIT 1"
            self._empty[table.name] = not self.store.select(query, *span_of(table.name))
        return self._empty[table.name]

    def let_go(self) -> None:
        """Hold no rows any more: others will be asked for."""
        self._memory, self._before, self._held = {}, {}, 0

    def forget(self, cells: Iterable[int]) -> None:
        """Drop remembered cells that were written, and what is known of tables."""
        self._empty.clear()
        self._open.forget()
        for cell in cells:
            self._memory.pop(cell, None)
            self._before.pop(cell, None)
