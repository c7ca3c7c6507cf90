"""Rows of all tables in, one Parquet file a table out. Only where pyarrow is installed and asked for."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from site_gen.errors import UsageError
from site_gen.export.data.relational import TableShape, Values

_GROUP = 20_000
"""Rows of one group."""
MISSING = "exports: parquet needs pyarrow, which is not installed: pip install 'site-gen[parquet]'"


class ParquetFiles:
    """Parquet files in the making, one for each table."""

    def __init__(self, folder: Path, tables: Iterable[TableShape]) -> None:
        self._arrow = _arrow()
        folder.mkdir(parents=True, exist_ok=True)
        self._schemas: dict[str, Any] = {table.name: self._schema(table) for table in tables}
        self._writers: dict[str, Any] = {
            name: self._arrow.parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in self._schemas.items()
        }
        self._held: dict[str, list[Values]] = defaultdict(list)

    def add(self, table: str, rows: Iterable[Values]) -> None:
        """Rows of a table."""
        held = self._held[table]
        held += rows
        if len(held) >= _GROUP:
            self._write(table)

    def close(self) -> None:
        """Write what is held; the files are whole then."""
        for table, writer in self._writers.items():
            if self._held[table]:
                self._write(table)
            writer.close()

    def _write(self, table: str) -> None:
        schema = self._schemas[table]
        columns = zip(*self._held[table], strict=True)
        arrays = [
            self._arrow.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)
        ]
        self._writers[table].write_table(self._arrow.Table.from_arrays(arrays, schema=schema))
        self._held[table] = []

    def _schema(self, table: TableShape) -> Any:
        arrow = self._arrow
        types = {
            "string": arrow.string(),
            "integer": arrow.int64(),
            "number": arrow.float64(),
            "boolean": arrow.bool_(),
        }
        return arrow.schema(
            [
                arrow.field(column.name, types[column.type], nullable=not column.required)
                for column in table.columns
            ]
        )


def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError(MISSING) from None
    return pyarrow
