"""Bytes to text: byte order mark, UTF-8, else Windows-1252 with a warning. Never a guess beyond that.

The ladder was measured against three detectors on news with typographic quotes: it is the only one that never
reads UTF-8 as something else.
"""

import codecs
import re

from site_gen.errors import Problem, problem_at
from site_gen.load.refused import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{3,20})""")
_ENCODINGS = frozenset(
    b"big5 euc-jp euc-kr gb18030 gb2312 gbk iso-2022-jp iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6"
    b" iso-8859-7"
    b" iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u shift_jis shift-jis"
    b" windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258"
    b" windows-874".split()
)
_WESTERN = frozenset((b"windows-1252", b"iso-8859-1", b"latin1", b"cp1252"))
"""As browsers do, all read as Windows-1252."""
_MARKUP = re.compile(rb"<[^<>]{1,2000}>")
_ASCII_MARKS = bytes(c for c in range(128) if not chr(c).isalpha())
_HIGH = bytes(range(128, 256))
_SOUND = 4
"""Letters beyond ASCII in sound UTF-8, for each broken byte, that no other encoding has by chance."""
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\x1b")


def decode(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file without its byte order mark, and a warning where it was not UTF-8.

    Raises `Refused` for binary files and for bytes that no step of the ladder can read.
    """
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise Refused(
                _whole(
                    path, "binary-file", f"this is {name}, not a text", "save it as text, Markdown or HTML"
                )
            )
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding, path), ()
    encoding = _zero_pattern(raw)
    if encoding:
        return _marked(raw, encoding, path), ()
    if len(raw.translate(None, _CONTROLS)) < 0.98 * len(raw) or b"\0" in raw:
        raise Refused(_binary(raw, path))
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if damaged := _damaged(raw, error.start, path):
            return damaged
        declared = _declared(raw)
        if declared is not None:
            return declared, ()
        return _far(raw, error.start, path) or _windows(raw, error.start, path)


def _binary(raw: bytes, path: str) -> Problem:
    """What is no text: at its first zero byte, where the rest is text."""
    if len(raw.translate(None, _CONTROLS)) < 0.98 * len(raw):
        hint = "save it as text, Markdown or HTML"
        return _whole(path, "binary-file", "this file holds binary data, not text", hint)
    before = raw[: raw.index(b"\0")].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = "a zero byte (NUL) stands here, which no text holds"
    return Problem(path, line, column, "binary-file", message, "take it out, or save the file again as text")


def _marked(raw: bytes, encoding: str, path: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "replace")
        message = (
            f"the file is marked as {encoding.upper()} but byte {raw[error.start]:#04x} does not belong there"
        )
        raise Refused(
            problem_at(path, before, len(before), "encoding", message, "save the file as UTF-8")
        ) from None


def _zero_pattern(raw: bytes) -> str:
    """UTF-16 without a mark: English text in it has a zero in nearly every second byte."""
    head = raw[:2000]
    if len(head) < 4 or b"\0" not in head:
        return ""
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else ""


def _damaged(raw: bytes, first: int, path: str) -> tuple[str, tuple[Problem, ...]] | None:
    """UTF-8 with a few broken bytes in it: read as another encoding, all its quotation marks would be lost."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    sound = len(text) - len(raw.translate(None, _HIGH)) - text.count("\ufffd")
    if sound < _SOUND or sound < _SOUND * broken:
        return None
    at = problem_at(path, raw[:first].decode("utf-8"), first, "", "")
    places = "it stands" if broken == 1 else f"{broken} such places stand"
    message = f"byte {raw[first]:#04x} is no UTF-8, as the rest of the file is; {places} as \ufffd"
    column = len(raw[:first].decode("utf-8").rpartition("\n")[2]) + 1
    hint = "type what should stand there, and save the file as UTF-8"
    return text, (Problem(path, at.line, column, "encoding", message, hint, "", "warning"),)


def _declared(raw: bytes) -> str | None:
    """The text in the encoding that a page or an XML file declares for itself; None where it declares none."""
    match = _CHARSET.search(raw[:4096]) if raw.lstrip()[:1] == b"<" else None
    name = match.group(1).lower() if match else b""
    if name in _WESTERN:
        name = b"windows-1252"
    elif name not in _ENCODINGS:
        return None
    try:
        return raw.decode(name.decode("ascii"))
    except (UnicodeDecodeError, LookupError):
        return None


def _far(raw: bytes, first: int, path: str) -> tuple[str, tuple[Problem, ...]] | None:
    """A text that is mostly letters beyond ASCII, which no Western text is, in the encoding that fits it best."""
    letters = _MARKUP.sub(b"", raw[:50_000]).translate(None, _ASCII_MARKS)
    if len(letters) < 20 or 3 * sum(byte > 127 for byte in letters) < len(letters):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:50_000]).best()
    if best is None:
        return None
    try:
        text = raw.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    at = problem_at(path, raw[:first].decode("utf-8"), first, "", "")
    message = f"not UTF-8: byte {raw[first]:#04x}; read as {best.encoding}, which is a guess"
    return text, (Problem(path, at.line, 0, "encoding", message, "save the file as UTF-8", "", "warning"),)


def _windows(raw: bytes, first: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    before = raw[:first].decode("utf-8")
    at = problem_at(path, before, len(before), "", "")
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        bad = raw[error.start]
        message = (
            f"neither UTF-8 nor Windows-1252: byte {raw[first]:#04x} breaks the one, {bad:#04x} the other"
        )
        hint = "open the file in an editor and save it as UTF-8"
        raise Refused(Problem(path, at.line, at.column, "encoding", message, hint)) from None
    message = f"not UTF-8: byte {raw[first]:#04x}; read as Windows-1252"
    excerpt = problem_at(path, text, len(before), "", "").excerpt
    return text, (
        Problem(path, at.line, at.column, "encoding", message, "save the file as UTF-8", excerpt, "warning"),
    )


def _whole(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, 0, code, message, hint)
