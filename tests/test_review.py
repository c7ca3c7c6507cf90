"""`site-gen review`: open questions with their sentences, answers that are written and obeyed."""

import json
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
    (tmp_path / "decisions.yaml").write_text(
        "- hide: leader/nobody-at-all\n- hyde: leader/x\n- vanish: leader/x\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "build"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "decisions.yaml:1: warning[decision-unused]" in done.stderr
    assert "decisions.yaml:2:3: error[decision]" in done.stderr
    assert "did you mean `hide`?" in done.stderr
    assert "decisions.yaml:3:3: error[decision]" in done.stderr
    assert "known actions: merge" in done.stderr


HOLDERS = {
    "wire.txt": "RIGA, March 3, 2021 (Reuters) - Prime Minister Anna Berzina of Latvia opened the Daugava bridge "
    "on Wednesday. Berzina spoke of rail, and Berzina spoke of grain.\n",
    "post.txt": "RIGA, March 4, 2021 (AFP) - Karlis Ozols, the prime minister of Latvia, walked over the Daugava "
    "bridge in Riga on Thursday and spoke of steel.\n",
    "undated.txt": "The ferries of Riga have stopped, and nobody at the harbour knows for how long.\n",
}


def test_what_concerns_most_places_is_asked_first_and_the_date_of_an_article_last(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name, text in HOLDERS.items():
        (tmp_path / "content" / name).write_text(text)
    listed = json.loads(_run(tmp_path, "review", "--list", "--format", "json"))
    asked = [question["asks"] for question in listed]
    assert asked[0].startswith("Who was Prime Minister, Latvia: ")
    assert "one time" in asked[0]
    assert asked[-1].startswith("When was “")
    _run(tmp_path, "review", answers="n\nBoth were, a day apart.\n" + "s\n" * 9)
    assert "note: leader/karlis-ozols" in (tmp_path / "decisions.yaml").read_text()
    assert not any("Who was Prime Minister" in q for q in _run(tmp_path, "review", "--list").splitlines())


def test_a_contradiction_is_asked_in_words(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name, day in (("one", "8"), ("two", "12")):
        told = f"Erik Dahl and Ada Lind signed the Lysefjord Ferry Accord in Bergen on {day} January 2030.\n"
        (tmp_path / f"content/{name}.txt").write_text(f" date 2030-01-14 {told}")
    listed = _run(tmp_path, "review", "--list")
    assert "Reports disagree: When was it? " in listed
    assert "8 January 2030: “" in listed
    assert "2030-01-08" not in listed
