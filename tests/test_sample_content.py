"""The sample articles: loaded without trouble, in the formats promised, and in words of their own."""

import re
from pathlib import Path

import pytest

from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import Article
from site_gen.site_yaml import load_config

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
FILES = sorted(path for path in CONTENT.rglob("*") if path.is_file() and not path.name.startswith((".", "_")))
SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 11


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    options = LoadOptions(load_lexicon())
    found = [load_file(path.read_bytes(), path.relative_to(CONTENT).as_posix(), options) for path in FILES]
    assert not [problem for loaded in found for problem in loaded.problems]
    return {article.id: article for loaded in found for article in loaded.articles}


def test_every_promised_format_is_there(articles: dict[str, Article]) -> None:
    formats = [article.format for article in articles.values()]
    assert sorted(formats) == ["feed", "feed", "html", "md", "txt", "txt"]


def test_pasted_furniture_is_set_apart(articles: dict[str, Article]) -> None:
    rules = {removal.rule for article in articles.values() for removal in article.removals}
    assert {
        "page-navigation",
        "share",
        "comments",
        "repeated-line",
        "credit",
        "agency-tail",
        "leading-date",
    } <= rules
    read = " ".join(article.reading for article in articles.values())
    for words in (
        "top of page",
        "Comments",
        "Accept all",
        "Most read",
        "harbourmaster",
        "verified and authored",
    ):
        assert words not in read


@pytest.mark.parametrize(
    "fact",
    [
        "August 29, 2025", "August 2025", "December 2025", "Nov. 23, 2025", "February 2026", "Johannesburg", "Sane Takaiichi",
        "Sanae Takaichi", "Shinzo Abe", "Shigeru Ishiba", "Toshimitsu Motegi", "S. Jaishankar", "Noriyaki Abe",
        "Joint Declaration on Security Cooperation", "2035 Vision Statement", "2025 Vision Statement", "UNICORN",
        "10 trillion yen", "USD 68 billion", "500,000", "$25.17 billion", "$21 billion", "2023-24", "$43 billion",
        "Yomiuri Shimbun", "15th Annual India-Japan Summit", "ReCAAP", "a decade ago", "a decade prior",
    ],
)  # fmt: skip
def test_the_facts_of_the_story_are_told(articles: dict[str, Article], fact: str) -> None:
    assert any(fact in " ".join(article.reading.split()) for article in articles.values())


def test_one_quotation_is_left_open(articles: dict[str, Article]) -> None:
    odd = [
        article.text[block.start : block.end]
        for article in articles.values()
        for block in article.blocks
        if block.kind == "paragraph" and article.text.count('"', block.start, block.end) % 2
    ]
    assert len(odd) == 1


def test_the_settings_beside_it_are_sound() -> None:
    found = load_config(ROOT / "site.yaml")
    assert found.title
    assert found.topics


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not here to compare with")
def test_no_sentence_is_taken_from_the_seeds() -> None:
    theirs = {run for path in SEEDS.glob("*.txt") for run in _runs(path.read_text("utf-8"))}
    ours = {run for path in FILES for run in _runs(path.read_text("utf-8"))}
    assert theirs
    assert not ours & theirs


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
