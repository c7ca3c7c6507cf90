"""Many parts in one file of the user's cache folder, of which only those are read that are asked for.

The file begins with the length of its index and the index, behind a mark (`kept.marked`); then the parts follow.
"""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from site_gen.kept import marked, unmarked

_SIZE = 8
"""Bytes that tell how long the index is."""


class KeptParts:
    """Parts by key, each beside what is to be known of it before it is read; none where the file is damaged."""

    __slots__ = ("_index", "_parts")

    def __init__(self, raw: memoryview | None) -> None:
        self._index: dict[Any, tuple[Any, int, int, int]] = {}
        size = int.from_bytes(raw[:_SIZE]) if raw else 0
        told = unmarked(raw[_SIZE : _SIZE + size]) if raw else None
        if raw and told:
            length, index = marshal.loads(told)
            self._parts = raw[_SIZE + size :]
            if len(self._parts) == length:
                self._index = index

    def __iter__(self) -> Iterator[Any]:
        """All keys."""
        return iter(self._index)

    def about(self, key: Any) -> Any:
        """What is known of a part; None where there is none."""
        found = self._index.get(key)
        return found and found[0]

    def part(self, key: Any) -> memoryview | None:
        """A part; None where there is none, or it is damaged."""
        found = self._index.get(key)
        if found is None:
            return None
        _, first, last, mark = found
        part = self._parts[first:last]
        return part if crc32(part) == mark else None


def joined(parts: Mapping[Any, tuple[Any, bytes | memoryview]]) -> bytes:
    """The file that `KeptParts` reads: for each key what is to be known of its part, and the part."""
    index, at = {}, 0
    for key, (about, part) in parts.items():
        index[key] = (about, at, at + len(part), crc32(part))
        at += len(part)
    told = marked(marshal.dumps((at, index)))
    return b"".join([len(told).to_bytes(_SIZE), told, *(part for _, part in parts.values())])
