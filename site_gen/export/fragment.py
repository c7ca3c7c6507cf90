"""Files put together from many runs: each run emits its fragments, the engine frames and joins them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from site_gen.tables import Row, SiteInfo, Table

FRAGMENTS: Table[str] = Table("fragments", str)
"""Key: `path#section`; rows: the section's fragments in order."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a file: what stands before, between and after its fragments."""

    name: str
    opening: str
    between: str
    closing: str


@dataclass(frozen=True, slots=True)
class Assembly:
    """A file and its sections, in order."""

    path: str
    head: str
    sections: tuple[Section, ...]
    tail: str


def fragment(path: str, section: str, order: str, text: str) -> Row:
    """One fragment of a section; fragments are joined in order of `order`, then of their text."""
    return Row(FRAGMENTS, f"{path}#{section}", text, order)


@dataclass(frozen=True, slots=True)
class Family:
    """Files in any number: the fragments under `path#part` make the files of that part."""

    path: str
    files: Callable[[str, Sequence[str]], Iterable[tuple[str, str]]]
    """(part, its fragments in order) -> address and text of each file; no two parts share an address."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Files that tell which files the site has: made again when one came or went."""

    name: str
    files: Callable[[Sequence[str], SiteInfo], Iterable[tuple[str, str]]]
    """(addresses of all files, the site) -> address and text of each file."""
