"""What a pattern needs to find anything: no match is lost where a sentence is searched for that first."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import kept
from site_gen.text.letters import letters_in
from site_gen.text.needed import needed_by_each, needed_words, patterns, phrases

PARTS = st.sampled_from(
    [
        "sign",
        "(?:will|shall) ",
        "pay",
        "s?",
        "[a-z]+ ",
        " ",
        "n['’]t",
        "(?:the )?",
        "deals?",
        "\\d+",
        "(?=s)",
        "|",
        "-",
    ]
)
SOURCES = st.lists(PARTS, min_size=1, max_size=6).map("".join)
TEXTS = st.lists(
    st.sampled_from(
        ["sign", "will", "Shall", "pay", "the", "deal", "deals", "n't", "s", " ", " ", "-", "7", "é", "ſ"]
    ),
    max_size=12,
).map("".join)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept._folder.cache_clear()
    yield tmp_path
    kept._folder.cache_clear()


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("is bound to", {"bound"}),
        ("(?:has|have) pledged", {"pledged"}),
        ("endeavou?rs?", {"endeavour", "endeavours", "endeavor", "endeavors"}),
        ("no \\w+ obligation", {"obligation"}),
        ("[a-z]+", set()),
        ("(?:sign|\\d)", set()),
    ],
)
def test_each_form_of_a_phrase_needs_its_rarest_word(phrase: str, words: set[str]) -> None:
    assert needed_words("test", [phrase], {"is", "to", "has", "have", "no"}) == words


def test_a_pattern_that_may_begin_inside_of_a_word_needs_none_there() -> None:
    assert needed_by_each("test", ["ship to port", r"\bship to port\b"]) == [{"to"}, {"ship"}]


def test_what_was_kept_and_is_damaged_is_made_again(folder: Path) -> None:
    assert needed_words("test", ["is bound to"]) == {"bound"}
    for file in (folder / "site-gen").iterdir():
        file.write_bytes(b"\xc1")
    assert needed_words("test", ["is bound to"]) == {"bound"}


def test_where_the_parser_is_not_as_expected_every_sentence_is_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("site_gen.text.needed.importlib.import_module", lambda name: re)
    found = phrases("test", ["signed"], r"\b")
    assert found.words == frozenset()
    assert found.may_stand("Nothing of the kind")


def test_letters_that_only_count_as_others_are_not_missed() -> None:
    assert phrases("test", ["paid miss"], r"\b", any_case=True).search("PAID Miſſ it")


@given(SOURCES, TEXTS)
def test_a_pattern_that_finds_something_is_among_those_that_may(source: str, text: str) -> None:
    may = list(patterns("test", [("one", source)]).that_may(text))
    assert may or not re.search(source, text)
    needed = needed_by_each("test", [source])[0]
    assert not needed or not re.search(source, text.lower()) or not needed.isdisjoint(letters_in(text))
