"""What a page says about its article: JSON-LD, then meta elements, then its markup. Never its body text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_gen.load.authors import author_names
from site_gen.load.days import Day, read_day
from site_gen.load.html.json_ld import LinkedData, linked_data
from site_gen.load.stated import web_address

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_OUTLETS = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "byline")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date", "dcterms.date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "displaydate",
    "date_published", "originalpublicationdate", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
_SUMMARIES = ("og:description", "description", "twitter:description")
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-]|$)")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|published|pubdate|posted|timestamp|post-?meta|byline)(?:$|[\s_-])"
)
_LINES = ("span", "p", "div", "small", "li", "td", "em", "time")
_ARTICLE = frozenset({"article", "main"})
_ASIDE = frozenset({"nav", "aside", "footer"})
_LINE_MOST = 90


@dataclass(frozen=True, slots=True)
class PageData:
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
    date, origin, sure = _date(tree, meta, linked, url, order)
    topic = linked.section or meta.get("article:section", "")
    return PageData(
        title=_first(
            linked.headline, *(meta.get(name, "") for name in _TITLES[:2]), _heading(tree), _title(tree)
        ),
        outlet=_first(linked.publisher, *(meta.get(name, "").lstrip("@") for name in _OUTLETS)),
        authors=linked.authors or _authors(meta, tree),
        url=url,
        date=date,
        date_from=origin,
        confidence=sure,
        updated=_day(linked.modified, order)
        or next(filter(None, (_day(meta.get(n, ""), order) for n in _UPDATED)), ""),
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


def _title(tree: Any) -> str:
    return next((_words(element) for element in tree.iter("title")), "")


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


def _day(words: str, order: str) -> str:
    day = read_day(words, order) if words else None
    return day.edtf if isinstance(day, Day) and len(day.edtf) == 10 else ""


def _date(
    tree: Any, meta: dict[str, str], linked: LinkedData, url: str, order: str
) -> tuple[str, str, float]:
    """EDTF, where it is from, and how sure that is."""
    for words, origin in _candidates(tree, meta, linked, url):
        if day := _day(words, order):
            return day, origin, 0.9 if origin in ("address", "markup") else 1.0
    return "", "", 0.0


def _candidates(tree: Any, meta: dict[str, str], linked: LinkedData, url: str) -> Iterator[tuple[str, str]]:
    yield linked.published, "json-ld"
    for name in _PUBLISHED:
        yield meta.get(name, ""), "meta"
    for element in tree.iter("time", "span", "abbr"):
        marked = (
            "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
        )
        if marked:
            yield (
                element.get("datetime") or element.get("content") or element.get("title") or _words(element),
                "time",
            )
    times = [element for element in tree.iter("time") if element.get("datetime")]
    days = {element.get("datetime")[:10] for element in times}
    if times and (len(days) == 1 or times[0].getparent().tag in ("header", "article")):
        yield times[0].get("datetime"), "time"
    for words in _shown(tree):
        yield words, "markup"
    if match := _IN_ADDRESS.search(url):
        yield f"{match['y']}-{match['m']}-{match['d']}", "address"


def _shown(tree: Any) -> Iterator[str]:
    """Short lines under the headline that the page's own markup calls a date; never a sentence of the body."""
    headed = False
    for element in tree.iter(*_LINES, "h1"):
        headed = headed or element.tag == "h1"
        if element.tag == "h1" or not _names_date(element) or not (headed or _within(element, _ARTICLE)):
            continue
        words = _words(element)
        changed = "updat" in words.lower() or "modif" in words.lower()
        if 5 < len(words) <= _LINE_MOST and not changed and not _within(element, _ASIDE):
            yield words


def _names_date(element: Any) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag == "time" or bool(named.strip() and _DATED.search(named))


def _within(element: Any, tags: frozenset[str]) -> bool:
    return any(parent.tag in tags for parent in element.iterancestors())
