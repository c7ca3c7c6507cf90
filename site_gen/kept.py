"""What is worked out of our own files alone, kept in the user's cache folder: words that were read, templates that
were compiled. Never in a site's folder: compiled templates are code, and a folder may come from a stranger.
"""

import os
import stat
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path


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


def found(name: str, source: bytes) -> bytes | None:
    """What was kept under `name` for `source`, if anything."""
    path = _place(name, source)
    try:
        return path.read_bytes() if path else None
    except OSError:
        return None


def keep(name: str, source: bytes, made: bytes) -> None:
    """Keep what was made of `source`; one file a name, the last one. That this fails is no trouble."""
    path = _place(name, source)
    if path is None:
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(made)
        beside.replace(path)
        for old in path.parent.glob(f"{name}-*"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        beside.unlink(missing_ok=True)


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
