"""Our own files: a digest that stands for all code and words, so that what was worked out by other code is not used."""

import os
import time
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from site_gen.kept import GRAIN, kept

PACKAGE = Path(__file__).resolve().parent
_CODE = (".py", ".yaml")


@cache
def own_digest() -> bytes:
    """Of the code that this process runs: what is written after its start is not it.

    Files that look as they did when they were last read, and were not changed just now, are not read again.
    """
    marks = sorted(_marks(os.fspath(PACKAGE)))
    newest = max(changed for _, _, changed, _ in marks)
    if newest > time.time_ns() - GRAIN:
        return tree_digest(PACKAGE, _CODE)
    return kept("code", repr(marks).encode(), lambda: tree_digest(PACKAGE, _CODE))


def _marks(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """Path, size, time of the last change and number of every file of ours."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_CODE):
                info = entry.stat()
                yield entry.path, info.st_size, info.st_ctime_ns, info.st_ino
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _marks(entry.path)


def tree_digest(folder: Path, suffixes: tuple[str, ...] = ()) -> bytes:
    """Stands for the names and bytes of all files below `folder`."""
    hasher = blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if (not suffixes or path.suffix in suffixes) and path.is_file():
            raw = path.read_bytes()
            hasher.update(f"{path.relative_to(folder).as_posix()}\0{len(raw)}\0".encode() + raw)
    return hasher.digest()
