"""Names of articles: from the path of the file, safe as an address and as a file name everywhere.

`b/Über uns.txt` becomes `b-uber-uns`: the folders and the stem, folded to ASCII, in lower case, joined by hyphens,
at most 80 characters. A name that ASCII cannot spell gets a digest instead. Two files may still meet in one name;
`apart` tells them apart.
"""

import hashlib
import re
import unicodedata

from site_gen.records import ArticleId

MOST = 80
_DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "index",
        "in-undated",
        *(f"com{n}" for n in range(10)),
        *(f"lpt{n}" for n in range(10)),
    }
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "œ": "oe", "Œ": "oe", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l",
     "ð": "d", "þ": "th", "ı": "i", "’": "", "'": "", "‘": ""}
)  # fmt: skip
_YEAR = re.compile(r"in-\d{4}")
"""The list of a year's articles is called so."""
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str, most: int = MOST) -> str:
    """`words` as an ASCII name of at most `most` characters; never empty, never a device name of Windows."""
    folded = unicodedata.normalize("NFKD", words.translate(_LETTERS)).encode("ascii", "ignore").decode()
    name = _cut(_OTHER.sub("-", folded.lower()).strip("-"), most)
    if not name or _lost(words, name):
        name = "-".join(part for part in (name[: most - 9].strip("-"), digest(words)) if part)
    return f"{name}-article"[:most] if name in _DEVICES or _YEAR.fullmatch(name) else name


def digest(words: str) -> str:
    """Eight hexadecimal digits that stand for `words`, the same on every machine."""
    return hashlib.blake2b(
        unicodedata.normalize("NFC", words).encode("utf-8", "replace"), digest_size=4
    ).hexdigest()


def article_id(path: str) -> ArticleId:
    """The id of the article in the file at `path` (relative to the content folder, `/` as separator)."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return ArticleId(slug(f"{folder} {stem}"))


def apart(name: str, path: str) -> ArticleId:
    """The id of the article at `path` where another one wants `name` too: with the digest of the path added."""
    return ArticleId(f"{name[: MOST - 9].rstrip('-')}-{digest(ascii(path))}")


def _cut(name: str, most: int) -> str:
    if len(name) <= most:
        return name
    short = name[: most + 1].rpartition("-")[0]
    return short if len(short) > most // 2 else name[:most].rstrip("-")


def _lost(words: str, name: str) -> bool:
    """Whether more than half of the letters could not be spelt in ASCII."""
    return 2 * sum(c.isalnum() for c in name) < sum(c.isalnum() for c in words[:MOST])
