"""One import into a folder at a time: a kernel lock on the folder itself, which leaves no file behind."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from site_gen.errors import UsageError


@contextlib.contextmanager
def import_lock(folder: Path) -> Iterator[None]:
    """Hold `folder`; `UsageError` where another import holds it."""
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):  # no such lock on this system
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise UsageError(
            f"{folder}: another import into this folder is running; wait until it ends"
        ) from None
    try:
        yield
    finally:
        os.close(handle)
