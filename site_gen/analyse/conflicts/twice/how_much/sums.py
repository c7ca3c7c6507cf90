"""Figures of a sort of which a report of a story tells one: the crowd at a march, the loss, those who were on board."""

import re
from collections.abc import Iterator
from functools import lru_cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.sentences.sorts import (
    Named,
    Sort,
    clause_around,
    named,
    of_two_names,
    sorts,
)
from site_gen.analyse.conflicts.unlike import is_rest
from site_gen.analyse.conflicts.values import exclude_as_one_sort, one_unit, rivals_row
from site_gen.analyse.tables import FIGURE_POINTS, FigurePoint
from site_gen.analyse.tellings import Telling, Word
from site_gen.resolve.words import subject
from site_gen.tables import Reader, Row
from site_gen.text.letters import letters_in

Words = tuple[Word, ...]
_NEARLY = 3.0
"""How many times the other one figure of a sort may be, where the lexicon does not say."""


def rival_sums(pair: Pair, reader: Reader) -> Iterator[Row]:
    """A row for two figures of one sort, if each report has one such figure."""
    ours, theirs = (_by_sort(reader.rows(FIGURE_POINTS, t.article)) for t in (pair.one, pair.other))
    for name in sorted(ours.keys() & theirs.keys()):
        mine, others = ours[name], theirs[name]
        if len({p.value for p in mine}) == len({p.value for p in others}) == 1:
            a, b = mine[0], others[0]
            most = sorts("figures")[name].more.get("most", _NEARLY)
            near = max(a.value, b.value) <= most * min(a.value, b.value)
            if near and _of_one(name, a, b, pair) and exclude_as_one_sort(a, b, reader):
                yield rivals_row(a, b, 1.0)


def _by_sort(points: tuple[FigurePoint, ...]) -> dict[str, list[FigurePoint]]:
    """The figures of each sort; of several in one sentence the one nearest to the words that tell the sort."""
    found: dict[str, dict[int, tuple[int, FigurePoint]]] = {}
    for point in points:
        if point.equivalent or is_rest(point) or point.value <= 0:
            continue
        for name, far in sorts_of(point):
            told = found.setdefault(name, {})
            known = told.get(point.sentence.sentence)
            if point.value >= sorts("figures")[name].more.get("least", 0) and (not known or far < known[0]):
                told[point.sentence.sentence] = far, point
    return {name: [point for _, point in told.values()] for name, told in found.items() if told}


def sorts_of(point: FigurePoint) -> tuple[tuple[str, int], ...]:
    """Each sort that the clause of a figure tells, and how far from it."""
    first = point.evidence.start - point.sentence.start
    span = first, first + len(point.evidence.exact)
    return _sorts_in(point.sentence.exact, *span, point.unit_kind, point.unit)


@lru_cache(maxsize=4096)
def _sorts_in(text: str, first: int, last: int, kind: str, unit: str) -> tuple[tuple[str, int], ...]:
    low = text.lower()
    begin, end = clause_around(low, first, last)
    return tuple(
        (name, min(max(first - y, x - last) for x, y in sort.words_of(low, begin, end)))
        for name, sort in sorts("figures").items()
        if sort.more["kind"] == kind and _in_unit(sort, unit) and sort.tells(low, begin, end)
    )


def _in_unit(sort: Sort, unit: str) -> bool:
    return "unit" not in sort.more or unit in sort.more["unit"]


def _of_one(name: str, a: FigurePoint, b: FigurePoint, pair: Pair) -> bool:
    """Whether their sentences name no two things, and have one in common where a story may tell of several."""
    sort = sorts("figures")[name]
    if not (one_unit(a, b) or a.unit_kind == "count") or of_two_things(a, b, pair):
        return False
    sides = [_words(p, t) for p, t in ((a, pair.one), (b, pair.other))]
    ours, theirs = (
        named(p.sentence.exact, words, t)
        for p, words, t in zip((a, b), sides, (pair.one, pair.other), strict=True)
    )
    if not sort.several or _share_a_thing(a, b, (sides[0], sides[1]), (ours, theirs)):
        return True
    wide = [_with_ahead(p, t) for p, t in ((a, pair.one), (b, pair.other))]
    return (wide[0] != sides[0] or wide[1] != sides[1]) and _share_a_thing(
        a, b, (wide[0], wide[1]), (ours, theirs)
    )


def of_two_things(a: FigurePoint, b: FigurePoint, pair: Pair) -> bool:
    """Whether two figures are of two places, two that are named, or counted by two who count otherwise."""
    if a.unit_kind == "count" and a.place and b.place and a.place != b.place:
        return True
    ours, theirs = (named(p.sentence.exact, _words(p, t), t) for p, t in ((a, pair.one), (b, pair.other)))
    return of_two_names(ours, theirs) or _of_two_counters(a, b)


def _of_two_counters(a: FigurePoint, b: FigurePoint) -> bool:
    """`the police put it at`, `said the organisers`: each has a count of its own."""
    said = [letters_in(p.sentence.exact) for p in (a, b)]
    counted = [[not there.isdisjoint(group) for group in subject("told_once")["counters"]] for there in said]
    return all(map(any, counted)) and counted[0] != counted[1]


def _share_a_thing(
    a: FigurePoint, b: FigurePoint, words: tuple[Words, Words], names: tuple[Named, Named]
) -> bool:
    """Whether a word or a name stands in both sentences, and no two names right before the figures."""
    last = [
        [w.stem for w in there if w.name and w.at < p.evidence.start - p.sentence.start][-1:]
        for p, there in zip((a, b), words, strict=True)
    ]
    if all(last) and last[0] != last[1]:
        (one, *_), (other, *_) = last
        if one not in names[1].known or other not in names[0].known:
            return False
    ours, theirs = (
        (frozenset(w.stem for w in there if not w.name and w.stem[0] != "#") - weak_stems()) | side.names
        for there, side in zip(words, names, strict=True)
    )
    return not ours.isdisjoint(theirs)


def _with_ahead(point: FigurePoint, telling: Telling) -> Words:
    """The words of its sentence, and of the one ahead where `it` is told of."""
    own = _words(point, telling)
    if not _PRONOUN.match(point.sentence.exact):
        return own
    told = [t.words for t in telling.sentences if t.evidence.sentence == point.sentence.sentence - 1]
    return (*(told[0] if told else ()), *own)


_PRONOUN = re.compile(r"(?:It|They|Its|Their|This|That|The (?:bill|cost|price|sum|money|whole))\b")


def _words(point: FigurePoint, telling: Telling) -> Words:
    told = next((t for t in telling.sentences if t.evidence.sentence == point.sentence.sentence), None)
    return told.words if told else ()
