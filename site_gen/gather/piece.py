"""What is gathered: bytes as they came, and the articles found in them."""

from msgspec import Struct

from site_gen.errors import Problem
from site_gen.records import Article


class Raw(Struct, frozen=True):
    """Bytes of one source, before anything is known of them."""

    name: str
    """As the user would call it: a path, an address, `standard input`."""
    data: bytes
    file: str
    """A file name for it; its suffix says what the source claims to be."""
    url: str = ""
    """Address it was taken from; empty for files."""
    retrieved: str = ""
    """Day on which it was taken from there; empty for files."""
    outlet: str = ""
    """Name of the outlet, where the content does not say it."""


class Piece(Struct, frozen=True):
    """One article, and what tells it from all others."""

    identity: str
    """Guid, canonical address, or a digest: the same whenever and however the article comes again."""
    article: Article
    date_basis: str = ""
    """Where the date came from: `json-ld`, `meta`, `time`, `url`, `text`, `feed`, `header`, `metadata`."""
    verbatim: str = ""
    """The whole file, where it came as Markdown and is kept as it is."""


class Found(Struct, frozen=True):
    """The pieces of one source, in its order, and what was wrong with it."""

    pieces: tuple[Piece, ...] = ()
    problems: tuple[Problem, ...] = ()
