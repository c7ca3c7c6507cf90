"""Events that reports tell in other words, on one day: which of them are one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import analyse, resolve
from site_gen.analyse.retold import event_of
from site_gen.tables import EVENT_IDS, EVENTS, FINDINGS
from tests.resolve.engine import Memory, tell

CASES = yaml.safe_load(Path(__file__).with_name("retold.yaml").read_text("utf-8"))


def _event(phrase: str, memory: Memory) -> str:
    """Id of the event whose words hold the phrase, or lie in it."""
    for key in memory.keys(EVENT_IDS):
        article, _, number = key.rpartition("/")
        said = " ".join(memory.one(FINDINGS, article).events[int(number)].evidence.exact.split())
        if phrase in said or said in phrase:
            return event_of(key, memory)
    raise AssertionError(f"no event tells: {phrase}")


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["says"]))
def test_events_of_one_day(case: dict[str, Any]) -> None:
    texts = {f"report-{n}.txt": text for n, text in enumerate(case["articles"])}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    known = {event.id for event in memory.all(EVENTS)}
    for pair in case.get("one", ()):
        first, second = (_event(phrase, memory) for phrase in pair)
        assert first == second
        assert first in known
    for pair in case.get("two", ()):
        first, second = (_event(phrase, memory) for phrase in pair)
        assert first != second
        assert {first, second} <= known
