"""What a page says about its article: JSON-LD, then meta elements, then its markup. Never its body text."""

import re
from typing import Any

from msgspec import Struct

from site_gen.load.authors import author_names
from site_gen.load.html.dates import day_in, page_date
from site_gen.load.html.json_ld import LinkedData, linked_data
from site_gen.load.stated import web_address

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_OUTLETS = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "byline")
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
_SEPARATOR = re.compile(r" [|–—·-] ")
_SUMMARIES = ("og:description", "description", "twitter:description")


class PageData(Struct, frozen=True):
    """A page's statements about its article; empty where it makes none."""

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    date: str = ""
    """EDTF, the day as written."""
    date_from: str = ""
    """json-ld, meta, time, markup or address."""
    confidence: float = 1.0
    updated: str = ""
    summary: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def page_data(tree: Any, order: str = "") -> PageData:
    """The metadata of a parsed page; `order` settles `03/04/2025`."""
    meta = _meta(tree)
    linked = linked_data(tree)
    url = _address(tree, meta, linked)
    date, origin, sure = page_date(tree, meta, linked.published, url, order)
    title, outlet = _title(tree)
    topic = linked.section or meta.get("article:section", "")
    return PageData(
        title=_first(linked.headline, *(meta.get(name, "") for name in _TITLES[:2]), _heading(tree), title),
        outlet=_first(linked.publisher, *(meta.get(name, "").lstrip("@") for name in _OUTLETS), outlet),
        authors=linked.authors or _authors(meta, tree),
        url=url,
        date=date,
        date_from=origin,
        confidence=sure,
        updated=day_in(linked.modified, order)
        or next(filter(None, (day_in(meta.get(n, ""), order) for n in _UPDATED)), ""),
        summary=_first(linked.description, *(meta.get(name, "") for name in _SUMMARIES)),
        language=_language(tree),
        tags=linked.keywords,
        topics=(topic,) if topic else (),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Name, property or itemprop in lower case -> content; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(*values: str) -> str:
    return next((value for value in values if value), "")


def _heading(tree: Any) -> str:
    headings = [_words(element) for element in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else ""


def _title(tree: Any) -> tuple[str, str]:
    """The page's title, and the outlet where it follows words that are a heading of the page."""
    title = next((_words(element) for element in tree.iter("title")), "")
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and any(_words(element) == parts[0] for element in tree.iter("h1", "h2")):
        return parts[0], parts[-1]
    return title, ""


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _address(tree: Any, meta: dict[str, str], linked: LinkedData) -> str:
    links = (e.get("href") or "" for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical")
    return _first(*(web_address(url) for url in (next(links, ""), meta.get("og:url", ""), linked.url)))


def _authors(meta: dict[str, str], tree: Any) -> tuple[str, ...]:
    said = _first(*(meta.get(name, "") for name in _AUTHORS)) or _marked_author(tree)
    return author_names(said)


def _marked_author(tree: Any) -> str:
    for element in tree.iter("a", "span", "p", "div", "address"):
        marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "").split()
        if marked or (element.get("class") or "").lower() in (
            "byline",
            "author",
            "author-name",
            "byline-name",
        ):
            words = _words(element)
            if 2 < len(words) < 80:
                return words
    return ""


def _language(tree: Any) -> str:
    said = (tree.get("lang") or "").strip().replace("_", "-")
    return said if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", said) else ""
