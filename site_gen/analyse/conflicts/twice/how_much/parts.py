"""What part of a sum is whose: `Norway's share is 40 per cent`, `Sweden will pay 30 per cent`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.article_names import NAME
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of
from site_gen.tables import Row

_CLOSE = 0.02
_PART = r"(?P<part>\d{1,2}(?:\.\d+)?) ?(?:percent|per cent|%)"


def part_slots(at: int, told: Told) -> Iterator[Slot]:
    """The part that is somebody's (`part norway`)."""
    text, start = told.evidence.exact, told.evidence.start
    if "share" not in text and "cent" not in text and "%" not in text:
        return
    for pattern in _patterns():
        for found in pattern.finditer(text):
            first, last = found.span("part")
            yield Slot(at, f"part {fold(found['whose'])}", found["part"], start + first, start + last)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Whose it is before the part, and behind it."""
    pays = rf",? (?:is to |are to |will |would |shall |must |has to )?(?:{any_of('opposites', 'pays')})"
    before = (
        rf"\b(?P<whose>{NAME})(?:['’]s? share\b[^.;]{{0,40}}?\b(?:is|was|of|at|be|to)|{pays})"
        rf" (?:for )?(?:about |some |around |just |only )?{_PART}"
    )
    behind = rf"\b{_PART}(?: of (?:it|that|which|this))? (?:is|are|was|being) (?P<whose>{NAME})['’]s? share\b"
    return re.compile(before), re.compile(behind)


def rival_parts(pair: Pair) -> Iterator[Row]:
    """A row for each holder to whom either report gives one part, and another than the other."""
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith("part ")}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if len({s.value for s in ours}) == len({s.value for s in theirs}) == 1:
            _, a, b = by_weight(ours, theirs, pair.nearness)[0]
            if _differ(float(a.value), float(b.value)):
                yield row_of(a, b, pair, 1.0, "value")


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > max(_CLOSE * max(one, other), 0.6)
