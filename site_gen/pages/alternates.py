"""Other forms of a page that its head names: its twin in JSON, the feeds of the site and of its record."""

from typing import Any

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.agreements import AgreementView
from site_gen.pages.figures import SeriesView
from site_gen.pages.leader_views import LeaderView
from site_gen.pages.quotes import SpeakerView
from site_gen.pages.timeline import TimelineView
from site_gen.pages.topics import TopicView
from site_gen.tables import SiteInfo


class Alternate(Struct, frozen=True):
    """One `link rel=alternate`."""

    type: str
    """Media type."""
    title: str
    """What it is."""
    address: str
    """Relative to the top of the site; of oEmbed the whole address."""


def alternates(view: Any, path: str, site: SiteInfo) -> tuple[Alternate, ...]:
    """The twin and the feeds to name on a page; no feeds where the site has none."""
    twin = urls.twin(path) if "twins" in site.beside else ""
    found = [Alternate("application/json", "What this page shows, as data", twin)] if twin else []
    if isinstance(view, TimelineView) and "calendar" in view.forms:
        found.append(Alternate("text/calendar", "Events as a calendar", urls.TIMELINE_CALENDAR))
        found.append(Alternate("text/csv", "Events as a table", urls.TIMELINE_TABLE))
    if not site.base_url:
        return tuple(found)
    found += [Alternate("application/atom+xml", site.title, urls.ATOM)]
    if path == urls.HOME:
        found.append(Alternate("application/rss+xml", f"{site.title} (RSS)", urls.RSS))
        found.append(Alternate("application/feed+json", f"{site.title} (JSON)", urls.JSON_FEED))
    if path == urls.TIMELINE:
        found.append(Alternate("application/atom+xml", "Timeline", urls.TIMELINE_FEED))
    if path == urls.CHANGES:
        found.append(Alternate("application/atom+xml", "What changed", urls.CHANGES_FEED))
    if isinstance(view, AgreementView | TopicView) or (isinstance(view, LeaderView) and view.leader):
        found.append(Alternate("application/atom+xml", view.head.title, urls.feed(path)))
    if urls.embed(path) and isinstance(view, AgreementView | SeriesView | SpeakerView | TimelineView):
        title = f"{view.head.title} (to embed)"
        found.append(Alternate("application/json+oembed", title, site.base_url + urls.oembed(path)))
    return tuple(found)
