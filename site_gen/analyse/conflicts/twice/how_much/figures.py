"""Figures of two reports that stand in one place of one story."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.measures import closed_before, other_heads
from site_gen.analyse.conflicts.rates import rate_of
from site_gen.analyse.conflicts.twice.aligned.align import Likeness, Pair
from site_gen.analyse.conflicts.twice.aligned.judge import one_thing
from site_gen.analyse.conflicts.twice.aligned.match import Match, matches
from site_gen.analyse.conflicts.twice.how_much.left_over import Fits, Points, left_over, of_one_year
from site_gen.analyse.conflicts.twice.how_much.signs import Sides, is_people, sides_of
from site_gen.analyse.conflicts.twice.how_much.sums import of_two_things
from site_gen.analyse.conflicts.twice.how_much.weighed import weighed_figures
from site_gen.analyse.conflicts.unlike import is_rest
from site_gen.analyse.conflicts.values import are_people_by_origin, excluding, one_unit, rivals_row
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.words import group_of, word_set
from site_gen.tables import Reader, Row

_SOON = 130
"""Days between reports of which a later one may have newer figures."""
_EACH = 0.5
_RATIO, _LITTLE, _TWICE = 1.35, 0.3, 2.0
_MONTH, _MANY = 31, 20
"""Days between reports of which two figures may be left over, and how small those that chance may make so."""
_SHARE = 0.25
"""The part of what two sentences say that is much."""
_PLACE = 1.5
"""What stands close to two sums of other names that are of one thing."""


def rival_figures(pair: Pair, reader: Reader) -> Iterator[Row]:
    """Rows of the figures that cannot both be so.

    Of reports that are many weeks apart only those count of which one is of a time over before either was written.
    """
    sides = sides_of(pair, reader)
    ours, theirs = sides.one.points, sides.other.points
    late = pair.days_apart() > _SOON

    def fits(n: int, m: int) -> bool:
        if ours[n].equivalent or theirs[m].equivalent:
            return False  # the sum that it restates is compared
        return of_one_kind(ours[n], theirs[m]) and not (late and _open(ours[n], theirs[m]))

    def in_one_place(n: int, m: int) -> bool:
        """Whatever they are called: a loan of one report is a guarantee of the other."""
        a, b = ours[n], theirs[m]
        if a.equivalent or b.equivalent:
            return False
        return not late and a.unit_kind != "count" and one_unit(a, b) and is_rest(a) == is_rest(b)

    told: set[tuple[int, int]] = set()
    for n, m, like in _likely(pair, sides, fits, in_one_place, reader):
        if told.isdisjoint(((0, n), (1, m))):
            told |= {(0, n), (1, m)}
            yield rivals_row(ours[n], theirs[m], like.share)
    for n, m, like, signs in weighed_figures(pair, sides, reader) if not late else ():
        may_be = "two towns" not in signs and told.isdisjoint(((0, n), (1, m)))
        if may_be and excluding(ours[n], theirs[m], reader):
            yield rivals_row(ours[n], theirs[m], like.share)


def _likely(
    pair: Pair, sides: Sides, fits: Fits, in_one_place: Fits, reader: Reader
) -> Iterator[tuple[int, int, Likeness]]:
    """The numbers of two figures of one thing that cannot both be so, the surest first."""
    for n, m, like in _of_one_matter(pair, sides, fits, in_one_place):
        a, b = sides.one.points[n], sides.other.points[m]
        if not (of_two_things(a, b, pair) or _by_who_pays(a, b, like)) and excluding(a, b, reader):
            yield n, m, like


def _of_one_matter(
    pair: Pair, sides: Sides, fits: Fits, in_one_place: Fits
) -> Iterator[tuple[int, int, Likeness]]:
    """The numbers of two figures of one thing, the surest first: of one measure, in one place, left over."""
    (ours, first), (theirs, second) = sides
    for match in matches(pair, first, second, fits):
        a, b = ours[match.one], theirs[match.other]
        if _of_one_thing(a, b, match) or _only_cost(a, b, ours, theirs):
            yield match.one, match.other, match.like
    for match in matches(pair, first, second, in_one_place):
        a, b = ours[match.one], theirs[match.other]
        if match.like.close >= _PLACE and one_thing(a.unit_kind, a.value, b.value, match):
            yield match.one, match.other, match.like
    for n, m in left_over(ours, theirs, fits) if pair.days_apart() <= _MONTH else ():
        like = pair.likeness(first[n], second[m])
        by_chance = like.score < _LITTLE and max(ours[n].value, theirs[m].value) < _MANY
        if like.score > 0 and not (like.apart or by_chance):
            yield n, m, like
    for n, m in of_one_year(ours, theirs, fits):
        yield n, m, pair.likeness(first[n], second[m])


def _by_who_pays(a: FigurePoint, b: FigurePoint, like: Likeness) -> bool:
    """Whether two sums have no more in common than who pays, or nothing close, and one alone is of each year."""
    if a.unit_kind != "money" or like.share >= _SHARE:
        return False
    if like.words:
        return like.words <= {synonym(word) for word in word_set("analysis", "payers")}
    return bool(rate_of(a)) != bool(rate_of(b))


def _only_cost(a: FigurePoint, b: FigurePoint, ours: Points, theirs: Points) -> bool:
    """Whether each report gives one cost or price, and the two are near: whatever the thing is called."""
    alike = a.unit_kind == b.unit_kind == "money" and a.head == b.head and a.head in ("cost", "price")
    near = max(a.value, b.value) <= _TWICE * min(a.value, b.value)
    return alike and near and all(_values_of(a.head, points) == 1 for points in (ours, theirs))


def _values_of(head: str, points: Points) -> int:
    """How many values a report gives for a measure."""
    return len({p.value for p in points if p.head == head and not p.equivalent})


def _of_one_thing(a: FigurePoint, b: FigurePoint, match: Match) -> bool:
    if _by_the_noun_alone(a, b, match):
        return False
    return one_thing(a.unit_kind, a.value, b.value, _rated(a, b, match))


def _by_the_noun_alone(a: FigurePoint, b: FigurePoint, match: Match) -> bool:
    """Whether two counts that are far apart have nothing in common but what they count."""
    if a.unit_kind != "count" or max(a.value, b.value) <= _RATIO * min(a.value, b.value):
        return False
    nouns = {synonym(word) for p in (a, b) for word in p.unit.split()}
    return match.like.words <= nouns and match.like.score - match.like.close < _LITTLE


def _rated(a: FigurePoint, b: FigurePoint, match: Match) -> Match:
    """The match, closer where both are of one time or thing each: `9 million cubic metres of water a year`."""
    rates = [rate_of(point) for point in (a, b)]
    if not rates[0] or rates[0] != rates[1] or a.unit_kind == "count":
        return match
    like = match.like
    return match._replace(like=like._replace(score=like.score + _EACH, close=like.close + _EACH))


def of_one_kind(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two figures may be of one thing: one unit, and no two measures or things."""
    alike = _counted_alike(a, b) or are_people_by_origin(a.unit, b.unit)
    if not (one_unit(a, b) or alike) or is_rest(a) != is_rest(b):
        return False
    if other_heads(a, b) and not _both_people(a, b):
        return False
    if alike:
        return True
    if a.unit_kind != "count" or synonym(a.unit) == synonym(b.unit) or a.unit == b.unit:
        return True
    return all(is_people(p.unit) or not p.unit for p in (a, b)) or bool(
        a.unit and b.unit and a.head == b.head and a.head
    )


def _counted_alike(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two counted nouns may be one: `ten states`, `nine countries`."""
    groups = group_of("synonyms", "counted_alike")
    return a.unit_kind == b.unit_kind == "count" and groups.get(a.unit, "") == groups.get(b.unit, "-")


def _both_people(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both count people, and neither counts those who died, were hurt, or left."""
    tolls = word_set("analysis", "cumulative")
    return all(p.unit_kind == "count" and is_people(p.unit) and p.head not in tolls for p in (a, b))


def _open(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether it may have changed between the two reports."""
    early, late = sorted((a, b), key=lambda p: (p.published, p.id))
    return not closed_before(late, early)
