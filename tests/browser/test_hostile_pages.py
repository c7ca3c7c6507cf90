"""Hostile articles in a browser: no page opens a dialog, asks another host, or runs a script of theirs."""

from pathlib import Path
from typing import Any

import pytest

from site_gen.config import SiteConfig
from site_gen.engine.build import build
from site_gen.engine.settings import BuildRequest
from tests.browser.test_browser import browser as browser
from tests.hostile.cases import payload_cases
from tests.hostile.together import moved

pytestmark = pytest.mark.browser
_STEP = 80
_PAGES = 40


def test_no_page_of_hostile_articles_runs_anything(browser: Any, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for number, case in enumerate(payload_cases(_STEP)):
        for put in moved(case, number).puts:
            put.make(content)
    build(BuildRequest(content, tmp_path / "site", SiteConfig(content=content), processes=1))
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > _PAGES
    seen = hostile_things(browser, pages[:: len(pages) // _PAGES])
    assert seen == []


def hostile_things(browser: Any, pages: list[Path]) -> list[str]:
    """What ran or was asked for while the pages were shown, moved over and clicked into."""
    context = browser.new_context()
    page = context.new_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: "HOSTILE-RAN" in message.text and seen.append(message.text))
    page.on(
        "request", lambda asked: asked.url.startswith("file:") or seen.append(f"request: {asked.url[:80]}")
    )
    for file in pages:
        page.goto(file.as_uri())
        page.mouse.move(200, 200)
        page.mouse.move(300, 400)
        page.keyboard.press("Tab")
    context.close()
    return seen
