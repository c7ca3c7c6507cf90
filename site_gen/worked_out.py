"""What is worked out of words and code, kept from one run of the command to the next: it takes longer than a report."""

import marshal
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from site_gen.kept import found, keep, marked, unmarked
from site_gen.sources import own_digest

V = TypeVar("V")
_SITES = 3
"""Of how many sites, each with words of its own, a table is kept."""


def worked_out(name: str, of: str, make: Callable[[], V]) -> V:
    """What `make` gives, from the last time where it was made of the same by the same code: plain values.

    `of`: the digest of the lexicon, or what else there is beside our code and the packaged words, which count as code.
    """
    source = b"\0".join((sys.version.encode(), of.encode(), own_digest()))
    told = unmarked(found(name, source))
    if told is not None:
        return cast("V", marshal.loads(told))
    made = make()
    keep(name, source, marked(marshal.dumps(cast("Any", made))), _SITES)
    return made


class Packed(Mapping[str, V]):
    """A table of which a report needs little: each value is decoded when it is asked for."""

    __slots__ = ("_decode", "_packed", "_read")

    def __init__(self, packed: Mapping[str, bytes], decode: Callable[[bytes], V]) -> None:
        self._packed, self._decode = packed, decode
        self._read: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._read:
            self._read[key] = self._decode(self._packed[key])
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
