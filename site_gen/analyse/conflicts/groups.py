"""Whether two figures are of one group of people or things, by what stands right behind them or beside."""

import re

from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.words import country_words, group_of, word_set

_NAME = r"(?:[A-Z][\w’'-]*(?: of| for| and)? ?)+"
_MEMBERS = re.compile(rf" [a-z]+ed (?:by|in|at|from|under|with) (?:the )?({_NAME})")
_ALONE = re.compile(
    r"\b(?:[A-Z]\w+|[a-z]+(?:s|ty|al|th)) alone\b(?! (?:who|that|can|could|will|has|had|was|is)\b)"
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|to) ([A-Z][a-z’'-]+)(?=,? where\b|, [a-z]|,? [a-z]+)")
_PART = 1.5
"""By how much a count of all is larger than that of one place, at least."""
_RELATIVE = re.compile(r",? (?:that|who) (?:[a-z]+ ?){1,4}")


def of_one_group(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether nothing says that one is of some of a kind only, or of others than the other is of."""
    tolls = word_set("analysis", "cumulative")
    elsewhere = a.head in tolls and a.scope and b.scope and a.scope != b.scope and not _of_one_origin(a, b)
    apart = _one_of_a_kind(a) != _one_of_a_kind(b) or _fate(a) != _fate(b) or _alone(a) != _alone(b)
    return not (elsewhere or apart or _members_only(a, b) or _members_only(b, a) or _of_one_place(a, b))


def _of_one_origin(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether what is counted is called by one country: `four Norlandic soldiers`, whoever else the sentence names."""
    return a.unit == b.unit and a.unit.partition(" ")[0] in country_words()


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


def _of_one_place(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the smaller is counted in a place of which the other's sentence, that names none, does not speak."""
    small, large = sorted((a, b), key=lambda p: p.value)
    if small.unit_kind != "count" or large.value < _PART * small.value:
        return False
    here, there = (_places_in(point.sentence.exact) for point in (small, large))
    return bool(here) and not there and set(here).isdisjoint(fold(large.sentence.exact).split())


def _places_in(text: str) -> list[str]:
    """Names of towns that a sentence says it happens in; not where those sit who say so (`the ministry in X said`)."""
    seats = word_set("analysis", "seated")
    found = (
        fold(m[1]) for m in _IN.finditer(text) if text[: m.start()].rstrip().rpartition(" ")[2] not in seats
    )
    return [name for name in found if name not in country_words() | word_set("analysis", "no_names")]


def _fate(point: FigurePoint) -> bool:
    """Whether a clause behind a count of people says what became of them: `the six workers that went missing`."""
    tolls, groups = word_set("analysis", "cumulative"), group_of("analysis", "measures")
    if point.unit_kind != "count" or point.head in tolls:
        return False
    behind = _RELATIVE.match(point.sentence.exact, _end(point))
    return behind is not None and any(groups.get(word) in tolls for word in behind.group().split())


def _end(point: FigurePoint) -> int:
    return point.evidence.end - point.sentence.start
