"""Small pages without script, for the frames of other sites: timeline, agreements, figures, quotations.

Beside each stands its oEmbed file, where the site knows its own address.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.agreements import StageView, stage_views
from site_gen.pages.figures import FigureView, figure_view
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page, RawFile
from site_gen.pages.parts import EventLine, Head, event_line, plural, refs, story_years
from site_gen.pages.said import QuoteView, quote_view, spoken
from site_gen.records import Agreement, Leader, Series
from site_gen.tables import EVENTS, SITE, Reader, SiteInfo

EVENTS_SHOWN = 40
"""The latest events that an embedded timeline shows."""
WIDTH = 600


class EmbedView(Struct, frozen=True):
    """A page for a frame: one of its lists is filled."""

    head: Head
    """Title."""
    kicker: str
    """What it is: Timeline, Agreement, Figure, In their words."""
    whole: Link
    """The page of the site that this one is taken from."""
    note: str
    """A line under the title: parties, a measure, an office; may be empty."""
    events: tuple[EventLine, ...] = ()
    """The latest events, by date."""
    stages: tuple[StageView, ...] = ()
    """Steps of an agreement, by date."""
    figures: tuple[FigureView, ...] = ()
    """Values of one measure, by period."""
    quotes: tuple[QuoteView, ...] = ()
    """Quotations by date; an anchor in the frame's address shows one alone."""


def embedded_timeline(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """The latest events."""
    ids = [ref.id for year in story_years(story) for ref in refs(story, f"year/{year}", "event")]
    latest = list(dict.fromkeys(ids))[-EVENTS_SHOWN:]
    notes = _notes(urls.TIMELINE, story)
    events = tuple(event_line(notes, event) for id in latest if (event := story.one(EVENTS, id)))
    if events:
        note = (
            f"The latest {len(events)} of {plural(len(set(ids)), 'event')}"
            if len(set(ids)) > len(events)
            else ""
        )
        site = story.one(SITE, "site")
        title = site.title if site else "Timeline"
        yield from _pages(urls.TIMELINE, title, "Timeline", note, 600, story, events=events)


def embedded_agreement(_key: str, rows: tuple[Agreement, ...], story: Reader) -> Iterator[Page]:
    """The stages of an agreement."""
    for agreement in rows[:1]:
        path = urls.record("agreement", agreement.id)
        notes = _notes(path, story)
        stages = stage_views(notes, agreement)
        parties = ", ".join(party.name for party in agreement.parties)
        yield from _pages(path, agreement.name, "Agreement", parties, 380, story, stages=stages)


def embedded_series(_key: str, rows: tuple[Series, ...], story: Reader) -> Iterator[Page]:
    """The values of one measure."""
    from site_gen.tables import FIGURES

    for series in rows[:1]:
        path = urls.record("series", series.id)
        notes = _notes(path, story)
        found = sorted(
            (f for id in series.figures if (f := story.one(FIGURES, id))),
            key=lambda f: (f.period or "9", f.id),
        )
        figures = tuple(figure_view(notes, figure) for figure in found)
        yield from _pages(path, series.title, "Figure", series.measure, 420, story, figures=figures)


def embedded_quotes(key: str, rows: tuple[Leader, ...], story: Reader) -> Iterator[Page]:
    """The quotations of one person."""
    said = spoken(story, rows[0]) if rows else ()
    if said:
        path = urls.record("speaker", key)
        notes = _notes(path, story)
        quotes = tuple(q for id in said if (q := quote_view(notes, id)) is not None)
        office = notes.link("leader", key).note
        yield from _pages(path, rows[0].name, "In their words", office, 320, story, quotes=quotes)


def _notes(path: str, story: Reader) -> Notes:
    return Notes(story, urls.embed(path))


def _pages(
    path: str, title: str, kicker: str, note: str, height: int, story: Reader, **lists: tuple[object, ...]
) -> Iterator[Page]:
    address = urls.embed(path)
    whole = Link("page", "", title, urls.root(address) + path)
    head = Head(title, f"{title}: {kicker.lower()}, to be shown in a frame.", "")
    yield Page(address, "embed.html", EmbedView(head, kicker, whole, note, **lists))  # type: ignore[arg-type]
    site = story.one(SITE, "site")
    if site is not None and site.base_url:
        yield Page(urls.oembed(path), "", RawFile(oembed(title, path, height, site)))


def oembed(title: str, path: str, height: int, site: SiteInfo) -> str:
    """The oEmbed answer for a page of the site, as JSON."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": site.author or site.title,
        "provider_name": site.title,
        "provider_url": site.base_url,
        "html": frame(title, path, height, site.base_url),
        "width": WIDTH,
        "height": height,
    }
    return msgspec.json.encode(told).decode() + "\n"


def frame(title: str, path: str, height: int, base: str) -> str:
    """The element that shows the embedded form of a page in another one."""
    from markupsafe import escape

    return (
        f'<iframe src="{escape(base + urls.embed(path))}" title="{escape(title)}" width="{WIDTH}" height="{height}" '
        'loading="lazy" sandbox="allow-top-navigation-by-user-activation allow-popups"></iframe>'
    )
