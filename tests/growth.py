"""Whether time grows with the input and no faster: one check, sound on a machine that others use too.

What others do to a machine only ever adds time. So both sizes are measured in turn, the least of each counts,
and a ratio that looks too large is measured again before it fails: noise goes away, quadratic growth stays.
"""

import gc
from collections.abc import Callable
from time import process_time

Prepared = Callable[[], object]
_ROUNDS = 8


def assert_time_grows_no_faster(
    prepare: Callable[[int], Prepared], small: int, times: int, at_most: float, slack: float
) -> None:
    """Fail where the work on `times` as much input takes over `at_most` times as long, plus `slack` seconds.

    `prepare(size)` returns the work on an input of that size, ready to be called any number of times.
    """
    less, much = prepare(small), prepare(small * times)
    once = more = float("inf")
    for _ in range(_ROUNDS):
        # The smaller before and after the larger: a busy moment must not make it look slow.
        once = min(once, _seconds(less))
        more = min(more, _seconds(much))
        once = min(once, _seconds(less))
        if more <= at_most * once + slack:
            return
    raise AssertionError(
        f"{times} times the input took {more / once:.1f} times as long ({once:.3f} s, then {more:.3f} s); "
        f"at most {at_most} times and {slack} s is linear"
    )


def _seconds(work: Prepared) -> float:
    """Processor time of one call, without pauses for garbage of other tests."""
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        work()
        return process_time() - started
    finally:
        gc.enable()
