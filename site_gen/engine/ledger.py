"""What is published, and what this build has written: all files, with what tells that they are as we left them."""

from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import Any

from site_gen.engine.codec import digest
from site_gen.engine.listing import SUMS, FileStat, sum_of
from site_gen.engine.memory import Memory
from site_gen.engine.publish import WrittenFile, write_file
from site_gen.engine.store import Store

_HELD = 500
"""Files of which notes are kept before they are written."""
_SUMS = "sums of files"
_INSERT = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)"


class Ledger:
    """The files of one site, those of the site in the making among them."""

    def __init__(self, store: Store, staging: Path, memory: Memory) -> None:
        """`memory`: every file in the output as it is now."""
        self.store = store
        self.staging = staging
        self.memory = memory
        self._sums = [int(told) for told in (store.fact(_SUMS) or b"").split()]
        """What stands for our files and for those of others in the output, as the last build has left it."""
        self._changed = 0
        self._before: dict[str, bool] = {}
        """Whether files were published before this build: those that it has touched, or that were asked for."""
        self.written: dict[str, FileStat] = {}
        """Files that stand in the site in the making."""
        self._noted: list[tuple[str, int, bytes, bytes, int, int]] = []

    @cached_property
    def stale(self) -> set[str]:
        """Published files that are not as we left them. Asked for late: it may have to wait for a look at all."""
        if self.memory.held or self._as_summed:
            return set()
        found = self.store.select("SELECT path, size, mtime FROM pages")
        there = self.memory.there
        self.memory.ours = {path for path, _, _ in found}
        return {path for path, size, mtime in found if there.get(path) != (size, mtime)}

    def _compare(self) -> None:
        """Find out what is stale, before anything else is noted of files."""
        bool(self.stale)

    @cached_property
    def _as_summed(self) -> bool:
        """Whether what stands for all files is as it was: then none need be compared."""
        return bool(self._sums) and self.memory.sum == sum(self._sums) % SUMS

    @property
    def known(self) -> set[str]:
        """Files that the last build has published."""
        self._compare()
        if self.memory.ours is None:
            found = {path for (path,) in self.store.select("SELECT path FROM pages")}
            self.memory.ours = found - self._before.keys() | {
                path for path, was in self._before.items() if was
            }
        return self.memory.ours

    def was_published(self, path: str) -> bool:
        """Whether a file is one of `known`, for less than all of these where few are asked for."""
        self._compare()
        if self.memory.ours is not None:
            return path in self.memory.ours
        if path not in self._before:
            self._before[path] = bool(self.store.select("SELECT 1 FROM pages WHERE path = ?", path))
        return self._before[path]

    def foreign(self, but: Set[str]) -> dict[str, FileStat]:
        """Files in the output that are not ours, without some."""
        if self._as_summed and not self._sums[1]:
            return {}
        there = self.memory.there
        return {path: there[path] for path in there.keys() - self.known - but}

    def as_left(self, path: str) -> bool:
        """Whether a file is published, and as we left it."""
        return path not in self.stale and self.was_published(path)

    def digest(self, path: str) -> bytes:
        """The digest of a published file; empty where it is not as we left it."""
        if not self.as_left(path):
            return b""
        found = self.store.select("SELECT digest FROM pages WHERE path = ?", path)
        return found[0][0] if found else b""

    def note(self, path: str, run: int, view: bytes, found: bytes, info: FileStat | None) -> None:
        """Remember a file of the site; one without `info` stays as published."""
        if info is None:
            update = "UPDATE pages SET run = ?, view = ? WHERE path = ?"
            self.store.db.execute(update, (run, view, path))
            return
        self.written[path] = info
        self._noted.append((path, run, view, found, *info))
        if len(self._noted) > _HELD:
            self.keep()

    def asked(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is known of published files, with those of this build."""
        self.keep()
        return self.store.select(query, *values)

    def keep(self) -> None:
        """Hand what was noted of files to the store."""
        if not self._noted:
            return
        noted = {path: (size, changed) for path, _, _, _, size, changed in self._noted}
        self._replace(noted)
        self.store.db.executemany(_INSERT, self._noted)
        self._noted = []

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files that are no more."""
        gone = dict.fromkeys(paths)
        if gone:
            self._replace(dict.fromkeys(gone))
            self.store.db.executemany("DELETE FROM pages WHERE path = ?", [(path,) for path in gone])

    def _replace(self, files: Mapping[str, FileStat | None]) -> None:
        """Bring what stands for all files up to date with these, before the store is."""
        self._compare()
        if self.memory.ours is not None and not self._sums:
            return
        query = "SELECT path, size, mtime FROM pages WHERE path IN (?)"
        before = {path: (size, changed) for path, size, changed in self.store.select_in(query, files)}
        for path in files:
            self._before.setdefault(path, path in before)
        self._changed += sum_of((path, seen) for path, seen in files.items() if seen) - sum_of(before.items())

    def settle(self, foreign: Mapping[str, FileStat]) -> None:
        """Note what stands for the files of the new site, and for those of others in its folder."""
        if self._sums:
            ours = (self._sums[0] + self._changed) % SUMS
        else:
            found = self.store.select("SELECT path, size, mtime FROM pages")
            ours = sum_of((path, (size, changed)) for path, size, changed in found)
        self.store.set_fact(_SUMS, f"{ours} {sum_of(foreign.items())}".encode())

    def of(self, run: int) -> set[str]:
        """The files that a run has published."""
        return {path for (path,) in self.asked("SELECT path FROM pages WHERE run = ?", run)}

    def several(self, run: int, files: Iterable[tuple[str, bytes]]) -> set[str]:
        """Make `files` all that `run` has published; returns what it had besides."""
        gone = self.of(run)
        for path, raw in files:
            self.put(path, raw, run)
            gone.discard(path)
        self.drop(gone)
        return gone

    def put(self, path: str, raw: bytes, run: int) -> None:
        """Write a file that is no page, unless it is published as it should be."""
        found = digest(raw)
        published = self.asked("SELECT digest FROM pages WHERE path = ?", path)
        if path in self.written:
            (self.staging / path).unlink()
        elif published and published[0][0] == found and path not in self.stale:
            return
        self.note(path, run, b"", found, write_file(self.staging, path, raw))

    def adopt(self, file: WrittenFile, run: int) -> None:
        """Take in a file that stands in the site in the making, unless it is published as it should be."""
        published = self.asked("SELECT digest FROM pages WHERE path = ?", file.path)
        if published and published[0][0] == file.digest and file.path not in self.stale:
            (self.staging / file.path).unlink()
        else:
            self.note(file.path, run, b"", file.digest, file.info)
