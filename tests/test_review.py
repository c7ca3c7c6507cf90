"""`site-gen review`: open questions with their sentences, answers that are written and obeyed."""

import subprocess
import sys
from pathlib import Path

FIRST = "At a summit in Accra on 3 May 2024, Kenya and Ghana issued the 2034 Vision Statement on fish.\n"
SECOND = "During the Accra visit in May 2024, Kenya and Ghana unveiled a 10-year Joint Vision for fish.\n"


def _run(folder: Path, *words: str, answers: str = "") -> str:
    command = [sys.executable, "-m", "site_gen", *words]
    done = subprocess.run(command, cwd=folder, input=answers, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_answer_is_written_and_the_question_is_gone(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/first.txt").write_text(f" date 2024-05-04 {FIRST}")
    (tmp_path / "content/second.txt").write_text(f" date 2024-05-09 {SECOND}")
    listed = _run(tmp_path, "review", "--list")
    assert "one agreement?" in listed
    assert "first.txt:1:" in listed
    assert "second.txt:1:" in listed, "the sentences are shown with their places"
    answers = "n\n" + "s\n" * 9
    _run(tmp_path, "review", answers=answers)
    assert "apart: agreement/" in (tmp_path / "decisions.yaml").read_text()
    assert "one agreement?" not in _run(tmp_path, "review", "--list")


def test_a_decision_that_matches_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/first.txt").write_text(f" date 2024-05-04 {FIRST}")
    (tmp_path / "decisions.yaml").write_text("- hide: leader/nobody-at-all\n- hyde: leader/x\n")
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "build"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "decisions.yaml:1: warning[decision-unused]" in done.stderr
    assert "decisions.yaml:2:3: error[decision]" in done.stderr
    assert "known actions: merge" in done.stderr
