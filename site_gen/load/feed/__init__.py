"""RSS, Atom and JSON Feed: each entry an article."""

from site_gen.load.feed.json_feed import load_json_feed
from site_gen.load.feed.xml_feed import load_feed

__all__ = ["load_feed", "load_json_feed"]
