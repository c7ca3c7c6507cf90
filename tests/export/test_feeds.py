"""Feeds, sitemap and robots: valid where the site's address is known, absent or relative where it is not."""

import json
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_gen.export.addresses import sitemap
from site_gen.export.feeds.entries import Entry, apart, last_day
from site_gen.tables import SiteInfo
from tests.build.conftest import ARTICLES, Desk

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://news.example/x/"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with three articles."""
    made = Desk(tmp_path / "desk")
    for name, text in ARTICLES.items():
        made.write(name, text)
    return made


@pytest.fixture
def published(desk: Desk) -> Callable[[], dict[str, bytes]]:
    """Builds the site for an address."""

    def build() -> dict[str, bytes]:
        (desk.folder / "site.yaml").write_text(f"title: A <story> & more\nbase_url: {BASE}\n")
        desk.build()
        return desk.files()

    return build


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2025-08-29", "2025-08-29"),
        ("2025-08", "2025-08-31"),
        ("2024-02~", "2024-02-29"),
        ("2025", "2025-12-31"),
        ("2025-08-29/..", "2025-08-29"),
        ("2025-08-29/2025-09-02", "2025-09-02"),
        ("[..2025-09-01]", "2025-09-01"),
        ("201X", ""),
        ("", ""),
        ("2025-21", ""),
        ("0000", ""),
    ],
)
def test_the_last_known_day_of_a_date(edtf: str, day: str) -> None:
    assert last_day(edtf) == day


def test_entries_of_one_day_have_moments_of_their_own() -> None:
    entries = [Entry("event", f"e{n}", "", "", "2025-01-01", True) for n in range(90)]
    moments = [entry.updated for entry in apart(entries)]
    assert len(set(moments)) == 90
    assert moments == sorted(moments, reverse=True)


def test_atom_has_what_its_standard_asks_for(published: Callable[[], dict[str, bytes]]) -> None:
    files = published()
    feeds = [raw for path, raw in files.items() if path.endswith(".atom")]
    assert len(feeds) > 3
    for raw in feeds:
        feed = ElementTree.fromstring(raw)
        assert (feed.findtext(ATOM + "id") or "").startswith(BASE)
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        ids = [entry.findtext(ATOM + "id") for entry in feed.findall(ATOM + "entry")]
        assert len(set(ids)) == len(ids)
        for entry in feed.findall(ATOM + "entry"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.findtext(ATOM + "updated") or "")
            page = (entry.findtext(ATOM + "id") or "").removeprefix(BASE).partition("#")[0]
            assert page in files


def test_an_entry_without_a_stated_day_says_so(desk: Desk, published: Callable[[], dict[str, bytes]]) -> None:
    desk.write(
        "harbour.txt", "The harbour of Bergen was closed on 4 March 2025 and opened on 6 March 2025.\n"
    )
    feed = ElementTree.fromstring(published()["feed.atom"])
    entries = {e.findtext(ATOM + "id"): e for e in feed.findall(ATOM + "entry")}
    stated, bounded = (entries[f"{BASE}articles/{name}.html"] for name in ("visit", "harbour"))
    assert stated.findtext(ATOM + "published") == stated.findtext(ATOM + "updated")
    assert "No article states" not in (stated.findtext(ATOM + "summary") or "")
    assert bounded.find(ATOM + "published") is None
    assert "No article states" in (bounded.findtext(ATOM + "summary") or "")


def test_the_three_forms_have_the_same_entries(published: Callable[[], dict[str, bytes]]) -> None:
    files = published()
    atom = [e.findtext(ATOM + "id") for e in ElementTree.fromstring(files["feed.atom"]).iter(ATOM + "entry")]
    rss = ElementTree.fromstring(files["feed.rss"])
    whole = json.loads(files["feed.json"])
    assert [item.findtext("guid") for item in rss.iter("item")] == atom
    assert [item["id"] for item in whole["items"]] == atom
    assert whole["title"] == rss.findtext("channel/title") == "A <story> & more"
    assert all(parsedate_to_datetime(date.text or "") for date in rss.iter("pubDate"))


def test_pages_name_the_feeds(published: Callable[[], dict[str, bytes]]) -> None:
    files = published()
    named = re.findall(rb'rel="alternate" type="([^"]+)"[^>]*href="([^"]+)"', files["index.html"])
    assert {kind for kind, _ in named} == {
        b"application/atom+xml",
        b"application/rss+xml",
        b"application/feed+json",
        b"application/json",
    }
    assert all(path.decode() in files for _, path in named)


def test_without_an_address_there_are_no_feeds_and_no_sitemap(desk: Desk) -> None:
    desk.build()
    files = desk.files()
    assert not [path for path in files if path.endswith((".atom", ".rss", ".xml")) or path == "feed.json"]
    assert b'rel="canonical"' not in files["index.html"]
    assert b"Sitemap" not in files["robots.txt"]


def test_taking_the_address_away_takes_feeds_and_sitemap_away(
    desk: Desk, published: Callable[[], dict[str, bytes]]
) -> None:
    assert "sitemap.xml" in published()
    (desk.folder / "site.yaml").unlink()
    desk.build()
    assert not [path for path in desk.files() if path.endswith((".atom", ".rss", ".xml"))]


def test_the_sitemap_has_every_page_but_the_one_for_none(published: Callable[[], dict[str, bytes]]) -> None:
    files = published()
    listed = re.findall(r"<loc>([^<]+)</loc>", files["sitemap.xml"].decode())
    pages = {path for path in files if path.endswith(".html") and path != "404.html"}
    pages -= {path for path in pages if path.startswith("embed/")}  # forms of other pages, for frames
    assert {address.removeprefix(BASE) for address in listed} == pages
    assert f"Sitemap: {BASE}sitemap.xml" in files["robots.txt"].decode()


def test_many_pages_get_a_sitemap_of_sitemaps() -> None:
    paths = [f"events/{n}.html" for n in range(100_001)]
    files = dict(sitemap(paths, SiteInfo("Story", base_url=BASE)))
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert files["sitemap.xml"].count("<sitemap>") == 3
    assert sum(text.count("<url>") for text in files.values()) == len(paths)


def test_what_people_read_in_a_feed_tells_dates_in_words(desk: Desk) -> None:
    desk.write(
        "after.txt", "After the talks of June 2025, Mayor Erik Dahl of Bergen opened a quay in July 2025.\n"
    )
    (desk.folder / "site.yaml").write_text(f"base_url: {BASE}\n")
    desk.build()
    files = desk.files()
    read = "\n".join(
        [entry["content_text"] for entry in json.loads(files["feed.json"])["items"]]
        + re.findall(r"(?:SUMMARY|DESCRIPTION):[^\r\n]*(?:\r?\n [^\r\n]*)*", files["timeline.ics"].decode())
    )
    assert "July 2025" in read
    assert not re.search(r"\b\d{4}-\d\d(?:-\d\d)?[~?/)\]]", re.sub(r"https?://\S+", "", read))
