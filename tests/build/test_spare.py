"""Two folders take turns as the output: whatever happens between builds, the site is what a clean build makes."""

import shutil
from pathlib import Path

import pytest

from site_gen.engine import site
from tests.build.conftest import ARTICLES, Desk


def _desk(folder: Path) -> Desk:
    desk = Desk(folder)
    for name, text in ARTICLES.items():
        desk.write(name, text)
    return desk


def _clean(desk: Desk) -> dict[str, bytes]:
    """What a build from nothing makes of the same content."""
    other = Desk(desk.folder / "clean")
    shutil.rmtree(other.content)
    shutil.copytree(desk.content, other.content)
    other.build()
    found = other.files()
    shutil.rmtree(other.folder)
    return found


def _linked(desk: Desk, name: str) -> bool:
    """Whether a page is the same file in both folders."""
    spare = desk.folder / ".site-gen" / "site" / "last"
    return (spare / name).samefile(desk.output / name)


def test_many_edits_in_a_row(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.build()
    steps = [
        (
            "loan.txt",
            "OSLO, March 3 (NordWire) - The bank of Norway said it would lend 260 million kroner.\n",
        ),
        ("more/new.txt", "NUUK, April 2 - Greenland's premier Aka Holm signed the Nuuk Accord on Tuesday.\n"),
        ("visit.md", ARTICLES["visit.md"].replace("12%", "13%")),
        ("more/new.txt", None),
        ("visit.md", ARTICLES["visit.md"]),
        ("treaty.txt", None),
    ]
    for name, text in steps:
        if text is None:
            (desk.content / name).unlink()
        else:
            desk.write(name, text)
        report = desk.build()
        assert report.mode == "exchange"
        assert desk.files() == _clean(desk)


def test_pages_that_stay_are_the_same_files_in_both_folders(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.build()
    for share in ("13%", "14%", "15%"):
        desk.write("visit.md", ARTICLES["visit.md"].replace("12%", share))
        desk.build()
        assert _linked(desk, "articles/loan.html")
        assert not _linked(desk, "articles/visit.html")


def test_foreign_files_are_carried_over_and_stay_gone_when_removed(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.build()
    for number, share in enumerate(("13%", "14%", "15%", "16%")):
        theirs = desk.output / "notes" / "mine.txt"
        if number == 1:
            theirs.parent.mkdir()
            theirs.write_text("mine")
        if number == 3:
            theirs.unlink()
        desk.write("visit.md", ARTICLES["visit.md"].replace("12%", share))
        desk.build()
        assert theirs.exists() == (number in (1, 2))


@pytest.mark.parametrize("deed", ["delete", "change", "cache", "spare", "marker"])
def test_what_is_tampered_with_is_mended(tmp_path: Path, deed: str) -> None:
    desk = _desk(tmp_path)
    state = desk.folder / ".site-gen" / "site"
    desk.build()
    desk.write("visit.md", ARTICLES["visit.md"].replace("12%", "13%"))
    desk.build()
    page = desk.output / "articles" / "loan.html"
    if deed == "delete":
        page.unlink()
    elif deed == "change":
        page.write_text("changed")
    elif deed == "cache":
        (state / "cache.db").unlink()
    elif deed == "spare":
        shutil.rmtree(state / "last")
    else:
        (state / "last.turn").write_text("999")
    for share in ("14%", "15%"):
        desk.write("visit.md", ARTICLES["visit.md"].replace("12%", share))
        desk.build()
        assert desk.files() == _clean(desk)


def test_a_build_that_ends_before_the_exchange_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _desk(tmp_path)
    desk.build()
    desk.write("visit.md", ARTICLES["visit.md"].replace("12%", "13%"))
    desk.build()
    before = desk.files()

    def killed(_new: Path, _old: Path) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(site, "exchange", killed)
        desk.write("visit.md", ARTICLES["visit.md"].replace("12%", "14%"))
        with pytest.raises(KeyboardInterrupt):
            desk.build()
    assert desk.files() == before
    desk.build()
    assert desk.files() == _clean(desk)
    desk.write("loan.txt", ARTICLES["loan.txt"].replace("250", "270"))
    desk.build()
    assert desk.files() == _clean(desk)
