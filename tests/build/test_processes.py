"""Pages made by several processes: the same site as in one, equal after edits, and nothing is half kept."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from site_gen.engine import making
from site_gen.engine.build import BuildReport, build
from site_gen.engine.settings import code_digest
from site_gen.engine.store import open_store
from tests.build.conftest import ARTICLES, Desk


@pytest.fixture(autouse=True)
def _always_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every site were large."""
    monkeypatch.setattr(making, "_SERIAL_BELOW", 0)


def _built(desk: Desk, processes: int) -> BuildReport:
    return build(replace(desk.request(), processes=processes))


def _filled(desk: Desk) -> Desk:
    for name, text in ARTICLES.items():
        desk.write(name, text)
    return desk


def test_two_processes_make_the_site_that_one_makes(new_desk: Callable[[], Desk]) -> None:
    one, two = _filled(new_desk()), _filled(new_desk())
    reports = _built(one, 1), _built(two, 2)
    assert reports[0].counts == reports[1].counts
    assert one.files() == two.files()


def test_edits_after_it_give_what_a_clean_build_gives(new_desk: Callable[[], Desk]) -> None:
    desk, clean = _filled(new_desk()), new_desk()
    _built(desk, 2)
    edited = {**ARTICLES, "loan.txt": ARTICLES["loan.txt"].replace("250 million", "260 million")}
    del edited["visit.md"]
    desk.write("loan.txt", edited["loan.txt"])
    (desk.content / "visit.md").unlink()
    assert _built(desk, 1).removed > 0
    for name, text in edited.items():
        clean.write(name, text)
    _built(clean, 1)
    assert desk.files() == clean.files()


def test_new_templates_are_applied_to_all_pages(new_desk: Callable[[], Desk]) -> None:
    desk, clean = _filled(new_desk()), _filled(new_desk())
    _built(desk, 2)
    for each in (desk, clean):
        folder = each.folder / "templates"
        folder.mkdir()
        (folder / "404.html").write_text('{% extends "base.html" %}{% block main %}Lost?{% endblock %}')
    report = _built(desk, 2)
    _built(clean, 1)
    assert 0 < report.written < report.pages
    assert desk.files() == clean.files()


def test_a_page_that_is_no_more_is_removed_with_new_settings(new_desk: Callable[[], Desk]) -> None:
    desk = _filled(new_desk())
    _built(desk, 2)
    (desk.folder / "site.yaml").write_text("exports: [none]\n")
    assert _built(desk, 2).removed > 0
    assert not (desk.output / "index.json").exists()
    assert (desk.output / "index.html").exists()


def test_a_build_that_ends_among_its_pages_leaves_nothing_behind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(making.PageMaker, "_whole", end)
        with pytest.raises(KeyboardInterrupt):
            _built(desk, 2)
    assert not desk.output.exists()
    cache = next((desk.folder / ".site-gen").rglob("cache.db"))
    store = open_store(cache, code_digest(desk.request().used_plugins))
    assert store.fresh
    store.close()
    report = _built(desk, 2)
    assert report.mode == "new"
    assert (desk.output / "index.html").exists()
