"""Where reports contradict each other: both sides with their sentences, and no verdict."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural
from site_gen.pages.questions import question
from site_gen.pages.shelves import Shelf
from site_gen.records import Conflict
from site_gen.tables import CONFLICTS, Reader, SiteInfo


class ClaimView(Struct, frozen=True):
    """One side."""

    says: str
    """What it says, in short."""
    proofs: tuple[Proof, ...]
    """The sentences that say it."""
    witnesses: int
    """Independent witnesses for it."""
    supports: str
    """What speaks for it; may be empty."""


class ConflictView(Struct, frozen=True):
    """One contradiction."""

    id: str
    """Also its anchor."""
    kind: str
    """date, name, value, stage, force, identity, order, attribution or place."""
    about: str
    """What it is about."""
    claims: tuple[ClaimView, ...]
    """Two or more sides."""
    reading: str
    """How it may have come about, as a possibility; may be empty."""
    subjects: tuple[Link, ...]
    """The records it concerns."""
    note: str
    """The editor's note."""
    href: str
    """Its own place."""


class ConflictsView(Struct, frozen=True):
    """The page of contradictions."""

    head: Head
    """Title and way here."""
    conflicts: tuple[ConflictView, ...]
    """All of them, question by question."""
    shelves: tuple[Shelf, ...] = ()
    """The questions with their counts, where there are many contradictions."""


_MANY = 8
"""Contradictions that a reader finds the way through without a list of the questions."""


def conflicts_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """All contradictions on one page."""
    notes = Notes(story, urls.CONFLICTS)
    found = [c for id in story.keys(CONFLICTS) if (c := story.one(CONFLICTS, id)) is not None]
    groups: dict[str, list[Conflict]] = {}
    for conflict in found:
        groups.setdefault(question(conflict.about), []).append(conflict)
    shelves = tuple(Shelf(name, f"#{group[0].id}", len(group)) for name, group in groups.items())
    ordered = (conflict for group in groups.values() for conflict in group)
    head = Head(
        "Disagreements",
        f"{plural(len(found), 'point')} on which the articles contradict each other."
        if found
        else "Nothing was found on which the articles contradict each other.",
        "more",
        crumbs(notes),
    )
    return (
        Page(
            urls.CONFLICTS,
            "conflicts.html",
            ConflictsView(
                head,
                tuple(conflict_view(notes, c) for c in ordered),
                shelves if len(found) > _MANY and len(shelves) > 1 else (),
            ),
        ),
    )


def conflict_view(notes: Notes, conflict: Conflict) -> ConflictView:
    """One contradiction with both sides."""
    claims = tuple(
        ClaimView(c.says, notes.proofs(c.evidence, 3), len(c.lineages), c.supports) for c in conflict.claims
    )
    subjects = tuple(notes.link(*subject.split("/", 1)) for subject in conflict.subjects if "/" in subject)
    return ConflictView(
        conflict.id,
        conflict.kind,
        conflict.about,
        claims,
        conflict.reading,
        subjects,
        conflict.note,
        notes.to(urls.record("conflict", conflict.id)),
    )
