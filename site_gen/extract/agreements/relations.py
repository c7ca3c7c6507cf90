"""How two agreements of one sentence stand to each other."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.words import Words

_REPLACED = re.compile(r"\breplac(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$")
_QUOTES = " \t,\"“”'‘’"


class Relating(NamedTuple):
    """A relation between two mentions of a sentence, with the words that say so."""

    type: str
    source: Mention
    target: Mention
    start: int
    end: int


@cache
def _phrases(words: Words) -> dict[str, tuple[str, bool]]:
    return {
        phrase: (row["type"], bool(row.get("back"))) for row in words.relations for phrase in row["words"]
    }


def find_relations(clause: Clause, mentions: list[Mention], words: Words) -> Iterator[Relating]:
    """All relations between neighbouring mentions of one sentence."""
    for left, right in pairwise(mentions):
        gap = clause.text[left.end : right.start]
        if len(gap) > 160 or "." in gap.rstrip(". "):
            continue
        if found := _swapped(clause, left, right, gap) or _told(left, right, gap, words):
            yield found


def _swapped(clause: Clause, left: Mention, right: Mention, gap: str) -> Relating | None:
    """`replaced A with B`; `A, which B replaced`."""
    ahead = clause.text[max(0, left.start - 60) : left.start]
    if gap.split()[:1] == ["with"] and _REPLACED.search(ahead):
        return Relating("supersedes", right, left, left.start, right.end)
    relative = gap.split() in ([",", "which", "the"], [",", "which"])
    if relative and clause.text.startswith((" replaced", " superseded"), right.end):
        return Relating("supersedes", right, left, left.start, right.end + len(" replaced"))
    return None


def _told(left: Mention, right: Mention, gap: str, words: Words) -> Relating | None:
    """The relation whose words end the gap, but for a determiner and adjectives of age."""
    parts = [part.strip(_QUOTES).lower() for part in gap.split()]
    parts = [part for part in parts if part]
    while parts and (parts[-1] in words.lists["earlier"] or parts[-1].isdigit()):
        parts.pop()
    phrases = _phrases(words)
    for size in (4, 3, 2, 1):
        known = phrases.get(" ".join(parts[-size:])) if len(parts) >= size else None
        if known:
            source, target = (right, left) if known[1] else (left, right)
            return Relating(known[0], source, target, left.start, right.end)
    return None
