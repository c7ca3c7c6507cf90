"""Targets, commitments and plans by deadline."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.figures import FigureView, figure_view
from site_gen.pages.notes import Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, in_time, plural
from site_gen.pages.registers import PROMISED, SIZES, Promised, Size, by_year, is_long, unique
from site_gen.pages.shelves import SHELVES, Shelf
from site_gen.tables import EVENTS, FIGURES, Reader, SiteInfo

_LAST = 60
"""Promises that the first page shows where there are pages by year: those with the last deadlines."""


class PromiseLine(Struct, frozen=True):
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


class PromisesView(Struct, frozen=True):
    """Targets, commitments and plans by deadline."""

    head: Head
    """Title and way here."""
    promises: tuple[PromiseLine, ...]
    """By deadline; those without one last. With many, the last ones."""
    shelves: tuple[Shelf, ...]
    """Pages by year, where there are many."""


def promises_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """Targets, commitments and plans, by deadline; with many, the last ones, and links to the years."""
    sizes = story.rows(SIZES, PROMISED.name)
    about = f"{plural(sum(s.count for s in sizes), 'promise')}: targets, commitments, plans."
    if is_long(story, PROMISED.name):
        shown, shelves = _last(sizes, story), tuple(_shelves(sizes, story))
    else:
        shown, shelves = _in_order(_on([s.shelf for s in sizes], story)), ()
    return (_promises(story, urls.PROMISES, "Promises", about, shown, shelves),)


def year_of_promises(key: str, _rows: tuple[bool, ...], story: Reader) -> tuple[Page, ...]:
    """The promises of one year, where there are many promises but not many of that year."""
    year = key.rpartition("/")[2]
    if key == PROMISED.name or not is_long(story, PROMISED.name) or is_long(story, key):
        return ()
    return (_part(story, year, _on([f"{year}-{name}" for name in SHELVES], story)),)


def letter_of_promises(key: str, rows: tuple[Promised, ...], story: Reader) -> tuple[Page, ...]:
    """The promises of one year under one letter, where there are many of that year."""
    year = key.partition("-")[0]
    if not (is_long(story, PROMISED.name) and is_long(story, f"{PROMISED.name}/{year}")):
        return ()
    return (_part(story, key, rows),)


def _on(shelves: Iterable[str], story: Reader) -> list[Promised]:
    return [promise for shelf in shelves for promise in story.rows(PROMISED, shelf)]


def _in_order(promises: Iterable[Promised]) -> list[Promised]:
    return sorted(unique(tuple(promises)), key=lambda p: (in_time(p.due) or "9", p.title, p.id))


def _last(sizes: tuple[Size, ...], story: Reader) -> list[Promised]:
    """Those with the last deadlines: the last years are read until there are enough."""
    found: list[Promised] = []
    for year in sorted((y for y in by_year(sizes) if y.isdigit()), reverse=True):
        found += _on([s.shelf for s in sizes if s.shelf.startswith(f"{year}-")], story)
        if len(found) >= _LAST:
            break
    return _in_order(found)[-_LAST:]


def _shelves(sizes: tuple[Size, ...], story: Reader) -> Iterator[Shelf]:
    for year, count in by_year(sizes).items():
        if not is_long(story, f"{PROMISED.name}/{year}"):
            yield Shelf(_shelf_name(year), f"promises/{year}.html", count)
            continue
        for size in sizes:
            if size.shelf.startswith(f"{year}-"):
                yield Shelf(_shelf_name(size.shelf), f"promises/{size.shelf}.html", size.count)


def _part(story: Reader, shelf: str, promises: Iterable[Promised]) -> Page:
    found = _in_order(promises)
    title = f"Promises: {_shelf_name(shelf)}"
    about = f"{plural(len(found), 'promise')} of {_shelf_name(shelf)}."
    return _promises(story, f"promises/{shelf}.html", title, about, found, ())


def _promises(
    story: Reader, path: str, title: str, about: str, promises: list[Promised], shelves: tuple[Shelf, ...]
) -> Page:
    notes = Notes(story, path)
    lines = tuple(line for promise in promises if (line := _promise_line(notes, promise)) is not None)
    trail = crumbs(notes) if path == urls.PROMISES else crumbs(notes, ("Promises", urls.PROMISES))
    return Page(path, "promises.html", PromisesView(Head(title, about, "more", trail), lines, shelves))


def _shelf_name(shelf: str) -> str:
    """`2025`, `2025, S`, `no year`."""
    year, _, part = shelf.partition("-")
    named = "no year" if year == "undated" else year
    return f"{named}, {part.upper()}" if part else named


def _promise_line(notes: Notes, promise: Promised) -> PromiseLine | None:
    if promise.kind == "figure":
        figure = notes.story.one(FIGURES, promise.id)
        if figure is None:
            return None
        view = figure_view(notes, figure)
        href = notes.to(urls.figure(figure.id, figure.series, figure.article))
        return PromiseLine(promise.due, view.title, href, figure.status, view, view.proof)
    event = notes.story.one(EVENTS, promise.id)
    if event is None:
        return None
    href = notes.to(urls.record("event", event.id))
    return PromiseLine(promise.due, promise.title, href, "planned", None, notes.proof(event.evidence[0]))
