"""Rows to bytes and back: MessagePack, compressed where it pays."""

import zlib
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

V = TypeVar("V")

DIGEST = 16
"""Bytes of a digest."""
encode: Callable[[object], bytes] = msgspec.msgpack.Encoder().encode
"""A Struct, a plug-in's dataclass, a string or a number as MessagePack; equal values give equal bytes."""
_PLAIN, _PACKED = b"\0", b"\1"
_IS_PACKED = _PACKED[0]
_WORTH_PACKING = 32_000
"""Bytes from which rows are compressed: those of a long article. What is shorter is read so often that it would cost
more time than the space is worth."""


def decode(raw: bytes, kind: type[V]) -> V:
    """The value of type `kind` that `encode` made `raw` from."""
    value: V = _decoder(kind)(raw)
    return value


@cache
def decodable(kind: type[Any]) -> bool:
    """Whether `decode` can make values of `kind`: not where a union of two dataclasses leaves it the choice."""
    try:
        _decoder(kind)
    except TypeError:
        return False
    return True


def pack(raw: bytes) -> bytes:
    """`raw` as it is stored."""
    return _PACKED + zlib.compress(raw, 1) if len(raw) >= _WORTH_PACKING else _PLAIN + raw


def unpack(stored: bytes) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(stored[1:]) if stored[0] == _IS_PACKED else stored[1:]


def digest(raw: bytes) -> bytes:
    """A few bytes that stand for `raw`."""
    return blake2b(raw, digest_size=DIGEST).digest()


@lru_cache(maxsize=20_000)
def number(*words: str) -> int:
    """A signed 64-bit integer that stands for `words`: a short key for SQLite."""
    raw = blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)


def _made_decoder(kind: Any) -> Callable[[bytes], Any]:
    return msgspec.msgpack.Decoder(kind).decode


_decoder: Callable[[Any], Callable[[bytes], Any]] = cache(_made_decoder)
