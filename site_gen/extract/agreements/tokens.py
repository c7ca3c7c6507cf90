"""The words of a sentence with their places: what the rules for agreements and events walk along."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from site_gen.text.document import Sentence

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
    return tuple([_token(text, m.group(), *m.span()) for m in _TOKEN.finditer(text, start, end)])


def _token(text: str, word: str, start: int, end: int) -> Token:
    key = word.lower()
    owns = key[-1] == "s" and text[end : end + 2] in _MARKS
    cap = word[0].isupper()
    if not word.isalpha():
        if key[-2:] in ("'s", "’s"):
            owns, key = True, key[:-2]
        cap = cap and not (("-" in word or "–" in word) and _LOWERED.search(word))
    return tuple.__new__(Token, (start, end, word, key, cap, owns))


_MARKS = ("' ", "’ ")


def holding(sentences: Iterable[Sentence], text: str, words: frozenset[str]) -> list[Sentence]:
    """The sentences that hold one of `words` (lower case): all that patterns need to look at."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    find = _WORD.findall
    return [s for s in sentences if not words.isdisjoint(find(lower, s.start, s.end))]


_WORD = re.compile(r"\w+")
