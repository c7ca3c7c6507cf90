"""What is written reads back as the same words, whatever the words are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.gather.piece import Piece, Raw
from site_gen.gather.read import read_raw
from site_gen.gather.shelf import signed, unquoted, untouched
from site_gen.gather.writing import written
from site_gen.gather.writing.body import lines_of
from site_gen.gather.writing.escape import plain
from site_gen.gather.writing.matter import yaml_text
from site_gen.load import load_file
from site_gen.load.markdown.render import rendered
from site_gen.load.markup import blocks_of
from site_gen.load.options import LoadOptions
from tests.gather.desk import LEXICON

OPTIONS = LoadOptions(LEXICON)
LINES = [
    "1987. It was a year of change for the port.", "# not a heading", "* not an item, the mayor said", "- nor this one",
    "+ or this", "> no quotation", "    no code at all", "a_b_c and _this_ and *that*", "`code` that is none", "[x](http://a.example/)",
    "[x]: http://a.example/ is no reference", "<b>bold</b> in words", "&lt;b&gt; spelt out", "AT&T; and R&D", "a | b | c",
    "---", "===", "```", "~~~", ":::", "![picture](x.png)", "back\\slash and \\* star", "<http://a.example/>", "Tokyo [Japan], August 29",
    "Price: $5 (up 3%) [see below]: yes", "1) first", "12345678901234. no list", "A line that ends in two spaces  ", "_", "*", "|", "\\",
    "**Note**: it rained", "Mr._Smith_", "{: .class }", "[^1]: note", "!", "a  b", "…", "“Quoted,” she said.", "&#42;", "&", "<", "<!-- x -->",
    "Term\u2028next", "nbsp\u00a0here", "zero\u200bwidth", "\u202eright to left",
]  # fmt: skip


def _paged(words: str) -> str:
    from html import escape

    return (
        "<rss version='2.0'><channel><title>T</title><item><title>A title of its own</title><description>"
        f"{escape(f'<p>{escape(words)}</p><p>The second paragraph closes it.</p>')}</description></item></channel></rss>"
    )


def _round_trip(piece: Piece) -> tuple[list[str], list[str]]:
    """The words of the lines that were to be written, and those of the blocks that a reader sees."""
    text = signed(written(piece, "2026-01-02"))
    loaded = load_file(text.encode("utf-8", "replace"), "a.md", OPTIONS)
    assert loaded.problems == ()
    body = text[text.index("\n---\n", 4) + 5 :]
    return [plain(line.words) for line in lines_of(piece.article)], [
        plain(block.text) for block in blocks_of(rendered(body))
    ]


@pytest.mark.parametrize("words", LINES)
def test_a_line_that_looks_like_markup_stays_a_paragraph(words: str) -> None:
    found = read_raw(Raw("f", _paged(words).encode(), "f.xml"), OPTIONS)
    for piece in found.pieces:
        came, back = _round_trip(piece)
        assert back == came
        kinds = {b.kind for b in load_file(written(piece, "").encode(), "a.md", OPTIONS).articles[0].blocks}
        assert kinds <= {"paragraph", "furniture"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_words_read_back(words: str) -> None:
    for piece in read_raw(Raw("f", _paged(words).encode(), "f.xml"), OPTIONS).pieces:
        came, back = _round_trip(piece)
        assert back == came


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=80))
def test_any_title_reads_back_from_front_matter(words: str) -> None:
    feed = _paged("The bridge opened on Tuesday, the mayor said.")
    piece = read_raw(Raw("f", feed.encode(), "f.xml"), OPTIONS).pieces[0]
    article = replace(piece.article, title=words, summary=words, tags=(words,))
    text = written(replace(piece, article=article), "")
    loaded = load_file(text.encode("utf-8", "replace"), "a.md", OPTIONS)
    assert [p for p in loaded.problems if p.severity == "error"] == []
    shown = [c for c in plain(words) if c.isprintable()]
    if "".join(shown).split():
        assert [c for c in loaded.articles[0].title if not c.isspace()] == [
            c for c in shown if not c.isspace()
        ]


@given(st.text(max_size=60))
def test_an_identity_is_read_as_it_was_written(words: str) -> None:
    assert unquoted(yaml_text(words)) == plain(words)


def test_a_signed_text_is_untouched_until_a_letter_of_it_changes() -> None:
    text = signed("---\nimport:\n  id: x\n---\n\nWords.\n")
    assert untouched(text)
    assert not untouched(text.replace("Words", "Word"))
