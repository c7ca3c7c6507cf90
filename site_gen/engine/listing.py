"""What lies in the output, looked at before anything else by a process of its own.

A look at 24,000 published files takes as long as starting Python and reading the settings, and needs neither: where
there are two processors it costs no time.
"""

import contextlib
import marshal
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

FileStat = tuple[int, int]
"""What tells that a published file is still the one we wrote: its size, and when it was changed, in nanoseconds."""

MANIFEST = ".site-gen-manifest"
"""The list of our files in the output."""
_MANY = 150_000
"""Bytes of a manifest from which a process of its own is worth starting: some 2,000 files."""
_PIECE = 1 << 20
_SUM = 8
"""Bytes of a sum."""
SUMS = 1 << 8 * _SUM


def published_files(output: Path) -> dict[str, FileStat]:
    """Every file below `output`, by path relative to it."""
    found: dict[str, FileStat] = {}
    todo = [(os.fspath(output), "")]
    while todo:
        folder, prefix = todo.pop()
        try:
            inside = _looked_at(folder, prefix, found)
        except (FileNotFoundError, NotADirectoryError):
            continue
        todo += [(f"{folder}/{name}", f"{prefix}{name}/") for name in inside]
    return found


def sum_of(files: Iterable[tuple[str, FileStat]]) -> int:
    """Stands for some files, in any order: that of two sets of files is the sum of both.

    Squared, because files that change places leave the plain sum as it is as often as not.
    """
    found = 0
    for path, seen in files:  # as numbers: those have the same hash in every process
        number = hash((crc32(path.encode("utf-8", "surrogateescape")), seen))
        found += number * number
    return found % SUMS


class EarlyLook:
    """A look at an output that began before it is asked for."""

    def __init__(self, output: Path) -> None:
        """Begins at once where that is worth it."""
        self._output, self._manifest = output, output / MANIFEST
        self._mark = self._mark_now()
        self._child, self._from = 0, -1
        self._seen: bytes | None = None
        if self._mark and self._worth_it():
            with contextlib.suppress(OSError):  # no handle or no process is left: the build looks itself
                self._begin()

    def files(self) -> dict[str, FileStat] | None:
        """What `published_files` gives; None where there was no look, or another build has published since."""
        self._wait()
        return marshal.loads(memoryview(self._seen)[_SUM:]) if self._seen else None

    def sum(self) -> int | None:
        """What stands for the files, for less than a look at each."""
        self._wait()
        return int.from_bytes(self._seen[:_SUM]) if self._seen else None

    def _wait(self) -> None:
        if not self._child:
            return
        pieces = iter(lambda: os.read(self._from, _PIECE), b"")
        raw = b"".join(pieces)
        os.close(self._from)
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        self._seen = raw if status == 0 and self._mark == self._mark_now() else None

    def _worth_it(self) -> bool:
        if not hasattr(os, "fork") or sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
            return False
        return self._manifest.stat().st_size > _MANY

    def _begin(self) -> None:
        reading, writing = os.pipe()
        try:
            self._child = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if self._child:
            os.close(writing)
            self._from = reading
            return
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                found = published_files(self._output)
                pipe.write(sum_of(found.items()).to_bytes(_SUM) + marshal.dumps(found))
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or put away twice

    def _mark_now(self) -> tuple[int, ...]:
        """What another build that publishes changes: the folder, or the list in it."""
        try:
            seen = os.stat(self._output), os.stat(self._manifest)
        except OSError:
            return ()
        return tuple(number for info in seen for number in (info.st_dev, info.st_ino, info.st_mtime_ns))


def _looked_at(folder: str, prefix: str, found: dict[str, FileStat]) -> list[str]:
    """Add the files of one folder to `found`; returns the folders in it.

    Where that can be, names are looked up from the open folder, which takes half the time of looking up whole paths.
    """
    if os.scandir not in os.supports_fd:
        return _listed(folder, prefix, found)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return _listed(handle, prefix, found)
    finally:
        os.close(handle)


def _listed(folder: str | int, prefix: str, found: dict[str, FileStat]) -> list[str]:
    inside = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                inside.append(entry.name)
            else:
                info = entry.stat(follow_symlinks=False)
                found[prefix + entry.name] = (info.st_size, info.st_mtime_ns)
    return inside
