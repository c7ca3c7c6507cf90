"""`site-gen check`: everything that is wrong, in one run, for people and for programs, and nothing written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.cli.problems import documented, with_mend
from site_gen.errors import Problem, problem_at, problem_text

FILES = {
    "content/colon.md": "---\ntitle: Chile: Peru\n---\n\nText.\n",
    "content/key.md": "---\ntitle: Bridges\nsumary: of Lima\n---\n\nThe council met. [more](gone.md) ![map](map.png)\n",
    "content/good.txt": "Mayor Ana Ruiz of Lima opened the new bridge on 4 May 2024.\n",
    "content/here.md": "The bridge is [described](good.txt) and `[not](here)`.\n\n```\n[nor](there)\n```\n",
    "content/_lexicon/offices.yaml": "titles: [a\n",
    "content/_lexicon/stages.yaml": "- a list\n",
    "site.yaml": "titel: Bridges\nlimits:\n  entries: many\nbase_url: example.org\n",
    "decisions.yaml": "- hide: leader/nobody\n- hyde: leader/x\n",
}
EXPECTED = {
    ("site.yaml", 1, "setting"),
    ("site.yaml", 3, "setting"),
    ("site.yaml", 4, "setting"),
    ("content/_lexicon/offices.yaml", 1, "yaml"),
    ("content/_lexicon/stages.yaml", 1, "lexicon"),
    ("content/colon.md", 2, "yaml"),
    ("content/key.md", 3, "key-unknown"),
    ("content/key.md", 6, "link-broken"),
    ("content/key.md", 6, "image-broken"),
    ("decisions.yaml", 1, "decision-unused"),
    ("decisions.yaml", 2, "decision"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk where something is wrong everywhere."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def check(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One run."""
    command = [sys.executable, "-m", "site_gen", "check", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_all_problems_are_named_in_one_run_and_nothing_is_written(desk: Path) -> None:
    before = sorted(desk.rglob("*"))
    done = check(desk, "--format", "json")
    found = json.loads(done.stdout)
    assert {(p["path"], p["line"], p["code"]) for p in found["problems"]} == EXPECTED
    assert (found["errors"], done.returncode) == (6, 2)
    assert sorted(desk.rglob("*")) == before


def test_people_see_the_line_a_caret_the_help_and_a_count(desk: Path) -> None:
    lines = check(desk).stdout.splitlines()
    at = lines.index(
        "content/colon.md:2:13: warning[yaml]: front matter: a value with a colon in it needs quotes;"
        " it was read as the text that it is"
    )
    assert lines[at + 1 : at + 4] == [
        "    title: Chile: Peru",
        "                ^",
        '    help: write title: "Chile: Peru"',
    ]
    assert "    help: did you mean 'summary'?" in lines
    assert lines[-1] == "6 errors, 5 warnings in 6 files"


def test_annotations_and_sarif_hold_the_same_problems(desk: Path) -> None:
    lines = check(desk, "--format", "github").stdout.splitlines()
    assert len(lines) == len(EXPECTED)
    assert lines[0].startswith(
        "::error file=site.yaml,line=1,col=1,title=setting::there is no setting 'titel'%0A"
    )
    run = json.loads(check(desk, "--format", "sarif").stdout)["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    named = {(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in places}
    assert named == {(path, line) for path, line, _ in EXPECTED}
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_a_sound_desk_has_no_problems(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/good.txt").write_text(FILES["content/good.txt"])
    done = check(tmp_path)
    assert (done.returncode, done.stdout) == (0, "no problems\n")


def test_a_desk_without_articles_is_told_what_to_put_where(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = check(tmp_path)
    assert "no problems" in done.stdout
    assert (
        "There is no article yet: put .txt, .md, .html or feed files into the content folder" in done.stdout
    )


def test_warnings_fail_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/good.txt").write_text(FILES["content/good.txt"])
    (tmp_path / "content/empty.txt").write_text("\n")
    assert check(tmp_path).returncode == 0
    assert check(tmp_path, "--strict").returncode == 1


def test_a_build_leaves_out_words_that_do_not_fit_and_goes_on(desk: Path) -> None:
    (desk / "site.yaml").unlink()
    command = [sys.executable, "-m", "site_gen", "build"]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "content/_lexicon/stages.yaml:1:1: error[lexicon]: a list stands here" in done.stderr
    assert "Ana Ruiz" in (desk / "output/articles/good.html").read_text()


@pytest.mark.parametrize(
    ("line", "at", "shown", "caret"),
    [
        ("title: a: b", 8, "title: a: b", 8),
        ("\ttitle", 1, " title", 1),
        ("東京: x", 4, "東京: x", 6),
        ("a\x1b[31mb", 6, "a␛[31mb", 6),
        ("a\u202eb c", 3, "a\ufffdb c", 3),
        ("x" * 500 + "!", 500, "…" + "x" * 60 + "!", 61),
    ],
)
def test_the_caret_stands_under_its_letter(line: str, at: int, shown: str, caret: int) -> None:
    _, excerpt, under = problem_text(problem_at("a.md", line, at, "yaml", "wrong")).split("\n")
    assert excerpt == f"    {shown}"
    assert under == " " * (4 + caret) + "^"


def test_a_plug_in_that_is_not_installed_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: Talks\ndate: 2025-02-31\n---\nThey talked.\n")
    (tmp_path / "site.yaml").write_text("title: Desk\nplugins:\n  - nowhere\n")
    command = [sys.executable, "-m", "site_gen", "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "site.yaml:3:5: error[plugin]: there is no plug-in 'nowhere'" in done.stdout
    assert "content/a.md:3:7: error[date-invalid]" in done.stdout


@pytest.mark.parametrize("code", ["xml", "feed", "binary-file", "no-such-code"])
def test_what_says_nothing_of_mending_says_what_its_code_does(code: str) -> None:
    hint = with_mend(Problem("a", 1, 1, code, "something is wrong")).hint
    assert bool(hint) == (code in documented())
    assert with_mend(Problem("a", 1, 1, code, "something is wrong", "do this")).hint == "do this"
