"""The files that are made of all records: each record is read and decoded once, and every file gets its part.

Nothing is held but the record at hand and what waits to be written, so memory does not grow with the story.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from site_gen.engine.assemble import fragments, part_keys
from site_gen.engine.publish import FileWriter, WrittenFile, file_stat
from site_gen.engine.reader import TracingReader
from site_gen.engine.store import Store
from site_gen.export.data.form import Form, Sink
from site_gen.export.data.forms import forms
from site_gen.export.data.kinds import KINDS
from site_gen.export.data.relational import parts, tables
from site_gen.export.data.searchable import entry
from site_gen.export.records import RECORDS
from site_gen.exports import LIGHT
from site_gen.tables import EXPORTED, SiteInfo

DATABASE = "data/records.db"
PARQUET = "data/parquet"


class _TextFile:
    """A form in the making."""

    __slots__ = ("_sink", "_writer")

    def __init__(self, staging: Path, form: Form, site: SiteInfo) -> None:
        self._sink: Sink = form.make(site)
        self._writer = FileWriter(staging, form.path)
        self._write(self._sink.begin())

    def add(self, kind: str, record: Any) -> None:
        self._write(self._sink.add(kind, record))

    def close(self) -> WrittenFile:
        self._write(self._sink.end())
        return self._writer.close()

    def abandon(self) -> None:
        self._writer.abandon()

    def _write(self, text: str) -> None:
        if text:
            self._writer.write(text.encode("utf-8", "replace"))


class _Tables:
    """The database and the Parquet files, as far as they are wanted."""

    def __init__(self, staging: Path, groups: Sequence[str]) -> None:
        from site_gen.engine.database import Database
        from site_gen.engine.parquet import ParquetFiles

        self._staging = staging
        (staging / "data").mkdir(parents=True, exist_ok=True)
        self._parquet = ParquetFiles(staging / PARQUET, tables()) if "parquet" in groups else None
        self._database = Database(staging / DATABASE, tables()) if "sqlite" in groups else None

    def add(self, kind: str, record: Any) -> None:
        for part in parts()[kind]:
            rows = list(part.rows(record))
            if self._database:
                self._database.add(part.table.name, rows)
            if self._parquet:
                self._parquet.add(part.table.name, rows)
        if self._database:
            self._database.searchable(entry(kind, record))

    def close(self) -> Iterator[WrittenFile]:
        if self._database:
            self._database.close()
            yield _written(self._staging, DATABASE)
        if self._parquet:
            self._parquet.close()
            for table in tables():
                yield _written(self._staging, f"{PARQUET}/{table.name}.parquet")

    def abandon(self) -> None:
        if self._database:
            self._database.abandon()


def exported(store: Store) -> tuple[str, ...]:
    """The groups of forms that this site has."""
    found = TracingReader(store).one(EXPORTED, "data")
    return found.groups if found else ()


def wanted_files(groups: Sequence[str]) -> set[str]:
    """Paths of all files of `groups`."""
    if LIGHT.issuperset(groups):
        return set()  # as for any large story: what a form looks like need not be known
    paths = {form.path for form in forms() if form.group in groups}
    paths |= {DATABASE} if "sqlite" in groups else set()
    return paths | ({f"{PARQUET}/{t.name}.parquet" for t in tables()} if "parquet" in groups else set())


def write_data_files(
    store: Store, groups: Sequence[str], site: SiteInfo, staging: Path
) -> Iterator[WrittenFile]:
    """Write the files of `groups` into the site in the making."""
    wanted = [form for form in forms() if form.group in groups]
    files = [_TextFile(staging, form, site) for form in wanted]
    rows = _Tables(staging, groups) if {"sqlite", "parquet"} & set(groups) else None
    by_kind: dict[str, list[_TextFile]] = {kind.name: [] for kind in KINDS}
    for form, file in zip(wanted, files, strict=True):
        for name in form.kinds:
            by_kind[name].append(file)
    try:
        for kind in KINDS:
            _one_kind(store, kind.name, kind.shape, by_kind, rows)
        yield from (file.close() for file in files)
        if rows:
            yield from rows.close()
    finally:
        for file in files:
            file.abandon()
        if rows:
            rows.abandon()


def _one_kind(
    store: Store, kind: str, shape: Any, by_kind: Mapping[str, list[_TextFile]], rows: _Tables | None
) -> None:
    files = by_kind[kind]
    if not (files or rows):
        return
    decode = msgspec.json.Decoder(shape).decode
    for raw in fragments(store, part_keys(RECORDS, kind, store)):
        record = decode(raw)
        for file in files:
            file.add(kind, record)
        if rows:
            rows.add(kind, record)


def _written(staging: Path, path: str) -> WrittenFile:
    hasher = blake2b(digest_size=16)
    with (staging / path).open("rb") as file:
        while piece := file.read(1 << 20):
            hasher.update(piece)
    return WrittenFile(path, hasher.digest(), file_stat(staging / path))
