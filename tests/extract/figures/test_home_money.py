"""Money told without a country is that of the country where the report was written."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

CASES = yaml.safe_load((Path(__file__).parent / "home_money.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_money_without_a_country_is_that_of_home(case: dict[str, Any]) -> None:
    lexicon = load_lexicon()
    article = load_file(case["text"].encode(), "report.txt", LoadOptions(lexicon)).articles[0]
    money = [f for f in extract(article, lexicon, []).figures if f.unit_kind == "money"]
    assert [f.unit for f in money] == case["units"]
    assert money[0].currency_assumed == case.get("assumed", True)
