"""The growth check itself: it passes what is linear, whatever the machine does, and catches what is not."""

from collections.abc import Callable

import pytest

import tests.growth as growth


def _worked(monkeypatch: pytest.MonkeyPatch, cost: Callable[[int, int], float]) -> Callable[[int], object]:
    """A clock that work of a size moves by `cost(size, number of the call)`."""
    clock, calls = [0.0], [0]

    def prepared(size: int) -> Callable[[], None]:
        def work() -> None:
            calls[0] += 1
            clock[0] += cost(size, calls[0])

        return work

    monkeypatch.setattr(growth, "process_time", lambda: clock[0])
    return prepared


def test_linear_work_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = _worked(monkeypatch, lambda size, _: float(size))
    growth.assert_time_grows_no_faster(prepared, 10, times=2, at_most=2.6, slack=0)


def test_noise_of_others_is_measured_away(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = _worked(monkeypatch, lambda size, call: size * (5 if call in (2, 4, 5, 7, 8) else 1))
    growth.assert_time_grows_no_faster(prepared, 10, times=2, at_most=2.6, slack=0)


@pytest.mark.parametrize("power", [1.7, 2])
def test_work_that_grows_faster_fails_however_often_it_is_measured(
    monkeypatch: pytest.MonkeyPatch, power: float
) -> None:
    prepared = _worked(monkeypatch, lambda size, _: size**power)
    with pytest.raises(AssertionError, match="2 times the input took"):
        growth.assert_time_grows_no_faster(prepared, 10, times=2, at_most=2.6, slack=0)
