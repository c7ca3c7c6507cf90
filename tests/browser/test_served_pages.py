"""An open page of `site-gen serve` in Chromium: it follows edits, keeps its place, and shows what is wrong."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_browser import browser  # noqa: F401
from tests.serve.test_serve import Running

pytestmark = pytest.mark.browser
LONG = "\n\n".join(
    f"Mayor Ana Ruiz of Lima opened bridge number {n} on {n % 27 + 1} May 2024." for n in range(60)
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.chdir(tmp_path)
    running = Running(tmp_path / "desk", LONG)
    running.until(lambda: len(running.said) > 1)
    time.sleep(0.3)  # the watcher is set up after the first build
    yield running
    running.close()


@pytest.fixture
def page(browser: Any, desk: Running) -> Iterator[Any]:  # noqa: F811
    context = browser.new_context(viewport={"width": 900, "height": 600})
    opened = context.new_page()
    opened.goto(f"http://127.0.0.1:{desk.port}/articles/note.html")
    yield opened
    context.close()


def test_an_open_page_follows_an_edit_and_keeps_its_place(page: Any, desk: Running) -> None:
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 1500)")
    before = page.evaluate("scrollY")
    assert before > 800
    (desk.folder / "content/note.txt").write_text(LONG.replace("bridge number 59", "harbour number 59"))
    page.wait_for_selector("text=harbour number 59", state="attached")
    page.wait_for_load_state("load")
    desk.until(lambda: abs(page.evaluate("scrollY") - before) < 3, seconds=10)


def test_what_is_wrong_is_shown_on_top_with_its_line_until_it_is_mended(page: Any, desk: Running) -> None:
    broken = desk.folder / "content/broken.md"
    broken.write_text("---\ntitle: [Bridge\n---\n\nText.\n")
    shown = page.wait_for_selector("dialog[open] pre").inner_text()
    assert "broken.md:2:8: error[yaml]" in shown
    assert "title: [Bridge" in shown
    assert "help: close it on its own line" in shown
    broken.unlink()
    page.wait_for_selector("dialog", state="detached")
    assert "bridge number 59" in page.inner_text("body")
