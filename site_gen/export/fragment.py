"""Files put together from many runs: each run emits its fragments, the engine frames and joins them."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from site_gen.tables import Row, SiteInfo, Table

FRAGMENTS: Table[str] = Table("fragments", str)
"""Key: `path#part` of a family, `path#section#part` of an assembly; rows: the part's fragments in order."""


class Section(Struct, frozen=True):
    """A list in a file: what stands before, between and after its fragments."""

    name: str
    opening: str
    between: str
    closing: str


class Assembly(Struct, frozen=True):
    """A file and its sections, in order. Each section is in parts, so that an edit makes few of them anew."""

    path: str
    head: str
    sections: tuple[Section, ...]
    tail: str

    def fragment(self, section: str, part: str, order: str, text: str) -> Row:
        """One fragment of a section: they are joined by part, then by `order`, then by their text."""
        return Row(FRAGMENTS, f"{self.path}#{section}#{part}", text, order)


def fragment(path: str, part: str, order: str, text: str) -> Row:
    """One fragment of a part of a family: they are joined by `order`, then by their text."""
    return Row(FRAGMENTS, f"{path}#{part}", text, order)


class Family(Struct, frozen=True):
    """Files in any number: the fragments under `path#part` make the files of that part."""

    path: str
    files: Callable[[str, Sequence[str]], Iterable[tuple[str, str]]]
    """(part, its fragments in order) -> address and text of each file; no two parts share an address."""


class Listing(Struct, frozen=True):
    """Files that tell which files the site has: made again when one came or went."""

    name: str
    files: Callable[[Sequence[str], SiteInfo], Iterable[tuple[str, str]]]
    """(addresses of all files, the site) -> address and text of each file."""
