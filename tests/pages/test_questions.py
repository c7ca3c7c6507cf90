"""Contradictions as questions: on their page, in the search and in the A to Z."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from site_gen.pages.conflicts import ConflictsView, conflict_pages, conflicts_page
from site_gen.pages.notes import Notes
from site_gen.pages.questions import in_full, matter, sides
from site_gen.records import Conflict
from site_gen.render import render
from site_gen.tables import CONFLICTS
from tests.build.conftest import Desk
from tests.build.conftest import _away_from_the_repository as _away_from_the_repository
from tests.build.conftest import new_desk as new_desk
from tests.pages.memory import Memory
from tests.pages.whole import fill_registers


@pytest.mark.parametrize(
    ("about", "question", "named"),
    [
        ("Date: the vote", "When was it? The vote", "The vote"),
        ("Value: families", "What is the figure? Families", "Families"),
        ("Budget: the second reading", "Budget: the second reading", "Budget: the second reading"),
        ("the vote", "The vote", "The vote"),
    ],
)
def test_a_contradiction_is_asked_and_named(about: str, question: str, named: str) -> None:
    assert in_full(about) == question
    assert matter(about) == named


def test_sides_are_told_with_dates_in_words() -> None:
    assert sides("2025-06-09 / 2025-06") == "9 June 2025 or June 2025"


def test_search_and_register_show_no_label_and_no_machine_date(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for name, day in (("one", "8"), ("two", "12")):
        desk.write(
            f"{name}.md",
            f"---\ntitle: Report {name}\ndate: 2030-01-14\nsource: Desk {name}\n---\n\n"
            f"Erik Dahl and Ingrid Solvang signed the Lysefjord Ferry Accord in Bergen on {day} January 2030.\n",
        )
    desk.build()
    files = desk.files()
    found = "".join(text.decode() for path, text in files.items() if re.match("search/w-", path))
    register = files["a-z.html"].decode()
    for page in (found, register):
        assert "8 January 2030" in page
        assert "Date:" not in page
        assert "2030-01-08 /" not in page
    assert "When was it? " in found


def test_many_contradictions_have_a_list_of_their_questions() -> None:
    story = Memory("Ports")
    for n in range(9):
        label = "Date" if n % 2 else "Value"
        story.put(CONFLICTS, f"c{n}", Conflict(f"c{n}", "date", f"{label}: the quay {n}", (), ""))
    (page,) = conflicts_page("site", (story.site,), story)
    assert isinstance(page.view, ConflictsView)
    assert [(s.name, s.count) for s in page.view.shelves] == [("What is the figure?", 5), ("When was it?", 4)]
    assert [c.id for c in page.view.conflicts] == ["c0", "c2", "c4", "c6", "c8", "c1", "c3", "c5", "c7"]
    assert [s.href for s in page.view.shelves] == ["#c0", "#c1"]


def test_two_contradictions_about_one_measure_are_named_apart(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for name, cost, length in (("one", 310, 40), ("two", 340, 45)):
        desk.write(
            f"{name}.md",
            f"---\ntitle: Report {name}\ndate: 2030-01-14\nsource: Desk {name}\n---\n\n"
            f"The Lysefjord line will cost {cost} million kroner. The Lysefjord line is {length} km long.\n",
        )
    desk.build()
    page = BeautifulSoup(desk.files()["conflicts.html"].decode(), "html.parser")
    told = [str(section["aria-labelledby"]).split() for section in page.select("section.conflict")]
    names = [" ".join(page.find(id=id).text for id in ids) for ids in told]  # type: ignore[union-attr]
    assert names
    assert len(set(names)) == len(names)


def _story_of(count: int) -> Memory:
    story = Memory("Ports")
    for n in range(count):
        story.conflict(
            Conflict(f"c{n:03d}", "date", f"{'Date' if n % 2 else 'Spelling'}: the quay {n}", (), "")
        )
    fill_registers(story)
    return story


def test_few_contradictions_stand_on_one_page_in_full() -> None:
    story = _story_of(40)
    view = conflicts_page("site", (story.site,), story)[0].view
    assert (len(view.conflicts), view.questions) == (40, ())
    assert not conflict_pages("c000", story.rows(CONFLICTS, "c000"), story)
    assert Notes(story, "index.html").link("conflict", "c000").href == "conflicts.html#c000"


def test_many_contradictions_have_pages_of_their_own_and_keep_their_old_addresses() -> None:
    story = _story_of(41)
    (page,) = conflicts_page("site", (story.site,), story)
    assert [(q.question, len(q.conflicts)) for q in page.view.questions] == [
        ("When was it?", 20),
        ("How is the name spelled?", 21),
    ]
    shown = BeautifulSoup(render(page, story.site), "html.parser")
    line = shown.find(id="c001")
    assert line is not None
    assert line.a["href"] == "conflicts/c001.html"  # type: ignore[index]
    (own,) = conflict_pages("c001", story.rows(CONFLICTS, "c001"), story)
    assert (own.path, own.view.head.title) == ("conflicts/c001.html", "When was it? The quay 1")
    assert Notes(story, "leaders/a.html").link("conflict", "c001").href == "../conflicts/c001.html"


def test_what_a_side_says_in_words_of_its_sentence_is_said_once(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for name, text in (
        ("one", "Both drivers of the Lysefjord train were killed in the collision at Bergen on Monday."),
        ("two", "The driver of the Lysefjord train survived the collision at Bergen on Monday."),
    ):
        desk.write(
            f"{name}.md", f"---\ntitle: Report {name}\ndate: 2030-01-14\nsource: {name}\n---\n\n{text}\n"
        )
    desk.build()
    page = BeautifulSoup(desk.files()["conflicts.html"].decode(), "html.parser")
    sides = page.select(".side")
    assert len(sides) == 2
    for side in sides:
        assert not side.select(".says")
        assert len(side.select("mark")) == 1
