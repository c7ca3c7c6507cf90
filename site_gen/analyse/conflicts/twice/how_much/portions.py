"""What part of a whole somebody gets: `of which Norway receives 41.5%`, `Norway's has been put at 46 per cent`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.records import FigureFinding
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row

_WORD = rf"[{CAPITAL}][\w’'-]*\w"
_NAME = rf"(?P<name>{_WORD}(?: (?:of |and |de )?{_WORD}){{0,3}})"
_KIND = "portion "
_REACH = 120


def portion_slots(at: int, told: Told, figures: Sequence[FigureFinding]) -> Iterator[Slot]:
    """A slot for each percentage of a sentence whose holder it names; votes are counted as they come in."""
    text, start = told.evidence.exact, told.evidence.start
    shares = [f for f in figures if f.unit_kind == "percent" and f.change is None]
    if not shares or not _votes().isdisjoint(fold(text).split()):
        return
    for figure in shares:
        first, last = figure.evidence.start - start, figure.evidence.end - start
        if 0 <= first < last <= len(text):
            holder = _holder(text[max(0, first - _REACH) : first], text[last:])
            if holder:
                value = f"{figure.value:g}"
                yield Slot(at, f"{_KIND}{holder}", value, figure.evidence.start, figure.evidence.end)


def _holder(ahead: str, behind: str) -> str:
    """Who gets this share, in folded words; nothing where that is not told."""
    before, after = _patterns()
    found = next((m for pattern in before if (m := pattern.search(ahead))), None) or after.match(behind)
    return fold(found["name"]) if found else ""


def rival_portions(pair: Pair) -> Iterator[Row]:
    """A row for each holder to whom the two reports give different parts; each report gives that holder one."""
    for a, b in product(_only_ones(pair.one), _only_ones(pair.other)):
        if a.kind == b.kind and not _rounded(a.value, b.value):
            yield row_of(a, b, pair, 1.0, "value")


def _only_ones(telling: Telling) -> list[Slot]:
    slots = [s for s in telling.slots if s.kind.startswith(_KIND)]
    times = Counter(s.kind for s in slots)
    return [s for s in slots if times[s.kind] == 1]


def _rounded(one: str, other: str) -> bool:
    """Whether one is the other with fewer digits, or both are next to each other: `41.5`, `42`."""
    digits = min(len(value.partition(".")[2]) for value in (one, other))
    return abs(float(one) - float(other)) < 10.0**-digits


@cache
def _votes() -> frozenset[str]:
    return word_set("analysis", "polled") | word_set("opposites", "counted_as_they_come")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """What stands before a share, and behind it."""
    words = {name: "|".join(listed) for name, listed in subject("opposites")["portions"].items()}
    part = rf"(?:(?:an?|the|its|their) )?(?:[a-z]+ )?(?:{words['part']})"
    about = rf"(?:(?:{words['about']}) )?$"
    gets = rf"(?:will |is to |are to |would |has |had )?(?:{words['gets']})"
    its = rf"(?: own)?(?: (?:{words['part']})(?: of [^,;.]{{3,40}}?)?)?(?: (?:{words['stands']}))?"
    before = (
        rf"{_NAME},? {gets}(?: {part})?(?: of)? {about}",
        rf"{_NAME}['’]s?{its} {about}",
        rf"\b(?:{words['gives']}) (?:the )?{_NAME} (?:{part} of )?{about}",
    )
    after = rf"(?: of [^,;.]{{2,40}}?)? (?:{words['goes']}) (?:the )?{_NAME}"
    return tuple(map(re.compile, before)), re.compile(after)
