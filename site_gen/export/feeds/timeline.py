"""`timeline.atom`: the latest events of the timeline."""

from collections.abc import Iterator

from site_gen.export.feeds.entries import entries
from site_gen.export.feeds.formats import Feed, atom
from site_gen.pages import urls
from site_gen.pages.page import Page, RawFile
from site_gen.pages.parts import refs, story_years
from site_gen.tables import Reader, Ref, SiteInfo

_MOST = 60


def timeline_feed(_key: str, rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """The feed of the timeline; none where the site's address is not known."""
    site = rows[0]
    if not site.base_url:
        return
    found: list[Ref] = []
    for year in reversed(story_years(story)):
        found += refs(story, f"year/{year}", "event")[-2 * _MOST :]
        if len(found) >= 2 * _MOST:
            break
    listed = entries(story, found, _MOST)
    about = "The latest events of the story."
    feed = Feed(site, f"Timeline · {site.title}", about, urls.TIMELINE_FEED, urls.TIMELINE, listed)
    yield Page(urls.TIMELINE_FEED, "", RawFile(atom(feed)))
