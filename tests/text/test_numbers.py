"""Numbers in words, in digits and in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.lexicon import load_lexicon
from site_gen.text.numbers import Number, is_digits, number_words, read_number, tokenise

WORDS = number_words(load_lexicon())


def first_number(text: str, doubtful: bool = False) -> tuple[float, str] | None:
    tokens = tokenise(text, 0, len(text))
    for at, word in enumerate(tokens.low):
        if is_digits(tokens.words[at]) or word in WORDS.starts:
            found = read_number(tokens, at, WORDS, doubtful)
            if found:
                return found.value, text[tokens.starts[found.first] : tokens.ends[found.last - 1]]
    return None


@pytest.mark.parametrize(
    ("text", "value", "exact"),
    [
        ("2.5 million people", 2_500_000, "2.5 million"),
        ("twenty-three thousand men", 23_000, "twenty-three thousand"),
        ("one hundred and five men", 105, "one hundred and five"),
        ("two million three hundred thousand", 2_300_000, "two million three hundred thousand"),
        ("half a million", 500_000, "half a million"),
        ("a quarter of a million", 250_000, "a quarter of a million"),
        ("three quarters of a billion", 750_000_000, "three quarters of a billion"),
        ("a dozen eggs", 12, "a dozen"),
        ("two-thirds of them", 2 / 3, "two-thirds"),
        ("a third of them", 1 / 3, "a third"),
        ("1,20,000 rupees", 120_000, "1,20,000"),
        ("12,345,678.9 tonnes", 12_345_678.9, "12,345,678.9"),
        ("1.2 lakh crore", 1.2e12, "1.2 lakh crore"),
        ("4.3M users", 4_300_000, "4.3M"),
        ("7bn of debt", 7e9, "7bn"),
        ("two and a half years", 2.5, "two and a half"),
        ("10 1/2 miles", 10.5, "10 1/2"),
        ("tens of thousands of", 10_000, "tens of thousands"),
        ("hundreds of people", 100, "hundreds"),
        (".5 of a point", 0.5, ".5"),
    ],
)
def test_number_is_read_to_its_end(text: str, value: float, exact: str) -> None:
    assert first_number(text) == (pytest.approx(value), exact)


@pytest.mark.parametrize(
    "text", ["the third man", "several hundred", "a quarter final", "the first half", "scores were level"]
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert first_number(text) is None


def test_a_letter_means_million_only_where_asked() -> None:
    assert first_number("10m", doubtful=False) == (10, "10")
    assert first_number("10m", doubtful=True) == (10_000_000, "10m")


def test_vague_number_says_the_most_it_means() -> None:
    tokens = tokenise("dozens of cars", 0, 14)
    assert read_number(tokens, 0, WORDS) == Number(12, 12, 0, 1, "vague", 120)


@given(st.text())
def test_tokens_are_the_text_without_spaces(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word
    assert "".join(tokens.words).split() == "".join(text.split()).split()


_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@given(st.integers(0, 7), st.integers(0, 8), st.integers(0, 8))
def test_compound_words_add_up(hundreds: int, tens: int, ones: int) -> None:
    tens %= 8
    text = f"{_ONES[hundreds]} hundred and {_TENS[tens]}-{_ONES[ones]} thousand"
    assert first_number(text) == (((hundreds + 1) * 100 + (tens + 2) * 10 + ones + 1) * 1000, text)
