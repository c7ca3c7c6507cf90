"""Titles of events of single sentences: the table `titles.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import Published

CASES = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] for c in CASES])
def test_sentence_gives_titles(case: dict[str, Any]) -> None:
    article = prose_article(case["text"], Published("2031-05-20", "stated", 1.0))
    assert [e.title for e in extract(article, load_lexicon()).events] == case["titles"]
