"""What lies in the output, looked at before anything else by a process of its own.

A look at 24,000 published files takes as long as starting Python and reading the settings, and needs neither: where
there are two processors it costs no time.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

FileStat = tuple[int, int]
"""What tells that a published file is still the one we wrote: its size, and when it was changed, in nanoseconds."""

MANIFEST = ".site-gen-manifest"
"""The list of our files in the output."""
_MANY = 150_000
"""Bytes of a manifest from which a process of its own is worth starting: some 2,000 files."""
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
    return sum(_stands_for(crc32(_bytes(path)), seen) for path, seen in files) % SUMS


def _summed(output: Path) -> int:
    """`sum_of` the `published_files`, with nothing of any file held."""
    found = 0
    todo = [(os.fspath(output), b"")]
    while todo:
        folder, prefix = todo.pop()
        begun = crc32(prefix)
        with _opened(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append((f"{folder}/{entry.name}", prefix + _bytes(entry.name) + b"/"))
                else:
                    info = entry.stat(follow_symlinks=False)
                    path = crc32(entry.name.encode("utf-8", "surrogateescape"), begun)
                    # As `_stands_for` has it, without a call for each of many files.
                    number = hash((path, (info.st_size, info.st_mtime_ns)))
                    found += number * number
    return found % SUMS


def _stands_for(path: int, seen: FileStat) -> int:
    number = hash((path, seen))  # of numbers: those have the same hash in every process
    return number * number


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


class EarlyLook:
    """A look at an output that began before it is asked for."""

    def __init__(self, output: Path) -> None:
        """Begins at once where that is worth it."""
        self._output, self._manifest = output, output / MANIFEST
        self._mark = self._mark_now()
        self._child, self._from = 0, -1
        self._sum = b""
        if self._mark and self._worth_it():
            with contextlib.suppress(OSError):  # no handle or no process is left: the build looks itself
                self._begin()

    def sum(self) -> int | None:
        """What stands for the files, for less than a look at each; None where there was no look, or another build
        has published since."""
        if self._child and not self._sum:
            self._sum = os.read(self._from, _SUM)
            if len(self._sum) < _SUM or self._mark != self._mark_now():
                self.end()
        return int.from_bytes(self._sum) if self._child else None

    def files(self) -> dict[str, FileStat] | None:
        """What `published_files` gives now, which few builds ask for; None where `sum` is."""
        return None if self.sum() is None else published_files(self._output)

    def end(self) -> None:
        """Let go of what was seen."""
        if not self._child:
            return
        with contextlib.suppress(OSError):
            os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._from)
        self._child = 0

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
        try:
            os.close(reading)
            os.write(writing, _summed(self._output).to_bytes(_SUM))
        finally:
            os._exit(0)  # nothing of the parent's is flushed or put away twice

    def _mark_now(self) -> tuple[int, ...]:
        """What another build that publishes changes: the folder, or the list in it."""
        try:
            seen = os.stat(self._output), os.stat(self._manifest)
        except OSError:
            return ()
        return tuple(number for info in seen for number in (info.st_dev, info.st_ino, info.st_mtime_ns))


def _looked_at(folder: str, prefix: str, found: dict[str, FileStat]) -> list[str]:
    """Add the files of one folder to `found`; returns the folders in it."""
    inside = []
    with _opened(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                inside.append(entry.name)
            else:
                info = entry.stat(follow_symlinks=False)
                found[prefix + entry.name] = (info.st_size, info.st_mtime_ns)
    return inside


@contextlib.contextmanager
def _opened(folder: str) -> Iterator[Iterator["os.DirEntry[str]"]]:
    """What lies in a folder.

    Where that can be, names are looked up from the open folder, which takes half the time of looking up whole paths.
    """
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(handle) as entries:
            yield entries
    finally:
        os.close(handle)
