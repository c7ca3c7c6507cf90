"""Events of whole stories against what an editor would list. The texts are the cases of agreements."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import EventFinding, Findings, Published

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
STORIES = Path(__file__).parents[1] / "agreements" / "cases"


def findings(case: Path) -> Findings:
    story = yaml.safe_load((STORIES / case.name).read_text())
    return extract(prose_article(story["text"], Published(story["published"], "stated", 1.0)), load_lexicon())


def fits(want: dict[str, Any], event: EventFinding) -> bool:
    return event.kind == want["kind"] and want["says"] in " ".join(event.evidence.exact.split())


def details_right(want: dict[str, Any], event: EventFinding, found: Findings) -> list[bool]:
    people = {found.people[n].name for n in event.people}
    return [
        *([event.date == str(want["date"])] if "date" in want else []),
        *([event.status == want["status"]] if "status" in want else []),
        *([set(want["people"]) <= people] if "people" in want else []),
    ]


def judged(case: Path) -> tuple[int, int, int, list[bool]]:
    """Hits, wanted, found, and whether each detail asked for is right."""
    found = findings(case)
    wanted = yaml.safe_load(case.read_text())["events"]
    left, hits, details = list(found.events), 0, []
    for want in wanted:
        hit = next((e for e in left if fits(want, e)), None)
        if hit:
            hits += 1
            left.remove(hit)
            details += details_right(want, hit, found)
    return hits, len(wanted), len(found.events), details


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.stem)
def test_story_gives_its_events(case: Path) -> None:
    hits, wanted, found, details = judged(case)
    assert 2 * hits / (wanted + found) >= 0.8
    assert not details or sum(details) / len(details) >= 0.7


def test_all_stories_together_reach_the_aim() -> None:
    assert len(CASES) >= 10
    marks = [judged(case) for case in CASES]
    hits, wanted, found = (sum(m[n] for m in marks) for n in range(3))
    details = [d for m in marks for d in m[3]]
    assert 2 * hits / (wanted + found) >= 0.95
    assert sum(details) / len(details) >= 0.9
