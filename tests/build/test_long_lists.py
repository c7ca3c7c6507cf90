"""Lists longer than a page: each gets pages for its shelves, and every link of the site leads to one of its pages."""

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from site_gen.pages import articles, figures, registers
from tests.build.conftest import Desk

STORY = Path(__file__).parents[1] / "stories/tariffs/articles"
SHELVES = (
    r"promises/\d{4}\.html",
    r"promises/\d{4}-[0-9a-z-]+\.html",
    r"agreements/in-[a-z]\.html",
    r"relations/[a-z]\.html",
    r"a-z/[a-z]\.html",
    r"timeline/\d{4}-\d\d\.html",
    r"figures/in-[a-z]\.html",
    r"articles/in-\d{4}\.html",
)


@pytest.fixture
def site(new_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A story, built as if a page held next to no entries of a list."""
    monkeypatch.setattr(registers, "_LIMITS", dict.fromkeys(registers._LIMITS, 2))
    for module in (articles, figures):
        monkeypatch.setattr(module, "ON_ONE_PAGE", 0)
    desk = new_desk()
    for file in STORY.iterdir():
        desk.write(file.name, file.read_text())
    assert desk.build().mode != "withheld"
    return desk.files()


def test_each_long_list_has_pages_for_its_shelves(site: dict[str, bytes]) -> None:
    assert [p for p in SHELVES if not any(re.fullmatch(p, path) for path in site)] == []


def test_every_link_leads_to_a_page(site: dict[str, bytes]) -> None:
    lost = {
        (path, link)
        for path, raw in site.items()
        if path.endswith(".html")
        for link in re.findall(r'<a [^>]*?href="([^"#?]+)', raw.decode())
        if not re.match(r"[a-z]+:|/", link) and normpath(join(dirname(path), link)) not in site
    }
    assert lost == set()
