"""A page for each event."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.amounts import named
from site_gen.pages.conflicts import ConflictView, conflict_view
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, beside, crumbs, plural, refs, related
from site_gen.pages.said import QuoteView, quote_view
from site_gen.pages.shelves import UNDATED
from site_gen.pages.timeline import address
from site_gen.records import Event
from site_gen.tables import CONFLICTS, Reader


class EventView(Struct, frozen=True):
    """An event's page."""

    head: Head
    """Title, way here, neighbours in time."""
    id: str
    """Stable id."""
    title: str
    """What happened."""
    kind: str
    """meet, sign, vote, ..."""
    date: str
    """EDTF; empty where no article gives a date."""
    date_basis: str
    """`stated`, or the reasoning in words."""
    status: str
    """happened, planned or reported."""
    place: str
    """Where; may be empty."""
    participants: tuple[Link, ...]
    """Leaders who took part."""
    parties: tuple[str, ...]
    """Countries and bodies that took part."""
    agreements: tuple[Link, ...]
    """Agreements it is about."""
    within: Link | None
    """The event during which it took place."""
    holds: tuple[Link, ...]
    """Events that took place during it."""
    proofs: tuple[Proof, ...]
    """The sentences that tell it."""
    articles: tuple[Link, ...]
    """Articles that tell it."""
    witnesses: int
    """How many of them are independent."""
    quotes: tuple[QuoteView, ...]
    """Words said about it or at it."""
    figures: tuple[Link, ...]
    """Figures told with it."""
    topics: tuple[Link, ...]
    """Threads of the story it belongs to."""
    conflicts: tuple[ConflictView, ...]
    """Where reports of it contradict each other."""
    timeline: str
    """Its place on the timeline."""
    editor: bool
    """Set by an editor."""
    note: str
    """The editor's note."""


def event_pages(_key: str, rows: tuple[Event, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one event."""
    return tuple(_event_page(event, story) for event in rows[:1])


def _event_page(event: Event, story: Reader) -> Page:
    path = urls.record("event", event.id)
    notes = Notes(story, path)
    key = f"event/{event.id}"
    proofs = notes.proofs(event.evidence, 20)
    before, after = beside(notes, "event", event.id)
    year = (event.date or "")[:4] if (event.date or "")[:4].isdigit() else UNDATED
    conflicts = (story.one(CONFLICTS, ref.id) for ref in refs(story, key, "conflict"))
    quotes = (quote_view(notes, ref.id) for ref in refs(story, key, "quote")[:8])
    trail = crumbs(
        notes,
        ("Timeline", urls.TIMELINE),
        ("Without a year" if year == UNDATED else year, urls.timeline(year)),
    )
    view = EventView(
        head=Head(event.title, _describe(event), "timeline", trail, before, after),
        id=event.id,
        title=event.title,
        kind=event.kind,
        date=event.date or "",
        date_basis=event.date_basis,
        status=event.status,
        place=event.place,
        participants=notes.links("leader", event.participants),
        parties=tuple(party.name for party in event.parties),
        agreements=notes.links("agreement", event.agreements),
        within=notes.link("event", event.within) if event.within else None,
        holds=related(notes, key, "event"),
        proofs=proofs,
        articles=notes.links("article", tuple(event.articles)),
        witnesses=len(event.lineages),
        quotes=tuple(q for q in quotes if q is not None),
        figures=named(story, related(notes, key, "figure", "series")),
        topics=related(notes, key, "topic"),
        conflicts=tuple(conflict_view(notes, c) for c in conflicts if c is not None),
        timeline=address(event, notes),
        editor=event.basis == "editor",
        note=event.note,
    )
    return Page(path, "event.html", view)


def _describe(event: Event) -> str:
    where = "".join(f", {part}" for part in (event.place, event.date) if part)
    return f"{event.title}{where}: told by {plural(len(event.articles), 'article')}."
