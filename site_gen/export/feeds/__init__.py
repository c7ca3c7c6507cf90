"""Feeds of the site and of its topics, leaders and agreements: made where the site's own address is known."""

from typing import Any

from site_gen.export.feeds.changes import change_feed
from site_gen.export.feeds.records import agreement_feeds, leader_feeds, topic_feeds
from site_gen.export.feeds.site import site_feeds
from site_gen.export.feeds.timeline import timeline_feed
from site_gen.pages.page import PageKind
from site_gen.tables import AGREEMENTS, LEADERS, SITE, TOPICS

FILES: tuple[PageKind[Any], ...] = (
    PageKind("feeds of the site", SITE, site_feeds),
    PageKind("feed of the timeline", SITE, timeline_feed),
    PageKind("feed of changes", SITE, change_feed),
    PageKind("feed of a leader", LEADERS, leader_feeds),
    PageKind("feed of an agreement", AGREEMENTS, agreement_feeds),
    PageKind("feed of a topic", TOPICS, topic_feeds),
)

__all__ = ["FILES"]
