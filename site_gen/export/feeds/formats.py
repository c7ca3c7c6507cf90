"""Entries as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape

import msgspec
from msgspec import Struct

from site_gen.export.feeds.entries import Entry
from site_gen.tables import SiteInfo

_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEVER = "1970-01-01T00:00:00Z"
"""`updated` of a feed without entries, which Atom wants all the same."""


class Feed(Struct, frozen=True):
    """A feed before it is written."""

    site: SiteInfo
    title: str
    about: str
    address: str
    """Of the feed itself, relative to the site."""
    page: str
    """Of the page it belongs to."""
    entries: Sequence[Entry]


def atom(feed: Feed) -> str:
    """The feed as Atom."""
    site, base = feed.site, feed.site.base_url
    updated = feed.entries[0].updated if feed.entries else _NEVER
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_x(site.language)}">\n'
        f"<id>{_x(base + feed.address)}</id>\n<title>{_x(feed.title)}</title>\n"
        f"<subtitle>{_x(feed.about)}</subtitle>\n<updated>{updated}</updated>\n"
        f"<author><name>{_x(site.author or site.title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_x(base + feed.address)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{_x(base + feed.page)}"/>\n'
        f'<generator uri="https://pypi.org/project/site-gen/">site-gen</generator>\n'
    )
    return head + "".join(_atom_entry(entry, base) for entry in feed.entries) + "</feed>\n"


def _atom_entry(entry: Entry, base: str) -> str:
    url = _x(base + entry.address)
    published = f"<published>{entry.updated}</published>" if entry.stated and entry.kind == "article" else ""
    return (
        f"<entry><id>{url}</id><title>{_x(entry.title)}</title>"
        f"<updated>{entry.updated}</updated>{published}"
        f'<link rel="alternate" type="text/html" href="{url}"/>'
        f'<category term="{_x(entry.kind)}"/><summary>{_x(entry.text)}</summary></entry>\n'
    )


def rss(feed: Feed) -> str:
    """The feed as RSS 2.0."""
    base = feed.site.base_url
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{_x(feed.title)}</title>\n<link>{_x(base + feed.page)}</link>\n"
        f"<description>{_x(feed.about)}</description>\n<language>{_x(feed.site.language)}</language>\n"
        f'<atom:link rel="self" type="application/rss+xml" href="{_x(base + feed.address)}"/>\n'
    )
    return head + "".join(_rss_item(entry, base) for entry in feed.entries) + "</channel>\n</rss>\n"


def _rss_item(entry: Entry, base: str) -> str:
    url = _x(base + entry.address)
    return (
        f"<item><title>{_x(entry.title)}</title><link>{url}</link><guid>{url}</guid>"
        f"<pubDate>{_rfc822(entry)}</pubDate><category>{_x(entry.kind)}</category>"
        f"<description>{_x(_x(entry.text))}</description></item>\n"
    )


def _rfc822(entry: Entry) -> str:
    day = date.fromisoformat(entry.day)
    name, month, time = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1], entry.updated[11:19]
    return f"{name}, {day.day:02d} {month} {day.year:04d} {time} +0000"


def json_feed(feed: Feed) -> str:
    """The feed as JSON Feed 1.1."""
    site, base = feed.site, feed.site.base_url
    items = [
        {
            "id": base + entry.address,
            "url": base + entry.address,
            "title": entry.title,
            "content_text": entry.text,
            **({"date_published": entry.updated} if entry.stated and entry.kind == "article" else {}),
            "date_modified": entry.updated,
            "tags": [entry.kind],
        }
        for entry in feed.entries
    ]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": base + feed.page,
        "feed_url": base + feed.address,
        "language": site.language,
        "authors": [{"name": site.author or site.title}],
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _x(text: str) -> str:
    """Text as it may stand in XML."""
    return escape(_NO_XML.sub("", text))
