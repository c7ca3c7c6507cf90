"""Builds as an editor makes them: what is published, what is written again, what an error costs."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import site_gen.load
from site_gen.errors import UsageError
from site_gen.load import Loaded, LoadOptions
from tests.build.conftest import ARTICLES, Desk


def test_every_article_is_published_with_its_records(desk: Desk) -> None:
    report = desk.build()
    records = json.loads((desk.output / "data/records.json").read_text("utf-8"))
    assert (report.articles, report.errors) == (3, 0)
    assert {article["path"] for article in records["articles"]} == set(ARTICLES)
    assert {"index.html", "articles/loan.html", "timeline.html", "404.html"} <= set(desk.files())


def test_second_build_writes_nothing(desk: Desk) -> None:
    desk.build()
    before = {path: path.stat().st_mtime_ns for path in desk.output.rglob("*")}
    report = desk.build()
    assert (report.mode, report.written, report.removed) == ("unchanged", 0, 0)
    assert {path: path.stat().st_mtime_ns for path in desk.output.rglob("*")} == before


def test_touching_a_file_without_changing_it_writes_nothing(desk: Desk) -> None:
    desk.build()
    (desk.content / "loan.txt").touch()
    assert desk.build().mode == "unchanged"


def test_an_edit_of_the_same_size_and_time_is_seen(desk: Desk) -> None:
    desk.build()
    path = desk.content / "loan.txt"
    info = path.stat()
    path.write_bytes(path.read_bytes().replace(b"250 million", b"260 million"))
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    desk.build()
    assert b"260 million" in desk.files()["articles/loan.html"]


def test_a_deleted_article_leaves_the_site(desk: Desk) -> None:
    desk.build()
    (desk.content / "treaty.txt").unlink()
    report = desk.build()
    assert report.removed > 0
    assert not any(b"Fisheries" in raw for path, raw in desk.files().items() if path != ".site-gen-manifest")


def test_a_page_that_was_tampered_with_is_mended(desk: Desk) -> None:
    desk.build()
    clean = desk.files()
    (desk.output / "articles/loan.html").write_text("nonsense")
    (desk.output / "timeline.html").unlink()
    desk.build()
    assert desk.files() == clean


def test_files_of_others_stay(desk: Desk) -> None:
    desk.build()
    (desk.output / "CNAME").write_text("news.example")
    desk.write("loan.txt", ARTICLES["loan.txt"].replace("250", "260"))
    desk.build()
    assert desk.files()["CNAME"] == b"news.example"


def test_a_lost_cache_changes_nothing_but_the_time(desk: Desk) -> None:
    desk.build()
    clean = desk.files()
    for path in (desk.folder / ".site-gen" / "site").glob("cache.db*"):
        path.unlink()
    (desk.content / "treaty.txt").unlink()
    desk.build()
    desk.write("treaty.txt", ARTICLES["treaty.txt"])
    desk.build()
    assert desk.files() == clean


def test_one_broken_article_costs_no_other(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    desk.build()
    good = desk.files()
    other = new_desk()
    for name, text in ARTICLES.items():
        other.write(name, text)
    other.write("broken.md", "---\nleaders: none\ndate: 2025-02-31\n---\n\nText.\n")
    report = other.build()
    assert [(p.path, p.line) for p in report.problems] == [("broken.md", 2), ("broken.md", 3)]
    assert report.errors == 2
    assert all(problem.column > 0 for problem in report.problems)
    for path, raw in good.items():
        if path.startswith("articles/") and path != "articles/index.html":
            assert other.files()[path] == raw


def test_strict_publishes_nothing_when_an_article_is_broken(desk: Desk) -> None:
    desk.build()
    before = desk.files()
    desk.write("broken.md", "---\ntitle: [India\n---\n\nText.\n")
    assert desk.build(strict=True).mode == "withheld"
    assert desk.files() == before


def test_two_articles_of_one_name_are_both_published(desk: Desk) -> None:
    desk.write("a/report.txt", "The council of Lund voted on Monday to close the old bridge.\n")
    desk.write("a-report.txt", "The council of Malmo voted on Tuesday to build a new bridge.\n")
    report = desk.build()
    text = "".join(raw.decode() for path, raw in desk.files().items() if path.startswith("articles/"))
    assert report.articles == 5
    assert "council of Lund" in text
    assert "council of Malmo" in text


def test_a_missing_content_folder_is_a_message(desk: Desk) -> None:
    request = desk.request()
    for path in sorted(desk.content.rglob("*"), reverse=True):
        path.unlink()
    desk.content.rmdir()
    with pytest.raises(UsageError, match="no such folder"):
        desk_build(request)


def desk_build(request: object) -> object:
    """A build of a request as it is."""
    from site_gen.engine.build import build

    return build(request)  # type: ignore[arg-type]


def test_an_empty_content_folder_is_a_site_too(new_desk: Callable[[], Desk]) -> None:
    empty = new_desk()
    report = empty.build()
    assert report.articles == 0
    assert "index.html" in empty.files()


def test_nothing_on_the_page_depends_on_where_the_folder_is(
    desk: Desk, new_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    other = new_desk()
    for name, text in reversed(ARTICLES.items()):
        other.write(name, text)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.chdir(Path(other.folder))
    other.build()
    assert other.files() == desk.files()


def test_a_fault_of_ours_in_one_file_costs_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("odd.txt", "The council of Lima met on 4 May 2024.\n")
    read = site_gen.load.load_file

    def failing(raw: bytes, path: str, options: LoadOptions) -> Loaded:
        if path == "odd.txt":
            raise UnboundLocalError("a bug")
        return read(raw, path, options)

    monkeypatch.setattr("site_gen.load.load_file", failing)
    report = desk.build()
    assert [(p.path, p.code) for p in report.problems] == [("odd.txt", "internal")]
    assert report.articles == 3
