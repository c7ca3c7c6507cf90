"""Pages of the whole site that are lists: relations, promises, places, A to Z, how it was made, not found."""

from dataclasses import dataclass
from typing import Any

from site_gen.pages import urls
from site_gen.pages.figures import FigureView, figure_view
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural, related
from site_gen.pages.shelves import Shelf, letter
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CARDS,
    CONFLICTS,
    EVENTS,
    FIGURES,
    LEADERS,
    QUOTES,
    REFS,
    RELATIONS,
    TOPICS,
    Card,
    Reader,
    Ref,
    SiteInfo,
    Table,
)

_LETTER = 150
"""Entries of one letter that the A to Z shows on its first page before it has a page for each letter."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """One relation."""

    source: Link
    """Who acts."""
    type: str
    """met, signed, succeeded, member of, party to."""
    target: Link
    """Whom or what it concerns."""
    date: str
    """EDTF; may be empty."""
    proofs: tuple[Proof, ...]
    """Where it is said."""


@dataclass(frozen=True, slots=True)
class RelationsView:
    """The table of relations."""

    head: Head
    """Title and way here."""
    relations: tuple[RelationLine, ...]
    """By type, then by date."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something that somebody said would be."""

    due: str
    """EDTF of the deadline, or of the planned event; may be empty."""
    title: str
    """What was promised."""
    href: str
    """Its page."""
    status: str
    """target, commitment or planned."""
    figure: FigureView | None
    """The amount, for figures."""
    proof: Proof
    """Where it is said."""


@dataclass(frozen=True, slots=True)
class PromisesView:
    """Targets, commitments and plans by deadline."""

    head: Head
    """Title and way here."""
    promises: tuple[PromiseLine, ...]
    """By deadline; those without one last."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The page of one place."""

    head: Head
    """Title and way here."""
    name: str
    """The place."""
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    """What concerns it, by kind of record."""


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The list of places."""

    head: Head
    """Title and way here."""
    places: tuple[Link, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class AToZView:
    """Every record by its title, or one letter of them."""

    head: Head
    """Title and way here."""
    letters: tuple[tuple[str, tuple[Link, ...]], ...]
    """Letters with their records."""
    shelves: tuple[Shelf, ...]
    """Pages by letter, where the list is long."""
    count: int
    """All entries."""


@dataclass(frozen=True, slots=True)
class AboutView:
    """How the site was made."""

    head: Head
    """Title and way here."""
    articles: int
    """Articles read."""
    counts: tuple[tuple[str, int, str], ...]
    """Kind of record, how many there are, and where they are listed."""


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page without content of its own."""

    head: Head
    """Title and way here."""


_GROUPS = (
    ("Events", ("event",)),
    ("Leaders and people", ("leader", "person")),
    ("Agreements", ("agreement",)),
    ("Figures", ("figure", "series")),
    ("Topics", ("topic",)),
    ("Articles", ("article",)),
)
_KINDS: tuple[tuple[str, Table[Any], str], ...] = (
    ("Events", EVENTS, urls.TIMELINE),
    ("Leaders and people", LEADERS, urls.index("leader")),
    ("Agreements", AGREEMENTS, urls.index("agreement")),
    ("Figures", FIGURES, urls.index("figure")),
    ("Quotations", QUOTES, urls.index("quote")),
    ("Topics", TOPICS, urls.index("topic")),
    ("Disagreements", CONFLICTS, urls.CONFLICTS),
)


def relations_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """Who met, signed, succeeded or joined, as one table."""
    notes = Notes(story, urls.RELATIONS)
    found = {r: None for k in story.keys(RELATIONS) for r in story.rows(RELATIONS, k) if r.source == k}
    ordered = sorted(found, key=lambda r: (r.type, r.date or "9", r.source, r.target))
    lines = tuple(
        RelationLine(
            _end(notes, r.source), r.type, _end(notes, r.target), r.date or "", notes.proofs(r.evidence, 1)
        )
        for r in ordered
    )
    head = Head(
        "Relations", f"{plural(len(lines), 'relation')}: who met, signed, succeeded.", "more", crumbs(notes)
    )
    return (Page(urls.RELATIONS, "relations.html", RelationsView(head, lines)),)


def promises_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """Targets, commitments and plans, by deadline."""
    notes = Notes(story, urls.PROMISES)
    lines = [*_figure_promises(notes), *_event_promises(notes)]
    ordered = tuple(sorted(lines, key=lambda line: (line.due or "9", line.title, line.href)))
    head = Head(
        "Promises", f"{plural(len(lines), 'promise')}: targets, commitments, plans.", "more", crumbs(notes)
    )
    return (Page(urls.PROMISES, "promises.html", PromisesView(head, ordered)),)


def place_pages(key: str, _rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one place, where the key is one."""
    kind, _, id = key.partition("/")
    if kind != "place":
        return ()
    path = urls.record("place", id)
    notes = Notes(story, path)
    card = story.one(CARDS, key)
    name = card.title if card else id
    groups = tuple((title, related(notes, key, *kinds)) for title, kinds in _GROUPS)
    trail = crumbs(notes, ("Places", urls.index("place")))
    head = Head(name, f"What the articles tell of {name}.", "more", trail)
    return (Page(path, "place.html", PlaceView(head, name, tuple(g for g in groups if g[1]))),)


def places_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The list of all places."""
    path = urls.index("place")
    notes = Notes(story, path)
    ids = (k.partition("/")[2] for k in story.keys(REFS) if k.startswith("place/"))
    places = sorted((notes.link("place", id) for id in ids), key=lambda p: (p.title.casefold(), p.id))
    head = Head("Places", f"{plural(len(places), 'place')} in the story.", "more", crumbs(notes))
    return (Page(path, "places.html", PlacesView(head, tuple(places))),)


def a_to_z(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """Every record by its title: one page, or one for each letter where there are many."""
    notes = Notes(story, urls.A_TO_Z)
    cards = {card: None for k in story.keys(CARDS) if (card := _listed(story, k)) is not None}
    letters: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda c: (c.title.casefold(), c.kind, c.id)):
        letters.setdefault(letter(card.title), []).append(card)
    split = len(cards) > _LETTER * 4
    whole = sorted(letters.items())
    head = Head("A to Z", f"All {len(cards):,} records by title.", "more", crumbs(notes))
    shelves = tuple(Shelf(n.upper(), f"a-z/{n}.html" if split else f"#{n}", len(c)) for n, c in whole)
    listed = () if split else tuple((n.upper(), _card_links(notes, c)) for n, c in whole)
    first = Page(urls.A_TO_Z, "a-z.html", AToZView(head, listed, shelves, len(cards)))
    return (first, *(_letter_page(story, n, c) for n, c in whole if split))


def about_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """How the site was made, with what was found."""
    notes = Notes(story, urls.ABOUT)
    counts = tuple((name, len(story.keys(table)), notes.to(href)) for name, table, href in _KINDS)
    articles = len(story.keys(ARTICLES))
    head = Head(
        "How this was made", "What was read, how it was read, and what that cannot do.", "more", crumbs(notes)
    )
    return (Page(urls.ABOUT, "about.html", AboutView(head, articles, counts)),)


def not_found(_key: str, _rows: tuple[SiteInfo, ...], _story: Reader) -> tuple[Page, ...]:
    """What a server shows for an address that is none."""
    head = Head("Not found", "There is no page at this address.", "")
    return (Page(urls.NOT_FOUND, "404.html", PlainView(head)),)


def _end(notes: Notes, key: str) -> Link:
    kind, _, id = key.partition("/")
    return notes.link(kind, id)


def _figure_promises(notes: Notes) -> list[PromiseLine]:
    story = notes.story
    found = (figure for id in story.keys(FIGURES) if (figure := story.one(FIGURES, id)) is not None)
    lines: list[PromiseLine] = []
    for figure in found:
        if figure.status in ("target", "commitment"):
            view = figure_view(notes, figure)
            title = figure.measure or view.written
            href = notes.to(urls.figure(figure.id, figure.series, figure.article))
            due = figure.deadline or figure.period or ""
            lines.append(PromiseLine(due, title, href, figure.status, view, view.proof))
    return lines


def _event_promises(notes: Notes) -> list[PromiseLine]:
    story = notes.story
    found = (event for id in story.keys(EVENTS) if (event := story.one(EVENTS, id)) is not None)
    return [
        PromiseLine(
            event.date or "",
            event.title,
            notes.to(urls.record("event", event.id)),
            "planned",
            None,
            notes.proof(event.evidence[0]),
        )
        for event in found
        if event.status == "planned" and event.evidence
    ]


def _listed(story: Reader, key: str) -> Card | None:
    card = story.one(CARDS, key)
    return card if card and card.kind not in ("figure", "quote", "lineage") else None


def _card_links(notes: Notes, cards: list[Card]) -> tuple[Link, ...]:
    return tuple(
        Link(c.kind, c.id, c.title, notes.to(urls.record(c.kind, c.id)), c.subtitle, c.date) for c in cards
    )


def _letter_page(story: Reader, name: str, cards: list[Card]) -> Page:
    path = f"a-z/{name}.html"
    notes = Notes(story, path)
    trail = crumbs(notes, ("A to Z", urls.A_TO_Z))
    head = Head(f"A to Z: {name.upper()}", f"{len(cards):,} records under {name.upper()}.", "more", trail)
    view = AToZView(head, ((name.upper(), _card_links(notes, cards)),), (), len(cards))
    return Page(path, "a-z.html", view)
