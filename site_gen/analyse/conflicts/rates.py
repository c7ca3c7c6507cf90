"""For each of what a figure is told: a year, a head, a tonne; or of several years together."""

import re

from site_gen.analyse.tables import FigurePoint

_BEHIND = 24
_PER = re.compile(
    r"\b(?:a|per|each|every) (second|minute|hour|day|week|month|year|head|person|tonne|kilo|barrel|litre)\b"
)
_OVER_YEARS = re.compile(
    r"[^,;.]{0,30}? (?:over|in|within|for|during) (?:the next )?(?:\d+|[a-z]+) years\b| in (?:all|total)\b"
)


def rate_of(point: FigurePoint) -> str:
    """What a figure is told for each of: `a year` is `year`."""
    behind = point.sentence.exact[point.evidence.start - point.sentence.start :][
        : len(point.evidence.exact) + _BEHIND
    ]
    found = _PER.search(behind)
    return found[1] if found else ""


def a_year_and_in_all(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is told for each year, and the other of several: `40 million a year`, `200 million over five`."""
    return bool((rate_of(a) and _in_all(b)) or (rate_of(b) and _in_all(a)))


def _in_all(point: FigurePoint) -> bool:
    if rate_of(point):
        return False
    return _OVER_YEARS.match(point.sentence.exact, point.evidence.end - point.sentence.start) is not None
