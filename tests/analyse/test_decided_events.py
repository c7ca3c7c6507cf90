"""The editor's word on events: hidden, renamed, dated and merged, whatever the rules found."""

from site_gen import analyse, resolve
from site_gen.records import Event
from site_gen.tables import DECISIONS, EVENTS, Decision, Row
from tests.resolve.engine import tell

STAGES = (*resolve.STAGES, *analyse.STAGES)
TEXTS = {
    "a.txt": "RIGA, March 3, 2021 (Reuters) - Prime Minister Anna Berzina of Latvia met Karl Tamm, Estonia's prime "
    "minister, in Riga on Tuesday. They spoke of a railway.",
    "b.txt": "CAIRO, May 9, 2023 (AFP) - Egypt, Sudan signed the Nile Charter in Cairo on Monday. Its text is brief.",
}


def _events(*decisions: Decision) -> dict[str, Event]:
    rows = [Row(DECISIONS, decision.target, decision) for decision in decisions]
    return {event.id: event for event in tell(STAGES, TEXTS, rows).all(EVENTS)}


def _meeting(found: dict[str, Event]) -> str:
    return next(key for key, event in found.items() if event.kind == "meet")


def test_a_hidden_event_is_gone_and_the_others_stay() -> None:
    before = _events()
    after = _events(Decision("hide", f"event/{_meeting(before)}"))
    assert set(before) - set(after) == {_meeting(before)}
    assert all(before[key] == after[key] for key in after)


def test_title_and_day_are_the_editors() -> None:
    before = _events()
    target = f"event/{_meeting(before)}"
    event = _events(
        Decision("title", target, value="Railway talks"),
        Decision("correct", target, field="date", value="2021-03-01"),
    )[_meeting(before)]
    assert (event.title, event.date, event.basis) == ("Railway talks", "2021-03-01", "editor")
    assert before[_meeting(before)].basis == "extracted"


def test_a_decision_on_another_event_changes_nothing() -> None:
    assert _events(Decision("hide", "event/2019-01-01-nothing")) == _events()


def test_two_events_are_one_where_the_editor_says_so() -> None:
    before = _events()
    other = next(key for key in before if key != _meeting(before))
    after = _events(Decision("merge", f"event/{_meeting(before)}", other=f"event/{other}"))
    assert set(after) == set(before) - {_meeting(before)}
    assert set(after[other].articles) == {"a", "b"}
