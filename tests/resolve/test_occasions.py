"""A deed without a name in one report and its name in another: one agreement, if the occasion leaves no other."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.records import Party
from site_gen.resolve.agreements.deeds import link_deeds
from site_gen.resolve.agreements.forms import deeds_of
from site_gen.resolve.tables import AGREEMENT_PARENTS, AgreementDraft
from tests.resolve.engine import Memory

CASES = yaml.safe_load(Path(__file__).with_name("occasions.yaml").read_text("utf-8"))


def _draft(name: str, kind: str, sides: str, day: object) -> AgreementDraft:
    parties = tuple(Party(side) for side in sides.split())
    made = (f"made 2031-05-0{day}",) if day else ()
    return AgreementDraft(name, name, kind, "", parties, name.islower(), 1, (), made=made)


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["about"]))
def test_a_noun_is_the_name_of_its_occasion(case: dict[str, Any]) -> None:
    drafts = tuple(_draft(*told) for told in case["drafts"])
    rows = link_deeds("", drafts, Memory())
    linked = {(row.key, row.value.name) for row in rows if row.table is AGREEMENT_PARENTS}
    assert linked == {tuple(pair) for pair in case["one"]}


def test_those_of_one_side_and_day_meet_in_a_block() -> None:
    noun, name = _draft("deal", "deal", "Front", 3), _draft("Arica Accord", "accord", "Norland Front", 3)
    assert set(deeds_of(noun, "2031-05")) & set(deeds_of(name, ""))


def test_signers_of_one_day_meet_in_a_block() -> None:
    noun = AgreementDraft(
        "a", "deal", "deal", "", (), True, 1, (), made=("made 2031-05-03",), people=("ito",)
    )
    assert deeds_of(noun, "") == ["ito|made 2031-05-03"]
