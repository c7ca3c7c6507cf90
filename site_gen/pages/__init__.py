"""Story in, pages out: one module per kind of page; what a template may read is a frozen view."""

from typing import Any

from site_gen.analyse.tables import TOPIC_MONTHS
from site_gen.pages.agreements import agreement_letters, agreement_pages, agreements_index
from site_gen.pages.articles import article_pages, article_years, articles_index
from site_gen.pages.changes import changes_pages
from site_gen.pages.conflicts import conflict_pages, conflicts_page
from site_gen.pages.embeds import (
    embedded_agreement,
    embedded_quotes,
    embedded_series,
    embedded_timeline,
)
from site_gen.pages.events import event_pages
from site_gen.pages.figures import article_figure_pages, figures_index, series_pages
from site_gen.pages.home import home_page
from site_gen.pages.leaders import leader_pages, leaders_index
from site_gen.pages.lists import (
    a_to_z,
    about_page,
    not_found,
    place_pages,
    places_index,
    relation_letters,
    relations_page,
    title_letters,
)
from site_gen.pages.moved import former_articles, former_records
from site_gen.pages.page import Page, PageKind
from site_gen.pages.promises import letter_of_promises, promises_page, year_of_promises
from site_gen.pages.quotes import quotes_index, speaker_pages
from site_gen.pages.registers import AGREED, EVENT_MONTHS, LETTERED, LONG, PROMISED, RELATED
from site_gen.pages.search import search_page
from site_gen.pages.sources import sources_page
from site_gen.pages.timeline import kind_pages, month_pages, timeline_page, year_pages
from site_gen.pages.topics import topic_months, topic_pages, topics_index
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CONFLICTS,
    DECISIONS,
    EVENT_KIND,
    EVENTS,
    LEADERS,
    REFS,
    SERIES,
    SITE,
    TOPICS,
)

PAGES: tuple[PageKind[Any], ...] = (
    PageKind("home", SITE, home_page),
    PageKind("timeline", SITE, timeline_page),
    PageKind("year", REFS, year_pages, under="year/"),
    PageKind("month", EVENT_MONTHS, month_pages),
    PageKind("events of a kind", REFS, kind_pages, under=f"{EVENT_KIND}/"),
    PageKind("event", EVENTS, event_pages),
    PageKind("leaders", SITE, leaders_index),
    PageKind("leader", LEADERS, leader_pages),
    PageKind("agreements", SITE, agreements_index),
    PageKind("agreements of a letter", AGREED, agreement_letters),
    PageKind("agreement", AGREEMENTS, agreement_pages),
    PageKind("figures", SITE, figures_index),
    PageKind("series", SERIES, series_pages),
    PageKind("figures of an article", ARTICLES, article_figure_pages),
    PageKind("quotes", SITE, quotes_index),
    PageKind("speaker", LEADERS, speaker_pages),
    PageKind("topics", SITE, topics_index),
    PageKind("topic", TOPICS, topic_pages),
    PageKind("topic in a month", TOPIC_MONTHS, topic_months, beside="/"),
    PageKind("places", SITE, places_index),
    PageKind("place", REFS, place_pages, under="place/"),
    PageKind("articles", SITE, articles_index),
    PageKind("article", ARTICLES, article_pages),
    PageKind("articles of a year", REFS, article_years, under="year/"),
    PageKind("conflicts", SITE, conflicts_page),
    PageKind("conflict", CONFLICTS, conflict_pages),
    PageKind("sources", SITE, sources_page),
    PageKind("relations", SITE, relations_page),
    PageKind("relations of a letter", RELATED, relation_letters),
    PageKind("promises", SITE, promises_page),
    PageKind("promises of a year", LONG, year_of_promises, under=f"{PROMISED.name}/"),
    PageKind("promises of a letter", PROMISED, letter_of_promises),
    PageKind("a to z", SITE, a_to_z),
    PageKind("a to z: letter", LETTERED, title_letters),
    PageKind("search", SITE, search_page),
    PageKind("changes", SITE, changes_pages),
    PageKind("about", SITE, about_page),
    PageKind("not found", SITE, not_found),
    PageKind("embedded timeline", SITE, embedded_timeline, listed=False),
    PageKind("embedded agreement", AGREEMENTS, embedded_agreement, listed=False),
    PageKind("embedded series", SERIES, embedded_series, listed=False),
    PageKind("embedded quotes", LEADERS, embedded_quotes, listed=False),
    PageKind("former article", ARTICLES, former_articles, listed=False),
    PageKind("former record", DECISIONS, former_records, listed=False),
)
"""Every kind of page of a site, in the order of its navigation."""

__all__ = ["PAGES", "Page", "PageKind"]
