"""How two agreements of one sentence stand to each other."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.words import Words

_REPLACED = re.compile(r"\breplac(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$")
_QUOTES = " \t,\"“”'‘’"


class Relating(Struct, frozen=True):
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


def apart(
    clauses: dict[int, Clause], mentions: dict[int, list[Mention]], words: Words
) -> frozenset[tuple[int, int]]:
    """Starts of mentions (by their sentence) that one sentence sets against each other: the earlier first."""
    found = (
        relation
        for number, few in mentions.items()
        if len(few) > 1
        for relation in find_relations(clauses[number], few, words)
    )
    told = {
        (min(r.source.start, r.target.start), max(r.source.start, r.target.start))
        for r in found
        if r.type in ("upgrades", "supersedes")
    }
    return frozenset(told.union(*(_modelled(clauses[n], few) for n, few in mentions.items())))


def _modelled(clause: Clause, few: list[Mention]) -> set[tuple[int, int]]:
    """`the agreement is patterned on a four-year deal`: a second one, with its own `a` and no comma between."""
    found = set()
    for one, other in pairwise(few):
        led = clause.keys[other.first - 1] if other.first else ""
        own = other.form == "generic" and led in ("a", "an") and other.first > one.last + 1
        if own and one.form == "short" and all(clause.joined(n) for n in range(one.last, other.first)):
            found.add((one.start, other.start))
    return found
