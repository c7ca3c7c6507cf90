"""What one article contributes to the joins by itself: worked out where it is read, while its findings are at hand."""

from collections.abc import Iterator
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


def local_rows(article: Article, findings: Findings) -> Iterator[Row]:
    """The article, its findings, and what the stages emit that read nothing else."""
    reader = OwnReader()
    own = [Row(ARTICLES, article.id, article), Row(FINDINGS, article.id, findings)]
    for stage in (None, *LOCAL):
        rows = list(stage.run(article.id, (findings,), reader)) if stage else own
        reader.add(rows)
        yield from rows
