"""Which view each template gets: the contract of a theme, written out in docs/reference/templates.md."""

from collections.abc import Mapping

from site_gen.export.data.page import DataView
from site_gen.pages.agreements import AgreementsView, AgreementView
from site_gen.pages.articles import ArticlesView, ArticleView
from site_gen.pages.changes import ChangesView
from site_gen.pages.conflicts import ConflictPageView, ConflictsView
from site_gen.pages.embeds import EmbedView
from site_gen.pages.events import EventView
from site_gen.pages.figures import ArticleFiguresView, FiguresView, SeriesView
from site_gen.pages.home import HomeView
from site_gen.pages.leader_views import LeadersView, LeaderView, LeaderYearView
from site_gen.pages.lists import (
    AboutView,
    AToZView,
    PlacesView,
    PlaceView,
    PlainView,
    RelationsView,
)
from site_gen.pages.moved import MovedView
from site_gen.pages.promises import PromisesView
from site_gen.pages.quotes import QuotesView, SpeakerView
from site_gen.pages.search import SearchView
from site_gen.pages.sources import SourcesView
from site_gen.pages.timeline import TimelineView
from site_gen.pages.topics import TopicMonthView, TopicsView, TopicView

VIEWS: Mapping[str, type] = {
    "home.html": HomeView,
    "timeline.html": TimelineView,
    "event.html": EventView,
    "leaders.html": LeadersView,
    "leader.html": LeaderView,
    "leader-year.html": LeaderYearView,
    "agreements.html": AgreementsView,
    "agreement.html": AgreementView,
    "figures.html": FiguresView,
    "series.html": SeriesView,
    "article-figures.html": ArticleFiguresView,
    "quotes.html": QuotesView,
    "speaker.html": SpeakerView,
    "topics.html": TopicsView,
    "topic.html": TopicView,
    "topic-month.html": TopicMonthView,
    "places.html": PlacesView,
    "place.html": PlaceView,
    "articles.html": ArticlesView,
    "article.html": ArticleView,
    "conflicts.html": ConflictsView,
    "conflict.html": ConflictPageView,
    "sources.html": SourcesView,
    "relations.html": RelationsView,
    "promises.html": PromisesView,
    "a-z.html": AToZView,
    "search.html": SearchView,
    "changes.html": ChangesView,
    "about.html": AboutView,
    "404.html": PlainView,
    "data.html": DataView,
    "embed.html": EmbedView,
    "moved.html": MovedView,
}
"""Name of a template of pages: the type of the `view` that it is given."""

PARTS = ("base.html", "parts.html", "charts.html", "home-changes.html")
"""Templates of no page: the frame of all, and macros that several import."""
