"""Files put together from many runs: each run emits its fragments, the engine frames and joins them."""

from dataclasses import dataclass

from site_gen.tables import Row, Table

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
