"""Offices of state without a country take the article's own, and only where that is sure."""

from pathlib import Path

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

LEXICON = load_lexicon()
CASES = yaml.safe_load((Path(__file__).parent / "home.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_title_without_a_country_takes_the_one_the_article_is_at_home_in(case: dict[str, str]) -> None:
    (article,) = load_file(case["text"].encode(), "report.txt", LoadOptions(LEXICON)).articles
    people = extract(article, LEXICON).people
    offices = [o for p in people if p.name == case["person"] for o in p.offices]
    assert [o.jurisdiction for o in offices] == [case["country"]]
    assert all(o.jurisdiction_inferred == bool(case["country"]) for o in offices)
