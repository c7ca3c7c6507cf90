"""Days that an undated article leaves open, in the light of what other articles date."""

import pytest

from site_gen.analyse.opened import settled_dates
from site_gen.records import DateFinding, Evidence, Published, Timex
from site_gen.records.evidence import ArticleId


def _open(value: str, tense: int = 0, edtf: str | None = None) -> DateFinding:
    return DateFinding(
        Evidence(ArticleId("a"), 0, 4, "then", 0), edtf, Timex("DATE", value), "event", "", "day", tense
    )


@pytest.mark.parametrize(
    ("value", "tense", "edtf"),
    [
        ("XXXX-05-14", -1, "2031-05-14"),
        ("XXXX-12-20", -1, "2030-12-20"),
        ("XXXX-07", 1, "2031-07"),
        ("XXXX-02-29", 0, "2032-02-29"),
        ("XXXX-WXX-3", -1, None),
        ("XXXX-WXX", -1, None),
        ("XXXX", -1, None),
    ],
)
def test_day_without_a_year_is_the_one_nearest_to_the_bound(value: str, tense: int, edtf: str | None) -> None:
    found = dict(settled_dates((_open(value, tense),), Published("2031-05-09/..", "bound", 0.5)))
    assert found.get(0) == edtf


@pytest.mark.parametrize(
    ("value", "tense", "edtf"),
    [
        ("XXXX-WXX-3", -1, "2031-05-07"),
        ("XXXX-WXX-5", -1, "2031-05-09"),
        ("XXXX-WXX-3", 1, "2031-05-14"),
        ("XXXX-WXX-6T06:00", 1, "2031-05-10"),
    ],
)
def test_weekday_of_a_copy_counts_from_the_day_of_its_source(value: str, tense: int, edtf: str) -> None:
    copied = Published(
        "2031-05-09/..", "other articles", 0.5, None, "a copy of Rain at last, which has that date"
    )
    assert dict(settled_dates((_open(value, tense),), copied)) == {0: edtf}


def test_what_the_text_dates_itself_stays_and_no_bound_settles_nothing() -> None:
    dated = (_open("2031-05-09", 0, "2031-05-09"),)
    assert not list(settled_dates(dated, Published("2031-05-09/..", "bound", 0.5)))
    for unknown in (None, "2031/..", "2031-05/.."):
        assert not list(settled_dates((_open("XXXX-05-14"),), Published(unknown, "bound", 0.5)))
