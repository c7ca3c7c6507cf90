"""A family name that stands before the full name of a namesake: whom it means."""

import re
from collections.abc import Iterable
from functools import cache

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.reading import Context
from site_gen.extract.people.roll import Person, Roll
from site_gen.extract.people.surnames import folded, split_name

_ENDS = re.compile(r"[.!?][\"”’']*$")
_NEAR = 60
"""Characters before and after a name in which a kinship is said."""


def somebody_else(candidate: Candidate, person: Person, roll: Roll, context: Context) -> Person | None:
    """The bearer of a family name alone, where it stands before the full name that it was taken for.

    `Marin is not far behind. Her cousin Oleg Marin ...`: another person, for certain. Without a word of kinship it
    may be either; the bearer is then a person of this article on its own, and is joined over all articles.
    """
    first = person.mentions[0].start
    bare = candidate.name.words
    if len(bare) > 1 or len(person.words) < 2 or candidate.start >= first or candidate.readings:
        return None
    if folded(bare[0]) != folded(split_name(person.words, context.words)[0]):
        return None
    relative = _is_relative(person, context)
    if not relative and (person.titles or candidate.headline or not _in_prose(candidate.name.start, context)):
        return None
    return _bearer(candidate, person, roll, relative)


def _bearer(candidate: Candidate, person: Person, roll: Roll, relative: bool) -> Person:
    bare = candidate.name.words
    known = next((p for p in roll.people if p.words == bare and p.early != relative), None)
    if known is None:
        known = Person(
            bare, "the family name of a relative" if relative else "a family name before its full name"
        )
        known.early = not relative
        known.apart = (person.name,) if relative else ()
        roll.people.append(known)
    return known


def _is_relative(person: Person, context: Context) -> bool:
    """Whether the full name is brought in as somebody's kin: `Her cousin X`, `X, the minister's brother`."""
    first = min((m for m in person.mentions if m.form == "full"), key=lambda m: m.start)
    text, kin = context.text, _kin(tuple(sorted(context.words.sets["kin"])))
    ahead = kin[0].search(text, max(0, first.start - _NEAR), first.end - len(first.name))
    return bool(ahead or kin[1].match(text, first.end, first.end + _NEAR))


@cache
def _kin(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    kin, whose = _either(words), r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|\w+(?:['’]s|s['’]))"
    owned = rf"{whose} (?:[a-z-]+ ){{0,2}}(?:{kin})"
    return (
        re.compile(rf"\b{owned},? (?:[A-Z][\w.]* )?$"),
        re.compile(
            rf",? (?:\(?no relation\b|(?:the |a |an )?(?:[a-z-]+ ){{0,2}}(?:{kin}) of\b|(?:[a-z-]+ ){{0,3}}{owned}\b)"
        ),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _in_prose(start: int, context: Context) -> bool:
    """Whether the paragraph ends as a sentence does: headings name people by the family name before any other."""
    end = context.text.find("  ", start)
    return bool(_ENDS.search(context.text, max(0, start), len(context.text) if end < 0 else end))
