"""How a file that is made of all records is declared: it gets each record once, in order, and adds to its text."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import Struct

from site_gen.tables import SiteInfo


class Sink(Protocol):
    """A file in the making. Each call returns the text that comes next; it may be empty."""

    def begin(self) -> str:
        """What stands before the first record."""

    def add(self, kind: str, record: Any) -> str:
        """What a record adds."""

    def end(self) -> str:
        """What stands after the last record."""


class Form(Struct, frozen=True):
    """A file made of records."""

    group: str
    """Name under which `exports` in site.yaml asks for it."""
    path: str
    kinds: tuple[str, ...]
    """Of the records it is made of."""
    make: Callable[[SiteInfo], Sink]
    doc: str
    """What it is for, in a sentence."""


class Lines:
    """A sink that is a head, some text for each record, and a tail."""

    __slots__ = ("_head", "_tail", "_text")

    def __init__(self, text: Callable[[str, Any], str], head: str = "", tail: str = "") -> None:
        self._text, self._head, self._tail = text, head, tail

    def begin(self) -> str:
        """The head."""
        return self._head

    def add(self, kind: str, record: Any) -> str:
        """The record's own text."""
        return self._text(kind, record)

    def end(self) -> str:
        """The tail."""
        return self._tail


class Items:
    """A sink that is a JSON array, one item a line."""

    __slots__ = ("_between", "_head", "_items", "_tail")

    def __init__(self, items: Callable[[str, Any], list[str]], head: str = "[", tail: str = "\n]\n") -> None:
        self._items, self._head, self._tail = items, head, tail
        self._between = "\n"

    def begin(self) -> str:
        """The head."""
        return self._head

    def add(self, kind: str, record: Any) -> str:
        """The record's items."""
        found = self._items(kind, record)
        if not found:
            return ""
        text = self._between + ",\n".join(found)
        self._between = ",\n"
        return text

    def end(self) -> str:
        """The tail."""
        return self._tail
