"""Progress of long work, on a terminal only."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

_PATIENCE = 0.7
"""Seconds before anything is shown."""


@contextlib.contextmanager
def shown_progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A progress callback; it draws one line where standard error is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    started = last = time.monotonic()

    def show(what: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - started > _PATIENCE and now - last > 0.1:
            last = now
            sys.stderr.write(f"\r\x1b[K{what}: {done:,}{f' of {total:,}' if total else ''}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
