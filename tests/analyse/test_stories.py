"""Stories told by copies, rewrites and contradicting reports: what a build makes of them, against floors."""

import json
from pathlib import Path

import pytest

from site_gen.engine.build import build
from site_gen.engine.settings import BuildRequest
from site_gen.site_yaml import load_config
from tests.analyse.story import Score, read_story, score_story

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    found = {}
    for path in STORIES:
        story, site = read_story(path), tmp_path_factory.mktemp(path.stem)
        (site / "content").mkdir()
        for name, text in story.files.items():
            (site / "content" / name).write_text(text, "utf-8")
        settings = load_config(None, content=site / "content", output=site / "out")
        build(BuildRequest(settings.content, settings.output, settings))
        records = json.loads((site / "out/data/records.json").read_text("utf-8"))
        found[path.stem] = score_story(story, records)
        print(path.stem, found[path.stem])
    return found


@pytest.mark.parametrize("story", [path.stem for path in STORIES])
def test_copies_and_rewrites_are_one_witness(scores: dict[str, Score], story: str) -> None:
    assert scores[story].lineage_f1 >= 0.9, scores[story].notes


@pytest.mark.parametrize("story", [path.stem for path in STORIES])
def test_no_two_people_are_one_and_none_is_two(scores: dict[str, Score], story: str) -> None:
    assert (scores[story].merged, scores[story].split) == (0, 0), scores[story].notes


def test_contradictions_are_found(scores: dict[str, Score]) -> None:
    right, planted = (sum(getattr(s, f) for s in scores.values()) for f in ("right", "conflicts"))
    assert right >= 0.8 * planted, [note for s in scores.values() for note in s.notes if "missed" in note]


def test_at_most_one_contradiction_in_ten_is_false(scores: dict[str, Score]) -> None:
    false, found = (sum(getattr(s, f) for s in scores.values()) for f in ("false", "found"))
    assert false <= 0.1 * found, [note for s in scores.values() for note in s.notes if "false" in note]


def test_events_are_found_with_their_dates(scores: dict[str, Score]) -> None:
    found, told = (sum(getattr(s, f) for s in scores.values()) for f in ("events_found", "events"))
    right, dated = (sum(getattr(s, f) for s in scores.values()) for f in ("dates_right", "dates"))
    assert found >= 0.6 * told
    assert right >= 0.9 * dated
