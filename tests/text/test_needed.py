"""What a pattern needs to find anything: no match is lost where a sentence is searched for that first."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import kept
from site_gen.text.letters import letters_in
from site_gen.text.needed import needed_by_each, needed_words, needing, patterns, phrases

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
    ("phrase", "needs"),
    [
        ("is bound to", {"bound": ["to"]}),
        ("(?:has|have) pledged", {"pledged": ["has", "have"]}),
        ("(?:has )?pledged", {"pledged": []}),
        ("endeavou?rs?", {"endeavor": [], "endeavors": [], "endeavour": [], "endeavours": []}),
        ("no \\w+ obligation", {"obligation": ["no"]}),
        ("[a-z]+", {}),
        ("(?:sign|\\d)", {}),
    ],
)
def test_each_form_of_a_phrase_needs_its_rarest_word_and_one_beside_it(
    phrase: str, needs: dict[str, list[str]]
) -> None:
    assert needed_words("test", [phrase], {"is", "to", "has", "have", "no"}) == needs


def test_a_word_that_is_enough_for_one_phrase_is_enough_for_all() -> None:
    assert needed_words("test", ["was called off", "called", "called up"]) == {"called": []}


def test_a_phrase_may_stand_only_where_both_words_do() -> None:
    found = phrases("test", ["called off", "delayed"], r"\b")
    assert found.may_stand("They called it off")
    assert found.may_stand("It was delayed")
    assert not found.may_stand("They called it a day")


def test_a_pattern_that_may_begin_inside_of_a_word_needs_none_there() -> None:
    assert needed_by_each("test", ["ship to port", r"\bship to port\b"]) == [{"to": []}, {"ship": ["port"]}]


def test_what_was_kept_and_is_damaged_is_made_again(folder: Path) -> None:
    assert needed_words("test", ["is bound to"]) == {"bound": ["to"]}
    for file in (folder / "site-gen").iterdir():
        file.write_bytes(b"\xc1")
    assert needed_words("test", ["is bound to"]) == {"bound": ["to"]}


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
    assert not needed or not re.search(source, text.lower()) or not letters_in(text).isdisjoint(needed)
    told = needing(source, needed)
    assert told.may_stand(text) or not re.search(source, text.lower())
