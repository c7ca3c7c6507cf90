"""A quotation as lists show it."""

from msgspec import Struct

from site_gen.pages.notes import Link, Notes, Proof
from site_gen.records import Leader
from site_gen.tables import QUOTES, REFS, Reader

_SHOWN = 6
"""Quotations that a person's own page shows."""


class QuoteView(Struct, frozen=True):
    """A quotation in a list."""

    id: str
    """Also its anchor on the speaker's page."""
    text: str
    """The words, without marks, and without the comma that leads on to who said it."""
    speaker: Link | None
    """Who said it; None where nobody is named."""
    name: str
    """The speaker's name as resolved; empty where nobody is named."""
    addressee: str
    """To whom; empty where not told."""
    verb: str
    """said, told, wrote: the text's own word."""
    partial: bool
    """A fragment inside the reporter's own sentence."""
    closed: bool
    """False where the closing mark is missing and the end was inferred."""
    opinion: bool
    """It stands in a part of the article that is marked as opinion."""
    proof: Proof
    """Where it stands."""


def quote_view(notes: Notes, id: str) -> QuoteView | None:
    """A quotation by its id; None where it is gone."""
    quote = notes.story.one(QUOTES, id)
    if quote is None:
        return None
    return QuoteView(
        quote.id,
        " ".join(quote.text.split()).removesuffix(","),
        notes.link("leader", quote.speaker_id) if quote.speaker_id else None,
        quote.speaker.name if quote.speaker else "",
        quote.addressee,
        quote.verb,
        quote.partial,
        quote.closed,
        quote.opinion,
        notes.proof(quote.evidence),
    )


def spoken(story: Reader, leader: Leader) -> tuple[str, ...]:
    """Ids of a person's quotations, in order of date."""
    near = dict.fromkeys(ref.id for ref in story.rows(REFS, f"leader/{leader.id}") if ref.kind == "quote")
    return tuple(id for id in near if (quote := story.one(QUOTES, id)) and quote.speaker_id == leader.id)


def fullest(story: Reader, said: tuple[str, ...]) -> tuple[str, ...]:
    """The quotations that a person's own page shows, in their order: whole sentences before fragments."""
    parts = {id: quote.partial for id in said if (quote := story.one(QUOTES, id)) is not None}
    shown = sorted(parts, key=lambda id: parts[id])[:_SHOWN]
    return tuple(id for id in said if id in shown)
