"""Acronyms in brackets behind a full name, and their later uses."""

import re
from collections.abc import Iterator

from site_gen.extract.agreements.mention import Mention
from site_gen.text.document import Document

_BRACKET = re.compile(
    r"['\"’”]?\s?\((?:the\s|or\s|known as\s|called\s)?['\"‘“]?"
    r"([A-Z][A-Za-z]*[A-Z][A-Za-z0-9&+-]*)['\"’”]?\)"
)


_OR = re.compile(r",? (?:or|abbreviated as|known as) (?:the )?[\"“‘']?([A-Z]{3,8})\b")
"""`the Northern Arc Fisheries Partnership, or NAFP`."""


def find_acronyms(text: str, mentions: list[Mention]) -> dict[str, tuple[str, int, int]]:
    """Acronym by full name, with its span: a bracket behind the name whose letters are its initials."""
    found: dict[str, tuple[str, int, int]] = {}
    for mention in mentions:
        bracketed = text.find("(", mention.end, mention.end + 3) >= 0
        match = (_BRACKET if bracketed else _OR).match(text, mention.end)
        if match and _fits(match.group(1), mention.name):
            found.setdefault(mention.name, (match.group(1), match.start(1), match.end(1)))
    return found


_ALIAS = re.compile(
    r"(?: in \d{4})?[,)]?\s(?:also |officially |formally )?(?:known as|called|dubbed|titled|entitled|named)"
    r"\s(?:the\s)?[\"“‘']?"
    r"([A-Z][\w-]*(?:\s(?:(?:of|on|for|and|the|to)\s){0,2}[A-Z0-9][\w-]*){0,8})"
)


def alias_of(text: str, mention: Mention) -> tuple[str, int, int] | None:
    """The name that follows a common noun (`the deal, known as the Cairo Consensus`), with its span."""
    match = _ALIAS.match(text, mention.end)
    return (match.group(1), match.start(1), match.end(1)) if match and " " in match.group(1) else None


def _fits(acronym: str, name: str) -> bool:
    """Whether the acronym's capitals are initials of the name, in order, all but one of them."""
    initials = [part[0].upper() for part in re.findall(r"\w+", name)]
    letters = [c for c in acronym if c.isupper()]
    at = hits = 0
    for letter in letters:
        rest = initials[at:]
        if letter in rest:
            at += rest.index(letter) + 1
            hits += 1
    return len(letters) > 1 and hits >= len(letters) - 1


def acronym_uses(doc: Document, acronym: str, after: int) -> Iterator[tuple[int, int]]:
    """Spans of the acronym from `after` on."""
    for match in re.finditer(rf"\b{re.escape(acronym)}\b", doc.reading[after:]):
        yield after + match.start(), after + match.end()
