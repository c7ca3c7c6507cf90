"""Agreements without a name of their own: one deed under several nouns is one record, if only one can be meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.records import Party
from site_gen.resolve.agreements.deeds import link_deeds
from site_gen.resolve.tables import AGREEMENT_PARENTS, AgreementDraft
from tests.resolve.engine import Memory

CASES = yaml.safe_load(Path(__file__).with_name("deeds.yaml").read_text("utf-8"))
COUNTRIES = {"Peru": "PE", "Chile": "CL"}


def _draft(name: str, kind: str, sides: str, apart: tuple[str, ...]) -> AgreementDraft:
    parties = tuple(Party(side.replace("-", " "), COUNTRIES.get(side, "")) for side in sides.split())
    return AgreementDraft(name, name, kind, "", parties, True, 1, (), apart)


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["about"]))
def test_one_deed_under_other_nouns(case: dict[str, Any]) -> None:
    names = tuple(name for name, _, _ in case["drafts"])
    drafts = tuple(_draft(*told, names if case.get("apart") else ()) for told in case["drafts"])
    rows = link_deeds("", drafts, Memory())
    linked = sorted([row.key, row.value.name] for row in rows if row.table is AGREEMENT_PARENTS)
    ends = {full for _, full in case["one"]}
    assert [pair for pair in linked if pair[1] in ends] == case["one"]
    assert {name for name, _ in linked} == {name for name, _ in case["one"]}
