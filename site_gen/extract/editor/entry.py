"""One entry of an editor's: its fields, and where the text speaks of what it names."""

import re
from dataclasses import dataclass

from site_gen.records import Evidence
from site_gen.text.document import Document

EDITOR = "editor"
"""The rule of a record that an editor set."""
_MOST = 50


@dataclass(frozen=True, slots=True)
class Entry:
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
