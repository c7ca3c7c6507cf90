"""What the joined articles say of times: who followed whom in an office, and when an undated article was published."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import analyse, resolve
from site_gen.tables import DATED, LEADERS, RELATIONS
from tests.resolve.engine import tell

CASES = yaml.safe_load((Path(__file__).parent / "times.yaml").read_text("utf-8"))
STAGES = (*resolve.STAGES, *analyse.STAGES)


@pytest.mark.parametrize("case", CASES["successions"], ids=lambda case: case["says"])
def test_who_followed_whom_in_one_office(case: dict[str, Any]) -> None:
    memory = tell(STAGES, {f"{n}.txt": text for n, text in enumerate(case["articles"])})
    how = "succeeded (inferred)" if "inferred" in case else "succeeded"
    found = {f"{r.source} after {r.target}" for r in memory.all(RELATIONS) if r.type == how}
    assert sorted(found) == [
        f"leader/{line.replace(' after ', ' after leader/')}" for line in case["succeeded"]
    ]
    assert all(r.evidence for r in memory.all(RELATIONS))


@pytest.mark.parametrize(
    "case", [c for c in CASES["successions"] if "ended" in c], ids=lambda case: case["says"]
)
def test_end_of_an_office_is_inferred_with_its_evidence_or_left_open(case: dict[str, Any]) -> None:
    memory = tell(STAGES, {f"{n}.txt": text for n, text in enumerate(case["articles"])})
    leaders = list(memory.all(LEADERS))
    ended = [(leader.id, office) for leader in leaders for office in leader.offices if office.ended_by]
    assert {key: office.ended_by for key, office in ended} == case["ended"]
    assert all((o.status, o.end, len(o.ended_evidence)) == ("former", None, 2) for _, o in ended)
    names = {leader.id: leader.name for leader in leaders}
    shared = sorted(f"{who.id} {names[post.holder]}" for who in leaders for post in who.shared_posts)
    assert shared == case.get("shared", [])


@pytest.mark.parametrize("case", CASES["published"], ids=lambda case: case["says"])
def test_undated_article_is_bounded_by_what_is_known(case: dict[str, Any]) -> None:
    memory = tell(STAGES, case["articles"])
    dated = {d.article: d.published for d in memory.all(DATED)}
    told = {key: f"{dated[key].edtf} ({dated[key].basis})" for key in case["published"]}
    assert told == case["published"]
