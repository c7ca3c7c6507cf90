"""What a contradiction is said to be about."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.analyse.conflicts.excerpt import Place, matter

CASES = yaml.safe_load((Path(__file__).parent / "excerpts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_contradiction_is_headed_by_a_clause(case: dict[str, Any]) -> None:
    assert matter(case["kind"], [_place(side) for side in case["sides"]]) == case["about"]


def _place(marked: str) -> Place:
    before, _, rest = marked.partition("[[")
    inside, _, after = rest.partition("]]")
    return Place(before + inside + after, len(before), len(before + inside))
