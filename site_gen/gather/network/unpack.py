"""The body of an answer, unpacked within bounds."""

import http.client
import zlib

from site_gen.gather.network.rules import FetchError, Rules

_CHUNK = 65_536
_FREE = 1_000_000


def body_of(answer: http.client.HTTPResponse, rules: Rules) -> bytes:
    """The bytes of an answer, gzip and deflate undone. Raises `FetchError` beyond the bounds."""
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise FetchError("encoding", f"the answer is packed as '{coding[:40]}', which was not asked for")
    length = answer.headers.get("Content-Length") or ""
    if length.isdigit() and int(length[:15]) > rules.bytes:
        raise _too_large(rules)
    unpacker = zlib.decompressobj(47) if coding in ("gzip", "x-gzip", "deflate") else None
    parts: list[bytes] = []
    sent = size = 0
    while chunk := answer.read1(_CHUNK):
        sent += len(chunk)
        if unpacker:
            chunk, unpacker = _unpacked(
                unpacker, chunk, rules.bytes + 1 - size, coding, first=sent == len(chunk)
            )
        size += len(chunk)
        parts.append(chunk)
        if size > rules.bytes:
            raise _too_large(rules)
        if size > _FREE and size > rules.ratio * sent:
            message = f"the answer unpacks to more than {rules.ratio} times its size (ratio of unpacking)"
            raise FetchError("unpacking", message, "save the page with a browser and import the file")
    if (unpacker and not unpacker.eof) or (length.isdigit() and sent < int(length)):
        raise FetchError("cut-short", "the answer ended before its end", "try again later")
    return b"".join(parts)


def _unpacked(
    unpacker: "zlib._Decompress", chunk: bytes, most: int, coding: str, first: bool
) -> "tuple[bytes, zlib._Decompress]":
    try:
        return unpacker.decompress(chunk, max(1, most)), unpacker
    except zlib.error as error:
        if not (first and coding == "deflate"):
            raise FetchError("unpacking", f"the answer cannot be unpacked: {error}") from None
    raw = zlib.decompressobj(-15)  # many servers send deflate without its wrapper
    try:
        return raw.decompress(chunk, max(1, most)), raw
    except zlib.error as error:
        raise FetchError("unpacking", f"the answer cannot be unpacked: {error}") from None


def _too_large(rules: Rules) -> FetchError:
    message = f"the answer is larger than {rules.bytes:,} bytes (file_bytes)"
    return FetchError("file-size", message, "raise limits: file_bytes in site.yaml if that is meant")
