"""The day of an event that reports date differently, and the sentence that is shown for it first."""

import pytest

from site_gen import analyse, resolve
from site_gen.records import Event
from site_gen.tables import EVENTS
from tests.resolve.engine import tell

STAGES = (*resolve.STAGES, *analyse.STAGES)
HEAD = "LIMA, June 12, 2031 (Reuters) - Peru and Chile have a new pact.\n\n"
DAY = (
    "Peruvian President Ana Ruiz and Chilean President Luis Soto signed the Tacna Rail Pact on {} June 2031."
)
VAGUE = "Peruvian President Ana Ruiz and Chilean President Luis Soto signed the Tacna Rail Pact in June 2031."


def _signing(*sentences: str) -> Event:
    told = tell(STAGES, {f"{n}.txt": HEAD + sentence for n, sentence in enumerate(sentences)})
    (event,) = (e for e in told.all(EVENTS) if e.kind == "sign")
    return event


@pytest.mark.parametrize(
    ("days", "date"), [((9, 10, 10), "2031-06-10"), ((9, 9, 10), "2031-06-09"), ((10, 9), "2031-06-09")]
)
def test_the_day_that_most_articles_give_is_the_events(days: tuple[int, ...], date: str) -> None:
    assert _signing(*map(DAY.format, days)).date == date


def test_a_sentence_that_gives_the_day_is_shown_before_one_that_does_not() -> None:
    event = _signing(VAGUE, DAY.format(10))
    assert event.date == "2031-06-10"
    assert list(dict.fromkeys(evidence.article for evidence in event.evidence)) == ["1", "0"]


def test_what_was_done_is_not_what_the_same_report_says_is_to_come() -> None:
    text = "LIMA, June 12, 2031 (Reuters) - Only Ana Ruiz voted against the cut.\n\nParliament is to vote by June 25."
    told = tell(STAGES, {"0.txt": text}).all(EVENTS)
    assert sorted((e.kind, e.status) for e in told) == [("vote", "happened"), ("vote", "planned")]


def test_of_a_paper_without_a_name_the_title_says_who_signed_it() -> None:
    text = "LIMA, June 12, 2031 (Reuters) - {} signed a letter of intent on tin on Tuesday.\n\nWork begins in July."
    titles = [e.title for e in tell(STAGES, {"0.txt": text.format("Oro and Minera Sur")}).all(EVENTS)]
    assert "Oro and Minera Sur signed a letter of intent on tin" in titles
