"""Names of new papers, bodies and funds, as a sentence tells them."""

from collections.abc import Callable

import pytest

from site_gen.analyse.conflicts.twice.who.called import called_slots
from site_gen.analyse.tellings import Told
from site_gen.records import Evidence
from site_gen.records.evidence import ArticleId
from tests.growth import assert_time_grows_no_faster


def _slots(text: str) -> list[tuple[str, str, bool]]:
    told = Told(Evidence(ArticleId("a"), 0, len(text), text, 0), ())
    return [(slot.kind, slot.value, bool(slot.heads)) for slot in called_slots(0, told, "2031-05-06")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They signed the Amber Fisheries Accord.", [("called paper", "amber fisheries accord", True)]),
        ("A Young Trees Fund will pay.", [("called fund", "young trees fund", True)]),
        (
            "The Lome Port Agreement, signed in 2019, stands.",
            [("called paper", "lome port agreement", False)],
        ),
        ("On Monday the Tide Council met.", [("called body", "tide council", False)]),
        ("They signed the Joint Declaration.", []),
        ("They signed an agreement.", []),
    ],
)
def test_a_name_of_its_own_is_told_and_whether_it_is_new(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    assert _slots(text) == found


@pytest.mark.parametrize("words", ["Aa ", "Agreement ", "Aa of the ", "Agreement on Aa "])
def test_a_line_of_capitals_costs_no_more_than_its_length(words: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = words * size + "agreement"
        return lambda: _slots(text)

    assert_time_grows_no_faster(prepare, 1000, 4, at_most=6, slack=0.05)
