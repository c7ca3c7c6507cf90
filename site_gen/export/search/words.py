"""Words as the search knows them: lower case, without marks, split at anything but letters and digits.

`templates/static/search.js` folds what a reader types in the same way.
"""

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b

from site_gen.lexicon import packaged_subject

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"}
)
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_LONGEST = 24
STEM = 2
"""Letters that the entries of one part of the index have in common."""


def words(text: str) -> list[str]:
    """All words of a text in order, folded; single characters and function words left out."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    skip = stop_words()
    found = (_folded(word) for word in _WORD.findall(text.casefold()))
    return [word for word in found if len(word) > 1 and word not in skip]


def stem(word: str) -> str:
    """Which part of the index holds a word."""
    return word[:STEM]


def file_name(beginning: str) -> str:
    """The beginning of a word as part of a file name: letters and digits as they are, others by number."""
    return "".join(c if c.isascii() else f"_{ord(c):05x}" for c in beginning)


def short_id(text: str) -> str:
    """Forty bits that stand for a record, in letters and digits that any file system keeps apart."""
    number = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).digest(), "big")
    return "".join(_BASE32[number >> shift & 31] for shift in range(35, -1, -5))


@cache
def stop_words() -> frozenset[str]:
    """Function words that the index leaves out."""
    return frozenset(packaged_subject("search")["left_out"])


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        word = "".join(_WORD.findall(plain))
    return word[:_LONGEST]
