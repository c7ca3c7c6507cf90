"""Offices along a line, and what the front page chooses from a long story."""

from collections.abc import Callable

import pytest

from site_gen.pages.terms import terms
from site_gen.records import Office
from tests.build.conftest import Desk
from tests.build.conftest import new_desk as new_desk


def test_offices_stand_in_order_and_end_where_they_are_told_to() -> None:
    drawn = terms(
        (
            Office("Prime Minister", "Norway", status="current", start="2021-10", as_of="2025-03-01"),
            Office("Mayor", "Bergen", status="former", start="2010", end="2015"),
            Office("Envoy", "Chile"),
        )
    )
    first, second = drawn.rows
    assert (first.label, first.begins, first.ends) == ("Mayor, Bergen", True, True)
    assert (second.label, second.begins, second.ends) == ("Prime Minister, Norway", True, False)
    assert first.x + first.width < second.x
    assert second.x + second.width <= 1000


@pytest.mark.parametrize(
    "offices",
    [
        (),
        (Office("Envoy"),),
        (Office("Envoy", as_of="2025-03"),),
        (Office("Envoy", start="2025", end="2020"),),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(offices: tuple[Office, ...]) -> None:
    assert terms(offices).rows == ()


def test_the_front_page_tells_what_happened_however_much_is_planned(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    days = [f"{day} {month}" for month in ("June", "July", "August") for day in range(1, 29)]
    plans = "\n\n".join(f"The council will meet in Bergen on {day} 2031." for day in days)
    desk.write("plans.md", f"---\ntitle: The year ahead\ndate: 2030-05-03\n---\n\n{plans}\n")
    desk.write(
        "visit.md",
        "---\ntitle: Dahl in Oslo\ndate: 2030-05-02\n---\n\n"
        "Mayor Erik Dahl of Bergen met Governor Ingrid Solvang of Norway in Oslo on 1 May 2030.\n",
    )
    desk.build()
    home = desk.files()["index.html"].decode()
    story = home.partition('id="story"')[2] or home
    assert "1 May 2030" in story
    assert "1 June 2031" in home
    assert "28 August 2031" not in home
