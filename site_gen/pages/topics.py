"""A page for each thread of the story, and the list of them."""

from dataclasses import dataclass

from site_gen.pages import urls
from site_gen.pages.leaders import MentionsView, mention_views
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import ArticleLine, EventLine, Head, article_line, crumbs, event_line, plural
from site_gen.pages.said import QuoteView, quote_view
from site_gen.pages.timeline import Strip, strip
from site_gen.records import Evidence, Topic
from site_gen.tables import EVENTS, MARKS, TOPICS, Reader, SiteInfo

_QUOTES = 8
"""Quotations that the page of a topic shows."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of one thread."""

    head: Head
    """Title, way here."""
    id: str
    """Stable id."""
    name: str
    """What it is about."""
    editor: bool
    """Named by an editor, not found in the texts."""
    strip: Strip
    """Its events along a line."""
    events: tuple[EventLine, ...]
    """Its events, by date."""
    leaders: tuple[Link, ...]
    """Who has a part in it."""
    agreements: tuple[Link, ...]
    """Agreements in it."""
    figures: tuple[Link, ...]
    """Figures in it."""
    quotes: tuple[QuoteView, ...]
    """Quotations in the sentences that speak of it, the first few."""
    articles: tuple[ArticleLine, ...]
    """Articles that speak of it, the latest first."""
    mentions: tuple[MentionsView, ...]
    """Sentences, by article."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A thread in the list."""

    link: Link
    """Its page."""
    articles: int
    """Articles that speak of it."""
    events: int
    """Events in it."""


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The list of threads."""

    head: Head
    """Title and way here."""
    topics: tuple[TopicLine, ...]
    """By number of articles."""


def topic_pages(_key: str, rows: tuple[Topic, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one thread."""
    return tuple(_topic_page(topic, story) for topic in rows[:1])


def topics_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The list of all threads."""
    path = urls.index("topic")
    notes = Notes(story, path)
    found = [topic for id in story.keys(TOPICS) if (topic := story.one(TOPICS, id)) is not None]
    found.sort(key=lambda topic: (-len(topic.articles), topic.name.casefold(), topic.id))
    lines = tuple(TopicLine(notes.link("topic", t.id), len(t.articles), len(t.events)) for t in found)
    head = Head("Topics", f"{plural(len(lines), 'thread')} of the story.", "more", crumbs(notes))
    return (Page(path, "topics.html", TopicsView(head, lines)),)


def _topic_page(topic: Topic, story: Reader) -> Page:
    path = urls.record("topic", topic.id)
    notes = Notes(story, path)
    events = [event for id in topic.events if (event := story.one(EVENTS, id)) is not None]
    events.sort(key=lambda e: (e.date or "9", e.id))
    articles = sorted(
        (article_line(notes, id) for id in topic.articles), key=lambda a: (a.date, a.link.id), reverse=True
    )
    places: dict[str, list[Evidence]] = {}
    for evidence in topic.evidence:
        places.setdefault(evidence.article, []).append(evidence)
    view = TopicView(
        head=Head(
            topic.name,
            f"{topic.name}: {plural(len(articles), 'article')}, {plural(len(events), 'event')}.",
            "more",
            crumbs(notes, ("Topics", urls.index("topic"))),
        ),
        id=topic.id,
        name=topic.name,
        editor=topic.basis == "editor",
        strip=strip(events),
        events=tuple(event_line(notes, event) for event in events),
        leaders=notes.links("leader", topic.leaders),
        agreements=notes.links("agreement", topic.agreements),
        figures=notes.links("figure", topic.figures),
        quotes=_quotes(notes, topic),
        articles=tuple(articles),
        mentions=mention_views(notes, places),
    )
    return Page(path, "topic.html", view)


def _quotes(notes: Notes, topic: Topic) -> tuple[QuoteView, ...]:
    """Quotations in sentences that the topic was found in."""
    places = dict.fromkeys((e.article, e.sentence) for e in topic.evidence)
    found: dict[str, None] = {}
    for article in dict.fromkeys(article for article, _ in places):
        marks = notes.story.rows(MARKS, article)
        found |= {m.id: None for m in marks if m.kind == "quote" and (article, m.sentence) in places}
        if len(found) >= _QUOTES:
            break
    return tuple(q for id in list(found)[:_QUOTES] if (q := quote_view(notes, id)) is not None)
