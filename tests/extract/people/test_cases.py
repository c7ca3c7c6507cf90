"""Whole stories: who is found, with which office, and which later words mean whom.

Development set: the stories were written for these tests and rules were tuned on them.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract.people import find_people
from site_gen.extract.places import find_places
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import PersonFinding
from site_gen.text.document import read_document

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@cache
def words() -> Lexicon:
    return load_lexicon()


def people_in(text: str) -> tuple[PersonFinding, ...]:
    doc = read_document(prose_article(text))
    places = find_places(doc, words(), [])
    return find_people(doc, words(), (), places, [])


def report(case: dict[str, Any]) -> tuple[float, list[str]]:
    """F1 of the people, and all that is wrong in words."""
    found = {person.name: person for person in people_in(case["text"])}
    wanted = {person["name"]: person for person in case["people"]}
    optional = {name for name, person in wanted.items() if person.get("optional")}
    wrong = [f"false: {name}" for name in found if name not in wanted]
    missed = [f"missed: {name}" for name in wanted if name not in found and name not in optional]
    right = len(wanted) - len(optional) - len(missed)
    f1 = 2 * right / (2 * right + len(wrong) + len(missed)) if right + len(wrong) + len(missed) else 1.0
    details = [line for name, want in wanted.items() if name in found for line in _details(want, found[name])]
    return f1, wrong + missed + details


def _details(want: dict[str, Any], person: PersonFinding) -> list[str]:
    name = person.name
    lines = [f"{name}: no office {office}" for office in want.get("offices", []) if not _held(office, person)]
    if want.get("leader") is False and person.leader and not want.get("optional-leader"):
        lines.append(f"{name}: no leader, but {[office.title for office in person.offices]}")
    if len(person.offices) > len(want.get("offices", [])) and want.get("offices"):
        lines.append(
            f"{name}: offices split: {[(o.title, o.jurisdiction, o.organization) for o in person.offices]}"
        )
    mentions = {m.evidence.exact for m in person.mentions}
    mentions |= {f"{words}:{m.form}" for m in person.mentions for words in (m.evidence.exact, m.name)}
    mentions |= {m.name for m in person.mentions}
    return lines + [f"{name}: no mention {m!r}" for m in want.get("mentions", []) if m not in mentions]


def _held(office: list[str], person: PersonFinding) -> bool:
    title, place, *rest = office
    status = next((word for word in rest if word != "optional"), "current")
    return "optional" in rest or any(
        title in o.title and place == (o.jurisdiction or o.organization) and o.status == status
        for o in person.offices
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_story_yields_its_people(path: Path) -> None:
    f1, wrong = report(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert f1 >= 0.97, wrong
    assert not wrong


def test_there_are_stories() -> None:
    assert len(CASES) >= 12
