"""Names made comparable: folded words, slugs, and skeletons that spelling variants share."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_SLUG = re.compile(r"[^a-z0-9]+")
_TAKEN = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)\d|in-(?:\w|\d{4}|undated)|of-.*")
"""Names of our own pages beside those of records, and devices of Windows."""
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("cz", "c"), ("ck", "k"), ("ch", "c"), ("ph", "f"),
    ("qu", "k"), ("q", "k"), ("g", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("h", ""),
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case, without diacritics and punctuation, words parted by one space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(c for c in text if not unicodedata.combining(c) and c not in "’'")
    return " ".join(_WORD.findall(text.replace("'", "").replace("_", " ").casefold()))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """`text` as an address part: lower-case ASCII letters and digits parted by hyphens, at most 80."""
    made = _SLUG.sub("-", fold(text)).strip("-")
    if len(made) > 80:
        made = made[:80].rsplit("-", 1)[0]
    return f"{made}-{digest(text)}" if _TAKEN.fullmatch(made) else made or "x" + digest(text)


def digest(text: str, size: int = 4) -> str:
    """A short hash of `text` in hexadecimal: a suffix made from content."""
    return blake2b(text.encode(), digest_size=size).hexdigest()


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a name as sounds, each once and sorted: equal for most spellings of one name.

    Vowels, doubled letters and transposed letters make no difference (Takaichi and Takaiichi, Zelensky and
    Zelenskiy, Gaddafi and Qaddafi). A name without consonants is its own skeleton.
    """
    word = fold(word).replace(" ", "")
    if word.endswith("j"):
        word = word[:-1]
    for spelled, sound in _SOUNDS:
        word = word.replace(spelled, sound)
    kept = "".join(sorted({c for c in word.replace("c", "k") if c not in "aeiouy"}))
    return kept or word
