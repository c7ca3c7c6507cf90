"""Whatever bytes come: no exception, sound spans, and time that grows with the size."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.lexicon import load_lexicon
from site_gen.load import Loaded, LoadOptions, article_id, load_file
from site_gen.text.document import read_document
from tests.growth import assert_time_grows_no_faster

OPTIONS = LoadOptions(load_lexicon())
NAMES = ("a.txt", "a.md", "a.html", "a.rss", "a.json", "a")
PIECES = st.sampled_from(
    ["---\n", "+++\n", 'title = "A"\n', "[[a.b]]\n", "Title: A\n", "Date: 2024-05-03\n", "title: ", "date: 2025-08-29", "\n\n", "\n", "\r\n", "<html>", "<p>", "</p>", "<rss><channel><item>", "<item>",
     "<title>", "<description>", "<feed>", "<entry>", "LONDON, March 3 (Reuters) - ", "Comments\n", "(ANI)", "# ", "* ", "> ",
     "[a](b)", "**", "`", "| a | b |\n|---|---|\n", "\u00a0", "\u200b", "“", "”", "&amp;", "&#8220;", "\\*", "é", "\x85", "\u2028",
     "Published: 3 May 2025\n", "By Ann Lee\n", "© 2025\n", "He said so. ", "date 2025-01-01 ", "\U000f0041", "\x00", "\ud83d".encode("utf-8", "replace").decode(),
     '{"version": "https://jsonfeed.org/version/1", "items": [{}]}', "<![CDATA[", "]]>", "-->", "<!--"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=25).map("".join)


@given(
    raw=st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    name=st.sampled_from(NAMES),
)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_sound_articles_or_a_problem(raw: bytes, name: str) -> None:
    loaded = load_file(raw, name, OPTIONS)
    assert loaded.articles or loaded.problems
    _assert_sound(loaded)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_markdown_reads_nothing_that_does_not_stand_there(text: str) -> None:
    for article in load_file(text.encode(), "a.md", OPTIONS).articles:
        for typed, read in zip(article.text, article.reading, strict=True):
            assert read == typed or read.isspace()


def _assert_sound(loaded: Loaded) -> None:
    for article in loaded.articles:
        assert len(article.reading) == len(article.text)
        assert article.title
        at = 0
        for block in article.blocks:
            assert at <= block.start < block.end <= len(article.text)
            assert all(block.start <= i.start < i.end <= block.end for i in block.inlines)
            at = block.end
        for removal in article.removals:
            assert removal.text == article.text[slice(*removal.span)]
        if evidence := article.published.evidence:
            assert evidence.exact == article.text[evidence.start : evidence.end]
        read_document(article)
    assert all(p.message and p.path and p.line >= 0 for p in loaded.problems)


REPEATED = {
    "txt": ["[", "\n", " ", "\u00a0", "A", "A, ", "A/", "(Photo ", ". (ANI)", '"', "a | B ", "word ", "3 min read ", "a\n", "By A and "],
    "md": ["[", "![", "[](", "[a", "*", "* ", "_a", "`", "<", "&", "1. ", "> ", "  - a\n", "---\n", "a|b\n-|-\n", "\\*", "a\n===\n"],
    "html": ["<div>", "<p>a", "<b>a", "<table><tr><td>", "<", "&", "<!--", "<ul><li>a", "<figcaption>a", '<a b="'],
    "rss": ["<item>", "<item><title>a</title><description>b</description></item>", "<![CDATA[", "&amp;", "<b>", "<ul><li>a"],
}  # fmt: skip
OPENINGS = {
    "txt": "",
    "md": "",
    "html": "<html><body><p>",
    "rss": '<rss version="2.0"><channel><item><description><![CDATA[',
}


@pytest.mark.parametrize(
    ("name", "piece"), [(name, piece) for name, pieces in REPEATED.items() for piece in pieces]
)
def test_twice_the_input_takes_about_twice_the_time(name: str, piece: str) -> None:
    def prepared(pieces: int) -> Callable[[], object]:
        raw = (OPENINGS[name] + piece * pieces).encode()
        return lambda: load_file(raw, f"a.{name}", OPTIONS)

    assert_time_grows_no_faster(prepared, 8_000 // len(piece), times=2, at_most=2.6, slack=0.1)


@given(words=st.text(max_size=120))
def test_ids_are_safe_names_everywhere(words: str) -> None:
    name = article_id(f"{words}.txt")
    assert 0 < len(name) <= 80
    assert name.isascii()
    assert name.replace("-", "").isalnum()
    assert name == name.lower()
    assert name not in {"con", "nul", "aux", "prn", "com1", "lpt1", "index"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "a"),
        ("2025/Über uns.md", "2025-uber-uns"),
        ("CON.txt", "con-article"),
        ("../../etc/passwd", "etc-passwd"),
        ("it’s.here.txt", "its-here"),
        ("a" * 200 + ".txt", "a" * 80),
    ],
)
def test_id_of_a_path(path: str, name: str) -> None:
    assert article_id(path) == name


def test_names_that_ascii_cannot_spell_stay_apart() -> None:
    assert article_id("東京.txt") != article_id("大阪.txt")
