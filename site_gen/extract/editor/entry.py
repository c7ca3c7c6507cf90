"""One entry of an editor's: its fields, and where the text speaks of what it names."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from site_gen.records import Evidence
from site_gen.text.document import Document

Record = TypeVar("Record")
EDITOR = "editor"
"""The rule of a record that an editor set."""
_MOST = 50


class Entry(Struct, frozen=True):
    """An override, its fields by name."""

    kind: str
    action: str
    fields: dict[str, list[str]]
    line: int

    def get(self, *names: str) -> str:
        """The first value of the first of these fields that is there; empty for none."""
        return next((self.fields[name][0] for name in names if self.fields.get(name)), "")

    def all(self, *names: str) -> list[str]:
        """All values of these fields."""
        return [value for name in names for value in self.fields.get(name, ())]

    @property
    def name(self) -> str:
        """What the entry is about."""
        return self.get("name", "title", "text", "from", "measure")


def entries_of(doc: Document) -> list[Entry]:
    """The article's overrides, in order."""
    found = []
    for override in doc.article.overrides:
        fields: dict[str, list[str]] = {}
        for key, value in override.fields:
            fields.setdefault(key.lower(), []).append(value)
        found.append(Entry(override.kind, override.action, fields, override.line))
    return found


def amended(
    records: Sequence[Record],
    entries: list[Entry],
    *,
    meant: Callable[[Entry, list[Record | None]], int],
    rename: Callable[[Record, Entry], Record],
    fill: Callable[[Record, Entry], Record],
    new: Callable[[Entry], Record | None],
) -> list[Record | None]:
    """The records with each entry carried out in turn; those removed leave None, so that references can follow.

    `meant` finds the record that an entry is about (-1 for none), `rename` and `fill` give it what the entry says,
    `new` makes one to be filled where there is none, or None where the entry does not say enough.
    """
    found: list[Record | None] = list(records)
    for entry in entries:
        at = meant(entry, found)
        known = found[at] if at >= 0 else None
        if known is not None:
            found[at] = None if entry.action == "remove" else _amend(known, entry, rename, fill)
        elif entry.action not in ("remove", "rename") and (made := new(entry)) is not None:
            found.append(fill(made, entry))
    return found


def _amend(
    known: Record,
    entry: Entry,
    rename: Callable[[Record, Entry], Record],
    fill: Callable[[Record, Entry], Record],
) -> Record:
    return (rename if entry.action == "rename" else fill)(known, entry)


def alike(one: str, other: str) -> bool:
    """Whether two names are the same but for case and spaces."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def places_of(words: str, doc: Document) -> tuple[Evidence, ...]:
    """Where these words stand in the prose, as whole words."""
    if not words.strip():
        return ()
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", doc.reading)
    return tuple(doc.evidence(*m.span()) for m, _ in zip(found, range(_MOST), strict=False))


def stated(entry: Entry, doc: Document) -> Evidence:
    """The line of the front matter that the entry begins on."""
    text = doc.article.text
    start = 0
    for _ in range(entry.line - 1):
        start = text.find("\n", start) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    begin = start + len(line) - len(line.lstrip(" \t-"))
    return doc.evidence(begin, start + len(line.rstrip()))


def shown(words: str, entry: Entry, doc: Document) -> tuple[Evidence, ...]:
    """Where the text speaks of it, or else the entry itself."""
    return places_of(words, doc) or (stated(entry, doc),)
