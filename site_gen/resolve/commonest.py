"""What most of several reports say."""

from collections import Counter
from collections.abc import Iterable


def commonest(values: Iterable[str]) -> str:
    """The value that stands there most often, of equals the first by letters; empty where there is none."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else ""
