"""The words of a sentence by their letters alone: what tells quickly that a turn of phrase cannot stand in it."""

import re
from functools import lru_cache

from site_gen.text.remembered import SENTENCES

_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=SENTENCES)
def letters_in(text: str) -> frozenset[str]:
    """Each run of plain letters, in small ones. Every reader asks for those of all sentences of an article in turn."""
    return frozenset(_LETTERS.findall(text.lower()))


def longest_of(phrase: str) -> str:
    """The longest run of small letters in a phrase."""
    found: list[str] = _LETTERS.findall(phrase)
    return max(found, key=len)
