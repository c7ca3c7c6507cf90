"""Long lists in parts whose addresses never change: by first letter of the title."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from site_gen.tables import CARDS, Reader

T = TypeVar("T")
UNDATED = "undated"
SHELVES = ("0-9", *"abcdefghijklmnopqrstuvwxyz")
"""All that `letter` may give, in order."""


class Shelf(Struct, frozen=True):
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


def letters_of(links: Iterable[tuple[str, str]]) -> tuple[Shelf, ...]:
    """Letters of a long list that stays on one page, each a link to its first entry: pairs of title and anchor."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for title, anchor in links:
        first.setdefault(letter(title), anchor)
        counts[letter(title)] += 1
    return tuple(Shelf(name.upper(), f"#{first[name]}", counts[name]) for name in sorted(first))


def by_letter(story: Reader, kind: str, ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Ids of one kind by the first letter of their titles, letters in order."""
    shelves: dict[str, list[str]] = {}
    for id in ids:
        card = story.one(CARDS, f"{kind}/{id}")
        shelves.setdefault(letter(card.title if card else id), []).append(id)
    return {name: tuple(part) for name, part in sorted(shelves.items())}
