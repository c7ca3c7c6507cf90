"""Stages run over tables, only where their input changed.

A verifying-trace rebuilder with early cut-off: a run's reads are remembered while it runs; when a cell
changes, the runs that read it are done again; when a run emits what it emitted before, nothing follows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from site_gen.engine.codec import decode, encode, number, pack, unpack
from site_gen.engine.store import Store
from site_gen.tables import Row, StageSpec, Table

V = TypeVar("V")
_REMEMBERED = 20_000
"""Cells kept decoded."""
_HELD = 5_000
"""Rows kept before they are written."""

_READERS = (
    "SELECT DISTINCT runs.stage, runs.key FROM reads JOIN runs ON runs.id = reads.run WHERE cell IN (?)"
)

PackedRow = tuple[str, str, str, bytes]
"""Table, key, order, packed value."""
StoredRow = tuple[int, str, bytes]
"""Cell, order, packed value."""


def cell_of(table: Table[Any], key: str) -> int:
    """The number of a cell."""
    return number(table.name, key)


def run_of(stage: str, key: str) -> int:
    """The number of a run."""
    return number("run", stage, key)


def _keys_cell(table: str) -> int:
    return number("keys", table)


class TracingReader:
    """A `tables.Reader` over the store that notes every cell it was asked for in `seen`."""

    __slots__ = ("_memory", "_store", "seen")

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory: dict[int, tuple[Any, ...]] = {}
        self.seen: set[int] = set()

    def rows(self, table: Table[V], key: str) -> tuple[V, ...]:
        """All rows of a key, in order."""
        cell = cell_of(table, key)
        self.seen.add(cell)
        if cell not in self._memory:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            self._memory[cell] = self.untraced(table, cell)
        return self._memory[cell]

    def one(self, table: Table[V], key: str) -> V | None:
        """The first row of a key."""
        rows = self.rows(table, key)
        return rows[0] if rows else None

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys of a table, sorted."""
        self.seen.add(_keys_cell(table.name))
        return tuple(
            sorted(
                key
                for (key,) in self._store.select("SELECT key FROM cells WHERE tbl = ? AND n > 0", table.name)
            )
        )

    def untraced(self, table: Table[V], cell: int) -> tuple[V, ...]:
        """Rows of a cell, decoded, read from the store."""
        found = [
            (o, unpack(v)) for o, v in self._store.select("SELECT ord, value FROM rows WHERE cell = ?", cell)
        ]
        if len(found) > 1:
            found.sort()
        return tuple(decode(raw, table.type) for _, raw in found)

    def forget(self, cells: Iterable[int]) -> None:
        """Drop remembered cells that were written."""
        for cell in cells:
            self._memory.pop(cell, None)


class Flow:
    """One pass over the stages. Inputs are put in by `replace`; `run` carries them through."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reader = TracingReader(store)
        self.touched: dict[str, set[str]] = defaultdict(set)
        self.runs: Counter[str] = Counter()
        self._asked: set[int] = set()
        self._due: dict[str, set[str]] = defaultdict(set)
        self._names: dict[int, tuple[str, str]] = {}
        self._delta: Counter[int] = Counter()
        self._changed: set[int] = set()
        self._new_rows: list[tuple[int, int, str, bytes]] = []
        self._new_reads: list[tuple[int, int]] = []
        self._new_runs: list[tuple[int, str, str]] = []
        self._known = not store.fresh
        self._wave: dict[str, set[str]] = defaultdict(set)

    def replace(self, owner: int, rows: Iterable[Row]) -> None:
        """Make `rows` all that `owner` has emitted."""
        packed = ((r.table.name, r.key, r.order, pack(encode(r.value))) for r in rows)
        self.replace_packed(owner, packed)

    def replace_packed(self, owner: int, rows: Iterable[PackedRow]) -> None:
        """The same with rows that a worker packed."""
        new: list[StoredRow] = []
        for table, key, order, value in rows:
            cell = number(table, key)
            self._names[cell] = (table, key)
            new.append((cell, order, value))
        for cell, order, value in self._unseen(owner, new) if self._known else new:
            self._new_rows.append((owner, cell, order, value))
            self._delta[cell] += 1
            self._changed.add(cell)
        if len(self._new_rows) > _HELD or len(self._new_reads) > 10 * _HELD:
            self._write()

    def reopen(self) -> None:
        """Owners that have emitted since this was made may do so anew: their rows are looked up from now on."""
        self.flush()
        self._known = True

    def run(self, stages: Iterable[StageSpec[Any]]) -> None:
        """Run every stage for every key whose rows, or whose reads, changed."""
        for stage in stages:
            self.flush()
            for key in sorted(self._wave[stage.reads.name] | self.readers(stage.name)):
                self._run_one(stage, key)
        self.flush()
        self._ask()
        self._wave.clear()
        self._known = True

    def readers(self, stage: str) -> set[str]:
        """Keys for which `stage` read something that has changed since."""
        self._ask()
        return self._due.pop(stage, set())

    def trace(self, stage: str, key: str) -> None:
        """Remember the reads made since the last call as those of this run."""
        run = run_of(stage, key)
        if self._known:
            self.store.db.execute("DELETE FROM reads WHERE run = ?", (run,))
        self._new_reads += [(cell, run) for cell in self.reader.seen]
        self._new_runs.append((run, stage, key))
        self.reader.seen = set()
        self.runs[stage] += 1

    def drop(self, stage: str, key: str) -> None:
        """Forget a run whose key is gone."""
        run = run_of(stage, key)
        self.store.db.execute("DELETE FROM reads WHERE run = ?", (run,))
        self.store.db.execute("DELETE FROM runs WHERE id = ?", (run,))

    def flush(self) -> None:
        """Write what was emitted, and note which cells, and which tables' keys, changed."""
        self._write()
        self._count()
        for cell in self._changed:
            if cell in self._names:
                table, key = self._names[cell]
                self.touched[table].add(key)
                self._wave[table].add(key)
        self._asked |= self._changed
        self.reader.forget(self._changed)
        self._changed, self._delta = set(), Counter()

    def _write(self) -> None:
        """Hand what was emitted to the store. No run of the same stage reads it, so any time will do."""
        db = self.store.db
        db.executemany("INSERT INTO rows VALUES (?, ?, ?, ?)", self._new_rows)
        self._new_reads.sort()  # so that neighbours in the file are written together
        db.executemany("INSERT OR IGNORE INTO reads VALUES (?, ?)", self._new_reads)
        db.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", self._new_runs)
        self._new_rows, self._new_reads, self._new_runs = [], [], []

    def _run_one(self, stage: StageSpec[Any], key: str) -> None:
        self.reader.seen = set()
        rows = self.reader.untraced(stage.reads, cell_of(stage.reads, key))
        owner = run_of(stage.name, key)
        if not rows:
            self.replace(owner, ())
            self.drop(stage.name, key)
            return
        emitted = list(stage.run(key, rows, self.reader))
        self.replace(owner, emitted)
        self.trace(stage.name, key)

    def _unseen(self, owner: int, rows: Iterable[StoredRow]) -> Iterator[StoredRow]:
        """Delete what `owner` emitted before and emits no more; those of `rows` that do not stand already."""
        new = Counter(rows)
        gone: list[tuple[int]] = []
        query = "SELECT rowid, cell, ord, value FROM rows WHERE owner = ?"
        for rowid, cell, order, value in self.store.select(query, owner):
            if new.get((cell, order, value), 0) > 0:
                new[cell, order, value] -= 1
            else:
                gone.append((rowid,))
                self._delta[cell] -= 1
                self._changed.add(cell)
        self.store.db.executemany("DELETE FROM rows WHERE rowid = ?", gone)
        return new.elements()

    def _count(self) -> None:
        """Bring `cells` up to date; a key that came or went touches the table's list of keys."""
        unnamed = [cell for cell in self._changed if cell not in self._names]
        for cell, table, key in self.store.select_in(
            "SELECT id, tbl, key FROM cells WHERE id IN (?)", unnamed
        ):
            self._names[cell] = (table, key)
        before = dict(self.store.select_in("SELECT id, n FROM cells WHERE id IN (?)", self._delta))
        written = []
        grown: Counter[str] = Counter()
        for cell, delta in self._delta.items():
            old = before.get(cell, 0)
            table, key = self._names[cell]
            written.append((cell, table, key, old + delta))
            if (old > 0) != (old + delta > 0):
                self._changed.add(_keys_cell(table))
                grown[table] += 1 if old == 0 else -1
        self.store.db.executemany("INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?)", written)
        grow = "INSERT INTO sizes VALUES (?, ?) ON CONFLICT(tbl) DO UPDATE SET n = n + excluded.n"
        self.store.db.executemany(grow, sorted(grown.items()))

    def _ask(self) -> None:
        """Find the runs that read what changed since the last time."""
        if self._known and self._asked:
            for stage, key in self.store.select_in(_READERS, sorted(self._asked)):
                self._due[stage].add(key)
        self._asked = set()
