"""A pattern of many phrases finds what the same phrases one beside another would find."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.phrases import any_phrase

CASES = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text(encoding="utf-8"))
PHRASES = st.lists(
    st.sampled_from(
        [
            "a",
            "ab",
            "ab a",
            "b",
            "(?:a|ba)b",
            "(?:a )?b",
            "(?:b|a(?: b)?) a",
            "a[ab]",
            "(?:a|) b",
            "b?a",
            "a|b",
        ]
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["phrases"][0])
def test_phrases_are_found_in_their_order(case: dict[str, Any]) -> None:
    assert re.findall(any_phrase(case["phrases"], r"\b"), case["text"]) == case["found"]


@pytest.mark.parametrize(
    ("text", "found"), [("Sign it", ["Sign"]), ("SIGN it, resign", ["SIGN"]), ("we ſign", [])]
)
def test_capitals_count_where_any_case_does(text: str, found: list[str]) -> None:
    assert re.findall(any_phrase(["sign", "seal"], r"(?!\w)", any_case=True), text) == found


def test_what_needs_no_boundary_is_found_anywhere() -> None:
    source = any_phrase(["never", "no"], r"(?![\w-])", r"\w-", more=["n't(?!\\w)"])
    assert re.findall(source, "never, isn't, no-one, a-no, no") == ["never", "n't", "no"]


@given(PHRASES, st.text("ab -", max_size=12), st.sampled_from([r"\w", r"\w-"]))
def test_finds_what_the_phrases_find_side_by_side(phrases: list[str], text: str, before: str) -> None:
    begin = r"\b" if before == r"\w" else rf"(?<![{before}])"
    plain = re.compile(rf"{begin}(?:{'|'.join(phrases)})(?!\w)")
    made = re.compile(any_phrase(phrases, r"(?!\w)", before))
    assert [m.span() for m in made.finditer(text)] == [m.span() for m in plain.finditer(text)]
