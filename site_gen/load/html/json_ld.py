"""schema.org articles in JSON-LD."""

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

_ARTICLES = (
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle",
    "reviewnewsarticle", "liveblogposting", "article", "blogposting", "report", "scholarlyarticle", "techarticle",
    "socialmediaposting", "webpage",
)  # fmt: skip
_MOST = 2_000_000
_NODES = 5_000


class LinkedData(Struct, frozen=True):
    """What the page's JSON-LD says of its article; empty where it says nothing."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    section: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()


def linked_data(tree: Any) -> LinkedData:
    """The first article of a page's JSON-LD, those of the narrower types first."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    ranked = sorted(((_rank(node), n) for n, node in enumerate(nodes) if _rank(node) < len(_ARTICLES)))
    return _read(nodes[ranked[0][1]]) if ranked else LinkedData()


def _scripts(tree: Any) -> Iterator[Any]:
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" in (element.get("type") or "").lower() and len(text) <= _MOST:
            try:
                yield json.loads(text.strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All mappings in it, breadth first, up to a bound."""
    queue = [value]
    for _ in range(_NODES):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]
        elif isinstance(item, list):
            queue += item[:200]


def _rank(node: dict[str, Any]) -> int:
    types = node.get("@type", "")
    names = [str(name).lower().rpartition("/")[2] for name in (types if isinstance(types, list) else [types])]
    return min((_ARTICLES.index(name) for name in names if name in _ARTICLES), default=len(_ARTICLES))


def _read(node: dict[str, Any]) -> LinkedData:
    return LinkedData(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        authors=tuple(dict.fromkeys(_names(node.get("author") or node.get("creator")))),
        publisher=next(iter(_names(node.get("publisher"))), ""),
        url=_text(node.get("url")) or _text(_id(node.get("mainEntityOfPage"))),
        section=_text(node.get("articleSection")),
        description=_text(node.get("description")),
        keywords=_keywords(node.get("keywords")),
    )


def _text(value: Any) -> str:
    from html import unescape

    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _id(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value


def _names(value: Any) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:20]:
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    words = (_text(item) for item in value[:30]) if isinstance(value, list) else ()
    return tuple(word for word in words if 1 < len(word) < 60)
