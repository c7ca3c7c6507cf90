"""Two people of one surname stay two over all articles of a story."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import resolve
from site_gen.tables import LEADERS
from tests.resolve.engine import tell

STORIES = yaml.safe_load((Path(__file__).parent / "namesakes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["says"])
def test_people_of_one_surname(story: dict[str, Any]) -> None:
    memory = tell(resolve.STAGES, {f"{n}.txt": text for n, text in enumerate(story["articles"])})
    found = {
        person.name: sorted(
            {m.evidence.exact for m in person.mentions if m.form not in ("pronoun", "title")}
            | {f"open: {other}" for other, _ in person.possibly_same}
        )
        for person in memory.all(LEADERS)
    }
    assert found == {name: sorted(forms) for name, forms in story["people"].items()}
