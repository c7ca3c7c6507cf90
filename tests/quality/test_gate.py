"""The quality gate: what the extractors reach on public development data, held against pinned floors.

The data stay where they are (research data with terms of their own): without them the gate is skipped with a
line that says so. Floors are pinned with a digest of the data; they are raised by hand and never lowered to pass.
Run with `-rP` to see every figure beside its floor.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


def _digest(folder: Path) -> str:
    hasher = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hasher.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()[:16]


def _run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _dates(folder: Path) -> dict[str, float]:
    out = _run("tests/quality/dates.py", str(folder), str(GOLD / "gold_timex.py"))
    return {"value F1": float(re.search(r"^value .*F1 +([\d.]+)", out, re.M)[1])}  # type: ignore[index]


def _quotes(folder: Path) -> dict[str, float]:
    out = _run("tests/quality/quotes.py", str(folder), str(GOLD / "gold_quote.py"))
    precision, recall = re.search(r"^quote +P +([\d.]+) +R +([\d.]+)", out, re.M).groups()  # type: ignore[union-attr]
    speaker = re.search(r"attribution accuracy on found quotes ([\d.]+)", out)
    return {"precision": float(precision), "recall": float(recall), "speaker": float(speaker[1])}  # type: ignore[index]


def _figures(folder: Path) -> dict[str, float]:
    out = _run("tests/quality/figures.py", "--data", str(folder))
    return {name.strip(): float(value) for name, value in re.findall(r"^(\D+?) +([\d.]+)$", out, re.M)}


MEASURES = {"tbaq": _dates, "wikiwars-train": _dates, "polnear-dev": _quotes, "quantities": _figures}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_extractors_hold_their_floors(name: str) -> None:
    folder = GOLD / "dev" / name
    if not folder.is_dir():
        pytest.skip(f"development data not here: {name}")
    pinned = FLOORS[name]
    assert _digest(folder) == pinned["digest"], "other data than the floors were pinned on"
    reached = MEASURES[name](folder)
    short = []
    for measure, floor in pinned["floors"].items():
        print(f"{name}: {measure} {reached[measure]} (floor {floor}, {reached[measure] - floor:+.1f})")
        if reached[measure] < floor:
            short.append(f"{measure} {reached[measure]} < {floor}")
    assert not short, short


def test_seeds_are_read_as_expected(tmp_path: Path) -> None:
    seeds = GOLD.parent / "seeds"
    if not seeds.is_dir():
        pytest.skip("seed articles not here")
    site = tmp_path / "site"
    build = ["-m", "site_gen", "build", "-q", "--content", str(seeds), "--output", str(site)]
    _run(*build)
    floors = """
        articles.recall=1 evidence.exact=1 publication.exact=1 dates.f1=0.95 leaders.f1=0.95 leaders.offices=1
        agreements.f1=0.95 agreements.stages=0.9 agreements.relations=1 figures.f1=0.95 figures.value=1
        figures.attributes=0.9 quotes.f1=0.95 quotes.speaker=1 events.recall=0.95 events.date=0.9
        lineages.f1=1 conflicts.recall=1 conflicts.precision=0.8 opinions.f1=0.95
    """.split()
    roofs = """
        dates.forbidden=0 leaders.merged=0 leaders.split=0 agreements.split=0 figures.forbidden=0
        conflicts.forbidden=0
    """.split()
    command = [str(GOLD / "score.py"), str(GOLD / "seeds.json"), str(site / "data/records.json")]
    options = [word for floor in floors for word in ("--min", floor)]
    options += [word for roof in roofs for word in ("--max", roof)]
    print(_run(*command, "--texts", str(seeds), *options))
