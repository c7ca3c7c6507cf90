"""Agreements of whole stories against what an editor would list. A case is a YAML file in `cases/`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract.agreements import Cast, find_agreements
from site_gen.extract.dates import find_dates
from site_gen.extract.people import find_people
from site_gen.extract.places import find_places
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import AgreementFinding, Published
from site_gen.text.document import read_document

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def found_in(text: str, published: str) -> tuple[AgreementFinding, ...]:
    lexicon = load_lexicon()
    doc = read_document(prose_article(text, Published(published, "stated", 1.0)))
    dates, places = find_dates(doc, lexicon, []), find_places(doc, lexicon, [])
    people = find_people(doc, lexicon, dates, places, [])
    return find_agreements(Cast(doc, lexicon, places, people), dates, [])


def matched(wanted: list[dict[str, Any]], found: tuple[AgreementFinding, ...]) -> dict[int, AgreementFinding]:
    pairs: dict[int, AgreementFinding] = {}
    for number, want in enumerate(wanted):
        same = [a for a in found if a.name.lower() == want["name"].lower() and a not in pairs.values()]
        best = max(same, key=lambda a: len({s.stage for s in a.stages} & set(want["stages"])), default=None)
        if best:
            pairs[number] = best
    return pairs


def judged(case: Path) -> dict[str, float]:
    """Hits, wanted, found; parties and stages right, wanted; stages too many."""
    story = yaml.safe_load(case.read_text())
    wanted = story["agreements"]
    found = found_in(story["text"], story["published"])
    pairs = matched(wanted, found)
    marks = dict.fromkeys(
        ("parties", "asked", "stages", "stages_asked", "stages_extra", "links", "links_asked"), 0.0
    )
    for number, want in enumerate(wanted):
        got = pairs.get(number)
        stages = {s.stage for s in got.stages} if got else set()
        marks["stages"] += len(stages & set(want["stages"]))
        marks["stages_asked"] += len(want["stages"])
        marks["stages_extra"] += len(stages - set(want["stages"]))
        if want["parties"]:
            marks["asked"] += 1
            marks["parties"] += bool(got) and {p.name for p in got.parties} >= set(want["parties"])
        if "acronym" in want and got:
            assert got.acronym == want["acronym"]
        if "supersedes" in want:
            marks["links_asked"] += 1
            marks["links"] += bool(got) and any(
                found[r.target].name == want["supersedes"] for r in got.relations
            )
    return {"hits": len(pairs), "wanted": len(wanted), "found": len(found), **marks}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.stem)
def test_story_gives_its_agreements(case: Path) -> None:
    marks = judged(case)
    assert 2 * marks["hits"] / (marks["wanted"] + marks["found"]) >= 0.8, marks


def test_all_stories_together_reach_the_aim() -> None:
    assert len(CASES) >= 10
    total: dict[str, float] = {}
    for case in CASES:
        for key, value in judged(case).items():
            total[key] = total.get(key, 0) + value
    assert 2 * total["hits"] / (total["wanted"] + total["found"]) >= 0.97, total
    assert total["stages"] / total["stages_asked"] >= 0.9, total
    assert total["stages_extra"] / total["stages_asked"] <= 0.1, total
    assert total["parties"] / total["asked"] >= 0.9, total
    assert total["links"] == total["links_asked"], total
