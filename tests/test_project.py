"""Promises of the repository about itself."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_readmes_test_command() -> None:
    command = re.search(r"^python3 -m venv .*pytest$", README, re.M)
    assert command, "the README has one command that runs the tests"
    assert command.group() in (ROOT / ".ci/run").read_text("utf-8")


def test_readme_has_a_picture_and_a_command_that_builds() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)
    assert re.search(r"^python3 -m venv .*site-gen build --open$", README, re.M)


def test_no_template_trusts_markup_from_content() -> None:
    files = list((ROOT / "templates").rglob("*.html"))
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert "|safe" not in text.replace(" ", ""), file.name
        assert not re.search(r"\sstyle=|\son[a-z]+=", text), f"{file.name}: strict CSP"


def test_modules_are_small() -> None:
    for file in (ROOT / "site_gen").rglob("*.py"):
        assert len(file.read_text("utf-8").splitlines()) <= 400, file


def test_output_is_empty_in_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert "/output/*" in ignored


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    skipped = pytestconfig.getini("norecursedirs")
    folders = [folder for folder in (ROOT / "tests").rglob("*") if folder.is_dir()]
    assert folders
    assert not [folder for folder in folders for glob in skipped if fnmatch(folder.name, glob)]
