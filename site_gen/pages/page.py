"""A page before it is rendered, and how a kind of page is declared."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from msgspec import Struct

from site_gen.tables import Reader, Table

V = TypeVar("V")


class Page(Struct, frozen=True):
    """One file of the site: where it goes, which template makes it, and all that the template may read."""

    path: str
    """Relative to the output, `/` as separator: `leaders/narendra-modi.html`."""
    template: str
    """Name of the template; empty where the view is a `RawFile`."""
    view: Any
    """A frozen Struct or dataclass; its value is the page's list of dependencies."""


class RawFile(Struct, frozen=True):
    """The view of a file that needs no template: its text, as it is written."""

    text: str
    """All of it."""


class PageKind(Struct, Generic[V], frozen=True):
    """`pages(key, rows, story)` makes the pages of a key of `reads`; run again when what it read changed."""

    name: str
    """Its own, no other kind's."""
    reads: Table[V]
    """It is run once for each key of this table; `SITE` has one, for pages of the whole story."""
    pages: Callable[[str, tuple[V, ...], Reader], Iterable[Page]]
    """(key, its rows, the story) -> pages."""
    listed: bool = True
    """Whether the sitemap names its pages."""
    under: str = ""
    """What the keys that it has pages for begin with: others are not asked."""
    beside: str = ""
    """Keys that are alike behind the last of this character are asked for one after another: they read the same."""
    plugin: str = ""
    """Name of the plug-in that it comes from; empty for our own."""
