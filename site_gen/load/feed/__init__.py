"""RSS, Atom and JSON Feed: each entry an article."""

from site_gen.load.feed.entry import Entry, entry_articles
from site_gen.load.feed.json_feed import json_entries, load_json_feed
from site_gen.load.feed.xml_feed import feed_entries, load_feed, load_unnamed_feed

__all__ = [
    "Entry",
    "entry_articles",
    "feed_entries",
    "json_entries",
    "load_feed",
    "load_json_feed",
    "load_unnamed_feed",
]
