"""Who said what: a page of quotations for each speaker, and the list of speakers."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural
from site_gen.pages.said import QuoteView, quote_view, spoken
from site_gen.records import Leader
from site_gen.tables import QUOTES, TOPICS, Reader, SiteInfo

ON_ONE_PAGE = 300
"""Quotations without a known person that the list shows."""


class SpeakerView(Struct, frozen=True):
    """The page of one speaker's words."""

    head: Head
    """Title, way here."""
    speaker: Link
    """The person."""
    quotes: tuple[QuoteView, ...]
    """In order of date, the latest last."""


class SpeakerLine(Struct, frozen=True):
    """A speaker in the list."""

    link: Link
    """The page of their words."""
    count: int
    """Quotations."""
    sample: QuoteView | None
    """The first full one."""


class QuotesView(Struct, frozen=True):
    """The list of speakers."""

    head: Head
    """Title and way here."""
    speakers: tuple[SpeakerLine, ...]
    """By number of quotations."""
    topics: tuple[Link, ...]
    """Topics, whose pages have the quotations about them."""
    others: tuple[QuoteView, ...]
    """Words whose speaker is no known person."""
    count: int
    """All quotations."""


def speaker_pages(key: str, rows: tuple[Leader, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one person's quotations; none for those who are not quoted."""
    said = spoken(story, rows[0]) if rows else ()
    if not said:
        return ()
    path = urls.record("speaker", key)
    notes = Notes(story, path)
    quotes = tuple(q for id in said if (q := quote_view(notes, id)) is not None)
    name = rows[0].name
    trail = crumbs(notes, ("Quotations", urls.index("quote")))
    head = Head(
        f"{name}: quotations",
        f"{plural(len(quotes), 'quotation')} of {name} with their sources.",
        "more",
        trail,
    )
    return (Page(path, "speaker.html", SpeakerView(head, notes.link("leader", key), quotes)),)


def quotes_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The list of speakers, and words of nobody known."""
    path = urls.index("quote")
    notes = Notes(story, path)
    by_speaker: dict[str, list[str]] = {}
    for id in story.keys(QUOTES):
        quote = story.one(QUOTES, id)
        if quote is not None:
            by_speaker.setdefault(quote.speaker_id, []).append(id)
    loose = by_speaker.pop("", [])
    ranked = sorted(by_speaker.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    count = len(loose) + sum(map(len, by_speaker.values()))
    speakers = tuple(_line(notes, speaker, ids) for speaker, ids in ranked)
    others = tuple(q for id in loose[:ON_ONE_PAGE] if (q := quote_view(notes, id)) is not None)
    head = Head(
        "Quotations", f"{plural(count, 'quotation')} by speaker, each with its source.", "more", crumbs(notes)
    )
    return (Page(path, "quotes.html", QuotesView(head, speakers, _topics(notes), others, count)),)


def _topics(notes: Notes) -> tuple[Link, ...]:
    return notes.links("topic", notes.story.keys(TOPICS)[:40])


def _line(notes: Notes, speaker: str, ids: list[str]) -> SpeakerLine:
    person = notes.link("leader", speaker)
    link = Link("quote", speaker, person.title, notes.to(urls.record("speaker", speaker)), person.note)
    whole = (id for id in ids if (q := notes.story.one(QUOTES, id)) is not None and not q.partial)
    return SpeakerLine(link, len(ids), quote_view(notes, next(whole, ids[0])))
