"""The command line as a newcomer meets it: quick help, plain messages, exit codes that scripts can use."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.cli.asked import AskedBuild, asked_plainly
from site_gen.cli.build import build
from site_gen.cli.commands import COMMANDS

COMMAND = [sys.executable, "-m", "site_gen"]
GOOD = "Mayor Ana Ruiz of Lima opened the new bridge on 4 May 2024.\n"


def _run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *words], cwd=cwd, capture_output=True, text=True, check=False)


def _desk(folder: Path, **files: str) -> Path:
    (folder / "content").mkdir()
    for name, text in files.items():
        (folder / "content" / name.replace("_", ".")).write_text(text)
    return folder


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_answer_at_once(word: str, tmp_path: Path) -> None:
    """The least of several, in processor time: other work on the machine is not ours."""
    spent = []
    for _ in range(8):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert _run(word, cwd=tmp_path).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if min(spent) < 0.15:
            return
    pytest.fail(f"{min(spent):.3f} s of processor time")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_helps(name: str, tmp_path: Path) -> None:
    done = _run(name, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: ")


def test_the_nearest_command_is_offered_for_one_misspelt(tmp_path: Path) -> None:
    done = _run("biuld", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean 'build'?" in done.stderr
    assert "did you mean 'new site'?" in _run("init", cwd=tmp_path).stderr


def test_a_folder_with_content_is_enough(tmp_path: Path) -> None:
    done = _run("build", cwd=_desk(tmp_path, note_txt=GOOD))
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 article: " in done.stdout
    assert (tmp_path / "output/index.html").exists()


def test_a_broken_article_is_named_with_line_and_column_and_the_rest_is_published(tmp_path: Path) -> None:
    broken = "---\ntitle: [Bridge\n---\n\nText of the article.\n"
    done = _run("build", cwd=_desk(tmp_path, note_txt=GOOD, broken_md=broken))
    assert done.returncode == 1
    assert "broken.md:2:" in done.stderr
    assert "error[" in done.stderr
    assert "title: [Bridge\n           ^" in done.stderr, "the line is shown with a caret"
    assert (tmp_path / "output/articles/note.html").exists()


def test_strict_changes_nothing_and_says_so(tmp_path: Path) -> None:
    done = _run("build", "--strict", cwd=_desk(tmp_path, broken_md="---\ntitle: [a\n---\n\nText.\n"))
    assert done.returncode == 2
    assert "nothing was published" in done.stderr
    assert not (tmp_path / "output").exists()


def test_no_content_folder_is_refused_with_a_hint(tmp_path: Path) -> None:
    done = _run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no such folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_setting_is_named_with_its_line(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=GOOD)
    (tmp_path / "site.yaml").write_text("title: Bridges\ntaglin: Of Lima\n")
    done = _run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "site.yaml:2:1" in done.stderr
    assert "did you mean 'tagline'?" in done.stderr


def test_extract_prints_records_without_building(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=GOOD)
    done = _run("extract", "content/note.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "2024-05-04" in done.stdout
    assert "Ana Ruiz" in done.stdout
    assert not (tmp_path / "output").exists()


RICH = (
    "Foreign Minister Ana Ruiz of Peru signed the Lima Water Treaty with Chile on 4 May 2024.\n\n"
    '"It will bring 12 million litres a day," Ruiz said.\n'
)


def test_extract_has_a_line_for_each_record(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=RICH)
    told = _run("extract", "content/note.txt", cwd=tmp_path).stdout
    for words in ("Lima Water Treaty (Peru, Chile)", "signed 2024-05-04", "litre per day", "by Ana Ruiz"):
        assert words in told


def test_extract_as_json_names_every_field(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=RICH)
    told = json.loads(_run("extract", "content/note.txt", "--format", "json", cwd=tmp_path).stdout)
    assert told["path"] == "note.txt"
    assert told["findings"]["agreements"][0]["name"] == "Lima Water Treaty"
    assert told["findings"]["quotes"][0]["speaker"]["name"] == "Ana Ruiz"


def test_check_lists_the_codes_of_all_problems(tmp_path: Path) -> None:
    done = _run("check", "--codes", cwd=tmp_path)
    assert (done.returncode, "date-ambiguous" in done.stdout) == (0, True)


def test_timings_name_each_stage(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=GOOD)
    assert "ms cpu" in _run("build", "--timings", cwd=tmp_path).stdout


def test_a_build_can_record_what_changed(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=GOOD)
    assert "changes recorded" in _run("build", "--record", "--day", "2024-05-05", cwd=tmp_path).stdout
    assert (tmp_path / "content/changes.jsonl").exists() or (tmp_path / "changes.jsonl").exists()


def test_explain_shows_the_rule_beside_the_line(tmp_path: Path) -> None:
    _desk(tmp_path, note_txt=GOOD)
    done = _run("explain", "content/note.txt:1", cwd=tmp_path)
    assert done.returncode == 0
    assert "+ date" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("build nothing", "--content, --output, --config"),
        ("build --jobs -3", "-3 is not in the range"),
        ("build --day soon", "write it as YYYY-MM-DD, or `today`"),
        ("serve --port 99999", "0<=x<=65535"),
        ("serve --port 0 --host no-such-host.invalid", "--host is an address of this machine"),
        ("new thing", "known: article, site, theme"),
        ("extract content", "this is a folder; name files in it"),
        ("extract content/gone.txt", "there is no such file"),
        ("explain content/note.txt:99", "there is no text in this line"),
    ],
)
def test_what_is_wrong_with_a_command_is_said_with_a_way_to_mend_it(
    words: str, told: str, tmp_path: Path
) -> None:
    done = _run(*words.split(), cwd=_desk(tmp_path, note_txt=GOOD))
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_told_what_to_put_there(tmp_path: Path) -> None:
    done = _run("build", cwd=_desk(tmp_path))
    assert done.returncode == 0
    assert "put .txt, .md, .html or feed files into the content folder" in done.stdout


def test_extract_follows_the_settings_and_words_of_the_desk(tmp_path: Path) -> None:
    _desk(tmp_path)
    (tmp_path / "content/deep").mkdir()
    article = "---\ntitle: A\ndate: 03/04/2025\n---\n\n" + GOOD
    (tmp_path / "content/deep/note.md").write_text(article)
    assert "date-ambiguous" in _run("extract", "content/deep/note.md", cwd=tmp_path).stderr
    (tmp_path / "site.yaml").write_text("date_order: dmy\n")
    done = _run("extract", "content/deep/note.md", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "-q",
        "--content a --output b --config c.yaml --quiet",
        "--strict --adopt --verify --clean --record --timings --open",
        "--output a --output b -q -q",
    ],
)
def test_plain_arguments_of_a_build_mean_what_click_reads(words: str) -> None:
    read = build.make_context("build", words.split()).params
    assert asked_plainly(["build", *words.split()]) == AskedBuild(**read)


@pytest.mark.parametrize(
    "words", ["--help", "--jobs 2", "--content", "--content -q", "--content=a", "a", "-qx"]
)
def test_all_other_arguments_of_a_build_are_left_to_click(words: str) -> None:
    assert asked_plainly(["build", *words.split()]) is None


def test_a_plain_build_imports_no_click(tmp_path: Path) -> None:
    desk = _desk(tmp_path, note_txt=GOOD)
    code = "import sys; sys.argv = ['site-gen', 'build']; import site_gen.cli as c\n"
    code += "try: c.main()\nfinally: print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")
