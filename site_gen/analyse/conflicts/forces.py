"""One value told as an aim and as a commitment."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.conflicts.measures import same_time, share
from site_gen.analyse.tables import FigurePoint
from site_gen.records import Evidence
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Reader, Row

_STORY = 60


def find_force_conflicts(_key: str, points: tuple[FigurePoint, ...], reader: Reader) -> Iterator[Row]:
    """One value told as an aim and as a commitment; rows: the promises of one value and unit."""
    aims = [p for p in points if p.status == "target"]
    bound = [p for p in points if p.status == "commitment"]
    pair = next(((a, b) for a in aims for b in bound if _same_promise(a, b)), None)
    if pair:
        yield from _force(pair, aims, bound, reader)


def _same_promise(a: FigurePoint, b: FigurePoint) -> bool:
    if not _same_story(a, b) or not same_time(a, b):
        return False
    return (a.article == b.article and a.unit_kind == "money") or share(a.around, b.around) >= 0.2


def _same_story(a: FigurePoint, b: FigurePoint) -> bool:
    """Reports of one time that name the same people or agreements; nothing known speaks for neither."""
    first, second = days(a.published), days(b.published)
    if first and second and gap(first, second) > _STORY:
        return False
    return not a.context or not b.context or bool(set(a.context) & set(b.context))


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
