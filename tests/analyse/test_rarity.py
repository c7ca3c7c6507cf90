"""How much a word tells of what a report is about."""

from site_gen.analyse import rarity


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert rarity.rarity("make") < rarity.rarity("treati") <= rarity.rarity("zzzz")
