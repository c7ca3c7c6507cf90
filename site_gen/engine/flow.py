"""Stages run over tables, only where their input changed.

A verifying-trace rebuilder with early cut-off: a run's reads are remembered while it runs; when a cell
changes, the runs that read it are done again; when a run emits what it emitted before, nothing follows.
In a clean build every key of every table is due, so nothing is noted of what changed.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from site_gen.engine.codec import number
from site_gen.engine.reader import TracingReader, fetched, keys_cell, shelves_of
from site_gen.engine.shelves import Group, Ordered, groups, keyed_rows, shelf_of, values
from site_gen.engine.store import Store
from site_gen.engine.workers import in_parts
from site_gen.engine.writing import Shelver
from site_gen.tables import Row, StageSpec

_AT_ONCE = 100
"""Keys or shelves that are fetched together."""
_TRACED = 50_000
"""Reads kept before they are written."""

_READERS = (
    "SELECT DISTINCT runs.stage, runs.key FROM reads JOIN runs ON runs.id = reads.run WHERE cell IN (?)"
)


def run_of(stage: str, key: str) -> int:
    """The number of a run."""
    return number("run", stage, key)


def _enough(rows: Sequence[Ordered], stage: StageSpec[Any]) -> bool:
    """Whether a stage has something to say of a key with these rows."""
    if len(rows) < stage.least:
        return False
    return stage.orders < 2 or len({order for order, _ in rows}) >= stage.orders


class Flow:
    """One pass over the stages. Inputs are put in by `replace`; `run` carries them through."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reader = TracingReader(store)
        self.runs: Counter[str] = Counter()
        self.done: set[int] = set()
        """The runs that were done anew, or dropped, by this pass; in a clean build none is."""
        self._shelver = Shelver(store)
        self._every = store.fresh
        """Everything that the store holds is new in this build."""
        self._clean = store.fresh
        """No stage has run yet on anything: all is due, and nothing has readers."""
        self._known = not store.fresh
        """Owners may have emitted before."""
        self._touched: dict[str, set[str]] = defaultdict(set)
        """By table: keys whose rows have changed in this build."""
        self._wave: dict[str, set[str]] = defaultdict(set)
        """By table: keys whose rows have changed since `run` last ended."""
        self._changed: set[tuple[str, str]] = set()
        """Table and key of what has changed since `flush`."""
        self._asked: set[int] = set()
        """Cells that have changed, and whose readers were not looked for yet."""
        self._due: dict[str, set[str]] = defaultdict(set)
        """By stage: keys that read something that has changed, and were not run since."""
        self._new_reads: list[tuple[int, int]] = []
        """Cell and run of reads that are not written yet."""
        self._new_runs: dict[int, tuple[int, str, str, bytes]] = {}
        """Rows of the table of runs that are not written yet."""

    def touched(self, table: str) -> set[str]:
        """Keys of a listed table whose rows have changed in this build."""
        if not self._every:
            return self._touched[table]
        return {key for (key,) in self.store.select("SELECT key FROM keys WHERE tbl = ? AND n > 0", table)}

    def replace(self, owner: int, rows: Iterable[Row]) -> None:
        """Make `rows` all that `owner` has emitted."""
        self.replace_packed(owner, groups(rows))

    def replace_packed(self, owner: int, found: Sequence[Group]) -> None:
        """The same with rows that a worker packed."""
        if self._known:
            self._changed |= self._shelver.exchange(owner, found)
        else:
            self._shelver.add(owner, found)
        if self._shelver.heavy:
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
            for key, rows in self._all_inputs(stage) if self._clean else self._due_inputs(stage):
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

    def trace(self, stage: str, key: str, first: bool = False) -> None:
        """Remember the reads made since the last call as those of this run."""
        seen, self.reader.seen = self.reader.seen, set()
        self.note_run(stage, key, array("q", seen), first)

    def note_run(self, stage: str, key: str, cells: "array[int]", first: bool = False) -> None:
        """Remember what a run has read. `first`: it is known not to have been done before."""
        run = run_of(stage, key)
        if run in self._new_runs:
            self._write()
        before = self._reads_of(run) if self._known and not first else None
        now = {*cells}
        if before != now:  # as few do that are done again
            self._forget_reads(run, (before or now) - now)
            self._new_reads += [(cell, run) for cell in (now - before if before else now)]
            self._new_runs[run] = (run, stage, key, cells.tobytes())
        self.runs[stage] += 1
        if not self._every:
            self.done.add(run)
        if len(self._new_reads) > _TRACED:
            self._write()

    def drop(self, stage: str, key: str) -> None:
        """Forget a run whose key is gone."""
        run = run_of(stage, key)
        if not self._every:
            self.done.add(run)
        self._forget_reads(run, self._reads_of(run) or set())
        self.store.db.execute("DELETE FROM runs WHERE id = ?", (run,))

    def flush(self) -> None:
        """Write what was emitted, and note which keys changed."""
        self._write()
        cells = set()
        for table, key in self._changed:
            self._touched[table].add(key)
            self._wave[table].add(key)
            cells.add(number(table, key))
        self._asked |= cells
        self.reader.forget(cells)
        self._changed = set()

    def _all_inputs(self, stage: StageSpec[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Every key of a stage's table with its rows, where there are enough, as the shelves were begun."""
        for part in in_parts(shelves_of(self.store, stage.reads), _AT_ONCE):
            found = fetched(self.store, part)
            for shelf in part:
                for key, raw in sorted(keyed_rows(found[shelf]).items()):
                    if _enough(raw, stage) and not key.startswith(stage.skips):
                        yield key, values(raw, stage.reads.type)

    def _due_inputs(self, stage: StageSpec[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Keys for which a stage is due with their rows; with none where there are too few."""
        table = stage.reads
        asked = self._wave[table.name] | self.readers(stage.name)
        due = sorted(key for key in asked if not key.startswith(stage.skips))
        for part in in_parts(due, _AT_ONCE):
            found = fetched(self.store, {shelf_of(table, key) for key in part})
            for key in part:
                raw = keyed_rows(found.get(shelf_of(table, key), ())).get(key, [])
                yield key, values(raw, table.type) if _enough(raw, stage) else ()

    def _run_one(self, stage: StageSpec[Any], key: str, rows: tuple[Any, ...]) -> None:
        self.reader.seen = set()
        owner = run_of(stage.name, key)
        if not rows:
            self.replace(owner, ())
            self.drop(stage.name, key)
            return
        self.replace(owner, stage.run(key, rows, self.reader))
        if self._known or self.reader.seen:
            self.trace(stage.name, key)
        else:  # nothing will ask for a run that asked for nothing
            self.runs[stage.name] += 1

    def _write(self) -> None:
        """Hand what was emitted to the store. No run of the same stage reads it, so any time will do."""
        db = self.store.db
        self.reader.forget(())
        self._new_reads.sort()  # so that neighbours in the file are written together
        db.executemany("INSERT OR IGNORE INTO reads VALUES (?, ?)", self._new_reads)
        db.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)", self._new_runs.values())
        self._new_reads, self._new_runs = [], {}
        grown = self._shelver.write()
        if not self._clean:
            self._note_keys(grown)
        add = "INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT(tbl, key) DO UPDATE SET n = n + excluded.n"
        db.executemany(add, [(table, key, rows) for (table, key), rows in grown.items()])

    def _note_keys(self, grown: Counter[tuple[str, str]]) -> None:
        """Count keys that come and go; that touches the table's list of keys."""
        sizes: Counter[str] = Counter()
        query = "SELECT n FROM keys WHERE tbl = ? AND key = ?"
        for (table, key), rows in grown.items():
            found = self.store.select(query, table, key)
            old = found[0][0] if found else 0
            if (old > 0) != (old + rows > 0):
                self._asked.add(keys_cell(table))
                sizes[table] += 1 if old == 0 else -1
        add = "INSERT INTO sizes VALUES (?, ?) ON CONFLICT(tbl) DO UPDATE SET n = n + excluded.n"
        self.store.db.executemany(add, sorted(sizes.items()))

    def _reads_of(self, run: int) -> set[int] | None:
        """The cells that a run is known to have read; None where it is not known at all."""
        found = self.store.select("SELECT cells FROM runs WHERE id = ?", run)
        return {*array("q", found[0][0])} if found else None

    def _forget_reads(self, run: int, cells: Set[int]) -> None:
        if cells:
            query = "DELETE FROM reads WHERE cell = ? AND run = ?"
            self.store.db.executemany(query, [(cell, run) for cell in sorted(cells)])

    def _settle(self) -> None:
        """End of the first pass: from now on it matters what changes."""
        self._clean, self._known = False, True
        query = "INSERT OR REPLACE INTO sizes SELECT tbl, count(*) FROM keys WHERE n > 0 GROUP BY tbl"
        self.store.db.execute(query)
        self._asked = set()

    def _ask(self) -> None:
        """Find the runs that read what changed since the last time."""
        if self._asked and not self._clean:
            for stage, key in self.store.select_in(_READERS, sorted(self._asked)):
                self._due[stage].add(key)
        self._asked = set()
