"""Where things go in a chart: plain numbers for the SVG macros of the theme."""

from collections.abc import Sequence
from math import floor, log10

from msgspec import Struct


class Scale(Struct, frozen=True):
    """Ticks of an axis in steps of 1, 2 or 5 times a power of ten, and its ends."""

    low: float
    high: float
    ticks: tuple[float, ...]


def scale(values: Sequence[float], wanted: int = 5, zero: bool = True) -> Scale:
    """Ends and ticks that hold all values; from zero where `zero`."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high = low + (abs(low) or 1.0)
    step = _step((high - low) / wanted)
    first, last = floor(low / step), -floor(-high / step)
    return Scale(first * step, last * step, tuple(round(n * step, 10) for n in range(first, last + 1)))


def line_chart(
    values: Sequence[float], width: int = 640, height: int = 240
) -> tuple[Scale, tuple[tuple[float, float], ...]]:
    """The axis of a chart and the place of each value in it, left to right."""
    axis = scale(values)
    gap = width / max(1, len(values) - 1) if len(values) > 1 else 0.0
    span = axis.high - axis.low
    return axis, tuple(
        (round(n * gap, 1), round(height - (value - axis.low) / span * height, 1))
        for n, value in enumerate(values)
    )


def told_points(values: Sequence[float], most: int = 10) -> tuple[bool, ...]:
    """Which values of a line are written beside it: all of a few; of many the first, the last and the extremes."""
    count = len(values)
    if count <= most:
        return (True,) * count
    chosen = {
        0,
        count - 1,
        max(range(count), key=values.__getitem__),
        min(range(count), key=values.__getitem__),
    }
    return tuple(n in chosen for n in range(count))


def named_points(count: int, most: int = 6) -> tuple[bool, ...]:
    """Which points of a line have their period written below: as many as there is room for, evenly, with both ends."""
    if count <= most:
        return (True,) * count
    step = (count - 1) / (most - 1)
    chosen = {round(n * step) for n in range(most)}
    return tuple(n in chosen for n in range(count))


def bars(values: Sequence[float], width: int = 640) -> tuple[float, ...]:
    """Lengths of horizontal bars from zero."""
    most = max((abs(value) for value in values), default=0.0) or 1.0
    return tuple(round(abs(value) / most * width, 1) for value in values)


def spark(values: Sequence[float], width: int = 80, height: int = 20) -> str:
    """Points of a sparkline, for `polyline`."""
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    gap = width / max(1, len(values) - 1)
    return " ".join(
        f"{n * gap:.1f},{height - (value - low) / span * height:.1f}" for n, value in enumerate(values)
    )


def _step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(power * n for n in (1, 2, 5, 10) if rough <= power * n * 1.0000001)
