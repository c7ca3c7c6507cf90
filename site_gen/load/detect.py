"""What a file is: by its first characters, then by its name."""

import re
from typing import Literal

Format = Literal["txt", "md", "html", "feed", "jsonfeed", "json", "xml"]

_XML_ROOT = re.compile(r"<(?![?!])(?:[\w-]+:)?(\w+)")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,400}-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.I,
)
_FEEDS = {"rss": "feed", "feed": "feed", "rdf": "feed", "html": "html"}
_BY_NAME: dict[str, Format] = {
    "md": "md", "markdown": "md", "mkd": "md", "html": "html", "htm": "html", "xhtml": "html", "rss": "feed",
    "atom": "feed", "xml": "xml", "rdf": "feed", "json": "json", "jsonfeed": "jsonfeed",
}  # fmt: skip


def format_of(text: str, path: str) -> Format:
    """The format of a decoded file. Content wins over the name; a plain text keeps what its name says."""
    head = text[:4000].lstrip()
    named = _BY_NAME.get(path.rpartition(".")[2].lower(), "txt")
    if _HTML.match(head):
        return "html"
    if head.startswith("<") and (root := _xml_root(head)):
        return root
    if head.startswith("{") and '"version"' in head and "jsonfeed.org/version" in head:
        return "jsonfeed"
    if named in ("feed", "xml", "json", "jsonfeed", "html") and not head.startswith(("<", "{", "[")):
        return "txt" if named != "html" or "<" not in text[:100_000] else "html"
    return named


def _xml_root(head: str) -> Format | None:
    match = _XML_ROOT.search(re.sub(r"<!--.*?(?:-->|$)", "", head, flags=re.S))
    return _FEEDS.get(match.group(1).lower()) if match else None  # type: ignore[return-value]
