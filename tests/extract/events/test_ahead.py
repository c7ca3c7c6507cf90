"""What lies after the day of a report has not happened when the report tells it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import Published

CASES = yaml.safe_load((Path(__file__).parent / "ahead.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_day_after_the_report_is_planned_or_of_something_else(case: dict[str, Any]) -> None:
    day = Published(None, "unknown", 0.0) if case.get("undated") else Published("2031-03-14", "stated", 1.0)
    article = prose_article(case["text"], day)
    told = [[e.title, e.date, e.status] for e in extract(article, load_lexicon()).events]
    assert told == [[t, d if d is None else str(d), s] for t, d, s in case["events"]]
