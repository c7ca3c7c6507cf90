"""Data blocks: they hold what the page says, date only what is stated, and can never close their element."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages.jsonld import page_data
from site_gen.pages.lists import PlainView
from site_gen.pages.notes import Link
from site_gen.pages.parts import Head
from site_gen.tables import SiteInfo

SITE = SiteInfo("Story", base_url="https://news.example/x/")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_title_can_close_the_block(title: str) -> None:
    text = page_data(PlainView(Head(title + "</script><!--", title, "")), "a.html", SITE)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)["@graph"][0]["name"] == title + "</script><!--"


def test_addresses_stand_alone_where_the_site_has_one() -> None:
    trail = (Link("page", "", "Home", "../index.html"), Link("page", "", "Places", "index.html"))
    text = page_data(PlainView(Head("Oslo", "About Oslo", "", trail)), "places/oslo.html", SITE)
    page, crumbs = json.loads(text)["@graph"]
    assert page["url"] == "https://news.example/x/places/oslo.html"
    assert [step["item"]["@id"] for step in crumbs["itemListElement"]] == [
        "https://news.example/x/index.html",
        "https://news.example/x/places/index.html",
        "https://news.example/x/places/oslo.html",
    ]


def test_nothing_empty_is_said() -> None:
    page = json.loads(page_data(PlainView(Head("Oslo", "", "")), "a.html", SITE))["@graph"][0]
    assert page == {"@type": "WebPage", "name": "Oslo", "url": "https://news.example/x/a.html"}
