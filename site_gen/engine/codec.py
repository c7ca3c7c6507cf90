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
_PLAIN, _PACKED = b"\0", b"\1"
_IS_PACKED = _PACKED[0]
_WORTH_PACKING = 4000


def encode(value: object) -> bytes:
    """A Struct, a plug-in's dataclass, a string or a number as MessagePack; equal values give equal bytes."""
    return _encoder()(value)


def decode(raw: bytes, kind: type[V]) -> V:
    """The value of type `kind` that `encode` made `raw` from."""
    value: V = _decoder(kind).decode(raw)
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


@cache
def _encoder() -> Callable[[object], bytes]:
    return msgspec.msgpack.Encoder().encode


@cache
def _cached_decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind)


def _decoder(kind: Any) -> Any:
    return _cached_decoder(kind)
