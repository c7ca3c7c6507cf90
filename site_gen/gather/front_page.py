"""A page that holds links to articles and is none: the front of a site or a section, given instead of a story."""

import re
from html import unescape
from urllib.parse import urljoin

from site_gen.errors import Problem
from site_gen.gather.piece import Raw
from site_gen.load.stated import web_address
from site_gen.records import Article

_LINK = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_FEED = re.compile(r"application/(?:rss|atom|feed)\+(?:xml|json)", re.IGNORECASE)
_HREF = re.compile(r"href\s?=\s?[\"']?(?P<href>[^\"'\s>]{1,500})", re.IGNORECASE)
_HEAD = 200_000
_FEW = 12
"""Lines of a list, below which a page without a sentence may still be a short notice."""
_SENTENCE = 80
"""Characters of a paragraph that counts as prose however it ends."""
_STOPS = (".", "!", "?", "”", '"', "।", "。", "؟")


def front_page(article: Article, text: str, raw: Raw) -> Problem | None:
    """What to say of a page whose article is a list of links; None for a page with a sentence in it."""
    lines = [b for b in article.blocks if b.kind in ("item", "heading", "cell", "paragraph")]
    if len(lines) < _FEW or any(_is_sentence(article.text[b.start : b.end]) for b in lines):
        return None
    feed = _feed_in(text[:_HEAD], raw.url or article.url)
    hint = f"import its feed: {feed}" if feed else "give the address of an article, or of a feed"
    return Problem(raw.name, 0, 0, "front-page", "this page lists articles and holds none", hint)


def _is_sentence(words: str) -> bool:
    return len(words) > _SENTENCE or (words.endswith(_STOPS) and len(words.split()) > 4)


def _feed_in(head: str, url: str) -> str:
    """The address of the first feed that a page names; empty where it names none."""
    for link in _LINK.finditer(head):
        href = _HREF.search(link.group()) if _FEED.search(link.group()) else None
        if href:
            try:
                return web_address(urljoin(url, unescape(href["href"])))
            except ValueError:
                return ""
    return ""
