"""Rows of all tables in, one SQLite file out, the same bytes for the same rows."""

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_gen.export.data.relational import TableShape, Values
from site_gen.export.data.searchable import Entry

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_HELD = 2_000
"""Rows kept before they are written."""
_INDEXES = (("figures", "article"), ("figures", "period"), ("quotes", "article"), ("events", "date"))
_VIEW = "CREATE VIEW leaders AS SELECT * FROM people WHERE leader"
_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, id UNINDEXED, title, words, "
    "tokenize='unicode61 remove_diacritics 2')"
)
_WRITER_VERSION = 96
"""Where in the file SQLite notes the version that wrote it, which is no part of the data."""


class Database:
    """A SQLite file in the making."""

    def __init__(self, path: Path, tables: Iterable[TableShape]) -> None:
        self._path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self._held: dict[str, list[Values | Entry]] = defaultdict(list)
        self._insert: dict[str, str] = {}
        for pragma in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF", "cache_size=-32768"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")
        for table in tables:
            self._db.execute(_created(table))
            self._insert[table.name] = _insertion(table.name, len(table.columns))
        self._db.execute(_VIEW)
        with contextlib.suppress(sqlite3.OperationalError):  # a build of SQLite without FTS5
            self._db.execute(_SEARCH)
            self._insert["search"] = _insertion("search", 4)

    def add(self, table: str, rows: Iterable[Values]) -> None:
        """Rows of a table."""
        held = self._held[table]
        held += rows
        if len(held) >= _HELD:
            self._write(table)

    def searchable(self, found: Entry | None) -> None:
        """An entry of the full-text table."""
        if found and "search" in self._insert:
            self.add("search", (found,))

    def close(self) -> None:
        """Write what is held; the file is whole then."""
        for table in self._insert:
            self._write(table)
        for table, column in _INDEXES:
            self._db.execute(f"CREATE INDEX {table}_by_{column} ON {table}({column})")
        self._db.execute("COMMIT")
        self._db.close()
        with self._path.open("r+b") as file:
            file.seek(_WRITER_VERSION)
            file.write(bytes(4))

    def abandon(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _write(self, table: str) -> None:
        self._db.executemany(self._insert[table], self._held[table])
        self._held[table] = []


def _insertion(table: str, width: int) -> str:
    return f"INSERT OR IGNORE INTO {table} VALUES ({','.join('?' * width)})"


def _created(table: TableShape) -> str:
    return f"CREATE TABLE {table.name}({', '.join(_definitions(table))})"


def _definitions(table: TableShape) -> Iterator[str]:
    for column in table.columns:
        yield f'"{column.name}" {_TYPES[column.type]}' + (" NOT NULL" if column.required else "")
    if table.key:
        yield f"PRIMARY KEY ({', '.join(_quoted(name) for name in table.key)})"
    for column in table.columns:
        if column.ref:
            yield f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {column.ref}(id)"


def _quoted(name: str) -> str:
    return f'"{name}"'
