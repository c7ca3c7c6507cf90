"""Words that two reports use for one thing have one stem, and others have not."""

import pytest

from site_gen.analyse.stems import synonym


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("docked", "berthed"),
        ("stevedores", "dockers"),
        ("coaster", "vessel"),
        ("votes", "ballot"),
        ("officers", "police"),
        ("inspecting", "audit"),
        ("culled", "slaughtered"),
        ("deported", "expelled"),
        ("submitted", "submit"),
        ("cities", "towns"),
    ],
)
def test_words_for_one_thing_have_one_stem(one: str, other: str) -> None:
    assert synonym(one) == synonym(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("coast", "coaster"),
        ("river", "rival"),
        ("service", "servicemen"),
        ("street", "streetcar"),
        ("national", "nationality"),
        ("carried", "carrier"),
        ("dock", "docker"),
        ("mountain", "mountaineer"),
        ("gave", "collapse"),
        ("investigation", "investment"),
        ("metal", "meeting"),
        ("direction", "director"),
        ("department", "departure"),
    ],
)
def test_words_that_only_begin_alike_have_two(one: str, other: str) -> None:
    assert synonym(one) != synonym(other)
