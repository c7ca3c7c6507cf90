"""Figures of two values that are likely of one thing -> one conflict, with all the places that say them."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.conflicts.twice.how_much.weighed import hardly_of_one
from site_gen.analyse.tables import FigurePoint, ValueRivals
from site_gen.records import Evidence
from site_gen.tables import Reader, Row


def tell_values(_values: str, rivals: tuple[ValueRivals, ...], reader: Reader) -> Iterator[Row]:
    """The conflict of two values, with all the places that say them; none where they are hardly of one thing."""
    rivals = tuple(pair for pair in rivals if not hardly_of_one(pair, reader))
    if not rivals:
        return
    best = min(
        rivals,
        key=lambda r: (-r.likeness, r.one.sentence.exact, r.other.sentence.exact, r.one.id, r.other.id),
    )
    claims = tuple(
        claim(best_of.evidence.exact, _places(best_of, [getattr(r, side) for r in rivals]), reader)
        for side, best_of in (("one", best.one), ("other", best.other))
    )
    about = " ".join((best.one.measure or best.one.unit).split())
    reading = "Two values for one measure: a slip, another count, or another reference time."
    subjects = (f"figure/{best.one.id}", f"figure/{best.other.id}")
    yield from conflict_rows("value", f"Value: {about}", claims, reading, subjects, reader)


def _places(first: FigurePoint, rest: list[FigurePoint]) -> Iterator[Evidence]:
    seen = {first.id: first, **{p.id: p for p in sorted(rest, key=lambda p: p.id) if p.id != first.id}}
    for point in seen.values():
        yield from (point.sentence, point.evidence)
