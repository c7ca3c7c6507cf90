"""What speaks for and against two figures of two reports being of one thing: signs, each a number from 0."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from site_gen.analyse.conflicts.contrasts import of_two_roles
from site_gen.analyse.conflicts.groups import of_one_group
from site_gen.analyse.conflicts.later import counted_as_size, of_another_time
from site_gen.analyse.conflicts.measures import (
    comparable,
    consistent,
    grown,
    likeness,
    other_heads,
    share,
    told_alike,
)
from site_gen.analyse.conflicts.one_time import same_time
from site_gen.analyse.conflicts.places import in_two_towns
from site_gen.analyse.conflicts.rates import a_year_and_in_all, rate_of
from site_gen.analyse.conflicts.roles import turned_round
from site_gen.analyse.conflicts.shares import shares_of_others
from site_gen.analyse.conflicts.twice.aligned.align import Likeness, Pair, Place
from site_gen.analyse.conflicts.twice.aligned.weights import Candidate
from site_gen.analyse.conflicts.twice.how_much.sums import of_two_things, sorts_of
from site_gen.analyse.conflicts.unlike import is_rest, of_two_sorts
from site_gen.analyse.conflicts.values import one_unit, same_force, told_elsewhere
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import FIGURE_POINTS, FigurePoint
from site_gen.analyse.tellings import Telling
from site_gen.resolve.words import country_words, word_set
from site_gen.tables import Reader

Points = tuple[FigurePoint, ...]
_CAPS = {"score": 6.0, "close": 4.0, "beside": 2.0}
_FAR, _NEAR, _SMALL, _EARLY, _SHORT, _LATE, _LONG, _RANK = 3.0, 0.45, 20, 2, 6, 14, 130, 3
_TOGETHER = (("left", "close"), ("best", "close"), ("left", "near"))
"""Signs that say more together than each alone."""
_PART = re.compile(
    r"\b(?:alone|also|of (?:them|these|those|which|whom)|others?|another|further|more|extra|so far|remaining|the rest"
    r"|each|(?:first|second|larger|smaller|greater|biggest|largest) (?:half|part|share|one)|on its own|apiece)\b"
)


class Side(NamedTuple):
    """The figures of a report, and where they stand in the sentences of its telling."""

    points: Points
    places: Sequence[Place]


class Sides(NamedTuple):
    """Those of both reports."""

    one: Side
    other: Side


def sides_of(pair: Pair, reader: Reader) -> Sides:
    """The figures of two reports, of the sentences that were read for what they tell, with their places."""
    one, other = (_side_of(t, reader.rows(FIGURE_POINTS, t.article)) for t in (pair.one, pair.other))
    return Sides(one, other)


def _side_of(telling: Telling, points: Points) -> Side:
    numbers = {told.evidence.sentence: n for n, told in enumerate(telling.sentences)}
    told = tuple(p for p in points if p.sentence.sentence in numbers)
    return Side(told, [(numbers[p.sentence.sentence], p.evidence.start, p.evidence.end) for p in told])


def candidates(pair: Pair, sides: Sides, reader: Reader) -> Iterator[Candidate]:
    """All pairs of figures of one unit that cannot both be so, with their signs."""
    fits = [
        (n, m)
        for n, a in enumerate(sides.one.points)
        for m, b in enumerate(sides.other.points)
        if _may_be_one(a, b)
    ]
    likes = {(n, m): pair.likeness(sides.one.places[n], sides.other.places[m]) for n, m in fits}
    among = _Among(sides, likes)
    for (n, m), like in likes.items():
        a, b = sides.one.points[n], sides.other.points[m]
        if like.score > 0 and _exclude(a, b):
            yield Candidate(n, m, like, _signs(n, m, like, among, pair, reader))


def _may_be_one(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the units alone allow it."""
    if a.equivalent or b.equivalent or a.unit_kind != b.unit_kind or min(a.value, b.value) <= 0:
        return False
    return one_unit(a, b) or _are_people(a, b)


def _are_people(a: FigurePoint, b: FigurePoint) -> bool:
    return a.unit_kind == b.unit_kind == "count" and all(is_people(p.unit) or not p.unit for p in (a, b))


def is_people(unit: str) -> bool:
    """Whether people are counted, be it by where they are from."""
    return unit in word_set("synonyms", "persons") or unit in country_words()


def _exclude(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the two values cannot both be so of one thing at one time."""
    if a.value == b.value or not (comparable(a, b) and same_time(a, b)) or a_year_and_in_all(a, b):
        return False
    return not (consistent(a, b) or consistent(b, a) or grown(a, b))


class _Among:
    """What a pair of figures is among all pairs of two reports that fit."""

    def __init__(self, sides: Sides, likes: Mapping[tuple[int, int], Likeness]) -> None:
        self.sides, self._likes = sides, likes
        self._told = [{(p.unit_kind, p.value) for p in side.points} for side in sides]
        self._times = Counter(key for n, m in likes for key in ((0, n), (1, m)))
        rest = [(n, m) for n, m in likes if self.left(n, m)]
        self._rest = Counter(key for n, m in rest for key in ((0, n), (1, m)))
        self._scores: dict[tuple[int, int], list[float]] = {}
        for places, like in sorted(likes.items(), key=lambda found: found[1].score):
            for key in enumerate(places):
                self._scores.setdefault(key, []).append(like.score)

    def left(self, n: int, m: int) -> bool:
        """Whether neither value is told by the other report too."""
        a, b = self.sides.one.points[n], self.sides.other.points[m]
        return (a.unit_kind, a.value) not in self._told[1] and (b.unit_kind, b.value) not in self._told[0]

    def left_alone(self, n: int, m: int) -> bool:
        """Whether no others that are left fit either."""
        return self.left(n, m) and self._rest[0, n] == self._rest[1, m] == 1

    def alone(self, n: int, m: int) -> bool:
        """Whether no others fit either."""
        return self._times[0, n] == self._times[1, m] == 1

    def ranks(self, n: int, m: int) -> tuple[int, int]:
        """How many places of the other report are more like the one figure, and the other."""
        score = self._likes[n, m].score
        ours, theirs = (len(s) - bisect_right(s, score) for s in (self._scores[0, n], self._scores[1, m]))
        return ours, theirs


def _signs(n: int, m: int, like: Likeness, among: _Among, pair: Pair, reader: Reader) -> Mapping[str, float]:
    a, b = among.sides.one.points[n], among.sides.other.points[m]
    places = among.sides.one.places[n][0], among.sides.other.places[m][0]
    ours, theirs = among.ranks(n, m)
    found: dict[str, float] = {
        **{name: min(getattr(like, name), most) for name, most in _CAPS.items()},
        "share": like.share,
        "apart": like.apart,
        "subject": like.subject,
        "other subjects": like.others,
        "ratio": min(_ratio(a, b), _FAR),
        "near": _ratio(a, b) <= _NEAR,
        "early": max(places) < _EARLY,
        "short": min(len(t.sentences) for t in (pair.one, pair.other)) <= _SHORT,
        "weeks apart": pair.days_apart() > _LATE,
        "days apart": log2(1 + min(pair.days_apart(), _LONG)),
        "named besides": _named_besides(pair, places),
        "copied": pair.copied,
        "left": among.left(n, m),
        "left alone": among.left_alone(n, m),
        "alone": among.alone(n, m),
        "best": ours == theirs == 0,
        "rank": min(ours, _RANK) + min(theirs, _RANK),
        "two things": of_two_things(a, b, pair),
        "elsewhere": told_elsewhere(a, b, reader),
    }
    found |= {name: float(read(a, b)) for name, read in SIGNS.items()}
    found |= {f"{a.unit_kind} {name}": found[name] for name in ("close", "left alone", "best")}
    found |= {f"{name} {other}": found[name] * found[other] for name, other in _TOGETHER}
    found[a.unit_kind] = 1.0
    return {name: value for name, value in found.items() if value}


def _named_besides(pair: Pair, places: tuple[int, int]) -> bool:
    """Whether each sentence names somebody or something that the other report does not know."""
    sides = ((pair.one, places[0], pair.other), (pair.other, places[1], pair.one))
    return all(_names(x, (n,)) - _names(y, range(len(y.sentences))) for x, n, y in sides)


def _names(telling: Telling, numbers: Iterable[int]) -> set[str]:
    return {word.stem for n in numbers for word in telling.sentences[n].words if word.name}


def _other_nouns(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether each counts something of its own: members are no employees."""
    if a.unit_kind != "count" or not a.unit or not b.unit or synonym(a.unit) == synonym(b.unit):
        return False
    return "people" not in (a.unit, b.unit) and "person" not in (a.unit, b.unit)


def _of_one_sort(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the clauses of both tell a sort of which a story has one: the crowd, the loss."""
    return not {name for name, _ in sorts_of(a)}.isdisjoint(name for name, _ in sorts_of(b))


def _ratio(a: FigurePoint, b: FigurePoint) -> float:
    return log2(max(a.value, b.value) / min(a.value, b.value))


SIGNS: Mapping[str, Callable[[FigurePoint, FigurePoint], float]] = {
    "one head": lambda a, b: bool(a.head) and a.head == b.head,
    "other heads": other_heads,
    "measure": lambda a, b: share(a.words, b.words),
    "sentence": lambda a, b: share(a.around, b.around),
    "words beside": lambda a, b: share(a.near, b.near),
    "told alike": told_alike,
    "likeness": likeness,
    "of one thing": lambda a, b: not set(a.of).isdisjoint(b.of),
    "of two things": lambda a, b: bool(a.of and b.of) and set(a.of).isdisjoint(b.of),
    "one status": lambda a, b: a.status == b.status,
    "one force": same_force,
    "one change": lambda a, b: a.change == b.change,
    "a change": lambda a, b: bool(a.change or b.change),
    "one period": lambda a, b: bool(a.period) and a.period == b.period,
    "other periods": lambda a, b: bool(a.period and b.period) and a.period != b.period,
    "other places": lambda a, b: bool(a.place and b.place) and a.place != b.place,
    "two towns": lambda a, b: in_two_towns((a.sentence.exact,), (b.sentence.exact,)),
    "about": lambda a, b: a.approximate or b.approximate,
    "one unit": lambda a, b: a.unit == b.unit,
    "one noun": lambda a, b: synonym(a.unit) == synonym(b.unit),
    "one sort": _of_one_sort,
    "other nouns": _other_nouns,
    "people and things": lambda a, b: is_people(a.unit) != is_people(b.unit),
    "a part": lambda a, b: bool(_PART.search(a.sentence.exact)) != bool(_PART.search(b.sentence.exact)),
    "small": lambda a, b: max(a.value, b.value) < _SMALL,
    "one rate": lambda a, b: rate_of(a) == rate_of(b),
    "of the rest": lambda a, b: is_rest(a) != is_rest(b),
    "one group": of_one_group,
    "another time": of_another_time,
    "as size": counted_as_size,
    "two sorts": of_two_sorts,
    "two roles": of_two_roles,
    "turned round": lambda a, b: turned_round(a.sentence.exact, b.sentence.exact),
    "shares of others": shares_of_others,
}
"""Signs that two figures give by themselves."""
