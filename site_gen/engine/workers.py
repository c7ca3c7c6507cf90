"""Work spread over processes through one `Executor`; a worker that dies costs its chunk's time alone."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from site_gen.modules import install
from site_gen.patterns import install as install_patterns
from site_gen.patterns import keep_patterns_at_exit

if TYPE_CHECKING:
    from concurrent.futures import Future
    from concurrent.futures.process import ProcessPoolExecutor

Work = Callable[[Any, Sequence[Any]], list[Any]]
_AHEAD = 2
"""Parts handed to each process before the first result is asked for: bounds what is held in memory."""


def cores() -> int:
    """Processes worth starting on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_parts(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """`items` in lists of `size`."""
    todo = iter(items)
    while part := list(islice(todo, size)):
        yield part


def spread(
    work: Work,
    job: Any,
    parts: Iterable[list[Any]],
    processes: int,
    lost: Callable[[Any], Any],
    anew: bool = False,
) -> Iterator[Any]:
    """Results of `work(job, part)` over all parts, in any order; with `processes` below 2 in this process.

    `lost(item)` stands in for the result of an item that kills every worker which takes it. `anew`: processes begin
    empty, because this one holds much that they would have to hold too.
    """
    todo = iter(parts)
    if processes < 2:
        for part in todo:
            yield from work(job, part)
        return
    pool = partial(_pool, "spawn" if anew or sys.platform != "linux" else "fork")
    unfinished = yield from _together(work, job, todo, pool(processes), processes)
    while unfinished:
        for part in unfinished:
            yield from _alone(work, job, part, pool, lost)
        unfinished = yield from _together(work, job, todo, pool(processes), processes)


def _together(
    work: Work, job: Any, todo: Iterator[list[Any]], pool: "ProcessPoolExecutor", processes: int
) -> Generator[Any, None, list[list[Any]]]:
    """Run parts in one pool; yields results, returns the parts under way when a worker died."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    under_way: dict[Future[list[Any]], list[Any]] = {}
    try:
        while True:
            for part in islice(todo, processes * _AHEAD - len(under_way)):
                under_way[pool.submit(work, job, part)] = part
            if not under_way:
                return []
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                results = future.result()
                del under_way[future]
                yield from results
    except BrokenProcessPool:
        return list(under_way.values())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(
    work: Work,
    job: Any,
    part: list[Any],
    pool: "Callable[[int], ProcessPoolExecutor]",
    lost: Callable[[Any], Any],
) -> Iterator[Any]:
    """Run one part in a pool of its own, and its halves where it kills the worker."""
    unfinished = yield from _together(work, job, iter([part]), pool(1), 1)
    if unfinished and len(part) == 1:
        yield lost(part[0])
    elif unfinished:
        middle = len(part) // 2
        yield from _alone(work, job, part[:middle], pool, lost)
        yield from _alone(work, job, part[middle:], pool, lost)


def _pool(method: str, processes: int) -> "ProcessPoolExecutor":
    from concurrent.futures.process import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(processes, mp_context=get_context(method), initializer=_begin)


def _begin() -> None:
    """In a new worker. Ctrl-C goes to the whole group: the parent decides what becomes of the build."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    install()
    install_patterns()
    keep_patterns_at_exit()
