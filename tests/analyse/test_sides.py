"""Which sides are set against each other: those of one pair of countries, near in time, nearest first."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.analyse.conflicts.sides import neighbours


class Said(NamedTuple):
    published: str
    article: str
    pair: tuple[str, ...] = ()
    value: str = ""


PAIRS = st.sampled_from([(), ("Chile", "Peru"), ("Kenya", "Ghana")])
DAYS = st.dates().map(lambda day: f"2024-{day.month:02d}-{min(day.day, 28):02d}")
SIDES = st.lists(st.tuples(DAYS, PAIRS), max_size=12).map(
    lambda told: sorted(Said(day, str(n), pair) for n, (day, pair) in enumerate(told))
)


def test_sides_of_other_pairs_of_countries_never_meet() -> None:
    sides = [Said("2024-01-01", "a", ("Chile", "Peru")), Said("2024-01-02", "b", ("Kenya", "Ghana"))]
    assert list(neighbours(sides, 40, 130)) == []


def test_a_crowd_of_other_countries_hides_no_neighbour() -> None:
    crowd = [Said("2024-01-01", f"b{n:03d}", ("Kenya", "Ghana")) for n in range(100)]
    mine = [Said("2024-01-01", "a", ("Chile", "Peru")), Said("2024-01-01", "c", ("Chile", "Peru"))]
    met = [(a.article, b.article) for a, b in neighbours(sorted([*mine, *crowd]), 40, 130)]
    assert ("a", "c") in met


@settings(deadline=None)
@given(SIDES)
def test_all_that_may_meet_do_so_once(sides: list[Said]) -> None:
    met = [(a.article, b.article) for a, b in neighbours(sides, 40, 366)]
    may = {
        (a.article, b.article)
        for n, a in enumerate(sides)
        for b in sides[n + 1 :]
        if not a.pair or not b.pair or a.pair == b.pair
    }
    assert sorted(met) == sorted(may)
