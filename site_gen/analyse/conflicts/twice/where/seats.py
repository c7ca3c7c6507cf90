"""Where a body is to sit or a thing to stand, and what part of a sum is whose: one of either in each report."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.letters import letters_in
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import group_of, subject
from site_gen.tables import Row

_NAME = rf"[{CAPITAL}][\w’'-]*\w(?: [{CAPITAL}][\w’'-]*\w)?"
_NEAR, _SOON, _LIKE, _CLOSE = 60, 21, 0.5, 0.02
_SHARE = r"\d{1,2}(?:\.\d+)?) ?(?:percent|per cent|%)"
_PAYS = (
    r",? (?:is to |are to |will |would |shall |must |has to )?(?:carry|carries|finances?|pays?|bears?|contributes?"
    r"|covers?|gets?|receives?|holds?|owns?|takes?|keeps?|funds?|provides?)"
)
_PART = re.compile(
    rf"\b(?P<whose>{_NAME})(?:['’]s? share\b[^.;]{{0,40}}?\b(?:is|was|of|at|be|to)|{_PAYS})"
    rf" (?:for )?(?:about |some |around |just |only )?(?P<part>{_SHARE}"
)
_PART_OF = re.compile(
    rf"\b(?P<part>{_SHARE}(?: of (?:it|that|which|this))? (?:is|are|was|being) (?P<whose>{_NAME})['’]s? share\b"
)


def seat_slots(at: int, told: Told) -> Iterator[Slot]:
    """The town of a seat, a plant or a show (`seat court`), and the part that is somebody's (`part norway`)."""
    text, start = told.evidence.exact, told.evidence.start
    if "share" in text or "cent" in text or "%" in text:
        for pattern in (_PART, _PART_OF):
            for found in pattern.finditer(text):
                first, last = found.span("part")
                yield Slot(at, f"part {fold(found['whose'])}", found["part"], start + first, start + last)
    nouns = _nouns()
    if nouns.keys().isdisjoint(letters_in(text)):
        return
    for found in _seat().finditer(text):
        if is_town(found["town"]):
            kind = f"seat {nouns[found['noun'].lower()]}"
            yield Slot(at, kind, fold(found["town"]), start + found.start("town"), start + found.end("town"))


def rival_seats(pair: Pair) -> Iterator[Row]:
    """A row for each seat or part of which either report has one, and another than the other."""
    if pair.copied or pair.days_apart() > _NEAR:
        return
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith(("seat ", "part "))}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if len({s.value for s in ours}) != 1 or len({s.value for s in theirs}) != 1:
            continue
        found = [(-_likeness(a, b, pair), a.start, b.start, a, b) for a, b in product(ours, theirs)]
        like, _, _, a, b = min(found)
        seat = kind.startswith("seat ")
        if (-like >= _LIKE if seat else pair.days_apart() <= _SOON) and _differ(a, b, pair):
            yield row_of(a, b, pair, 1.0, "place" if seat else "value")


def _likeness(a: Slot, b: Slot, pair: Pair) -> float:
    like = pair.likeness((a.sentence, a.start, a.end), (b.sentence, b.start, b.end))
    return max(like.close + like.beside, like.score / 2)


def _differ(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the two cannot both be so: other towns of which neither report names the other's, or other parts."""
    if a.kind.startswith("part "):
        one, other = float(a.value), float(b.value)
        return abs(one - other) > max(_CLOSE * max(one, other), 0.6)
    return not (_names(pair.one, b.value) or _names(pair.other, a.value))


def _names(telling: Telling, town: str) -> bool:
    return any(town in fold(told.evidence.exact) for told in telling.sentences)


def _nouns() -> dict[str, str]:
    return dict(group_of("opposites", "seats"))


@cache
def _seat() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns(), key=lambda w: (-len(w), w)))
    verbs = "|".join(subject("opposites")["seated"])
    return re.compile(
        rf"\b(?P<noun>(?i:{nouns}))\b(?:(?: [\w’'-]+){{0,7}}?,?(?: that| which)? (?:{verbs}))?"
        r"(?: \w+ly| for good| on show| on an? \w+)? (?:in|at|near|outside) (?:the (?:city|town|port|capital) of )?"
        rf"(?P<town>{_NAME})"
    )
