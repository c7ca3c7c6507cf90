"""The front page: what it tells of a story, in which words, and what it says where it has no name."""

import re
from collections.abc import Callable

from bs4 import BeautifulSoup

from tests.build.conftest import Desk
from tests.build.conftest import _away_from_the_repository as _away_from_the_repository
from tests.build.conftest import new_desk as new_desk

VISIT = "Mayor Erik Dahl visited {place} on {day} May 2030."
PLACES = "Bergen Stavanger Trondheim Bodø Tromsø Oslo Hamar Molde Narvik Drammen Moss Halden".split()


def _home(desk: Desk) -> BeautifulSoup:
    desk.build()
    return BeautifulSoup(desk.files()["index.html"].decode(), "html.parser")


def _write(desk: Desk, name: str, date: str, *paragraphs: str) -> None:
    text = "\n\n".join(paragraphs)
    desk.write(f"{name}.md", f"---\ntitle: The {name}\ndate: {date}\n---\n\n{text}\n")


def test_a_site_without_a_name_says_the_story_so_far_once(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    _write(desk, "visit", "2030-05-02", VISIT.format(place="Bergen", day=1))
    headings = [" ".join(h.text.split()) for h in _home(desk).find_all(re.compile("h[12]"))]
    assert headings.count("The story so far") == 1


def test_what_a_report_opens_with_is_told_before_its_background(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    _write(
        desk, "award", "2030-01-09", "Norway awarded the Lysefjord ferry to a Danish firm on 8 January 2030."
    )
    later = [VISIT.format(place=place, day=day) for day, place in enumerate(PLACES, 1)]
    _write(desk, "meetings", "2030-06-02", *later)
    story = _home(desk).select_one(".story")
    assert story is not None
    assert "8 January 2030" in story.text


def test_what_was_planned_for_a_day_long_past_is_not_told_as_still_to_come(
    new_desk: Callable[[], Desk],
) -> None:
    desk = new_desk()
    _write(desk, "plan", "2030-01-09", "Construction of the quay is to begin in March 2030.")
    _write(
        desk,
        "visit",
        "2030-05-02",
        VISIT.format(place="Bergen", day=1),
        "The council will meet in Oslo on 3 June 2030.",
    )
    story = _home(desk).select_one(".story")
    assert story is not None
    assert "3 June 2030" in story.text
    assert "March 2030" not in story.text


def test_the_latest_events_are_not_told_twice(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    visits = [VISIT.format(place=place, day=day) for day, place in enumerate(PLACES[:10], 1)]
    for name, rest in (
        ("first", "Rain fell in the north."),
        ("second", "Nobody at the town hall would speak of it."),
    ):
        _write(desk, name, "2030-06-02", *visits[:9], rest)
    _write(desk, "third", "2030-06-03", "The town had asked for a quay.", visits[9])
    home = _home(desk)
    story = home.select_one(".story")
    assert story is not None
    assert "10 May 2030" not in story.text, "one event is not told in the story"
    assert home.select_one("#latest") is None, "and five of the last six are"


def test_the_news_that_a_report_opens_with_is_told_about_its_day(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    opening = "The rower Erik Dahl has tested positive for a banned drug, the rowing board of Norway said on Monday."
    _write(desk, "test", "2030-06-03", opening, VISIT.format(place="Bergen", day=1))
    story = _home(desk).select_one(".story")
    assert story is not None
    assert "About 3 June 2030 the rower Erik Dahl tested positive for a banned drug" in " ".join(
        story.text.split()
    )


def test_a_vote_is_called_by_how_it_went_and_not_by_its_turnout(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    went = "In the consultation 62 percent of those who took part voted against the dam, the electoral authority said."
    _write(desk, "vote", "2030-06-03", went, "Turnout was 71 percent among 8,400 people entitled to vote.")
    story = _home(desk).select_one(".story")
    assert story is not None
    assert "voted against the dam" in story.text
    assert "urnout" not in story.text


def test_all_that_the_first_sentence_of_a_report_tells_is_told(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    opening = (
        "The rower Erik Dahl, who won the Lysefjord Cup last month, has tested positive for a banned drug."
    )
    _write(desk, "test", "2030-01-09", opening)
    later = [VISIT.format(place=place, day=day) for day, place in enumerate(PLACES, 1)]
    _write(desk, "meetings", "2030-06-02", *later)
    story = _home(desk).select_one(".story")
    assert story is not None
    assert "won the Lysefjord Cup" in story.text
    assert "tested positive" in story.text


def test_the_numbers_of_the_evidence_leave_none_out(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for name in ("first", "second", "third"):
        _write(desk, name, "2030-05-03", f"The {name} paper reports.", VISIT.format(place="Bergen", day=1))
    numbers = [int(found.text) for found in _home(desk).select("main a.ev")]
    assert sorted(set(numbers)) == list(range(1, max(numbers) + 1))
