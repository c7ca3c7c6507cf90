"""Work over processes: all results come back, whoever dies."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from site_gen.engine.workers import in_parts, spread


def _double(job: int, part: Sequence[int]) -> list[int]:
    return [job * number for number in part]


def _die_once(flag: Path, part: Sequence[int]) -> list[int]:
    if 7 in part and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return list(part)


def _die_on_seven(_job: None, part: Sequence[int]) -> list[int]:
    if 7 in part:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(part)


def test_results_of_all_parts_come_back_from_any_number_of_processes() -> None:
    for processes in (1, 2):
        found = sorted(spread(_double, 3, in_parts(range(20), 3), processes, lambda item: item))
        assert found == [3 * number for number in range(20)]


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    parts = in_parts(range(20), 3)
    found = list(spread(_die_once, tmp_path / "died", parts, 2, lambda item: -item))
    assert sorted(found) == list(range(20))
    assert (tmp_path / "died").exists()


def test_an_item_that_kills_every_worker_is_named_and_the_rest_goes_on() -> None:
    found = list(spread(_die_on_seven, None, in_parts(range(20), 3), 2, lambda item: -item))
    assert sorted(found) == sorted([-7, *(number for number in range(20) if number != 7)])
