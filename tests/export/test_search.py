"""The files of the search index: what they hold, how large they grow, what they are called."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_gen.export.search.files import file_list, index_files
from site_gen.export.search.words import file_name, short_id, words
from site_gen.tables import SiteInfo

CASES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
_CALL = re.compile(r"siteSearch\.add\((.*)\)\n", re.S)


def _read(text: str) -> Any:
    call = _CALL.fullmatch(text)
    assert call
    return json.loads(f"[{call[1]}]")


def _articles(file: Any, word: str) -> list[tuple[str, int]]:
    _, ids, _, postings = file
    number, found = 0, []
    for step in postings[word][0]:
        number += step >> 2
        found.append((ids[number * 8 : number * 8 + 8], step & 3))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_are_folded_and_function_words_left_out(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_of_any_text_are_plain(text: str) -> None:
    for word in words(text):
        assert word.isalnum()
        assert 2 <= len(word) <= 24


@given(st.sets(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=5)))
def test_file_names_are_ascii_and_differ(beginnings: set[str]) -> None:
    names = {file_name(beginning) for beginning in beginnings}
    assert len(names) == len(beginnings)
    assert all(re.fullmatch(r"[a-z0-9_]+", name) for name in names if name.islower() or name.isdigit())


def test_an_article_is_found_under_its_word_with_its_weight() -> None:
    one, two = sorted((short_id("one"), short_id("two")))
    rows = [json.dumps([one, {"port": 1}]), json.dumps([two, {"port": 3, "pour": 0}])]
    (path, text), *rest = index_files("po", rows)
    assert (path, rest) == ("search/w-po.js", [])
    assert _articles(_read(text), "port") == [(one, 1), (two, 3)]
    assert _articles(_read(text), "pour") == [(two, 0)]


def test_records_stand_beside_articles() -> None:
    harbour = ["place", "places/port.html", "Port", "", "", 1]
    rows = [json.dumps([short_id("one"), {"port": 0}]), json.dumps([harbour, {"port": 3}])]
    _, _, records, postings = _read(next(iter(index_files("po", rows)))[1])
    assert records == [harbour]
    assert postings["port"][1] == [0]


def test_a_part_without_entries_has_no_files() -> None:
    assert list(index_files("po", [])) == []


def test_large_parts_are_split_and_no_file_is_over_100_kb() -> None:
    many = [f"po{a}{b}{c}" for a in "abcdefgh" for b in "rst" for c in "xyz"] + ["po"]
    rows = [json.dumps([short_id(str(n)), dict.fromkeys(many, n % 4)]) for n in range(4000)]
    files = dict(index_files("po", rows))
    assert max(len(text.encode()) for text in files.values()) < 100_000
    found = {word for text in files.values() for word in _read(text)[3]}
    assert found == set(many)
    for path, text in files.items():
        start = path.removeprefix("search/w-").removesuffix(".js")
        assert all(word.startswith(start) for word in _read(text)[3])


def test_a_word_that_is_everywhere_says_that_its_list_is_cut() -> None:
    rows = [json.dumps([short_id(str(n)), {"port": 3 if n == 3999 else 0}]) for n in range(4000)]
    postings = _read(dict(index_files("po", rows))["search/w-po.js"])[3]
    assert postings["port"][2] == 1
    assert any(step & 3 == 3 for step in postings["port"][0])


def test_the_list_of_files_names_word_files_alone() -> None:
    ((path, text),) = file_list(["index.html", "search/t-ab.js", "search/w-ab.js"], SiteInfo("Story"))
    assert path == "search/files.js"
    assert text.startswith('siteSearch.files("ab",')
