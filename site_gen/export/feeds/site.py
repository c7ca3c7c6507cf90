"""The feeds of the whole site: its latest events and articles."""

from collections.abc import Iterator

from site_gen.export.feeds.entries import entries
from site_gen.export.feeds.formats import Feed, atom, json_feed, rss
from site_gen.pages import urls
from site_gen.pages.page import Page, RawFile
from site_gen.pages.parts import refs, story_years
from site_gen.tables import Reader, Ref, SiteInfo

_MOST = 40
_LOOKED_AT = 3 * _MOST
"""Of the latest events and articles: an event is in the feed under the day of its articles, not its own."""
_FORMATS = ((urls.ATOM, atom), (urls.RSS, rss), (urls.JSON_FEED, json_feed))


def site_feeds(_key: str, rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """`feed.atom`, `feed.rss` and `feed.json`; none where the site's address is not known."""
    site = rows[0]
    if not site.base_url:
        return
    latest = entries(story, _latest(story), _MOST)
    about = site.tagline or "The latest events and articles of the story."
    for address, write in _FORMATS:
        yield Page(address, "", RawFile(write(Feed(site, site.title, about, address, urls.HOME, latest))))


def _latest(story: Reader) -> list[Ref]:
    found: list[Ref] = []
    for year in reversed(story_years(story)):
        found += refs(story, f"year/{year}", "event", "article")[-_LOOKED_AT:]
        if len(found) >= _LOOKED_AT:
            break
    return found
