"""Long lists in parts whose addresses never change: by first letter of the title."""

import unicodedata
from dataclasses import dataclass

from site_gen.tables import CARDS, Reader


@dataclass(frozen=True, slots=True)
class Shelf:
    """A link to a part of a long list."""

    name: str
    """A year, a month or a letter."""
    href: str
    """Where it is."""
    count: int
    """How many entries it has."""


def letter(title: str) -> str:
    """The shelf of a title: its first letter without marks, in lower case; `0-9` for anything else."""
    for char in unicodedata.normalize("NFKD", title).casefold():
        if "a" <= char <= "z":
            return char
        if char.isdigit():
            break
    return "0-9"


def by_letter(story: Reader, kind: str, ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Ids of one kind by the first letter of their titles, letters in order."""
    shelves: dict[str, list[str]] = {}
    for id in ids:
        card = story.one(CARDS, f"{kind}/{id}")
        shelves.setdefault(letter(card.title if card else id), []).append(id)
    return {name: tuple(part) for name, part in sorted(shelves.items())}
