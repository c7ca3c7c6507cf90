"""A page for each thread of the story, and the list of them."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from site_gen.analyse.tables import TOPIC_MONTHS, TOPIC_NAMES, TopicPart
from site_gen.pages import urls
from site_gen.pages.amounts import named
from site_gen.pages.leader_views import MentionsView
from site_gen.pages.leaders import mention_views
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import (
    ArticleLine,
    EventLine,
    Head,
    article_line,
    crumbs,
    event_line,
    plural,
    plurals,
)
from site_gen.pages.registers import SIZES, Size, is_long
from site_gen.pages.said import QuoteView, quote_view
from site_gen.pages.shelves import UNDATED, Shelf
from site_gen.pages.timeline import Strip, strip
from site_gen.records import Event, Evidence, Topic
from site_gen.tables import EVENTS, MARKS, TOPICS, Reader, SiteInfo

_LATEST = 60
"""Articles, and events, that the page of a topic with many articles shows; events that any shows with evidence."""
_QUOTES = 8
"""Quotations that the page of a topic shows."""


class TopicView(Struct, frozen=True):
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
    article_count: int
    """Articles in all."""
    shelves: tuple[Shelf, ...]
    """Pages by month, where there are many articles: then this page has the latest of each kind."""


class TopicMonthView(Struct, frozen=True):
    """What the articles of one month say on a thread."""

    head: Head
    """Title and way here."""
    topic: Link
    """The thread."""
    events: tuple[EventLine, ...]
    """Events told, by date."""
    leaders: tuple[Link, ...]
    """Who has a part in it."""
    agreements: tuple[Link, ...]
    """Agreements told of."""
    figures: tuple[Link, ...]
    """Figures told."""
    mentions: tuple[MentionsView, ...]
    """Sentences, by article."""


class TopicLine(Struct, frozen=True):
    """A thread in the list."""

    link: Link
    """Its page."""
    articles: int
    """Articles that speak of it."""
    events: int
    """Events in it."""


class TopicsView(Struct, frozen=True):
    """The list of threads."""

    head: Head
    """Title and way here."""
    topics: tuple[TopicLine, ...]
    """By number of articles."""


class _Shown(Struct, frozen=True):
    """What the page of a topic tells, from all of its articles or from the latest."""

    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[str, ...]
    leaders: tuple[str, ...]
    agreements: tuple[str, ...]
    figures: tuple[str, ...]


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


def topic_months(key: str, rows: tuple[TopicPart, ...], story: Reader) -> tuple[Page, ...]:
    """What the articles of one month say on a thread that many articles tell of."""
    id, _, month = key.rpartition("/")
    name = story.one(TOPIC_NAMES, id)
    if name is None or not is_long(story, f"topic/{id}"):
        return ()
    path = f"topics/{id}-in-{month}.html"
    notes = Notes(story, path)
    title = f"{name}, {_month_name(month)}"
    link = Link("topic", id, name, notes.to(urls.record("topic", id)))
    trail = crumbs(notes, ("Topics", urls.index("topic")), (name, urls.record("topic", id)))
    view = TopicMonthView(
        head=Head(title, f"{title}: {plural(len(rows), 'article')}.", "more", trail),
        topic=link,
        events=_event_lines(notes, _known_events(story, _told(rows, lambda p: p.events)), _LATEST),
        leaders=notes.links("leader", _told(rows, lambda p: p.leaders)),
        agreements=notes.links("agreement", _told(rows, lambda p: p.agreements)),
        figures=named(story, notes.links("figure", _told(rows, lambda p: p.figures))),
        mentions=mention_views(notes, {part.article: list(part.evidence) for part in rows}),
    )
    return (Page(path, "topic-month.html", view),)


def _told(parts: Iterable[TopicPart], ids: Callable[[TopicPart], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({id for part in parts for id in ids(part)}))


def _first_told(parts: Iterable[TopicPart], ids: Callable[[TopicPart], tuple[str, ...]]) -> tuple[str, ...]:
    """As many as the page of a topic shows, of the first parts."""
    return tuple(sorted(list(dict.fromkeys(id for part in parts for id in ids(part)))[:_LATEST]))


def _month_name(month: str) -> str:
    return "without a date" if month == UNDATED else month


def _known_events(story: Reader, ids: Iterable[str]) -> list[Event]:
    events = [event for id in ids if (event := story.one(EVENTS, id)) is not None]
    return sorted(events, key=lambda e: (e.date or "9", e.id))


def _event_lines(notes: Notes, events: list[Event], full: int) -> tuple[EventLine, ...]:
    """Events as lines; the last ones with their evidence."""
    older = len(events) - full
    return tuple(event_line(notes, event, 1 if n >= older else 0) for n, event in enumerate(events))


def _latest_parts(story: Reader, id: str, sizes: tuple[Size, ...]) -> list[TopicPart]:
    """What the latest articles contribute, in order of date: the last months are read until there are enough."""
    found: list[TopicPart] = []
    for size in sorted(sizes, key=lambda size: (size.shelf != UNDATED, size.shelf), reverse=True):
        found = [*story.rows(TOPIC_MONTHS, f"{id}/{size.shelf}"), *found]
        if len(found) >= _LATEST:
            break
    return found[-_LATEST:]


def _topic_page(topic: Topic, story: Reader) -> Page:
    path = urls.record("topic", topic.id)
    notes = Notes(story, path)
    key = f"topic/{topic.id}"
    sizes, long = story.rows(SIZES, key), is_long(story, key)
    shown = _shown(_latest_parts(story, topic.id, sizes)) if long else topic
    events = _known_events(story, shown.events)[-_LATEST if long else None :]
    lines = (article_line(notes, id) for id in shown.articles)
    counts = plurals((len(topic.articles), "article", ""), (len(topic.events), "event", ""))
    about = f"{topic.name}: {counts}."
    view = TopicView(
        head=Head(topic.name, about, "more", crumbs(notes, ("Topics", urls.index("topic")))),
        id=topic.id,
        name=topic.name,
        editor=topic.basis == "editor",
        strip=strip(events),
        events=_event_lines(notes, events, _LATEST),
        leaders=notes.links("leader", shown.leaders),
        agreements=notes.links("agreement", shown.agreements),
        figures=named(story, notes.links("figure", shown.figures)),
        quotes=_quotes(notes, shown.evidence),
        articles=tuple(sorted(lines, key=lambda a: (a.date, a.link.id), reverse=True)),
        mentions=mention_views(notes, _by_article(shown.evidence)),
        article_count=len(topic.articles),
        shelves=tuple(_shelves(topic.id, sizes)) if long else (),
    )
    return Page(path, "topic.html", view)


def _shown(parts: list[TopicPart]) -> _Shown:
    """What the latest articles contribute to a topic, the last article first."""
    latest = parts[::-1]
    return _Shown(
        articles=tuple(part.article for part in latest),
        evidence=tuple(e for part in latest for e in part.evidence),
        events=_told(latest, lambda p: p.events),
        leaders=_first_told(latest, lambda p: p.leaders),
        agreements=_first_told(latest, lambda p: p.agreements),
        figures=_first_told(latest, lambda p: p.figures),
    )


def _shelves(id: str, sizes: tuple[Size, ...]) -> Iterator[Shelf]:
    for size in sizes:
        name = _month_name(size.shelf)
        yield Shelf(name, f"{id}-in-{size.shelf}.html", size.count)


def _by_article(places: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for evidence in places:
        found.setdefault(evidence.article, []).append(evidence)
    return found


def _quotes(notes: Notes, places: Iterable[Evidence]) -> tuple[QuoteView, ...]:
    """Quotations in sentences that the topic was found in."""
    sentences = dict.fromkeys((e.article, e.sentence) for e in places)
    found: dict[str, None] = {}
    for article in dict.fromkeys(article for article, _ in sentences):
        marks = notes.story.rows(MARKS, article)
        found |= {m.id: None for m in marks if m.kind == "quote" and (article, m.sentence) in sentences}
        if len(found) >= _QUOTES:
            break
    return tuple(q for id in list(found)[:_QUOTES] if (q := quote_view(notes, id)) is not None)
