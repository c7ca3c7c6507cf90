"""Datelines of many agencies, as a table an editor can add to."""

from pathlib import Path

import pytest
import yaml

from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.load.dateline import find_dateline

CASES = yaml.safe_load((Path(__file__).parent / "datelines.yaml").read_text("utf-8"))
LEXICON = load_lexicon()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"][:40])
def test_dateline(case: dict[str, object]) -> None:
    line = str(case["line"])
    found = find_dateline(line, 0, len(line), LEXICON)
    if len(case) == 1:
        assert found is None
        return
    assert found is not None
    got = found.dateline
    day = line[slice(*got.date_span)] if got.date_span else ""
    said = {
        "place": got.place,
        "country": got.country,
        "agency": got.agency,
        "day": day,
        "edtf": got.edtf or "",
    }
    assert said == {key: str(case.get(key, "")) for key in said}
    rest = line[got.span.end :].lstrip()
    assert rest.startswith(("The bank", "Envoys", "“We", "``We"))


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("Rain fell on Friday, the wettest day since March 2030.", "2031-05-09"),
        ("Rain fell on Thursday, the wettest day since March 2031.", "2031-05-09"),
        ("Rain fell on Friday. Dams should be full by 2045.", None),
        ("Rain fell on Friday. Dams will be full in 2041. They were half empty in June 2029.", "2031-05-09"),
        ("Rain fell on Thursday, and dams were half empty in November 2030.", "2031-05-09"),
        ("Rain fell on Thursday, and dams were half empty in March 2030.", "2030-05-09"),
        ("Rain fell on Friday. The dam, built in 2030, held.", None),
        ("Rain fell on Friday. The fund, set up in March 2031, will pay.", "2031-05-09"),
        ("Rain fell on Friday, the heaviest since March 2027.", None),
        ("Rain fell on Friday. Gates, leased from June 2030 to March 2033, held.", "2031-05-09"),
        ("Rain fell, the heaviest since March 2030.", None),
        ("Rain fell last Friday, the heaviest since March 2030.", None),
        ("Rain fell on Tuesday, the heaviest since March 2030.", None),
    ],
)
def test_year_of_a_dateline_is_the_one_in_which_its_day_is_the_weekday_named(
    report: str, day: str | None
) -> None:
    raw = f"OSLO, May 9 (Reuters) - {report} Farmers in the valley were glad of it and went out to look.\n"
    (article,) = load_file(raw.encode(), "rain.txt", LoadOptions(LEXICON)).articles
    assert article.published.edtf == day
    assert article.published.basis == ("dateline" if day else "unknown")


@pytest.mark.parametrize(
    ("report", "months", "day"),
    [
        ("Rain fell.", ("2031-05",), "2031-05-09"),
        ("Rain fell.", ("2031-02",), "2031-05-09"),
        ("Rain fell.", ("2031-08",), "2031-05-09"),
        ("Rain fell.", ("2031-01",), None),
        ("Rain fell.", ("2031-05", "2036-05"), None),
        ("Rain fell on Friday.", ("2031-05", "2036-05"), None),
        ("Rain fell on Friday.", ("2031-05", "2032-05"), "2031-05-09"),
        ("Rain fell on Friday, the heaviest since June 2031.", ("2031-05",), None),
        ("Rain fell on Friday, the heaviest since 2024.", ("2031-04",), "2031-05-09"),
        ("Rain will fall on Monday.", ("2031-04", "2031-05"), "2031-05-09"),
    ],
)
def test_year_of_a_dateline_is_the_one_that_brings_it_near_to_the_other_articles(
    report: str, months: tuple[str, ...], day: str | None
) -> None:
    raw = f"OSLO, May 9 (Reuters) - {report} Farmers in the valley were glad of it and went out to look.\n"
    (article,) = load_file(raw.encode(), "rain.txt", LoadOptions(LEXICON, months=months)).articles
    assert article.published.edtf == day


def test_a_december_dateline_belongs_to_the_year_before_a_january() -> None:
    raw = "OSLO, Dec 28 (Reuters) - Rain fell. Farmers in the valley were glad of it and went out to look.\n"
    (article,) = load_file(raw.encode(), "rain.txt", LoadOptions(LEXICON, months=("2031-01",))).articles
    assert article.published.edtf == "2030-12-28"
