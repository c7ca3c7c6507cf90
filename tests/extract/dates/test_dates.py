"""Date expressions: a table of sentences, and what holds for any text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.extract.dates import find_dates
from site_gen.lexicon import load_lexicon
from site_gen.load import prose_article
from site_gen.records import DateFinding, Evidence, Published, Rejection
from site_gen.records.article import Dateline
from site_gen.records.evidence import ArticleId, Span
from site_gen.text.document import read_document
from tests.growth import assert_time_grows_no_faster

LEXICON = load_lexicon()
CASES = [
    pytest.param(case, id=f"{group}: {case['text'][:40]}")
    for group, cases in yaml.load(
        (Path(__file__).parent / "cases.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
    ).items()
    for case in cases
]
PIECES = st.sampled_from((Path(__file__).parent / "pieces.txt").read_text("utf-8").split())


def _found(text: str, day: str | None = None) -> list[DateFinding]:
    published = Published(day, "stated" if day else "unknown", 1.0)
    return list(find_dates(read_document(prose_article(text, published)), LEXICON, []))


@pytest.mark.parametrize("case", CASES)
def test_sentence_holds_the_dates_of_the_table(case: dict[str, Any]) -> None:
    found = [[d.evidence.exact, d.edtf or "~", d.timex.value] for d in _found(case["text"], case.get("on"))]
    assert found == [[str(value) for value in row] for row in case["found"]]


@pytest.mark.parametrize(
    ("place", "day", "text", "expected"),
    [
        ("Sydney", "2031-01-12", "Fires have burnt forests this summer.", "2030-12/2031-02"),
        ("Sydney", "2031-10-12", "Fires will burn forests this summer.", "2031-12/2032-02"),
        ("Sydney", "2031-01-12", "Rain fell last winter.", "2030-06/2030-08"),
        ("Santiago", "2031-01-12", "It will open next summer.", "2031-12/2032-02"),
        ("Oslo", "2031-01-12", "It will open next summer.", "2031-22"),
    ],
)
def test_season_is_that_of_the_dateline(place: str, day: str, text: str, expected: str) -> None:
    article = replace(
        prose_article(f"{place}: {text}", Published(day, "stated", 1.0)),
        dateline=Dateline(Span(0, len(place)), place),
    )
    assert [d.edtf for d in find_dates(read_document(article), LEXICON, [])] == [expected]


def test_relative_date_names_its_anchor_and_every_date_its_rule() -> None:
    first, second = _found("The bridge opened last month, not in 2020.", "2031-05-09")
    assert (first.anchor, second.anchor) == ("2031-05-09", "")
    assert all(date.rule for date in (first, second))


def test_roles_tell_dates_lengths_recurrences_and_vague_times_apart() -> None:
    found = _found("In 2020 it ran for two days, every year, recently.", "2031-05-09")
    assert [date.role for date in found] == ["event", "duration", "recurring", "vague"]


def test_near_miss_is_noted_with_its_reason() -> None:
    doc = read_document(prose_article("Vision 2047 is a plan."))
    notes: list[Rejection] = []
    assert find_dates(doc, LEXICON, notes) == ()
    assert [(note.evidence.exact, note.extractor) for note in notes] == [("2047", "dates")]
    assert notes[0].reason


def test_month_of_publication_leaves_a_weekday_open_but_not_last_year() -> None:
    weekday, year = _found("He spoke on Tuesday, not last year.", "2031-05")
    assert (weekday.edtf, year.edtf) == (None, "2030")


def test_dateline_and_stated_date_are_the_publication() -> None:
    text = "posted 2031-05-09 OSLO, May 9 (NTB): Rain fell on Thursday."
    stated = Evidence(ArticleId("text"), 7, 17, "2031-05-09", 0)
    article = replace(
        prose_article(text, Published("2031-05-09", "stated", 1.0, stated)),
        dateline=Dateline(Span(18, 36), "Oslo", edtf="2031-05-09", date_span=Span(24, 29)),
    )
    found = find_dates(read_document(article), LEXICON, [])
    assert [(d.evidence.exact, d.edtf, d.role) for d in found] == [
        ("2031-05-09", "2031-05-09", "publication"),
        ("May 9", "2031-05-09", "publication"),
        ("Thursday", "2031-05-08", "event"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from([None, "2031", "2031-05", "2031-05-09"]))
def test_any_text_gives_exact_spans_in_order(text: str, day: str | None) -> None:
    found = _found(text, day)
    assert all(text[d.evidence.start : d.evidence.end] == d.evidence.exact != "" for d in found)
    assert [d.evidence.start for d in found] == sorted(d.evidence.start for d in found)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from([None, "2031-05-09"]))
def test_every_edtf_is_one_that_the_standard_knows(text: str, day: str | None) -> None:
    edtf = pytest.importorskip("edtf")
    for date in _found(text, day):
        if date.edtf:
            edtf.parse_edtf(date.edtf)


@pytest.mark.parametrize(
    "unit", ["the ", "in 2024 to ", "May ", "3 ", "two weeks ", "- ", "half a year-", "1.1"]
)
def test_time_grows_linearly(unit: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        text = (unit * size)[:size]
        return lambda: _found(text, "2031-05-09")

    assert_time_grows_no_faster(prepared, 40_000, times=2, at_most=3.2, slack=0.05)
