"""One measure, two values; and an aim that becomes a commitment."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import LINEAGE_OF, FigurePoint
from site_gen.records import Evidence
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.words import word_set
from site_gen.tables import Reader, Row

_LOWER = re.compile(r"(?<![\w’'])[a-z]{3,}")
_MOST = 120
_STORY = 60
_OPEN = {
    "more": frozenset(
        "at least|over|more than|above|upwards of|no fewer than|exceeding|in excess of|surpassing".split("|")
    ),
    "less": frozenset(
        "up to|under|less than|fewer than|below|at most|nearly|almost|close to|not more than".split("|")
    ),
}


def find_value_conflicts(points: tuple[FigurePoint, ...], reader: Reader) -> Iterator[Row]:
    """Values and forces that contradict each other in one block."""
    for group in _stories(points):
        yield from _values(group, reader)


def _stories(points: tuple[FigurePoint, ...]) -> Iterable[tuple[FigurePoint, ...]]:
    """The block itself, or where it is large its parts by what the articles are about."""
    if len(points) <= _MOST:
        return [points]
    groups: dict[tuple[str, ...], list[FigurePoint]] = defaultdict(list)
    for point in points:
        groups[(*point.context[:2], point.place, point.period or "")].append(point)
    return [tuple(group) for _, group in sorted(groups.items()) if 1 < len(group) <= _MOST]


def _values(points: tuple[FigurePoint, ...], reader: Reader) -> Iterator[Row]:
    said: dict[str, set[float]] = defaultdict(set)
    for point in points:
        said[point.article].add(point.value)
    rivals = [(a, b) for a, b in combinations(points, 2) if _may_differ(a, b) and _contradict(a, b, said)]
    done: list[tuple[float, float]] = []
    for a, b in sorted(rivals, key=lambda p: (-_likeness(*p), min(x.value for x in p), p[0].id, p[1].id)):
        lines = {reader.one(LINEAGE_OF, p.article) or p.article for p in (a, b)}
        if len(lines) < 2 or any(_alike(a.value, x) and _alike(b.value, y) for x, y in done):
            continue
        done += [(a.value, b.value), (b.value, a.value)]
        yield from _conflict(a, b, points, reader)


def _may_differ(a: FigurePoint, b: FigurePoint) -> bool:
    return a.article != b.article and a.value != b.value and a.unit_kind == b.unit_kind


def _contradict(a: FigurePoint, b: FigurePoint, said: dict[str, set[float]]) -> bool:
    if a.value in said[b.article] or b.value in said[a.article]:
        return False
    if not _same_story(a, b) or not _same_time(a, b) or not _same_force(a, b):
        return False
    if a.place and b.place and a.place != b.place:
        return False
    if not _same_deed(a, b):
        return False
    return (
        _likeness(a, b) >= 0.3
        and not _consistent(a, b)
        and not _consistent(b, a)
        and not _update(a, b)
        and not _told_as_update(a, b)
    )


def _same_story(a: FigurePoint, b: FigurePoint) -> bool:
    """Reports of one time that name the same people or agreements; nothing known speaks for neither."""
    first, second = days(a.published), days(b.published)
    if first and second and gap(first, second) > _STORY:
        return False
    if not a.context or not b.context:
        return True
    return len(set(a.context) & set(b.context)) >= min(2, len(a.context), len(b.context))


def _same_time(a: FigurePoint, b: FigurePoint) -> bool:
    ours, theirs = days(a.period), days(b.period)
    if ours and theirs:
        short, long = sorted((ours.length, theirs.length))
        return overlap(ours, theirs) and long <= 3 * short + 31
    return True


def _same_force(a: FigurePoint, b: FigurePoint) -> bool:
    soft = {"target", "commitment"}
    return (a.status in soft) == (b.status in soft)


def _same_deed(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two counts of one noun count one thing (votes for a law are none for a speaker).

    Where nothing else in the measures agrees, something that is done must be told of both.
    """
    cumulative = word_set("analysis", "cumulative")
    ours, theirs = set(a.words), set(b.words)
    if (ours ^ theirs) & cumulative:
        return False
    if a.unit_kind != "count" or len(ours & theirs) > 1 or a.head in cumulative:
        return True
    return bool(_deeds(a) & _deeds(b))


def _deeds(point: FigurePoint) -> frozenset[str]:
    """Stems of a sentence's lower-case words, those of the measure and of reporting left out."""
    told = measure_words(" ".join(_LOWER.findall(point.sentence.exact)))
    return frozenset(told) - set(point.words) - word_set("analysis", "reporting")


def _likeness(a: FigurePoint, b: FigurePoint) -> float:
    """Share of words that measure and sentence have in common."""
    measure = _share(a.words, b.words)
    around = _share(a.around, b.around)
    return (measure + around) / 2 if measure >= 0.3 else 0.0


def _share(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 0.0


def _consistent(a: FigurePoint, b: FigurePoint) -> bool:
    """Rounded, within a range, or open towards the other."""
    if a.low is not None and a.high is not None and a.low <= b.value <= a.high:
        return True
    loose = 0.1 if a.approximate or b.approximate else 0.015
    if abs(a.value - b.value) <= loose * max(abs(a.value), abs(b.value)) or _rounded(a.value, b.value):
        return True
    if a.qualifier in _OPEN["more"]:
        return a.value < b.value <= 1.5 * a.value
    return a.qualifier in _OPEN["less"] and 0.6 * a.value <= b.value < a.value


def _rounded(a: float, b: float) -> bool:
    """`a` is `b` given with fewer digits, at least two."""
    return any(float(f"{b:.{digits - 1}e}") == a for digits in range(2, 7))


def _alike(a: float, b: float) -> bool:
    """Equal, or one the other rounded."""
    return a == b or _rounded(a, b) or _rounded(b, a)


def _update(a: FigurePoint, b: FigurePoint) -> bool:
    """A count that grows, told on a later day."""
    grows = a.head in word_set("analysis", "cumulative")
    first, second = days(a.published), days(b.published)
    if not grows or not first or not second or gap(first, second) == 0:
        return False
    early, late = (a, b) if first < second else (b, a)
    return late.value > early.value


def _told_as_update(a: FigurePoint, b: FigurePoint) -> bool:
    """The larger count says itself that it has grown (`rose to`, `after two more died`)."""
    larger = max(a, b, key=lambda point: point.value)
    return larger.head in word_set("analysis", "cumulative") and any(
        cue in larger.sentence.exact.casefold() for cue in sorted(word_set("analysis", "update_cues"))
    )


def _conflict(
    a: FigurePoint, b: FigurePoint, points: tuple[FigurePoint, ...], reader: Reader
) -> Iterator[Row]:
    claims = []
    for one, other in ((a, b), (b, a)):
        same = [p for p in points if p.value == one.value and p.unit == one.unit and _likeness(p, other) > 0]
        places = [place for p in [one, *same] for place in (p.sentence, p.evidence)]
        claims.append(claim(one.evidence.exact, places, reader))
    about = " ".join((a.measure or a.unit).split())
    reading = "Two values for one measure: a slip, another count, or another reference time."
    subjects = (f"figure/{a.id}", f"figure/{b.id}")
    yield from conflict_rows("value", f"Value: {about}", tuple(claims), reading, subjects, reader)


def find_force_conflicts(_key: str, points: tuple[FigurePoint, ...], reader: Reader) -> Iterator[Row]:
    """One value told as an aim and as a commitment; rows: the promises of one value and unit."""
    aims = [p for p in points if p.status == "target"]
    bound = [p for p in points if p.status == "commitment"]
    pair = next(((a, b) for a in aims for b in bound if _same_promise(a, b)), None)
    if pair:
        yield from _force(pair, aims, bound, reader)


def _same_promise(a: FigurePoint, b: FigurePoint) -> bool:
    return (
        _same_story(a, b)
        and _same_time(a, b)
        and (a.article == b.article or _share(a.around, b.around) >= 0.2)
    )


def _force(
    pair: tuple[FigurePoint, FigurePoint], aims: list[FigurePoint], bound: list[FigurePoint], reader: Reader
) -> Iterator[Row]:
    claims = (
        claim(f"an aim: {pair[0].evidence.exact}", _places(pair[0], aims), reader),
        claim(f"a commitment: {pair[1].evidence.exact}", _places(pair[1], bound), reader),
    )
    about = f"Force: {pair[0].evidence.exact}, {pair[0].measure}".strip(", ")
    reading = "An aim may have hardened into a promise in the telling."
    subjects = (f"figure/{pair[0].id}", f"figure/{pair[1].id}")
    yield from conflict_rows("force", about, claims, reading, subjects, reader)


def _places(first: FigurePoint, rest: list[FigurePoint]) -> list[Evidence]:
    return [
        place for p in [first, *(r for r in rest if r is not first)] for place in (p.evidence, p.sentence)
    ]
