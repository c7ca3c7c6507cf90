"""Stages run over tables, only where their input changed.

A verifying-trace rebuilder with early cut-off: a run's reads are remembered while it runs; when a cell
changes, the runs that read it are done again; when a run emits what it emitted before, nothing follows.
In a clean build every key of every table is due, so nothing is noted of what changed.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from site_gen.engine.cells import Group, cell_of, groups, values
from site_gen.engine.codec import number, unpack
from site_gen.engine.store import Store
from site_gen.engine.workers import in_parts
from site_gen.tables import Row, StageSpec, Table

V = TypeVar("V")
_REMEMBERED = 2_000_000
"""Bytes of cells that are kept decoded."""
_HELD = 2_000
"""Groups kept before they are written."""
_HELD_BYTES = 4_000_000
_AT_ONCE = 100
"""Keys whose rows are fetched together."""

_READERS = (
    "SELECT DISTINCT runs.stage, runs.key FROM reads JOIN runs ON runs.id = reads.run WHERE cell IN (?)"
)


def run_of(stage: str, key: str) -> int:
    """The number of a run."""
    return number("run", stage, key)


def _keys_cell(table: str) -> int:
    return number("keys", table)


class TracingReader:
    """A `tables.Reader` over the store that notes every cell it was asked for in `seen`."""

    __slots__ = ("_held", "_memory", "_store", "seen")

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory: dict[int, tuple[Any, ...]] = {}
        self._held = 0
        self.seen: set[int] = set()

    def rows(self, table: Table[V], key: str) -> tuple[V, ...]:
        """All rows of a key, in order."""
        cell = cell_of(table, key)
        self.seen.add(cell)
        found = self._memory.get(cell)
        return self.untraced(table, cell) if found is None else found

    def one(self, table: Table[V], key: str) -> V | None:
        """The first row of a key."""
        rows = self.rows(table, key)
        return rows[0] if rows else None

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys of a table, sorted."""
        self.seen.add(_keys_cell(table.name))
        query = "SELECT key FROM cells WHERE tbl = ? AND n > 0"
        return tuple(sorted(key for (key,) in self._store.select(query, table.name)))

    def untraced(self, table: Table[V], cell: int) -> tuple[V, ...]:
        """Rows of a cell, decoded, read from the store."""
        found = self._store.select("SELECT value FROM rows WHERE cell = ?", cell)
        raw = [unpack(packed) for (packed,) in found]
        self._held += sum(map(len, raw)) + 50
        if self._held > _REMEMBERED:
            self._memory.clear()
            self._held = 0
        self._memory[cell] = rows = values(raw, table.type) if raw else ()
        return rows

    def forget(self, cells: Iterable[int]) -> None:
        """Drop remembered cells that were written."""
        for cell in cells:
            self._memory.pop(cell, None)


class Flow:
    """One pass over the stages. Inputs are put in by `replace`; `run` carries them through."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reader = TracingReader(store)
        self.runs: Counter[str] = Counter()
        self._every = store.fresh
        """Everything that the store holds is new in this build."""
        self._clean = store.fresh
        """No stage has run yet on anything: all is due, and no cell has readers."""
        self._known = not store.fresh
        """Owners may have emitted before."""
        self._touched: dict[str, set[str]] = defaultdict(set)
        self._wave: dict[str, set[str]] = defaultdict(set)
        self._asked: set[int] = set()
        self._due: dict[str, set[str]] = defaultdict(set)
        self._names: dict[int, tuple[str, str]] = {}
        self._delta: Counter[int] = Counter()
        self._changed: set[int] = set()
        self._new_rows: list[tuple[int, int, str, int, bytes]] = []
        self._new_owners: list[tuple[int, bytes]] = []
        self._new_reads: list[tuple[int, int]] = []
        self._new_runs: list[tuple[int, str, str, bytes]] = []
        self._bytes = 0

    def touched(self, table: str) -> set[str]:
        """Keys of a table whose rows have changed in this build."""
        return set(self._keys(table)) if self._every else self._touched[table]

    def replace(self, owner: int, rows: Iterable[Row]) -> None:
        """Make `rows` all that `owner` has emitted."""
        self.replace_packed(owner, groups(rows))

    def replace_packed(self, owner: int, found: Sequence[Group]) -> None:
        """The same with rows that a worker packed."""
        new = {number(group.table, group.key): group for group in found}
        for cell, group in new.items():
            self._names[cell] = (group.table, group.key)
        if self._known:
            before = self._before(owner)
            if before or new:
                self._new_owners.append((owner, array("q", new).tobytes()))
            new = self._unseen(owner, before, new)
        elif new:
            self._new_owners.append((owner, array("q", new).tobytes()))
        for cell, group in new.items():
            self._new_rows.append((cell, owner, group.order, group.rows, group.packed))
            self._delta[cell] += group.rows
            self._bytes += len(group.packed)
        if not self._clean or self._known:
            self._changed.update(new)
        if len(self._new_rows) > _HELD or self._bytes > _HELD_BYTES:
            self._write()

    def reopen(self) -> None:
        """Owners that have emitted since this was made may do so anew: their rows are looked up from now on."""
        self.flush()
        self._known = True

    def run(self, stages: Iterable[StageSpec[Any]]) -> None:
        """Run every stage for every key whose rows, or whose reads, changed."""
        for stage in (stage for stage in stages if not stage.local):
            self.flush()
            self._known = not self._clean
            for key, rows in self._inputs(stage):
                self._run_one(stage, key, rows)
        self.flush()
        if self._clean:
            self._settle()
        self._ask()
        self._wave.clear()

    def readers(self, stage: str) -> set[str]:
        """Keys for which `stage` read something that has changed since."""
        self._ask()
        return self._due.pop(stage, set())

    def trace(self, stage: str, key: str) -> None:
        """Remember the reads made since the last call as those of this run."""
        run, seen = run_of(stage, key), self.reader.seen
        if self._known:
            self._forget_reads(run)
        self._new_reads += [(cell, run) for cell in seen]
        self._new_runs.append((run, stage, key, array("q", seen).tobytes()))
        self.reader.seen = set()
        self.runs[stage] += 1

    def drop(self, stage: str, key: str) -> None:
        """Forget a run whose key is gone."""
        run = run_of(stage, key)
        self._forget_reads(run)
        self.store.db.execute("DELETE FROM runs WHERE id = ?", (run,))

    def flush(self) -> None:
        """Write what was emitted, and note which cells, and which tables' keys, changed."""
        self._write()
        self._count()
        for cell in self._changed:
            if cell in self._names:
                table, key = self._names[cell]
                self._touched[table].add(key)
                self._wave[table].add(key)
        self._asked |= self._changed
        self.reader.forget(self._changed)
        self._changed, self._delta, self._names = set(), Counter(), {}

    def _keys(self, table: str, least: int = 1) -> list[str]:
        """Keys of a table that have so many rows."""
        query = "SELECT key FROM cells WHERE tbl = ? AND n >= ? ORDER BY key"
        return [key for (key,) in self.store.select(query, table, least)]

    def _inputs(self, stage: StageSpec[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Keys for which a stage is due, in order, with their rows."""
        table = stage.reads
        due = (
            self._keys(table.name, stage.least)
            if self._clean
            else sorted(self._wave[table.name] | self.readers(stage.name))
        )
        for part in in_parts(due, _AT_ONCE):
            cells = [cell_of(table, key) for key in part]
            found: dict[int, list[bytes]] = {}
            query = "SELECT cell, value FROM rows WHERE cell IN (?)"
            for cell, packed in self.store.select_in(query, cells):
                found.setdefault(cell, []).append(packed)
            for cell, key in zip(cells, part, strict=True):
                raw = [unpack(packed) for packed in found.pop(cell, ())]
                rows = values(raw, table.type) if raw else ()
                yield key, rows if len(rows) >= stage.least else ()

    def _run_one(self, stage: StageSpec[Any], key: str, rows: tuple[Any, ...]) -> None:
        self.reader.seen = set()
        owner = run_of(stage.name, key)
        if not rows:
            self.replace(owner, ())
            self.drop(stage.name, key)
            return
        self.replace(owner, stage.run(key, rows, self.reader))
        self.trace(stage.name, key)

    def _write(self) -> None:
        """Hand what was emitted to the store. No run of the same stage reads it, so any time will do."""
        db = self.store.db
        db.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", self._new_rows)
        self._new_reads.sort()  # so that neighbours in the file are written together
        db.executemany("INSERT OR IGNORE INTO reads VALUES (?, ?)", self._new_reads)
        db.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)", self._new_runs)
        db.executemany("INSERT OR REPLACE INTO owners VALUES (?, ?)", self._new_owners)
        self._new_rows, self._new_reads, self._new_runs, self._new_owners = [], [], [], []
        self._bytes = 0
        if self._clean and not self._known:
            self._count()
            self.reader.forget(self._delta)
            self._delta, self._names = Counter(), {}

    def _before(self, owner: int) -> list[int]:
        """Cells into which `owner` has emitted."""
        found = self.store.select("SELECT cells FROM owners WHERE id = ?", owner)
        return list(array("q", found[0][0])) if found else []

    def _unseen(self, owner: int, before: list[int], new: dict[int, Group]) -> dict[int, Group]:
        """Delete what `owner` emitted before and emits no more; those of `new` that do not stand already."""
        gone: list[tuple[int]] = []
        new = dict(new)
        query = f"SELECT rowid, cell, n, value FROM rows WHERE owner = {owner} AND cell IN (?)"
        for rowid, cell, rows, packed in self.store.select_in(query, before):
            if cell in new and new[cell].packed == packed:
                del new[cell]
            else:
                gone.append((rowid,))
                self._delta[cell] -= rows
                self._changed.add(cell)
        self.store.db.executemany("DELETE FROM rows WHERE rowid = ?", gone)
        return new

    def _forget_reads(self, run: int) -> None:
        found = self.store.select("SELECT cells FROM runs WHERE id = ?", run)
        cells = array("q", found[0][0]) if found else ()
        query = "DELETE FROM reads WHERE cell = ? AND run = ?"
        self.store.db.executemany(query, [(cell, run) for cell in cells])

    def _count(self) -> None:
        """Bring `cells` up to date; a key that came or went touches the table's list of keys."""
        unnamed = [cell for cell in self._changed if cell not in self._names]
        for cell, table, key in self.store.select_in(
            "SELECT id, tbl, key FROM cells WHERE id IN (?)", unnamed
        ):
            self._names[cell] = (table, key)
        if not self._clean:
            self._note_keys()
        written = [(cell, *self._names[cell], delta) for cell, delta in self._delta.items()]
        add = "INSERT INTO cells VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET n = n + excluded.n"
        self.store.db.executemany(add, written)

    def _note_keys(self) -> None:
        """Count keys that come and go."""
        before = dict(self.store.select_in("SELECT id, n FROM cells WHERE id IN (?)", self._delta))
        grown: Counter[str] = Counter()
        for cell, delta in self._delta.items():
            old = before.get(cell, 0)
            if (old > 0) != (old + delta > 0):
                table = self._names[cell][0]
                self._changed.add(_keys_cell(table))
                grown[table] += 1 if old == 0 else -1
        grow = "INSERT INTO sizes VALUES (?, ?) ON CONFLICT(tbl) DO UPDATE SET n = n + excluded.n"
        self.store.db.executemany(grow, sorted(grown.items()))

    def _settle(self) -> None:
        """End of the first pass: from now on it matters what changes."""
        self._clean, self._known = False, True
        query = "INSERT OR REPLACE INTO sizes SELECT tbl, count(*) FROM cells WHERE n > 0 GROUP BY tbl"
        self.store.db.execute(query)
        self._asked = set()

    def _ask(self) -> None:
        """Find the runs that read what changed since the last time."""
        if self._asked and not self._clean:
            for stage, key in self.store.select_in(_READERS, sorted(self._asked)):
                self._due[stage].add(key)
        self._asked = set()
