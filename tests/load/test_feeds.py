"""Feeds: what an entry without text becomes, far encodings, days as written."""

from pathlib import Path

import pytest
import yaml

from site_gen.lexicon import load_lexicon
from site_gen.load import load_file
from site_gen.load.options import Loaded, LoadOptions

OPTIONS = LoadOptions(load_lexicon())
CASES = yaml.safe_load((Path(__file__).parent / "feeds.yaml").read_text("utf-8"))


def _feed(item: str, encoding: str = "utf-8") -> Loaded:
    text = f"<rss version='2.0'><channel><title>T</title><item>{item}</item></channel></rss>"
    return load_file(text.encode(encoding), "feed.xml", OPTIONS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_entry_says_what_the_feed_says(case: dict[str, str]) -> None:
    articles = _feed(case["item"]).articles
    assert [(a.title, a.published.edtf, a.completeness) for a in articles] == [
        (case["title"], case.get("day"), case.get("completeness", "summary"))
    ]


def test_an_entry_without_words_is_left_out_and_named() -> None:
    loaded = _feed("<pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate>")
    assert loaded.articles == ()
    assert [problem.code for problem in loaded.problems] == ["entry-empty"]


@pytest.mark.parametrize("encoding", ["gb2312", "euc-kr", "koi8-r"])
def test_a_feed_in_a_far_encoding_that_it_does_not_name_is_read_with_a_warning(encoding: str) -> None:
    words = {
        "gb2312": "港口新添一台起重机，可以吊起一千二百吨的货物，市长昨天出席了启用仪式。",
        "euc-kr": "항구에 새 크레인이 들어왔다. 시장은 어제 기념식에 참석했다고 말했다.",
        "koi8-r": "В порту появился новый кран, сообщил вчера мэр города на церемонии открытия.",
    }[encoding]
    loaded = _feed(f"<title>{words}</title><description>{words * 4}</description>", encoding)
    assert loaded.articles[0].title == words
    assert [problem.code for problem in loaded.problems] == ["encoding"]


def test_a_channel_definition_file_is_a_feed() -> None:
    text = '<CHANNEL HREF="https://a.example/"><ITEM><TITLE>Bridge opens</TITLE></ITEM></CHANNEL>'
    assert [a.title for a in load_file(text.encode(), "x.xml", OPTIONS).articles] == ["Bridge opens"]
