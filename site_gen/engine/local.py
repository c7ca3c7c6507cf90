"""What one article contributes to the joins by itself: worked out where it is read, while its findings are at hand."""

from collections.abc import Sequence
from typing import Any, TypeVar

from site_gen.analyse import STAGES as ANALYSE
from site_gen.records import Article, Findings
from site_gen.resolve import STAGES as RESOLVE
from site_gen.tables import ARTICLES, FINDINGS, Row, StageSpec, Table

V = TypeVar("V")
LOCAL: tuple[StageSpec[Any], ...] = tuple(stage for stage in (*RESOLVE, *ANALYSE) if stage.local)


class OwnReader:
    """A `tables.Reader` over the rows of one article."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[Any]] = {}

    def add(self, rows: list[Row]) -> None:
        """Rows that can be read from now on."""
        for row in rows:
            self._rows.setdefault((row.table.name, row.key), []).append(row.value)

    def rows(self, table: Table[V], key: str) -> tuple[V, ...]:
        """All rows of a key."""
        return tuple(self._rows.get((table.name, key), ()))

    def one(self, table: Table[V], key: str) -> V | None:
        """The first row of a key."""
        rows = self.rows(table, key)
        return rows[0] if rows else None

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys of a table."""
        return tuple(sorted(key for name, key in self._rows if name == table.name))

    def count(self, table: Table[Any]) -> int:
        """How many keys a table has."""
        return len(self.keys(table))


def local_rows(article: Article, findings: Findings) -> list[Row]:
    """The article, its findings, and what the stages emit that read nothing else."""
    return rows_of_each([(article, findings)])[0]


def rows_of_each(read: Sequence[tuple[Article, Findings]]) -> list[list[Row]]:
    """The same for several articles: a stage is run for all of them before the next, as its code is at hand then."""
    keys = [article.id for article, _ in read]
    found = [[Row(ARTICLES, one.id, one), Row(FINDINGS, one.id, said)] for one, said in read]
    readers = [OwnReader() for _ in read]
    for reader, rows in zip(readers, found, strict=True):
        reader.add(rows)
    asked = [(key, (said,), reader) for key, (_, said), reader in zip(keys, read, readers, strict=True)]
    for stage in LOCAL:
        emitted = stage.run_each(asked) if stage.run_each else [list(stage.run(*one)) for one in asked]
        for reader, rows, more in zip(readers, found, emitted, strict=True):
            reader.add(more)
            rows += more
    return found
