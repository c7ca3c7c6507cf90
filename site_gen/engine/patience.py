"""A bound on the processor time that one file may take, so that no file stops a build."""

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

_GRACE = 20
"""Seconds more after which a worker that does not listen is ended by the kernel."""


class OutOfTime(BaseException):
    """No `Exception`: parsers that go on after any exception must not go on after this."""


@contextlib.contextmanager
def patience(seconds: int) -> Iterator[None]:
    """`OutOfTime` is raised once the block has taken so many seconds of processor time.

    Only in a main thread, where signals arrive; elsewhere, and on systems without the timer, nothing is bounded.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    _bound_worker(seconds + _GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise OutOfTime


def _bound_worker(seconds: int) -> None:
    """In a worker: have it killed where it is inside of a library that never comes back. Its file is then left out."""
    process = sys.modules.get("multiprocessing.process")  # who has not imported it is no worker of anybody's
    if process is None or process.parent_process() is None:
        return
    import resource
    import time

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds, hard))
