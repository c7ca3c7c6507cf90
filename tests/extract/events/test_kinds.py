"""What kind of event hurt somebody is told by what else the article speaks of."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article

CASES = yaml.safe_load((Path(__file__).parent / "kinds.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_kinds(case: dict[str, Any]) -> None:
    found = extract(prose_article(case["text"]), load_lexicon()).events
    assert sorted({event.kind for event in found}) == case["kinds"]
