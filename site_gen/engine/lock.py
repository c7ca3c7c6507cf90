"""One build at a time: a kernel lock that dies with its holder."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from site_gen.errors import UsageError


@contextlib.contextmanager
def build_lock(folder: Path, patience: float = 30.0) -> Iterator[None]:
    """Hold the lock of `folder`; wait up to `patience` seconds, then `UsageError` naming the holder."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, patience)
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, patience: float) -> None:
    try:
        import fcntl
    except ImportError:  # no such lock on this system
        return
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = os.pread(handle, 20, 0).decode("ascii", "replace") or "unknown"
                raise UsageError(f"another build of this site is running (process {holder})") from None
            time.sleep(0.05)
