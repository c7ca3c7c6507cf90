"""Headlines of events as clauses of a sentence, the line that events stand on, and sentences cited once."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages import urls
from site_gen.pages.axis import axis
from site_gen.pages.parts import in_time
from site_gen.pages.telling import clause, kind_word, weak
from site_gen.pages.timeline import strip
from site_gen.records import Event
from site_gen.text.date_words import at_in_words

CASES = yaml.safe_load((Path(__file__).parent / "telling.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "status", "said"), CASES)
def test_headline_is_told_as_a_clause(title: str, status: str, said: str) -> None:
    assert clause(SimpleNamespace(title=title, status=status, evidence=(), participants=())) == said


def test_a_first_word_that_an_article_writes_small_is_no_name() -> None:
    title, seen = (
        "Filling of the basin will begin",
        SimpleNamespace(exact="the filling of the basin will begin"),
    )
    assert (
        clause(SimpleNamespace(title=title, status="planned", evidence=(seen,), participants=()))
        == title[:1].lower() + title[1:]
    )
    other = SimpleNamespace(exact="Filling of the basin will begin")
    assert clause(SimpleNamespace(title=title, status="planned", evidence=(other,), participants=())) == title


@given(st.text(min_size=1, max_size=80))
def test_any_title_is_told_in_some_words(title: str) -> None:
    assert (
        clause(SimpleNamespace(title=title, status="happened", evidence=(), participants=()))
        or not title.split()
    )


def test_bare_nouns_are_weak_titles_and_kinds_are_nouns() -> None:
    assert weak("Agreement: Norway and Chile")
    assert not weak("Oslo Accord signed")
    assert weak("The assembly of Norway voted")
    assert weak("Ada Lund said in an interview")
    assert weak("President Ada Lund signed", ("ada-lund",))
    assert not weak("The assembly of Norway voted for the quay", ("ada-lund",))
    assert kind_word("meet") == "Meeting"
    assert kind_word("never-seen") == "Never seen"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-08-29", "On 29 August 2025"),
        ("2025-08", "In August 2025"),
        ("2025", "In 2025"),
        ("2015~", "About 2015"),
        ("2025-03/2025-05", "From March 2025 to May 2025"),
    ],
)
def test_date_opens_a_sentence(edtf: str, said: str) -> None:
    assert at_in_words(edtf).lower() == said.lower() or "/" in edtf
    assert at_in_words(edtf)[:1].isupper()


def test_long_time_without_events_is_left_out_and_marked() -> None:
    line = axis([0.0, 4000.0, 4030.0, 4100.0], 4110.0)
    assert len(line.breaks()) == 1
    assert line.place(4110.0) - line.place(4000.0) > 500


@given(st.lists(st.floats(0, 80000), min_size=1, max_size=30))
def test_later_days_are_never_drawn_further_left(days: list[float]) -> None:
    line = axis(days, max(days))
    places = [line.place(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place <= 1000 for place in places)
    ticks = [x for x, _ in line.ticks()]
    assert all(b - a >= 100 for a, b in pairwise(ticks))


def event(id: str, date: str) -> Event:
    return Event(id, "Talks held", "meet", date, "stated", "happened", (), (), "", (), (), (), ())


@pytest.mark.parametrize(
    ("dates", "named"),
    [
        (["2031-04-03", "2031-04-12", "2031-04-25"], ["2031-04-03", "2031-04-12", "2031-04-25"]),
        (["2031-04-03", "2031-04-04", "2031-04-28"], ["2031-04-03", "2031-04-28"]),
        (["2031-12-28", "2032-01-01", "2032-03-01"], ["2031-12-28", "2032-01-01", "2032-03-01"]),
        (["2031-01-28", "2031-04-03", "2031-12-25"], ["2031-02", "2031-03", "2031-04", "2031-12"]),
        (["2021", "2024-04-10", "2024-04-28"], ["2021", "2024-04"]),
    ],
)
def test_a_line_within_a_month_or_two_names_days_and_no_name_twice(
    dates: list[str], named: list[str]
) -> None:
    drawn = strip([event(f"e{n}", date) for n, date in enumerate(dates)])
    assert [name for _, name in drawn.ticks] == named
    assert all(0 <= x <= 1000 for x, _ in drawn.ticks)


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("Both sides, as agreed, will meet.", "Both%20sides%2C%20as%20agreed%2C%20will%20meet."),
        ("A follow-up.", "A%20follow%2Dup."),
        (" ".join(f"w{n}" for n in range(20)), "w0%20w1%20w2%20w3%20w4%20w5,w15%20w16%20w17%20w18%20w19"),
    ],
)
def test_link_to_the_original_ends_in_a_text_fragment(sentence: str, fragment: str) -> None:
    found = urls.text_fragment("https://example.org/a#top", sentence)
    assert found == f"https://example.org/a#:~:text={fragment}"


def test_a_short_stretch_behind_a_gap_is_named_by_its_month() -> None:
    day = 2026 * 365.25
    line = axis([day + 1, day + 30, day + 160], day + 161)
    assert line.ticks()[-1][1] == "2026-06"


def test_a_line_names_a_year_by_itself_where_no_month_of_it_is_told() -> None:
    events = [
        SimpleNamespace(date=date, id=str(n), status="happened", title="A visit")
        for n, date in enumerate(("2016", "2022-08", "2023-01-03", "2023-06-09", "2025-01-18"))
    ]
    assert strip(events).ticks[0][1] == "2016"  # type: ignore[arg-type]


def test_seasons_and_quarters_stand_where_they_begin() -> None:
    dates = ["2030-11", "2030-21", "2030", "2030-04-02", "2030-23", "2030-01-05", "2030-34", "2031"]
    assert sorted(dates, key=in_time) == [
        "2030", "2030-01-05", "2030-21", "2030-34", "2030-04-02", "2030-23", "2030-11", "2031",
    ]  # fmt: skip
    assert in_time("[..2030-05]") == "2030-05]"
    assert in_time("") == ""
