"""The words of a sentence with their places: what the rules for agreements and events walk along."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from site_gen.text.pieces import Pieces

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[-–]\w+|['’]s\b)*|\w+(?:[-–’'&]\w+|[.,]\d+|\.['’]s\b)*")
_LOWERED = re.compile(r"[-–][a-z]+(?:ed|led|run|wide|style|based|long|level|old|held|born|era)$")


_SHORT = 4
"""Letters of a short form inside a sentence."""


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

    @property
    def adverb(self) -> bool:
        """Looks like an adverb: `recently`, but not the surname `Reilly`."""
        return self.key.endswith("ly") and self.word[0].islower()


class Line(NamedTuple):
    """The words of a sentence, and what the rules ask of all of them at once."""

    tokens: tuple[Token, ...]
    keys: list[str]
    """The key of each token."""
    starts: list[int]
    gaps: list[str]
    """The characters between each token and the next, without a short form's full stop; nothing behind the last."""


@lru_cache(maxsize=512)
def read_line(text: str, start: int, end: int) -> Line:
    """The words of `text[start:end]`, in order; offsets are those of `text`.

    Remembered for a while: agreements and events walk along the same sentences.
    """
    made: list[Token] = []
    for piece in text[start:end].split(" "):
        for first, last, word, key, cap, owns, may_own in _WORDS[piece]:
            owned = owns or (may_own and text[start + last : start + last + 2] in _MARKS)
            made.append(_new(Token, (start + first, start + last, word, key, cap, owned)))
        start += len(piece) + 1
    starts, ends, _, keys, _, _ = zip(*made, strict=True) if made else _NONE
    gaps = [text[end:begin] for end, begin in zip(ends, starts[1:], strict=False)]
    if ". " in gaps:
        gaps = [_without_stop(gap, left) for gap, left in zip(gaps, made, strict=False)]
    return Line(tuple(made), [*keys], [*starts], [*gaps, ""])


def _without_stop(gap: str, left: Token) -> str:
    """A gap between two words of a sentence; the full stop of `Gov. Lee` or `Norland Co. and` parts nothing."""
    return " " if gap == ". " and left.cap and len(left.word) <= _SHORT else gap


def _words(piece: str) -> tuple[tuple[int, int, str, str, bool, bool, bool], ...]:
    """The words of a piece, and whether an apostrophe and a blank behind each would make it an owner."""
    found = []
    for match in _TOKEN.finditer(piece):
        key, cap, owns = _shape(match[0])
        may_own = not owns and key[-1] == "s" and piece[match.end() :] in ("", "'", "’")
        found.append((match.start(), match.end(), match[0], key, cap, owns, may_own))
    return tuple(found)


def _shape(word: str) -> tuple[str, bool, bool]:
    """Key, case and possessive ending of a word, as far as the word itself tells."""
    key, cap = word.lower(), word[0].isupper()
    if word.isalpha():
        return key, cap, False
    owns = key[-2:] in ("'s", "’s")
    lowered = ("-" in word or "–" in word) and _LOWERED.search(word)
    key = key[:-2] if owns else key
    return key[:-1] if key.count(".") == 1 and key[-1] == "." else key, cap and not lowered, owns


def _plain(word: str, marks: str) -> tuple[tuple[int, int, str, str, bool, bool, bool], ...]:
    may_own = word[-1] in "sS" and marks in ("", "'", "’")
    return ((0, len(word), word, word.lower(), word[0].isupper(), False, may_own),)


_WORDS = Pieces(_words, _plain)
_MARKS = ("' ", "’ ")
_NONE: tuple[tuple[Any, ...], ...] = ((),) * 6
_new = tuple.__new__
