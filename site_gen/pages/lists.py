"""Pages of the whole site that are lists: relations, promises, places, A to Z, how it was made, not found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_gen.pages import urls
from site_gen.pages.figures import FigureView, figure_view
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural, related
from site_gen.pages.shelves import Shelf, letter, shelve
from site_gen.records import Evidence, Figure, Relation
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

_SPLIT = 300
"""Relations or promises on one page; more are on pages by letter or by year."""
_LAST = 60
"""Promises that the first page shows then: those with the last deadlines."""
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
    shelves: tuple[Shelf, ...]
    """Pages by first letter, where there are many."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise before its page is known."""

    id: str
    due: str
    title: str
    evidence: Evidence
    figure: Figure | None


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
    """By deadline; those without one last. With many, the last ones."""
    shelves: tuple[Shelf, ...]
    """Pages by year, where there are many."""


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
    """Who met, signed, succeeded or joined: one table, or one for each first letter where there are many."""
    found = {r: None for k in story.keys(RELATIONS) for r in story.rows(RELATIONS, k) if r.source == k}
    ordered = sorted(found, key=lambda r: (r.type, r.date or "9", r.source, r.target))
    shelves: dict[str, list[Relation]] = {}
    for relation in ordered:
        shelves.setdefault(letter(relation.source.partition("/")[2]), []).append(relation)
    names = sorted(shelves) if len(ordered) > _SPLIT else []
    linked = tuple(Shelf(n.upper(), f"relations/{n}.html", len(shelves[n])) for n in names)
    about = f"{plural(len(ordered), 'relation')}: who met, signed, succeeded."
    first = _relations(story, urls.RELATIONS, about, [] if names else ordered, linked)
    told = {n: f"{plural(len(shelves[n]), 'relation')} under {n.upper()}." for n in names}
    return (first, *(_relations(story, f"relations/{n}.html", told[n], shelves[n], ()) for n in names))


def promises_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """Targets, commitments and plans, by deadline; a page for each year where there are many."""
    found = [*_figure_promises(story), *_event_promises(story)]
    found.sort(key=lambda promise: (promise.due or "9", promise.title, promise.id))
    parts = shelve(found, lambda p: p.due, lambda p: p.title, _SPLIT) if len(found) > _SPLIT else {}
    shelves = tuple(Shelf(_shelf_name(n), f"promises/{n}.html", len(p)) for n, p in parts.items())
    about = f"{plural(len(found), 'promise')}: targets, commitments, plans."
    shown = [p for p in found if p.due][-_LAST:] if parts else found
    first = _promises(story, urls.PROMISES, "Promises", about, shown, shelves)
    return (
        first,
        *(
            _promises(
                story,
                f"promises/{n}.html",
                f"Promises: {_shelf_name(n)}",
                f"{plural(len(p), 'promise')} of {_shelf_name(n)}.",
                p,
                (),
            )
            for n, p in parts.items()
        ),
    )


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


def _relations(
    story: Reader, path: str, about: str, relations: list[Relation], shelves: tuple[Shelf, ...]
) -> Page:
    notes = Notes(story, path)
    lines = tuple(
        RelationLine(
            _end(notes, r.source), r.type, _end(notes, r.target), r.date or "", notes.proofs(r.evidence, 1)
        )
        for r in relations
    )
    part = path.rpartition("/")[2].removesuffix(".html") if path != urls.RELATIONS else ""
    title = f"Relations: {part.upper()}" if part else "Relations"
    trail = crumbs(notes, ("Relations", urls.RELATIONS)) if part else crumbs(notes)
    return Page(path, "relations.html", RelationsView(Head(title, about, "more", trail), lines, shelves))


def _promises(
    story: Reader, path: str, title: str, about: str, promises: list[_Promise], shelves: tuple[Shelf, ...]
) -> Page:
    notes = Notes(story, path)
    lines = tuple(_promise_line(notes, promise) for promise in promises)
    trail = crumbs(notes) if path == urls.PROMISES else crumbs(notes, ("Promises", urls.PROMISES))
    return Page(path, "promises.html", PromisesView(Head(title, about, "more", trail), lines, shelves))


def _shelf_name(shelf: str) -> str:
    """`2025`, `2025, S`, `no year`."""
    year, _, part = shelf.partition("-")
    named = "no year" if year == "undated" else year
    return f"{named}, {part.upper()}" if part else named


def _promise_line(notes: Notes, promise: _Promise) -> PromiseLine:
    if promise.figure is not None:
        figure = promise.figure
        view = figure_view(notes, figure)
        href = notes.to(urls.figure(figure.id, figure.series, figure.article))
        return PromiseLine(promise.due, figure.measure or view.written, href, figure.status, view, view.proof)
    href = notes.to(urls.record("event", promise.id))
    return PromiseLine(promise.due, promise.title, href, "planned", None, notes.proof(promise.evidence))


def _figure_promises(story: Reader) -> Iterator[_Promise]:
    found = (figure for id in story.keys(FIGURES) if (figure := story.one(FIGURES, id)) is not None)
    for f in found:
        if f.status in ("target", "commitment"):
            title = f.measure or f.evidence.exact
            yield _Promise(f.id, f.deadline or f.period or "", title, f.evidence, f)


def _event_promises(story: Reader) -> Iterator[_Promise]:
    found = (event for id in story.keys(EVENTS) if (event := story.one(EVENTS, id)) is not None)
    for e in found:
        if e.status == "planned" and e.evidence:
            yield _Promise(e.id, e.date or "", e.title, e.evidence[0], None)


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
