"""Where each record has its page or its place on one: the only module that knows addresses.

Addresses are relative to the output folder, `/` as separator, with explicit file names, so that the site
works from a disk and from any sub-path.
"""

import posixpath
from urllib.parse import quote as _quoted

HOME = "index.html"
TIMELINE = "timeline.html"
CONFLICTS = "conflicts.html"
SOURCES = "sources.html"
RELATIONS = "relations.html"
PROMISES = "promises.html"
A_TO_Z = "a-z.html"
ABOUT = "about.html"
SEARCH = "search.html"
CHANGES = "changes.html"
CHANGES_FEED = "changes.atom"
ATOM = "feed.atom"
TIMELINE_FEED = "timeline.atom"
TIMELINE_CALENDAR = "timeline.ics"
TIMELINE_TABLE = "timeline.csv"
RSS = "feed.rss"
JSON_FEED = "feed.json"
NOT_FOUND = "404.html"
DATA = "data/index.html"

AT_THE_TOP = (
    HOME, TIMELINE, CONFLICTS, SOURCES, RELATIONS, PROMISES, A_TO_Z, ABOUT, SEARCH, CHANGES, NOT_FOUND,
)  # fmt: skip
"""Pages that stand in no folder."""

_PAGES = {
    "article": "articles/{}.html",
    "leader": "leaders/{}.html",
    "person": "leaders/{}.html",
    "agreement": "agreements/{}.html",
    "event": "events/{}.html",
    "series": "figures/{}.html",
    "topic": "topics/{}.html",
    "place": "places/{}.html",
    "speaker": "quotes/{}.html",
    "conflict": CONFLICTS + "#{}",
    "lineage": SOURCES + "#{}",
}
FOLDERS = frozenset(
    "articles leaders agreements events figures topics places quotes conflicts timeline embed data search"
    " static".split()
)
"""Folders at the top of a site that are ours."""
_EMBEDDED = frozenset({"agreements", "figures", "quotes"})
_INDEXES = {
    "article": "articles/index.html",
    "leader": "leaders/index.html",
    "person": "leaders/index.html",
    "agreement": "agreements/index.html",
    "event": TIMELINE,
    "series": "figures/index.html",
    "figure": "figures/index.html",
    "topic": "topics/index.html",
    "place": "places/index.html",
    "quote": "quotes/index.html",
    "conflict": CONFLICTS,
    "lineage": SOURCES,
}


def record(kind: str, id: str) -> str:
    """Address of the page, or of the place on a page, of a record that needs no other record to be found."""
    pattern = _PAGES.get(kind)
    return pattern.format(id) if pattern else index(kind)


def index(kind: str) -> str:
    """Address of the list of all records of a kind."""
    return _INDEXES.get(kind, A_TO_Z)


def sentence(article: str, number: int) -> str:
    """Address of a sentence (counted from 0; below 0 the article's head is meant)."""
    return f"articles/{article}.html#{sentence_id(number)}"


def sentence_id(number: int) -> str:
    """Id of a sentence on its article's page."""
    return f"s{number + 1}" if number >= 0 else "top"


def figure(id: str, series: str, article: str) -> str:
    """Address of one figure: on the page of its series, or with the other figures of its article."""
    return f"figures/{series}.html#{id}" if series else f"{article_figures(article)}#{id}"


def article_figures(article: str) -> str:
    """Address of the figures of one article that belong to no series."""
    return f"figures/of-{article}.html"


def quote(speaker: str, id: str) -> str:
    """Address of one quotation, on the page of its speaker."""
    return f"quotes/{speaker}.html#{id}"


def conflict(id: str) -> str:
    """Address of the page of one contradiction, where there are so many that each has its own."""
    return f"conflicts/{id}.html"


def feed(page: str) -> str:
    """Address of the feed of a record, from that of its page."""
    return page.removesuffix(".html") + ".atom"


def twin(page: str) -> str:
    """Address of what a page shows as JSON, beside the page; empty for what has none: no page of the story."""
    if page == NOT_FOUND or page.startswith("embed/") or not page.endswith(".html"):
        return ""
    return page.removesuffix(".html") + ".json"


def timeline(period: str) -> str:
    """Address of the timeline of a year (`2025`), a month (`2025-08`) or what has no date (`undated`)."""
    return f"timeline/{period}.html"


def embed(path: str) -> str:
    """Address of the form of a page that other sites may show in a frame; empty where it has none."""
    folder, _, name = path.rpartition("/")
    listed = name == "index.html" or (folder == "figures" and name.startswith("of-"))
    return f"embed/{path}" if path == TIMELINE or (folder in _EMBEDDED and not listed) else ""


def oembed(path: str) -> str:
    """Address of the oEmbed file of a page that can be embedded."""
    return embed(path).removesuffix(".html") + ".json"


def whole(path: str, href: str) -> str:
    """An address as seen from the page at `path`, as one from the top of the site."""
    address, hash, anchor = href.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) + hash + anchor


def text_fragment(url: str, sentence: str) -> str:
    """The address of an article on the web, ending in a fragment that leads a browser to the sentence."""
    words = sentence.split()
    told = f"{_part(words[:6])},{_part(words[-5:])}" if len(words) > 12 else _part(words)
    return f"{url.partition('#')[0]}#:~:text={told}"


def _part(words: list[str]) -> str:
    return _quoted(" ".join(words), safe="").replace("-", "%2D")


def root(path: str) -> str:
    """What leads from a page back to the top of the site: `../` once for each folder."""
    return "../" * path.count("/")
