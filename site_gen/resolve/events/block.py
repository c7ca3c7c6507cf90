"""Where an event mention belongs: the one block in which its likes are sought."""

import re

from site_gen.resolve.folding import fold
from site_gen.resolve.tables import EventPart
from site_gen.resolve.words import country_words, word_set

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?|first|second|third|annual|the|a|of|in|at|on|and")


def event_name_words(name: str, countries: bool = False) -> frozenset[str]:
    """The words of an event's own name without ordinals, and without countries unless told to keep them."""
    skip = frozenset() if countries else country_words()
    return frozenset(w for w in fold(name).split() if not _ORDINAL.fullmatch(w) and w not in skip)


def specific_words(name: str) -> frozenset[str]:
    """The words of a name that tell this gathering from others."""
    return event_name_words(name) - word_set("analysis", "meeting_words")


def block_of(part: EventPart) -> str:
    """The canonical key: family, and who, what or where, whichever tells most for this family."""
    chosen = _BY_FAMILY.get(part.family, _other)(part)
    return f"{part.family}|{chosen or _other(part)}"


def _talks(part: EventPart) -> str:
    who = sorted({fold(c) for c in part.countries})
    if specific_words(part.name) and len(who) != 2:
        return "named " + " ".join(sorted(specific_words(part.name)))
    if len(who) == 1 and part.place_country and fold(part.place_country) not in who:
        who = sorted([*who, fold(part.place_country)])
    if len(who) < 2 and len(part.people) > 1:
        return " ".join(sorted(part.people)[:2])
    return ";".join(who[:4])


def _visit(part: EventPart) -> str:
    """The country that is visited."""
    homes = set(part.countries[: len(part.people)])
    away = [c for c in part.countries if c not in homes]
    target = part.place_country or (away[0] if away else part.place)
    return f"to {fold(target)}" if target else ""


def _deal(part: EventPart) -> str:
    return part.agreements[0] if part.agreements else ""


def _person(part: EventPart) -> str:
    return part.people[0] if part.people else ""


def _place(part: EventPart) -> str:
    return fold(part.place_country or part.place or part.home)


def _other(part: EventPart) -> str:
    if specific_words(part.name):
        return "named " + " ".join(sorted(specific_words(part.name)))
    if part.people:
        return f"{part.kind} {part.people[0]}"
    if part.parties:
        return f"{part.kind} {fold(part.parties[0].name)}"
    where = part.place_country or part.place or part.home
    return f"{part.kind} in {fold(where)}" if where else f"{part.kind} {part.article}"


_BY_FAMILY = {
    "talks": _talks,
    "visit": _visit,
    "deal": _deal,
    "office": _person,
    "vote": _place,
    "attack": _place,
    "disaster": _place,
    "decide": _place,
}
