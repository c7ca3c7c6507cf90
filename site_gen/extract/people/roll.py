"""The people found so far, by every word that may name them again."""

import re
from bisect import bisect_left, insort
from collections import Counter
from typing import NamedTuple

from msgspec import Struct, field

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.surnames import aliases, folded, one_person
from site_gen.extract.people.vocabulary import Gender, unaccented

_MOST = 30
"""How many people of one name are looked at."""
_AFTER = re.compile(r" ([a-z]+)\b")


class Mention(Struct):
    """One place that means a person."""

    start: int
    end: int
    form: str
    name: str


class Tie(NamedTuple):
    """That somebody came before (or behind) another in an office."""

    before: bool
    other: "Person"
    title: str
    start: int
    end: int


class Person(Struct):
    """A person while the article is read."""

    words: tuple[str, ...]
    rule: str
    gender: Gender = ""
    mentions: list[Mention] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    aliases: frozenset[str] = frozenset()
    nationality: str = ""
    """Country that the text ties the person to: `Hungary's X`."""
    starts: list[int] = field(default_factory=list)
    """Where the mentions begin, sorted."""
    alone: int = -1
    """Where the family name first stands alone; -1 for nowhere."""
    titles: set[str] = field(default_factory=set)
    """All offices, in lower case."""
    early: bool = False
    """A family name that stands before the article's only full name with it: perhaps another's."""
    apart: tuple[str, ...] = ()
    """Names that the article says are another person's."""

    ties: list[Tie] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Record a mention."""
        self.mentions.append(mention)
        insort(self.starts, mention.start)
        if mention.form == "surname" and (self.alone < 0 or mention.start < self.alone):
            self.alone = mention.start

    def named_between(self, begin: int, end: int) -> bool:
        """Whether a mention begins within a stretch."""
        return bisect_left(self.starts, begin) < bisect_left(self.starts, end)

    def last_before(self, at: int) -> int:
        """Where the last mention before `at` begins; -1 for none."""
        number = bisect_left(self.starts, at)
        return self.starts[number - 1] if number else -1

    @property
    def name(self) -> str:
        """The fullest name."""
        return " ".join(self.words)


class Roll(Struct):
    """People in order of discovery."""

    people: list[Person] = field(default_factory=list)
    by_alias: dict[str, list[Person]] = field(default_factory=dict)
    single: Counter[str] = field(default_factory=Counter)
    """How often each word stands alone."""

    def called(self, word: str) -> list[Person]:
        """Everybody whose name has this word."""
        return self.by_alias.get(word, [])


def add_full(candidate: Candidate, roll: Roll, context: Context) -> Person:
    """Record a full name, with the person of the article who bears it or as a new one."""
    words = candidate.name.words
    same = _same(words, roll, context)
    if same:
        person = min(same, key=lambda p: (p.words != words, -p.mentions[-1].start))
    else:
        person = Person(words, candidate.cue)
        roll.people.append(person)
    spelt = not same or all(folded(word) in person.aliases for word in words[-1:])
    record(person, candidate, "full" if spelt else "misspelling", roll, context)
    return person


def _same(words: tuple[str, ...], roll: Roll, context: Context) -> list[Person]:
    seen: list[Person] = []
    for alias in sorted(aliases(words, context.words)):
        near = roll.called(alias)[-_MOST:]
        seen.extend(p for p in near if len(p.words) > 1 and not any(p is q for q in seen))
    return [p for p in seen if one_person(p.words, words, context.words)]


def record(person: Person, candidate: Candidate, form: str, roll: Roll, context: Context) -> None:
    """Add a mention of a person by name, with what stands before and after it."""
    words, end = candidate.name.words, candidate.name.end
    if candidate.headline:
        words, end, form = _trimmed(candidate, person)
    elif len(words) > len(person.words) and form != "misspelling":
        person.words = words
    if len(words) > 1 or folded(words[0]) not in person.aliases:
        _enrol(person, words if person.aliases else (*person.words, *words), roll, context)
    name = context.text[candidate.name.start : end]
    with_suffix = _with_suffix(end, context)
    form, end = ("honorific", with_suffix) if with_suffix > end else (form, end)
    person.add(Mention(_start(candidate, person, context), end, form, name))
    person.readings.extend(candidate.readings)
    person.titles.update(r.title.lower() for r in candidate.readings if not r.role)
    person.nationality = person.nationality or _nationality(candidate, context)
    person.gender = person.gender or candidate.lead.gender or _given_gender(words, context)


def _enrol(person: Person, words: tuple[str, ...], roll: Roll, context: Context) -> None:
    fresh = aliases(words, context.words) - person.aliases
    person.aliases |= fresh
    for alias in sorted(fresh):
        roll.by_alias.setdefault(alias, []).append(person)


def _trimmed(candidate: Candidate, person: Person) -> tuple[tuple[str, ...], int, str]:
    """The words of a headline's run that are the person's: `Modi Meets` is `Modi`."""
    words, end = candidate.name.words, candidate.name.start
    count = next(
        (i for i, word in enumerate(words) if folded(word) not in person.aliases), len(words)
    ) or len(words)
    for word in words[:count]:
        end += len(word) + 1
    end = candidate.name.end if count == len(words) else end - 1
    return words[:count], end, "full" if count > 1 else "surname"


def _with_suffix(end: int, context: Context) -> int:
    """`Modi ji`: the form of address after a name is of the mention."""
    match = _AFTER.match(context.text, end, end + 9)
    return match.end() if match and match.group(1) in context.words.suffixes else end


def _nationality(candidate: Candidate, context: Context) -> str:
    stated = next(
        (r.jurisdiction for r in candidate.readings if r.jurisdiction and not _by_city(r, context)), ""
    )
    start = candidate.name.start
    if stated or context.text[start - 3 : start] not in ("'s ", "’s "):
        return stated
    place = context.ends.get(start - 3)
    return place.name if place is not None and place.kind == "country" else ""


def _by_city(reading: Reading, context: Context) -> bool:
    """`Madrid striker X` is of no country that we know."""
    place = context.starts.get(reading.start)
    return reading.role and place is not None and place.rule == "capital"


def _given_gender(words: tuple[str, ...], context: Context) -> Gender:
    if len(words) < 2:
        return ""
    first, given = unaccented(words[0]), context.words.given
    return given.get(first, "") or given.get(first.partition("-")[0], "")


def _start(candidate: Candidate, person: Person, context: Context) -> int:
    """Where the mention begins: with its titles, and with a family name's particles (`von der Leyen`)."""
    if candidate.start < candidate.name.start or len(candidate.name.words) > 1:
        return candidate.start
    start, parts = candidate.name.start, person.words
    at = next((i for i, word in enumerate(parts) if word == candidate.name.words[0]), 0)
    while at > 1 and parts[at - 1] in context.words.particles:
        if not context.text.endswith(f"{parts[at - 1]} ", 0, start):
            break
        at -= 1
        start -= len(parts[at]) + 1
    return start
