"""What sentences say of votes and of new things, for another report to contradict."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import analyse
from site_gen.analyse.conflicts.twice.how_much.ballots import ballot_slots
from site_gen.analyse.conflicts.twice.how_much.parts import part_slots
from site_gen.analyse.conflicts.twice.how_surely.aims import aim_slots
from site_gen.analyse.conflicts.twice.sentences.words import read_words
from site_gen.analyse.conflicts.twice.when.hours import hour_slots
from site_gen.analyse.conflicts.twice.when.orders import order_slots
from site_gen.analyse.conflicts.twice.where.seats import seat_slots
from site_gen.analyse.conflicts.twice.whether.newness import novelty_slots
from site_gen.analyse.conflicts.twice.whether.polar import polar_slots
from site_gen.analyse.conflicts.twice.whether.votes import vote_slots
from site_gen.analyse.conflicts.twice.who.doers import doer_slots
from site_gen.analyse.tables import STATEMENTS
from site_gen.analyse.tellings import Slot, Told
from site_gen.records import Evidence
from tests.resolve.engine import tell

CASES = yaml.safe_load((Path(__file__).parent / "slots.yaml").read_text("utf-8"))


def _found(read: Callable[[int, Told], Iterator[Slot]], text: str) -> list[str]:
    slots = read(0, Told(Evidence("a", 0, len(text), text, 0), ()))
    return sorted(f"{s.kind.removeprefix('unity').removeprefix('new ')} {s.value}".strip() for s in slots)


@pytest.mark.parametrize("case", CASES["votes"], ids=lambda case: case["text"])
def test_votes_of_a_sentence(case: dict[str, Any]) -> None:
    assert sorted({*_found(vote_slots, case["text"])}) == case["slots"]


@pytest.mark.parametrize("case", CASES["new"], ids=lambda case: case["text"])
def test_what_is_new_in_a_sentence(case: dict[str, Any]) -> None:
    assert _found(novelty_slots, case["text"]) == case["slots"]


def _told(text: str) -> Told:
    return Told(Evidence("a", 0, len(text), text, 0), read_words(text, frozenset(), False).words)


@pytest.mark.parametrize("case", CASES["hours"], ids=lambda case: case["text"])
def test_hours_of_a_sentence(case: dict[str, Any]) -> None:
    found = [f"{s.value} {' '.join(s.heads[:1])}" for s in hour_slots(0, _told(case["text"]))]
    assert found == case["slots"]


@pytest.mark.parametrize("case", CASES["orders"], ids=lambda case: case["text"])
def test_which_deed_of_a_sentence_came_first(case: dict[str, Any]) -> None:
    told = [(s.value, s.heads) for s in order_slots(0, _told(case["text"]), None)]
    assert len(told) == len(case["slots"])
    for (sort, heads), wanted in zip(told, case["slots"], strict=True):
        first, second = (set(part.split()) for part in wanted.removeprefix(sort).split("|"))
        at = heads.index("|")
        assert wanted.startswith(sort)
        assert first <= set(heads[:at])
        assert second <= set(heads[at + 1 :])


@pytest.mark.parametrize("case", CASES["seats"], ids=lambda case: case["text"])
def test_seats_and_parts_of_a_sentence(case: dict[str, Any]) -> None:
    told = _told(case["text"])
    assert [f"{s.kind} {s.value}" for s in (*part_slots(0, told), *seat_slots(0, told))] == case["slots"]


@pytest.mark.parametrize("case", CASES["polar"], ids=lambda case: case["text"])
def test_what_is_so_or_not_in_a_sentence(case: dict[str, Any]) -> None:
    wanted, slots = case["slots"], polar_slots(0, _told(case["text"]))
    found = {f"{s.kind.removeprefix('polar ')} {s.value}": set(s.heads) for s in slots}
    told = {" ".join(slot.split()[:2]): set(slot.split()[2:]) for slot in wanted}
    assert found.keys() == told.keys()
    assert all(told[key] <= found[key] for key in told)


@pytest.mark.parametrize("case", CASES["doers"], ids=lambda case: case["text"])
def test_who_did_it_in_a_sentence(case: dict[str, Any]) -> None:
    assert [f"{s.kind} {s.value}" for s in doer_slots(0, _told(case["text"]), None)] == case["slots"]


@pytest.mark.parametrize("case", CASES["ballots"], ids=lambda case: case["text"])
def test_tallies_of_a_sentence(case: dict[str, Any]) -> None:
    assert [slot.value for slot in ballot_slots(0, _told(case["text"]), None)] == case["slots"]


@pytest.mark.parametrize("case", CASES["aims"], ids=lambda case: case["text"])
def test_what_is_certain_and_what_is_wished_in_a_sentence(case: dict[str, Any]) -> None:
    found = aim_slots(0, _told(case["text"]))
    assert [f"{slot.value} {slot.heads[0].removeprefix('!')}" for slot in found] == case["slots"]


def test_a_capital_that_is_two_letters_as_a_small_one_is_no_fault() -> None:
    text = "İlker Aydın said in İzmir that the port was closed before the storm and opened after it."
    assert not tell(analyse.STAGES, {"a.txt": text}).all(STATEMENTS)
