"""The day of a deed that is told from another: `on Wednesday, two days after she signed`."""

from pathlib import Path

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

CASES = yaml.safe_load((Path(__file__).parent / "steps.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_deed_told_from_another_has_its_own_day(case: dict[str, str]) -> None:
    lexicon = load_lexicon()
    text = f"LIMA, November 18, 2026 (Coast Wire) - {case['text']}\n"
    article = load_file(text.encode(), "a.txt", LoadOptions(lexicon)).articles[0]
    dates = [e.date for e in extract(article, lexicon).events if e.kind == case["kind"]]
    assert dates == [case["date"]]
