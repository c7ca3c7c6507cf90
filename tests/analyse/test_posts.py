"""Who holds a post of a body, as sentences tell it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.analyse.conflicts.twice.who.posts import post_slots
from site_gen.analyse.tellings import Told
from site_gen.records import Evidence

CASES = yaml.safe_load((Path(__file__).parent / "posts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_posts_of_a_sentence(case: dict[str, Any]) -> None:
    told = Told(Evidence("a", 0, len(case["text"]), case["text"], 0), ())
    found = [
        f"{slot.kind.removeprefix('post ')} {slot.value}: {' '.join(slot.heads)}"
        for slot in post_slots(0, told, case.get("before", ""))
    ]
    assert found == case["posts"]
