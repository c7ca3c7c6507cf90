"""Stories of our own, in the styles of many agencies, scored against the records that an editor expects."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
STORIES = sorted(path.parent.name for path in HERE.glob("*/gold.yaml"))
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


def _run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stdout


def test_there_are_stories_enough_and_each_has_floors() -> None:
    assert set(FLOORS["stories"]) == set(STORIES)
    assert len(STORIES) >= 4
    assert sum(1 for _ in HERE.glob("*/articles/*")) >= 12


def test_expected_records_are_those_that_the_marked_phrases_give() -> None:
    _run(str(HERE / "make_gold.py"), "--check")


@pytest.mark.parametrize("name", STORIES)
def test_story_is_read_as_expected(name: str, tmp_path: Path) -> None:
    if not SCORER.is_file():
        pytest.skip("the scorer of the gold data is not here")
    articles, site = HERE / name / "articles", tmp_path / "site"
    _run("-m", "site_gen", "build", "-q", "--content", str(articles), "--output", str(site))
    gold, records = HERE / name / "gold.json", site / "data/records.json"
    reached = json.loads(_run(str(SCORER), str(gold), str(records), "--texts", str(articles), "--json"))
    own = FLOORS["stories"][name]
    wanted = {**FLOORS["least"], **{key: floor for key, floor in own.items() if key != "absent"}}
    short = [
        f"{key} {_measure(reached, key)} < {floor}"
        for key, floor in wanted.items()
        if key not in own.get("absent", ()) and not (_measure(reached, key) or 0) >= floor
    ]
    over = [
        f"{key} {_measure(reached, key)}"
        for key, roof in FLOORS["most"].items()
        if _measure(reached, key) > roof
    ]
    assert not short + over


def _measure(reached: dict[str, dict[str, float]], key: str) -> float:
    kind, _, name = key.partition(".")
    return reached.get(kind, {}).get(name, 0)
