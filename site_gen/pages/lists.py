"""Pages of the whole site that are lists: relations, promises, places, A to Z, how it was made, not found."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural, related
from site_gen.pages.registers import LETTERED, RELATED, SIZES, is_long, unique
from site_gen.pages.shelves import Shelf
from site_gen.records import Relation
from site_gen.resolve.folding import slug
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CONFLICTS,
    EVENTS,
    FIGURES,
    LEADERS,
    QUOTES,
    REFS,
    TOPICS,
    Card,
    Reader,
    Ref,
    SiteInfo,
    Table,
)


class RelationLine(Struct, frozen=True):
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


class RelationsView(Struct, frozen=True):
    """The table of relations."""

    head: Head
    """Title and way here."""
    relations: tuple[RelationLine, ...]
    """By type, then by date."""
    shelves: tuple[Shelf, ...]
    """Pages by first letter, where there are many."""


class PlaceView(Struct, frozen=True):
    """The page of one place."""

    head: Head
    """Title and way here."""
    name: str
    """The place."""
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    """What concerns it, by kind of record."""


class PlacesView(Struct, frozen=True):
    """The list of places."""

    head: Head
    """Title and way here."""
    places: tuple[Link, ...]
    """By name."""


class AToZView(Struct, frozen=True):
    """Every record by its title, or one letter of them."""

    head: Head
    """Title and way here."""
    letters: tuple[tuple[str, tuple[Link, ...]], ...]
    """Letters with their records."""
    shelves: tuple[Shelf, ...]
    """Pages by letter, where the list is long."""
    count: int
    """All entries."""


class AboutView(Struct, frozen=True):
    """How the site was made."""

    head: Head
    """Title and way here."""
    articles: int
    """Articles read."""
    counts: tuple[tuple[str, int, str], ...]
    """Kind of record, how many there are, and where they are listed."""


class PlainView(Struct, frozen=True):
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
    """Who met, signed, succeeded or joined: one table, or links to one for each letter where there are many."""
    sizes = story.rows(SIZES, RELATED.name)
    count = plural(sum(s.count for s in sizes), "relation")
    about = f"{count}: who met whom, who signed what, who belongs to what, who held a post after whom."
    if is_long(story, RELATED.name):
        linked = tuple(Shelf(s.shelf.upper(), f"relations/{s.shelf}.html", s.count) for s in sizes)
        return (_relations(story, urls.RELATIONS, about, (), linked),)
    every = {r: None for size in sizes for r in story.rows(RELATED, size.shelf)}
    ordered = tuple(sorted(every, key=lambda r: (r.type, r.date or "9", r.source, r.target)))
    return (_relations(story, urls.RELATIONS, about, ordered, ()),)


def relation_letters(key: str, rows: tuple[Relation, ...], story: Reader) -> tuple[Page, ...]:
    """The relations under one letter, where there are many."""
    if not is_long(story, RELATED.name):
        return ()
    found = unique(rows)
    about = f"{plural(len(found), 'relation')} under {key.upper()}."
    return (_relations(story, f"relations/{key}.html", about, found, ()),)


def place_pages(key: str, _rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one place, where the key is one."""
    kind, _, id = key.partition("/")
    if kind != "place":
        return ()
    path = urls.record("place", id)
    notes = Notes(story, path)
    name = notes.link("place", id).title
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
    """Every record by its title: one page, or links to one for each letter where there are many."""
    notes = Notes(story, urls.A_TO_Z)
    sizes, split = story.rows(SIZES, LETTERED.name), is_long(story, LETTERED.name)
    count = sum(size.count for size in sizes)
    head = Head("A to Z", f"All {count:,} records by title.", "more", crumbs(notes))
    shelves = tuple(
        Shelf(s.shelf.upper(), f"a-z/{s.shelf}.html" if split else f"#{s.shelf}", s.count) for s in sizes
    )
    names = () if split else tuple(size.shelf for size in sizes)
    listed = tuple((n.upper(), _card_links(notes, story.rows(LETTERED, n))) for n in names)
    return (Page(urls.A_TO_Z, "a-z.html", AToZView(head, listed, shelves, count)),)


def title_letters(key: str, rows: tuple[Card, ...], story: Reader) -> tuple[Page, ...]:
    """The records under one letter, where there are many."""
    if not is_long(story, LETTERED.name):
        return ()
    path = f"a-z/{key}.html"
    notes = Notes(story, path)
    links = _card_links(notes, rows)
    trail = crumbs(notes, ("A to Z", urls.A_TO_Z))
    head = Head(f"A to Z: {key.upper()}", f"{len(links):,} records under {key.upper()}.", "more", trail)
    return (Page(path, "a-z.html", AToZView(head, ((key.upper(), links),), (), len(links))),)


def about_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """How the site was made, with what was found."""
    notes = Notes(story, urls.ABOUT)
    counts = tuple((name, story.count(table), notes.to(href)) for name, table, href in _KINDS)
    articles = story.count(ARTICLES)
    head = Head(
        "How this was made", "What was read, how it was read, and what that cannot do.", "more", crumbs(notes)
    )
    return (Page(urls.ABOUT, "about.html", AboutView(head, articles, counts)),)


def not_found(_key: str, _rows: tuple[SiteInfo, ...], _story: Reader) -> tuple[Page, ...]:
    """What a server shows for an address that is none."""
    head = Head("Not found", "There is no page at this address.", "")
    return (Page(urls.NOT_FOUND, "404.html", PlainView(head)),)


def _end(notes: Notes, key: str) -> Link:
    """One end of a relation; a body that no article tells more of has no page."""
    kind, _, id = key.partition("/")
    link = notes.link(kind, id)
    return replace(link, href="") if kind == "place" and not notes.story.rows(REFS, key) else link


def _party(notes: Notes, relation: Relation) -> Link:
    """Who acts, under the name that the agreement has for it: `ELN`, where an id says `eln`."""
    link, id = _end(notes, relation.source), relation.source.partition("/")[2]
    if relation.type != "party to":
        return link
    agreement = notes.story.one(AGREEMENTS, relation.target.partition("/")[2])
    named = [p.name for p in agreement.parties if slug(p.name) == id] if agreement else []
    return replace(link, title=named[0]) if named else link


def _relations(
    story: Reader, path: str, about: str, relations: tuple[Relation, ...], shelves: tuple[Shelf, ...]
) -> Page:
    notes = Notes(story, path)
    lines = tuple(
        RelationLine(
            _party(notes, r), r.type, _end(notes, r.target), r.date or "", notes.proofs(r.evidence, 1)
        )
        for r in relations
    )
    part = path.rpartition("/")[2].removesuffix(".html") if path != urls.RELATIONS else ""
    title = f"Relations: {part.upper()}" if part else "Relations"
    trail = crumbs(notes, ("Relations", urls.RELATIONS)) if part else crumbs(notes)
    return Page(path, "relations.html", RelationsView(Head(title, about, "more", trail), lines, shelves))


def _card_links(notes: Notes, cards: tuple[Card, ...]) -> tuple[Link, ...]:
    return tuple(
        Link(c.kind, c.id, c.title, notes.to(urls.record(c.kind, c.id)), c.subtitle, c.date)
        for c in unique(cards)
    )
