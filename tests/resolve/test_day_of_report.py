"""An undated deed takes the day of the report that tells it, unless its words say that it was before, or went on."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from site_gen import analyse, resolve
from site_gen.resolve.events.record import adds_up
from site_gen.tables import EVENTS
from tests.resolve.engine import tell


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("More than 13,000 villagers have been killed", True),
        ("farmers killed by raiders in the initial attack", True),
        ("Lindqvist, who has recently visited Oslo", True),
        ("400 people arrested so far", True),
        ("A blast killed four people", False),
        ("The court has been told that it must decide", False),
    ],
)
def test_words_that_add_up_tell_no_news_of_the_day(words: str, before: bool) -> None:
    draft = cast(Any, SimpleNamespace(evidence=(SimpleNamespace(exact=words),)))
    assert adds_up(draft) is before


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Senators passed a law on private lighthouses.", ["2031-05-21~"]),
        ("Nothing moved after senators had passed a law on private lighthouses.", []),
    ],
)
def test_what_was_over_before_the_news_has_not_the_day_of_the_report(sentence: str, dates: list[str]) -> None:
    text = f"SUVA, May 21, 2031 (Reuters) - The port of Suva is quiet again.\n\n{sentence}"
    memory = tell((*resolve.STAGES, *analyse.STAGES), {"0.txt": text})
    assert [event.date for event in memory.all(EVENTS) if event.date] == dates
