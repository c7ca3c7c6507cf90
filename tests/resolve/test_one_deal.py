"""One deal, one record: what reports of one story tell under plain nouns, and what stays apart."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.resolve import STAGES
from site_gen.tables import AGREEMENTS
from tests.resolve.engine import tell

CASES = yaml.safe_load(Path(__file__).with_name("one_deal.yaml").read_text("utf-8"))
STORIES = yaml.safe_load(Path(__file__).with_name("deals_of_stories.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["about"]))
def test_reports_of_one_story_tell_one_deal(case: dict[str, Any]) -> None:
    told = tell(STAGES, case["reports"]).all(AGREEMENTS)
    found = [[a.name, len({m.article for m in a.mentions})] for a in told]
    assert sorted(found) == sorted(case["found"])


@pytest.mark.parametrize("case", STORIES, ids=lambda c: str(c["about"]))
def test_a_story_gives_its_deals_with_sides_and_steps(case: dict[str, Any]) -> None:
    told = tell(STAGES, case["reports"]).all(AGREEMENTS)
    found = [
        [a.name, a.kind, [p.name for p in a.parties], sorted({f"{s.stage} {s.date}" for s in a.stages})]
        for a in told
    ]
    assert sorted(found) == sorted(case["found"])
