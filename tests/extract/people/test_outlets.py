"""Offices of the outlet itself, and of the town from which it reports."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

CASES = yaml.safe_load((Path(__file__).parent / "outlets.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"].split("\n")[0])
def test_offices_of_the_outlet_and_its_town(case: dict[str, Any]) -> None:
    lexicon = load_lexicon()
    article = load_file(case["text"].encode(), "report.txt", LoadOptions(lexicon)).articles[0]
    found = {
        person.name: [
            " | ".join(filter(None, [o.title, o.jurisdiction or o.organization])) for o in person.offices
        ]
        for person in extract(article, lexicon, []).people
    }
    assert found == case["people"]
