"""The words around a place in a sentence, as a claim shows them; and what a contradiction is about."""

import re
from collections.abc import Sequence
from textwrap import shorten

from msgspec import Struct

from site_gen.records import Evidence

BREAK = re.compile(r',(?!\d)|[;:()“”"]')
"""Where a clause ends."""
_AHEAD, _BEHIND = 6, 8
_LEAST, _LONGEST = 3, 90
"""Words and characters of what a contradiction is said to be about."""
_LINK = re.compile(r"^(?:and|but|or|who|which|that|whose|where|when|while|as|so|yet)\b ?", re.I)
_LEFT = re.compile(
    r"(?:,? ?\b(?:on|in|at|by|of|from|since|until|before|after|to|for|the|late|early|only|and|when))+$", re.I
)
"""What a clause is left with at its end where its date is taken out."""


class Place(Struct, frozen=True):
    """A stretch of a sentence."""

    text: str
    """The sentence."""
    start: int
    end: int


def place_of(sentence: Evidence, found: Evidence) -> Place:
    """Where a finding stands in its sentence."""
    return Place(sentence.exact, found.start - sentence.start, found.end - sentence.start)


def clause(text: str, start: int, end: int) -> str:
    """A stretch with those around it, as far as the clause or a few words: `only after the prisoners are freed`."""
    ahead = BREAK.split(text[:start])[-1].split()
    behind = BREAK.split(text[end:])[0].split()
    before, after = ahead[-_AHEAD:], behind[:_BEHIND]
    told = " ".join([*before, text[start:end], *after]).rstrip('.”"')
    left, right = "… " * (len(ahead) > _AHEAD), " …" * (len(behind) > _BEHIND)
    return f"{left}{' '.join(told.split())}{right}"


def matter(kind: str, places: Sequence[Place]) -> str:
    """What a contradiction is about, in words of one side: its clause; of a date without the day."""
    clauses = [text for place in places if len((text := _clause(place, kind == "date")).split()) >= _LEAST]
    best = min(clauses or [" ".join(place.text.split()) for place in places], key=_rank)
    return shorten(best, _LONGEST, placeholder=" …")


def _rank(text: str) -> tuple[bool, bool, int, str]:
    """Clauses that stand for themselves first, the longest of those that fit, the shortest of those that do not."""
    closed, long = text.endswith("."), len(text) > _LONGEST
    return _LINK.match(text) is not None, long, len(text) if long or closed else -len(text), text


def _clause(place: Place, without: bool) -> str:
    """The clause of a stretch, or all of it but the stretch: `Workers laid down their tools`."""
    ahead = " ".join(BREAK.split(place.text[: place.start])[-1].split())
    behind = " ".join(BREAK.split(place.text[place.end :])[0].split()).rstrip(" .")
    if without:
        return f"{_LEFT.sub('', ahead)} {behind}".strip()
    inside = " ".join(place.text[place.start : place.end].split())
    return f"{ahead} {inside} {behind}".strip(" .")
