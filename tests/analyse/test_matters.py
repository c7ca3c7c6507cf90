"""A contradiction needs one matter: what two articles of different occasions say is none."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import analyse, resolve
from site_gen.tables import CONFLICTS
from tests.resolve.engine import tell

HERE = Path(__file__).parent
CASES = [
    case
    for name in ("long_stories", "matters", "otherwise", "outcomes", "plain", "synonyms")
    for case in yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_contradictions_of_two_articles(case: dict[str, Any]) -> None:
    texts = {f"{n}.txt": text for n, text in enumerate(case["articles"])}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    found = [
        f"{c.kind}: {' / '.join(sorted(claim.says for claim in c.claims))}" for c in memory.all(CONFLICTS)
    ]
    assert sorted(found) == sorted(case["conflicts"])


PAIRS = yaml.safe_load((HERE / "pairs.yaml").read_text("utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["says"])
def test_two_plain_reports_contradict_each_other_once(pair: dict[str, Any]) -> None:
    texts = {f"{n}.txt": text for n, text in enumerate(pair["articles"])}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    assert [conflict.kind for conflict in memory.all(CONFLICTS)] == [pair["kind"]]
