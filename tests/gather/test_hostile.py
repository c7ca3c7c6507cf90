"""Feeds that mean harm: nothing of them stops an import, runs, or leaves the folder."""

from pathlib import Path

import pytest
import yaml

from tests.gather.desk import bring, read_back, written_files

CASES = yaml.safe_load((Path(__file__).parent / "hostile.yaml").read_text("utf-8"))
LARGE = {
    "DEEP": "&lt;div&gt;" * 3_000 + "It opened.",
    "HUGE": "The bridge opened on Tuesday. " * 20_000,
    "BRACKETS": "[" * 3_000 + "It opened." + "![" * 500,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_hostile_feed_is_harmless(case: dict[str, object], tmp_path: Path) -> None:
    feed = str(case["feed"])
    for word, words in LARGE.items():
        feed = feed.replace(word, words)
    inner = tmp_path / "in"
    inner.mkdir()
    report = bring(inner, feed, "feed.xml")
    files = written_files(inner)
    assert {path.name for path in tmp_path.iterdir()} == {"in"}
    if "new" in case:
        assert report.count("new") == len(files) == case["new"]
    assert case.get("new") or files or report.problems
    for name, text in files.items():
        assert not [w for w in case.get("without", ()) if w in text and w != "x"]  # type: ignore[attr-defined]
        loaded = read_back(inner, name)
        assert len(loaded.articles) == 1
        assert [p for p in loaded.problems if p.severity == "error"] == []
        assert loaded.articles[0].overrides == ()
