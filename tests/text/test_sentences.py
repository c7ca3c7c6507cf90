"""Sentence ends: a table of paragraphs, and what holds for any text."""

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.sentences import split_sentences
from tests.growth import assert_time_grows_no_faster

LINES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def _split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize("line", LINES)
def test_paragraph_splits_where_marked(line: str) -> None:
    wanted = [part.strip() for part in line.split("¦")]
    assert _split(" ".join(wanted)) == [
        piece for want in wanted for piece in (want.replace(".The", ".\0The").split("\0"))
    ]


def test_blank_line_ends_a_sentence() -> None:
    assert _split("A heading\n\nand more") == ["A heading", "and more"]


def test_range_is_respected() -> None:
    text = "One. Two. Three."
    assert [text[s.start : s.end] for s in split_sentences(text, 5, 9)] == ["Two."]


@given(st.text(alphabet=st.sampled_from('aB1 .!?…"”’)([“‘\n\t•$-No'), max_size=80))
def test_spans_are_ordered_trimmed_and_cover_every_word(text: str) -> None:
    spans = list(split_sentences(text, 0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", ". ", '."', "\n", " \n", "A. ", "\n \t", '"', "x", "? ”"])
def test_time_grows_linearly(unit: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        text = (unit * size)[:size]
        return lambda: deque(split_sentences(text, 0, size), maxlen=0)

    assert_time_grows_no_faster(prepared, 100_000, times=2, at_most=3.5, slack=0.02)
