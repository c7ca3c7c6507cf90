"""The cache on disk: one SQLite file, disposable at any time.

tables  the tables: number, name, whether their keys are listed
keys    the keys of listed tables, with how many rows each has
sizes   how many such keys each table has
rows    the rows, in chunks of many (`shelves.py`), by the shelf that they lie on
owners  which chunks hold what an owner has emitted, and what stands for it there, as packed numbers
runs    every run of a stage or a page kind, with the cells it looked at, as packed numbers
reads   the same by cell
files   the content files as last seen
pages   the published files as last written
facts   single values: digests of code, words and settings
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE tables(id INTEGER PRIMARY KEY, name TEXT NOT NULL, listed INTEGER NOT NULL);
CREATE TABLE keys(tbl TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(tbl, key)) WITHOUT ROWID;
CREATE TABLE sizes(tbl TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE rows(id INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, value BLOB NOT NULL);
CREATE INDEX rows_by_shelf ON rows(shelf);
CREATE TABLE owners(id INTEGER PRIMARY KEY, cells BLOB NOT NULL);
CREATE TABLE runs(id INTEGER PRIMARY KEY, stage TEXT NOT NULL, key TEXT NOT NULL, cells BLOB NOT NULL);
CREATE TABLE reads(cell INTEGER NOT NULL, run INTEGER NOT NULL, PRIMARY KEY(cell, run)) WITHOUT ROWID;
CREATE TABLE files(path TEXT PRIMARY KEY, mark TEXT NOT NULL, digest BLOB NOT NULL, id TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE pages(path TEXT PRIMARY KEY, run INTEGER NOT NULL, view BLOB NOT NULL,
                   digest BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX pages_by_run ON pages(run);
CREATE TABLE facts(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
_CHUNK = 500


class Store:
    """An open cache inside one transaction. `fresh` tells that it held nothing.

    A fresh one has no version until it is committed: left before that, it is emptied by the next build.
    """

    __slots__ = ("_begun", "_version", "db", "fresh", "path")

    def __init__(
        self, db: sqlite3.Connection, fresh: bool, path: Path | None = None, version: bytes = b""
    ) -> None:
        self.db = db
        self.fresh = fresh
        self.path = path
        """None: in memory."""
        self._version = version
        self._begun = db.total_changes

    def select(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of one query."""
        return self.db.execute(query, values).fetchall()

    def select_in(self, query: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """Rows of `query`, which holds one `IN (?)`, for any number of values."""
        todo = list(values)
        for at in range(0, len(todo), _CHUNK):
            part = todo[at : at + _CHUNK]
            yield from self.db.execute(query.replace("(?)", f"({','.join('?' * len(part))})"), part)

    def fact(self, name: str) -> bytes | None:
        """A single remembered value."""
        found = self.db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def set_fact(self, name: str, value: bytes) -> None:
        """Remember a single value."""
        self.db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def share(self) -> Path | None:
        """Let other processes read all that was written, with `shared_store`, until it is called again.

        None where that cannot be: in memory, or where a cache that others rely on would be half renewed.
        """
        if self.path is None or not (self.fresh or self.db.total_changes == self._begun):
            return None
        self.db.execute("COMMIT")
        self.db.execute("PRAGMA journal_mode=WAL")
        busy = self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        self.db.execute("BEGIN IMMEDIATE")
        return None if busy else self.path

    def commit(self) -> None:
        """Keep all that was written since `open_store`, and begin again."""
        if self.fresh:
            self._settle()
        self.db.execute("COMMIT")
        self.db.execute("BEGIN IMMEDIATE")
        self.fresh = False

    def _settle(self) -> None:
        """Give a fresh cache its version, once all that it holds is on the disk."""
        self.db.execute("COMMIT")
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=NORMAL")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.db.execute("PRAGMA wal_autocheckpoint=1000")
        self.db.execute("BEGIN IMMEDIATE")
        self.set_fact("version", self._version)

    def close(self) -> None:
        """Forget what was not committed."""
        with contextlib.suppress(sqlite3.Error):
            self.db.execute("ROLLBACK")
        self.db.close()


def open_store(path: Path | None, version: bytes) -> Store:
    """The cache at `path` (None: in memory), emptied when it is damaged or from another version."""
    if path is None:
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        return _created(memory, None, version)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path, version)
    except sqlite3.Error:
        _remove(path)
        return _opened(path, version)


def read_store(path: Path) -> Store:
    """The cache that a build has just left at `path`, to be read alone."""
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("BEGIN")
    return Store(db, fresh=False)


def shared_store(path: Path) -> Store:
    """What a build under way has shared. It stays as it is until more is shared, so nothing is locked:
    a process may read it that was forked from the one that writes."""
    uri = f"{path.resolve().as_uri()}?immutable=1"
    db = sqlite3.connect(uri, uri=True, isolation_level=None)
    db.execute("PRAGMA cache_size=-16384")
    return Store(db, fresh=False)


def _opened(path: Path, version: bytes) -> Store:
    known = path.exists() and path.stat().st_size > 0
    db = _connected(path)
    try:
        if known and _version(db) == version:
            db.execute("BEGIN IMMEDIATE")
            return Store(db, fresh=False, path=path)
        if known:
            db.close()
            _remove(path)
            db = _connected(path)
        return _created(db, path, version)
    except sqlite3.Error:
        db.close()
        raise


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    db.execute("PRAGMA cache_size=-16384")
    db.execute("PRAGMA temp_store=MEMORY")
    return db


def _version(db: sqlite3.Connection) -> bytes | None:
    try:
        found = db.execute("SELECT value FROM facts WHERE name = 'version'").fetchone()
    except sqlite3.OperationalError:
        return None
    return found[0] if found else None


def _created(db: sqlite3.Connection, path: Path | None, version: bytes) -> Store:
    """A cache that holds nothing. Until it is shared or committed nobody else reads it, and a crash leaves one without
    a version: so what fills it is written once, to where it stays, and not to a log before that."""
    db.execute("PRAGMA journal_mode=MEMORY")
    db.execute("PRAGMA synchronous=OFF")
    db.execute("PRAGMA wal_autocheckpoint=0")
    db.execute("BEGIN IMMEDIATE")
    for statement in SCHEMA.split(";"):
        if statement.strip():
            db.execute(statement)
    return Store(db, True, path, version)


def _remove(path: Path) -> None:
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        name.unlink(missing_ok=True)
