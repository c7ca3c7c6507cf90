"""What is worked out of our own files alone, kept in the user's cache folder: words that were read, templates that
were compiled. Never in a site's folder: compiled templates are code, and a folder may come from a stranger.
"""

import os
import stat
import time
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

GRAIN = 2_000_000_000
"""Nanoseconds. A file changed this shortly before it was looked at may change again unseen."""
_MARK = 12
"""Bytes of the mark that stands before what is kept, where one does."""


def kept(name: str, source: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from the last time where `source` was the same; what cannot be kept is made anew."""
    path = _place(name, source)
    if path is None:
        return make()
    try:
        return path.read_bytes()
    except OSError:
        made = make()
        keep(name, source, made)
        return made


def kept_of_files(name: str, files: Sequence[Path], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from the last time where `files` looked as they do. None is read, unless just changed."""
    seen = [path.stat() for path in files]
    if max(info.st_ctime_ns for info in seen) > time.time_ns() - GRAIN:
        return kept(name, b"\0".join([path.read_bytes() for path in files]), make)
    looks = [(os.fspath(p), i.st_size, i.st_ctime_ns, i.st_ino) for p, i in zip(files, seen, strict=True)]
    return kept(name, repr(looks).encode(), make)


def found(name: str, source: bytes) -> bytes | None:
    """What was kept under `name` for `source`, if anything."""
    path = _place(name, source)
    try:
        return path.read_bytes() if path else None
    except OSError:
        return None


def mapped(name: str, source: bytes) -> memoryview | None:
    """The same as `found`, of which only the parts are read that are looked at."""
    import mmap

    path = _place(name, source)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # there is none, or it is empty
        return None


def can_keep() -> bool:
    """Whether there is a place to keep anything."""
    return _folder() is not None


def keep(name: str, source: bytes, made: bytes, most: int = 1) -> None:
    """Keep what was made of `source`; of a name the `most` last ones. That this fails is no trouble."""
    path = _place(name, source)
    if path is None:
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(made)
        beside.replace(path)
        others = [old for old in path.parent.glob(f"{name}-*") if old != path]
        for old in sorted(others, key=_written, reverse=True)[most - 1 :]:
            old.unlink(missing_ok=True)
    except OSError:
        beside.unlink(missing_ok=True)


def marked(raw: bytes) -> bytes:
    """What is to be kept, behind a mark that tells whether the disk gives back what was written."""
    return _mark(raw) + raw


def unmarked(kept_as: bytes | memoryview | None) -> memoryview | None:
    """What `marked` was given; None where it is damaged. Nobody else writes there, so that no more is needed."""
    told = memoryview(kept_as or b"")[_MARK:]
    return told if told and kept_as and _mark(told) == kept_as[:_MARK] else None


def _mark(raw: bytes | memoryview) -> bytes:
    return len(raw).to_bytes(8) + crc32(raw).to_bytes(4)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # another process has just removed it
        return 0


def _place(name: str, source: bytes) -> Path | None:
    folder = _folder()
    return folder / f"{name}-{blake2b(source, digest_size=12).hexdigest()}" if folder else None


@cache
def _folder() -> Path | None:
    """Our own folder, if it is nobody else's."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(base) / "site-gen"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        info = folder.stat()
    except (OSError, RuntimeError):
        return None
    ours = not hasattr(os, "getuid") or info.st_uid == os.getuid()
    return folder if ours and not info.st_mode & (stat.S_IWGRP | stat.S_IWOTH) else None
