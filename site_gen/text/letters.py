"""The words of a sentence by their letters alone: what tells quickly that a turn of phrase cannot stand in it."""

import re
from functools import lru_cache

from site_gen.text.remembered import SENTENCES

_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=SENTENCES)
def letters_in(text: str) -> frozenset[str]:
    """Each run of plain letters, in small ones. Every reader asks for those of all sentences of an article in turn."""
    return frozenset(_LETTERS.findall(text.lower()))


_LONG, _LONG_PLAIN = re.compile(r"[^\W\d_]{3,}"), re.compile(r"[a-z]{3,}")


def long_words(folded: str) -> list[str]:
    """Each run of three letters or more in a text without capitals (`casefold`). Most texts have plain ones alone."""
    return (_LONG_PLAIN if folded.isascii() else _LONG).findall(folded)


_WHOLE, _WHOLE_PLAIN = re.compile(r"\w+"), re.compile(r"\w+", re.ASCII)


def all_words(text: str) -> list[str]:
    """Each word of a text, numbers too."""
    return (_WHOLE_PLAIN if text.isascii() else _WHOLE).findall(text)


def longest_of(phrase: str) -> str:
    """The longest run of small letters in a phrase."""
    found: list[str] = _LETTERS.findall(phrase)
    return max(found, key=len)
