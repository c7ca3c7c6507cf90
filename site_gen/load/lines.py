"""Lines of a text with their offsets, and the folded forms that patterns are tried on."""

import re

from msgspec import Struct

_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029\x85]")
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_PLAIN = str.maketrans("‘’‛“”„`" + _ZERO_WIDTH, "'''\"\"\"'   ")


class Line(Struct, frozen=True):
    """One line without surrounding space; `start == end` where it is blank."""

    start: int
    end: int
    gap: bool
    """A blank line, or the start of the text, stands before it."""


def content_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of `text` from `start` that are not blank, in order."""
    found: list[Line] = []
    at, gap = start, True
    for stop, following in _breaks(text, start):
        line = trimmed(text, at, stop)
        if line[0] < line[1]:
            found.append(Line(*line, gap))
        gap = line[0] >= line[1]
        at = following
    return found


def _breaks(text: str, start: int) -> list[tuple[int, int]]:
    return [*(m.span() for m in _BREAK.finditer(text, start)), (len(text), len(text))]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and zero-width characters at its ends."""
    while start < end and (text[start].isspace() or text[start] in _ZERO_WIDTH):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _ZERO_WIDTH):
        end -= 1
    return start, end


def folded(words: str) -> str:
    """Lower case, plain quotes, single spaces: what lists of lines are compared with."""
    plain = words.replace("`", "'") if words.isascii() else words.translate(_PLAIN)
    return " ".join(plain.split()).casefold()
