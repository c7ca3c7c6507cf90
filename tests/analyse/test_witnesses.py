"""Reports of one event: which are one witness, and which of their agreements may be one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import analyse, resolve
from site_gen.tables import AGREEMENTS, LINEAGES
from tests.resolve.engine import tell

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "witnesses.yaml").read_text("utf-8"))
SHORT = [
    (kind, case)
    for kind, cases in yaml.safe_load((HERE / "short_reports.yaml").read_text("utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_two_reports_of_one_event(case: dict[str, Any]) -> None:
    texts = {f"{n}.txt": text for n, text in enumerate(case["articles"])}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    witnesses = sorted(sorted(f"{a}.txt" for a in lineage.articles) for lineage in memory.all(LINEAGES))
    names = {a.id: a.name for a in memory.all(AGREEMENTS)}
    twins = {
        tuple(sorted((a.name, names[link.target])))
        for a in memory.all(AGREEMENTS)
        for link in a.relations
        if link.type == "possibly same"
    }
    assert witnesses == case["witnesses"]
    assert sorted(map(list, twins)) == case["twins"]


@pytest.mark.parametrize(("kind", "case"), SHORT, ids=[f"{kind}: {case['says']}" for kind, case in SHORT])
def test_two_short_reports(kind: str, case: dict[str, Any]) -> None:
    texts = {f"{n}.txt": text for n, text in enumerate(case["articles"])}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    assert len(memory.all(LINEAGES)) == (1 if kind == "rewritten" else 2)
