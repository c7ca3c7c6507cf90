"""What several titles of one person come to: one office a post."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import resolve
from site_gen.tables import LEADERS
from tests.resolve.engine import tell

CASES = yaml.safe_load((Path(__file__).parent / "offices.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_looser_title_is_no_second_office(case: dict[str, Any]) -> None:
    memory = tell(resolve.STAGES, {f"{n}.txt": text for n, text in enumerate(case["articles"])})
    found = {
        person.name: [f"{o.title} | {o.jurisdiction or o.organization}" for o in person.offices]
        for person in memory.all(LEADERS)
    }
    assert found == case["offices"]
