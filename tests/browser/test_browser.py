"""The site as a reader's browser shows it: search, marks, keyboard, dark, without script, from a disk.

Needs Chromium; skipped where there is none, unless SITE_GEN_BROWSER_REQUIRED=1, and then it fails.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.build.conftest import ARTICLES, Desk

pytestmark = pytest.mark.browser
_PLACES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'"
)
_MISSPELT = (
    "---\ntitle: Loan for the port criticised\ndate: 2025-03-07\n---\n\n"
    "Governor Ingrid Sollvang of the central bank of Norway defended the loan on 6 March 2025. "
    "Sollvang said the harbour of Ålesund would be next.\n"
)
PAGES = ("index.html", "articles/visit.html", "timeline.html", "leaders/ingrid-solvang.html", "search.html")


def _lacking(why: str) -> None:
    if os.environ.get("SITE_GEN_BROWSER_REQUIRED") == "1":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    found = next((path for name in _PLACES if (path := shutil.which(name))), None)
    if found is None:
        _lacking("no Chromium on this machine")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacking("playwright is not installed")
    with sync_playwright() as tool:
        opened = tool.chromium.launch(executable_path=found, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site."""
    desk = Desk(tmp_path_factory.mktemp("desk") / "one")
    for name, text in {**ARTICLES, "critics.md": _MISSPELT}.items():
        desk.write(name, text)
    (desk.folder / "site.yaml").write_text("title: Bergen\n")
    desk.build()
    return desk.output


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """With the strictest policy that the site's own `_headers` asks for."""
        self.send_header("Content-Security-Policy", _POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The same site from a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """Where the site is: on a disk, on a server."""
    return f"{site.resolve().as_uri()}/" if request.param == "disk" else served


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose complaints fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(5000)
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not [text for text in complaints if "favicon" not in text]


def _results(page: Any) -> list[str]:
    page.wait_for_selector("#results li")
    return [text.strip() for text in page.locator("#results .what a").all_inner_texts()]


def test_marks_of_an_article_are_switched_off_without_a_script(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "articles/visit.html").resolve().as_uri())
    mark = page.locator(".text a.m.leader").first
    drawn = "e => getComputedStyle(e).textDecorationLine"
    assert mark.evaluate(drawn) == "underline"
    page.uncheck("#m-leader")
    assert mark.evaluate(drawn) == "none"
    page.uncheck("#m-side")
    assert not page.locator(".made").first.is_visible()
    context.close()


def test_search_from_the_box_of_any_page_finds_a_name_by_its_beginning(page: Any, start: str) -> None:
    page.goto(start + "articles/visit.html")
    page.fill("#site-search", "solv")
    page.press("#site-search", "Enter")
    page.wait_for_url("**/search.html?q=solv")
    assert _results(page)[0] == "Ingrid Solvang"


@pytest.mark.parametrize("typed", ["Sollvang", "Ingrid Solvng"])
def test_search_finds_a_name_that_is_spelt_another_way(page: Any, start: str, typed: str) -> None:
    page.goto(start + "search.html")
    page.fill("#site-search", typed)
    assert any("Solvang" in title for title in _results(page))


def test_search_folds_marks_and_shows_the_sentence_with_the_match_marked(page: Any, start: str) -> None:
    page.goto(start + "search.html?q=alesund")
    _results(page)
    assert page.locator("#results .quoted mark").all_inner_texts() == ["Ålesund"]
    page.click("#results .quoted a.place")
    page.wait_for_url("**/articles/critics.html#s*")
    assert "Ålesund" in page.locator(":target").inner_text()


def test_search_filters_by_kind(page: Any, served: str) -> None:
    page.goto(served + "search.html?q=bergen")
    _results(page)
    page.click("#kinds button[value=article]")
    page.wait_for_selector("#kinds button[value=article][aria-pressed=true]")
    assert set(page.locator("#results .what a").evaluate_all("all => all.map(a => a.className)")) == {
        "r article"
    }


def test_search_says_when_there_is_nothing(page: Any, served: str) -> None:
    page.goto(served + "search.html?q=xylophone")
    page.wait_for_function("document.getElementById('status').textContent.includes('Nothing found')")


def test_search_by_keyboard(page: Any, served: str) -> None:
    page.goto(served + "search.html")
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("bergen")
    _results(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "site-search"
    page.keyboard.press("Escape")
    assert page.input_value("#site-search") == ""


def test_evidence_leads_to_its_sentence_which_stands_out(page: Any, start: str) -> None:
    page.goto(start + "leaders/ingrid-solvang.html")
    page.locator("a.ev, .sn").first.click()
    target = page.locator(":target")
    target.wait_for()
    plain = page.evaluate("getComputedStyle(document.body).backgroundColor")
    shown = target.evaluate("e => getComputedStyle(e).backgroundColor")
    assert shown not in (plain, "rgba(0, 0, 0, 0)")


def test_the_first_stop_leads_past_the_navigation_and_every_stop_is_seen(page: Any, served: str) -> None:
    page.goto(served + "articles/visit.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2")


def test_the_page_is_dark_for_readers_who_want_that(browser: Any, served: str) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(served + "index.html")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        shades[scheme] = sum(colour)
        context.close()
    assert shades["dark"] < 200 < 600 < shades["light"]


def test_without_script_all_is_readable_and_search_leads_to_the_lists(browser: Any, start: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start + "articles/visit.html")
    assert "Governor Ingrid Solvang visited Bergen" in page.inner_text("main")
    page.fill("#site-search", "solvang")
    page.press("#site-search", "Enter")
    page.wait_for_url("**/search.html?q=solvang")
    page.click("noscript a")
    page.wait_for_url("**/a-z.html")
    assert "Ingrid Solvang" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_screen(page: Any, served: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_for_more_than_its_policy_allows(page: Any, start: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(start + path)
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(start) for url in asked)
    assert path == "search.html" or not [url for url in asked if url.endswith(".js")]
