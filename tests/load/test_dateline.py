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
    assert rest.startswith(("The bank", "Envoys", "“We"))


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
