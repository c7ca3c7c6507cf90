"""The words of a sentence with their places: what the rules for agreements and events walk along."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[-–]\w+)*|\w+(?:[-–’'&]\w+|[.,]\d+)*")
_LOWERED = re.compile(r"[-–][a-z]+(?:ed|led|run|wide|style|based|long|level|old|held|born|era)$")


class Token(NamedTuple):
    """A word: its span, the word as typed, a lower-case key without possessive ending, and its case."""

    start: int
    end: int
    word: str
    key: str
    cap: bool
    """Begins with a capital and is not an adjective made from a name (`US-led`)."""
    owns: bool
    """Has a possessive ending."""


@lru_cache(maxsize=512)
def read_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of `text[start:end]`, in order; offsets are those of `text`.

    Remembered for a while: agreements and events walk along the same sentences.
    """
    made: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        key, cap, owns = _shape(word)
        if not owns and key[-1] == "s" and text[last : last + 2] in _MARKS:
            owns = True
        made.append(_new(Token, (first, last, word, key, cap, owns)))
    return tuple(made)


@lru_cache(maxsize=20_000)
def _shape(word: str) -> tuple[str, bool, bool]:
    """Key, case and possessive ending of a word, as far as the word itself tells."""
    key, cap = word.lower(), word[0].isupper()
    if word.isalpha():
        return key, cap, False
    owns = key[-2:] in ("'s", "’s")
    lowered = ("-" in word or "–" in word) and _LOWERED.search(word)
    return key[:-2] if owns else key, cap and not lowered, owns


_new = tuple.__new__
_MARKS = ("' ", "’ ")
