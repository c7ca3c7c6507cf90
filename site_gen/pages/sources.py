"""Who reports: articles by outlet and by lineage, where copies and rewrites are one witness."""

from collections import Counter

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import ArticleLine, Head, article_line, crumbs, plural, refs
from site_gen.pages.registers import OUTLETS, SHARED
from site_gen.records import Lineage
from site_gen.tables import ARTICLES, CARDS, EVENTS, LINEAGES, Reader, SiteInfo

_MATRIX = 12
"""Lineages up to which the page shows a matrix of events by witnesses."""
_EVENTS = 25
"""Rows of that matrix."""
_MANY = 100
"""Above so many witnesses, the page leaves out those of a single article."""
_ALONE = 8
"""Events that a witness alone tells which the page names."""
_LISTED = 12
"""Articles of an outlet that the page links to."""


class MemberView(Struct, frozen=True):
    """An article of a lineage."""

    line: ArticleLine
    """The article."""
    depth: int
    """0 for the first, 1 for what was made from it, and so on."""
    relation: str
    """`copy of` or `rewrite of`; empty for the first."""


class LineageView(Struct, frozen=True):
    """One witness."""

    id: str
    """Also its anchor."""
    members: tuple[MemberView, ...]
    """The first article, then what derives from it."""
    relation: str
    """copy, rewrite or alone."""
    percent: int
    """How alike they are; 0 for one that stands alone."""
    reasons: tuple[str, ...]
    """Why they are taken for one witness."""
    alone: tuple[Link, ...]
    """Events that only this witness tells; not looked for where there are many witnesses."""


class OutletView(Struct, frozen=True):
    """An outlet or agency."""

    name: str
    """As the articles name it."""
    count: int
    """Articles that it published."""
    articles: tuple[Link, ...]
    """The latest of them, in order of date."""


class CoverageRow(Struct, frozen=True):
    """An event and who tells it."""

    link: Link
    """The event."""
    told: tuple[bool, ...]
    """For each witness, in the order of the page."""


class SourcesView(Struct, frozen=True):
    """The page of sources."""

    head: Head
    """Title and way here."""
    articles: int
    """Articles in all."""
    witnesses: int
    """Independent ones among them."""
    lineages: tuple[LineageView, ...]
    """Witnesses, by the date of their first article; where there are many, those of more than one article."""
    outlets: tuple[OutletView, ...]
    """Outlets by name."""
    coverage: tuple[CoverageRow, ...]
    """Events by witnesses; empty where there are too many to show."""


def sources_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """All sources on one page; of many, the witnesses that are more than one article."""
    notes = Notes(story, urls.SOURCES)
    witnesses, articles = story.count(LINEAGES), story.count(ARTICLES)
    many = witnesses > _MANY
    ids = story.rows(SHARED, "all") if many else story.keys(LINEAGES)
    found = [lineage for id in ids if (lineage := story.one(LINEAGES, id)) is not None]
    found.sort(key=lambda lineage: (_date(story, lineage), lineage.id))
    told = {} if many else {lineage.id: _told(story, lineage) for lineage in found}
    tellers = Counter(id for events in told.values() for id in events)
    views = tuple(_lineage(notes, lineage, told, tellers) for lineage in found)
    head = Head(
        "Sources",
        f"{plural(articles, 'article')}, {plural(witnesses, 'independent report')}; copies count once.",
        "more",
        crumbs(notes),
    )
    coverage = _coverage(notes, found, told) if 1 < len(found) <= _MATRIX and not many else ()
    view = SourcesView(head, articles, witnesses, views, _outlets(notes), coverage)
    return (Page(urls.SOURCES, "sources.html", view),)


def _date(story: Reader, lineage: Lineage) -> str:
    card = story.one(CARDS, f"article/{lineage.articles[0]}")
    return (card.date if card else "") or "9"


def _told(story: Reader, lineage: Lineage) -> dict[str, None]:
    return dict.fromkeys(
        ref.id for article in lineage.articles for ref in refs(story, f"article/{article}", "event")
    )


def _lineage(
    notes: Notes, lineage: Lineage, told: dict[str, dict[str, None]], tellers: Counter[str]
) -> LineageView:
    parents = {derived: (origin, relation) for derived, origin, relation in lineage.parents}
    depths: dict[str, int] = {}
    members: list[MemberView] = []
    for article in lineage.articles:
        origin, relation = parents.get(article, ("", ""))
        depths[article] = depths.get(origin, -1) + 1 if origin else 0
        members.append(
            MemberView(article_line(notes, article), depths[article], f"{relation} of" if relation else "")
        )
    alone = tuple(id for id in told[lineage.id] if tellers[id] == 1) if len(told) > 1 else ()
    return LineageView(
        lineage.id,
        tuple(members),
        lineage.relation,
        round(lineage.score * 100) if len(members) > 1 else 0,
        lineage.reasons,
        notes.links("event", alone[:_ALONE]),
    )


def _outlets(notes: Notes) -> tuple[OutletView, ...]:
    named = {name: notes.story.rows(OUTLETS, name) for name in notes.story.keys(OUTLETS)}
    ordered = sorted(
        named.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0].casefold(), pair[0])
    )
    return tuple(OutletView(name, len(ids), notes.links("article", ids[-_LISTED:])) for name, ids in ordered)


def _coverage(
    notes: Notes, lineages: list[Lineage], told: dict[str, dict[str, None]]
) -> tuple[CoverageRow, ...]:
    events = dict.fromkeys(id for lineage in lineages for id in told[lineage.id])
    best = sorted(events, key=lambda id: (-sum(id in events for events in told.values()), id))[:_EVENTS]
    dated = sorted(best, key=lambda id: (_event_date(notes.story, id), id))
    return tuple(
        CoverageRow(notes.link("event", id), tuple(id in told[lineage.id] for lineage in lineages))
        for id in dated
    )


def _event_date(story: Reader, id: str) -> str:
    event = story.one(EVENTS, id)
    return (event.date if event else None) or "9"
