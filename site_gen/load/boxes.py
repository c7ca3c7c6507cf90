"""The box above a report that tells it in a few points: set apart, as the report itself tells them."""

from collections.abc import Sequence
from functools import cache

from site_gen.lexicon import Lexicon
from site_gen.load.captions import caption_rule
from site_gen.load.lines import folded

_TOP = 24
"""Lines among which such a box may stand."""
_POINTS = 7
_LONG = 160
_STOPS = (".", "!", "?", "…", ":", '"', "”")


def summary_lines(lines: Sequence[tuple[str, str]], lexicon: Lexicon) -> frozenset[int]:
    """Numbers of those of `lines` (text, furniture rule) that are a `Summary` and its points, which end in no stop."""
    for n in range(min(_TOP, len(lines))):
        if not lines[n][1] and folded(lines[n][0]).strip(" :") in _labels(lexicon):
            points = _points(lines, n + 1)
            return frozenset([n, *points]) if len(points) > 1 else frozenset()
    return frozenset()


def _points(lines: Sequence[tuple[str, str]], at: int) -> list[int]:
    ends = (n for n in range(at, len(lines)) if lines[n][1] or not _is_point(lines[n][0]))
    end = next(ends, len(lines))
    return list(range(at, end)) if end - at <= _POINTS else []


def _is_point(line: str) -> bool:
    opens = line[0].isupper() or line[0] in "•-*·\"“'‘" or line[0].isdigit()
    return opens and len(line) <= _LONG and not line.endswith(_STOPS) and not caption_rule(line)


@cache
def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon["agencies"]["summary_labels"])
