"""`decisions.yaml`: each kind of decision wins over the rules, is marked as the editor's, and counts as used."""

import json
import subprocess
import sys
from typing import Any

import pytest

from site_gen.decisions import read_decisions

TALKS = """OSLO, 3 May 2024 (NTB) - Prime Minister Ingrid Dahl of Norway met President Rosa Vidal of Chile in Oslo.
On Friday they signed the Fjord Salmon Accord. Trade stood at 420 million euros in 2023.

"Salmon swims both ways," Dahl said. Finance Minister Jon Berg of Norway was there.
"""
LATER = """BERGEN, 7 June 2024 - Finance Minister John Berg of Norway said that boats cost 90 million kroner last year.

The Oslo Fish Compact between Norway and Chile is popular. Governor Paris Saint welcomed visitors.
"""
DECISIONS = """# kept
- apart: leader/john-berg
  from: leader/jon-berg
- same: agreement/oslo-fish-compact
  as: agreement/fjord-salmon-accord
- not-leader: leader/ingrid-dahl
- correct: figure/talks-f1  # misread
  field: value
  value: 430000000
- hide: quote/talks-q1
- note: leader/rosa-vidal
  value: Elected in March.
- title: agreement/fjord-salmon-accord
  value: The Salmon Accord
- hide: leader/nobody
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], str]:
    folder = tmp_path_factory.mktemp("decided")
    (folder / "content").mkdir()
    (folder / "content/talks.txt").write_text(TALKS)
    (folder / "content/later.txt").write_text(LATER)
    (folder / "decisions.yaml").write_text(DECISIONS)
    command = [sys.executable, "-m", "site_gen", "build", "-q"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return json.loads((folder / "output/data/records.json").read_text()), done.stderr


def _by_id(records: dict[str, Any], kind: str) -> dict[str, Any]:
    return {record["id"]: record for record in records[kind]}


def test_names_kept_apart_are_two_people(site: tuple[dict[str, Any], str]) -> None:
    people = {**_by_id(site[0], "leaders"), **_by_id(site[0], "people")}
    assert {"jon-berg", "john-berg"} <= set(people)


def test_two_names_of_one_agreement_are_one_under_its_title(site: tuple[dict[str, Any], str]) -> None:
    agreements = _by_id(site[0], "agreements")
    assert list(agreements) == ["fjord-salmon-accord"]
    assert agreements["fjord-salmon-accord"]["name"] == "The Salmon Accord"
    assert agreements["fjord-salmon-accord"]["basis"] == "editor"


def test_who_is_no_leader_is_a_person(site: tuple[dict[str, Any], str]) -> None:
    assert "ingrid-dahl" not in _by_id(site[0], "leaders")
    assert "ingrid-dahl" in _by_id(site[0], "people")


def test_a_corrected_value_is_the_editors(site: tuple[dict[str, Any], str]) -> None:
    figure = _by_id(site[0], "figures")["talks-f1"]
    assert (figure["value"], figure["basis"]) == (430_000_000, "editor")


def test_what_is_hidden_is_gone(site: tuple[dict[str, Any], str]) -> None:
    assert "talks-q1" not in _by_id(site[0], "quotes")


def test_only_the_decision_that_matches_nothing_is_reported(site: tuple[dict[str, Any], str]) -> None:
    assert "decisions.yaml:15: warning[decision-unused]" in site[1]
    assert site[1].count("decision-unused") == 1, site[1]


def test_every_mistake_in_the_file_is_named_in_one_run_and_costs_no_other_decision() -> None:
    text = b"- hide: event/a\n- hyde: x\n- merge: leader/a\nstray: words\n- hide: event/b\n"
    decisions, problems = read_decisions(text, "decisions.yaml")
    assert [(d.action, d.target) for d in decisions] == [("hide", "event/a"), ("hide", "event/b")]
    assert sorted((p.line, p.hint.split(",")[0]) for p in problems) == [
        (2, "did you mean `hide`?"),
        (3, "add `into: ...` below it"),
        (4, "begin it with `- `"),
    ]
