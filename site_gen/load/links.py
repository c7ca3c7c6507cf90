"""Links and pictures of a Markdown file that lead to other files of the desk, with their places."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*?(?P=fence)[^\n]*$|`[^`\n]{1,300}`", re.MULTILINE
)
_INLINE = re.compile(r"(?P<image>!?)\[[^\[\]\n]{0,500}\]\(\s{0,3}<?(?P<target>[^\s()<>]{1,500})")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,4}<?(?P<target>[^\s<>]{1,500})", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}:|//|#|\?|\\|\{")


class LocalLink(Struct, frozen=True):
    """A link to a file, as written and as a path."""

    at: int
    written: str
    path: str
    """Percent signs resolved, query and anchor taken off; begins with `/` where the content folder is meant."""
    picture: bool


def local_links(text: str, start: int = 0) -> Iterator[LocalLink]:
    """The links of `text` from `start` that name neither a scheme nor a host, in order; code is passed over."""
    prose = _CODE.sub(lambda code: " " * len(code.group()), text[start:])
    found = [*_INLINE.finditer(prose), *_REFERENCE.finditer(prose)]
    for match in sorted(found, key=lambda m: m.start("target")):
        written = match["target"]
        path = unquote(re.split(r"[?#]", written, maxsplit=1)[0])
        if path and not _ELSEWHERE.match(written):
            at = start + match.start("target")
            yield LocalLink(at, written, path, bool(match.groupdict().get("image")))
