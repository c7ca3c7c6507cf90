"""What stands between blanks, read once for each distinct piece: the words of news are few and come again and again."""

from collections.abc import Callable
from typing import TypeVar

Read = TypeVar("Read")
_MOST = 20_000
_LONGEST = 40
_MARKS = ",.;:!?)”\"’'"


class Pieces(dict[str, Read]):
    """What a piece of text holds, by the piece: worked out when first asked for, and remembered.

    Only for what the piece alone decides, and no blank is part of. Most pieces are an English word, with marks
    behind it or none: `plain` reads those from the word and its marks, with less to do than `read`.
    """

    __slots__ = ("_plain", "_read")

    def __init__(
        self, read: Callable[[str], Read], plain: Callable[[str, str], Read | None] | None = None
    ) -> None:
        self._read = read
        self._plain = plain

    def __missing__(self, piece: str) -> Read:
        found: Read | None = None
        if self._plain is not None:
            word = piece.rstrip(_MARKS)
            found = self._plain(word, piece[len(word) :]) if word.isalpha() and word.isascii() else None
        if found is None:
            found = self._read(piece)
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found
