"""What two reports have in common, and how much a word tells."""

import pytest

from site_gen.analyse.gist import gist, in_common, likeness
from site_gen.analyse.rarity import rarity
from site_gen.analyse.stems import synonym

STRIKE = "docker crane harbour strike wage union tide make good time".split()


def test_likeness_of_one_report_with_itself_is_one() -> None:
    assert likeness(gist(STRIKE), gist(STRIKE)) == pytest.approx(1.0, abs=0.001)


def test_likeness_of_reports_without_a_word_in_common_is_nothing() -> None:
    assert likeness(gist(STRIKE), gist(["glacier", "moraine"])) == 0.0


def test_rare_words_in_common_weigh_more_than_common_ones() -> None:
    one = gist(["crane", "mackerel", "make", "good"])
    assert likeness(one, gist(["crane", "mackerel", "law", "year"])) > likeness(
        one, gist(["make", "good", "glacier", "moraine"])
    )


def test_a_name_that_both_repeat_makes_no_more_in_common() -> None:
    one, other = [*["dolna"] * 9, *STRIKE], [*["dolna"] * 9, "glacier", "moraine", "zirconium"]
    assert likeness(gist(one), gist(other)) > in_common(gist(one), gist(other))
    assert in_common(gist(one), gist(other)) == in_common(gist(["dolna", *STRIKE]), gist(["dolna", *other]))


def test_reports_of_the_same_words_have_all_in_common() -> None:
    assert in_common(gist(STRIKE), gist(STRIKE)) == pytest.approx(1.0, abs=0.001)


def test_counts_are_no_words_of_a_gist() -> None:
    assert gist(["#3frigate", "crane"]).keys() == {"crane"}


@pytest.mark.parametrize(
    ("common", "rare"), [("make", "treaty"), ("bank", "mackerel"), ("water", "zirconium")]
)
def test_a_common_word_tells_less_than_a_rare_one(common: str, rare: str) -> None:
    assert rarity(synonym(common)) < rarity(synonym(rare))
