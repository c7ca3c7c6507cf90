"""What stands between blanks, read once for each distinct piece: the words of news are few and come again and again."""

from collections.abc import Callable
from typing import TypeVar

Read = TypeVar("Read")
_MOST = 50_000
_LONGEST = 40


class Pieces(dict[str, Read]):
    """What a piece of text holds, by the piece: worked out when first asked for, and remembered.

    Only for what the piece alone decides, and no blank is part of.
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], Read]) -> None:
        self._read = read

    def __missing__(self, piece: str) -> Read:
        found = self._read(piece)
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found
