"""Whether two figures are of one group of people or things, by what stands right behind them or beside."""

import re

from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.words import group_of, word_set

_NAME = r"(?:[A-Z][\w’'-]*(?: of| for| and)? ?)+"
_MEMBERS = re.compile(rf" [a-z]+ed (?:by|in|at|from|under|with) (?:the )?({_NAME})")
_ALONE = re.compile(
    r"\b(?:[A-Z]\w+|[a-z]+(?:s|ty|al|th)) alone\b(?! (?:who|that|can|could|will|has|had|was|is)\b)"
)
_RELATIVE = re.compile(r",? (?:that|who) (?:[a-z]+ ?){1,4}")


def of_one_group(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether nothing says that one is of some of a kind only, or of others than the other is of."""
    tolls = word_set("analysis", "cumulative")
    elsewhere = a.head in tolls and a.scope and b.scope and a.scope != b.scope
    apart = _one_of_a_kind(a) != _one_of_a_kind(b) or _fate(a) != _fate(b) or _alone(a) != _alone(b)
    return not (elsewhere or apart or _members_only(a, b) or _members_only(b, a))


def _one_of_a_kind(point: FigurePoint) -> frozenset[str]:
    """Words of a sentence that measures what came beside the thing itself: `an aftershock of magnitude 5.7`."""
    told = frozenset(re.findall(r"[a-z]+", point.sentence.exact.lower()))
    return told & word_set("analysis", "one_of_a_kind") if point.unit_kind == "physical" else frozenset()


def _alone(point: FigurePoint) -> bool:
    """Whether it is the count of one place or group of several: `28 ships were waiting off Durban alone`."""
    return _ALONE.search(point.sentence.exact) is not None


def _members_only(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether it is a count of `the workers represented by Local 99`, of which the other's sentence does not speak."""
    behind = _MEMBERS.match(a.sentence.exact, _end(a)) if a.unit_kind == "count" else None
    return behind is not None and set(fold(behind[1]).split()).isdisjoint(fold(b.sentence.exact).split())


def _fate(point: FigurePoint) -> bool:
    """Whether a clause behind a count of people says what became of them: `the six workers that went missing`."""
    tolls, groups = word_set("analysis", "cumulative"), group_of("analysis", "measures")
    if point.unit_kind != "count" or point.head in tolls:
        return False
    behind = _RELATIVE.match(point.sentence.exact, _end(point))
    return behind is not None and any(groups.get(word) in tolls for word in behind.group().split())


def _end(point: FigurePoint) -> int:
    return point.evidence.end - point.sentence.start
