"""Agreements that a text sets against each other stay two, however alike their names."""

from msgspec.structs import replace

from site_gen.resolve.agreements.link import link_forms
from site_gen.resolve.tables import AGREEMENT_PARENTS, AgreementDraft
from tests.resolve.engine import Memory

NEW = AgreementDraft(
    "new", "Water Cooperation Framework Agreement", "agreement", "", (), False, 2, ("water",)
)
OLD = AgreementDraft("old", "Framework Agreement on Water", "agreement", "", (), False, 1, ("water",))


def _links(*drafts: AgreementDraft) -> list[str]:
    rows = link_forms("water", drafts, Memory())
    return [row.key for row in rows if row.table is AGREEMENT_PARENTS]


def test_one_name_within_another_is_one_agreement() -> None:
    assert _links(NEW, OLD) == ["old"]


def test_what_one_upgrades_is_another_agreement() -> None:
    assert _links(NEW, replace(OLD, apart=(NEW.name,))) == []
    assert _links(replace(NEW, apart=(OLD.name,)), OLD) == []


NAMED = AgreementDraft(
    "full", "Suva Agreement on Fisheries", "agreement", "", (), False, 1, ("suva", "fisheries")
)
SHORT = AgreementDraft("short", "Suva Agreement", "agreement", "", (), False, 3, ("suva",))


def test_a_name_without_what_it_is_about_is_the_full_one() -> None:
    assert _links(NAMED, SHORT) == ["short"]


def test_a_name_that_two_begin_with_is_neither() -> None:
    other = replace(NAMED, id="other", name="Suva Agreement on Forests", tokens=("suva", "forests"))
    assert _links(NAMED, other, SHORT) == []
