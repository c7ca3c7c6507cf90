"""A contradiction about a value is called by a sentence with a blank, so that nobody asks `of what?`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.analyse.conflicts.blanks import named
from site_gen.records import ArticleId, Claim, Evidence

CASES = yaml.safe_load((Path(__file__).parent / "blanks.yaml").read_text(encoding="utf-8"))


def _side(says: str, sentence: str, article: str) -> Claim:
    at = sentence.find(says)
    id = ArticleId(article)
    places = [Evidence(id, at, at + len(says), says, 0)] if at >= 0 else []
    return Claim(says, (*places, Evidence(id, 0, len(sentence), sentence, 0)), (article,), "")


@pytest.mark.parametrize("case", CASES, ids=[case["named"] for case in CASES])
def test_a_value_is_named_by_its_sentence(case: dict[str, Any]) -> None:
    claims = tuple(_side(says, sentence, f"a{n}") for n, (says, sentence) in enumerate(case["sides"]))
    assert named(case["about"], claims, not case.get("plain")) == case["named"]


def test_what_a_side_says_is_found_in_its_sentence_where_it_has_no_place_of_its_own() -> None:
    claims = tuple(
        Claim(says, (Evidence(ArticleId(says), 0, len(text), text, 0),), (says,), "")
        for says, text in (
            ("88 to 108", "The motion failed by 88 to 108."),
            ("88 to 109", "Lost, 88 to 109."),
        )
    )
    assert named("Value: 88 to 108", claims, False) == "Value: The motion failed by …"
