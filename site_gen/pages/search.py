"""The page on which a search shows what it found; without script, the way to the lists of everything."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs
from site_gen.tables import Reader, SiteInfo

_LISTS = (
    ("A to Z", urls.A_TO_Z),
    ("Timeline", urls.TIMELINE),
    ("Leaders and people", urls.index("leader")),
    ("Agreements", urls.index("agreement")),
    ("Figures", urls.index("figure")),
    ("Quotations", urls.index("quote")),
    ("Topics", urls.index("topic")),
    ("Places", urls.index("place")),
    ("Articles", urls.index("article")),
)


class SearchView(Struct, frozen=True):
    """The search page."""

    head: Head
    """Title and way here."""
    lists: tuple[Link, ...]
    """Lists that together name every record."""


def search_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The search page."""
    notes = Notes(story, urls.SEARCH)
    lists = tuple(Link("page", "", title, notes.to(address)) for title, address in _LISTS)
    head = Head(
        "Search", "Finds articles, people, agreements, events, figures and places.", "more", crumbs(notes)
    )
    return (Page(urls.SEARCH, "search.html", SearchView(head, lists)),)
