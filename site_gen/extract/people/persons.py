"""Candidates joined into people: full names first, then the family names and titles that mean them."""

import re
from dataclasses import dataclass, field

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.phrase import Context, Reading
from site_gen.extract.people.surnames import aliases, folded, one_person, split_name
from site_gen.extract.people.vocabulary import Gender

_AFTER = re.compile(r" ([a-z]+)\b")
_SUFFIXES = ("ji", "-ji", "-san", "-sama", "san")


@dataclass(slots=True)
class Mention:
    """One place that means a person."""

    start: int
    end: int
    form: str
    name: str


@dataclass(slots=True)
class Person:
    """A person while the article is read."""

    words: tuple[str, ...]
    rule: str
    gender: Gender = ""
    mentions: list[Mention] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    aliases: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The fullest name."""
        return " ".join(self.words)


def join(candidates: list[Candidate], context: Context) -> list[Person]:
    """All people: each with its mentions by name, in order."""
    people: list[Person] = []
    taken: set[int] = set()
    for number, candidate in enumerate(candidates):
        if candidate.cue and len(candidate.name.words) > 1 and not candidate.headline:
            _add_full(candidate, people, context)
            taken.add(number)
    _add_confirmed(candidates, people, taken, context)
    _bind(candidates, people, taken, context)
    for person in people:
        person.mentions.sort(key=lambda mention: mention.start)
    return sorted(people, key=lambda person: person.mentions[0].start)


def _add_full(candidate: Candidate, people: list[Person], context: Context) -> None:
    same = [
        p for p in people if len(p.words) > 1 and one_person(p.words, candidate.name.words, context.words)
    ]
    if same:
        person = min(same, key=lambda p: (p.name != " ".join(candidate.name.words), -p.mentions[-1].start))
    else:
        person = Person(candidate.name.words, candidate.cue)
        people.append(person)
    _mention(person, candidate, "full", context)


def _mention(person: Person, candidate: Candidate, form: str, context: Context) -> None:
    words, end = candidate.name.words, candidate.name.end
    if candidate.headline or form == "trimmed":
        words, end, form = _trimmed(candidate, person)
    elif len(words) > len(person.words):
        person.words = words
    person.aliases |= aliases(words, context.words)
    name = context.text[candidate.name.start : end]
    with_suffix = _with_suffix(end, context)
    form = "honorific" if with_suffix > end else form
    end = with_suffix
    person.mentions.append(Mention(_start(candidate, person, context), end, form, name))
    person.readings.extend(candidate.readings)
    person.gender = person.gender or candidate.lead.gender or _given_gender(words, context)


def _trimmed(candidate: Candidate, person: Person) -> tuple[tuple[str, ...], int, str]:
    """The words of a headline's run that are the person's: `Modi Meets` is `Modi`."""
    words, end = candidate.name.words, candidate.name.start
    count = next((i for i, word in enumerate(words) if folded(word) not in person.aliases), len(words))
    for word in words[:count]:
        end += len(word) + 1
    end = candidate.name.end if count == len(words) else end - 1
    return words[:count], end, "full" if count > 1 else "surname"


def _with_suffix(end: int, context: Context) -> int:
    """`Modi ji`: the form of address after a name is of the mention."""
    match = _AFTER.match(context.text, end, end + 9)
    return match.end() if match and match.group(1) in context.words.suffixes else end


def _given_gender(words: tuple[str, ...], context: Context) -> Gender:
    if len(words) < 2:
        return ""
    return context.words.given.get(words[0], "") or context.words.given.get(words[0].split("-")[0], "")


def _start(candidate: Candidate, person: Person, context: Context) -> int:
    """Where the mention begins: with the titles, and with the particles of a family name (`von der Leyen`)."""
    if candidate.start < candidate.name.start or len(candidate.name.words) > 1:
        return candidate.start
    start = candidate.name.start
    parts = list(person.words)
    at = next((i for i, word in enumerate(parts) if word == candidate.name.words[0]), 0)
    while (
        at > 1
        and parts[at - 1] in context.words.particles
        and context.text.endswith(f"{parts[at - 1]} ", 0, start)
    ):
        at -= 1
        start -= len(parts[at]) + 1
    return start


def _add_confirmed(
    candidates: list[Candidate], people: list[Person], taken: set[int], context: Context
) -> None:
    """Pairs of capitals without a cue of their own that the article later names by the last word alone."""
    alone = {c.name.words[0] for c in candidates if len(c.name.words) == 1 and _acts(c, context)}
    for number, candidate in enumerate(candidates):
        words = candidate.name.words
        if number in taken or candidate.headline or not 2 <= len(words) <= 3:
            continue
        if (
            words[-1] in alone
            and not context.text.endswith(("the ", "The "), 0, candidate.name.start)
            and words[0] not in alone
        ):
            _add_full(candidate, people, context)
            people[-1].rule = people[-1].rule or "named again by the last word"
            taken.add(number)


def _acts(candidate: Candidate, context: Context) -> bool:
    """Whether a single word does what people do: `Ruvo said`, `Mr Ruvo`."""
    follow = _AFTER.match(context.text, candidate.name.end, candidate.name.end + 20)
    verbs = context.words
    return bool(candidate.lead.honorific) or (
        follow is not None
        and (follow.group(1) in verbs.speech_verbs or follow.group(1) in verbs.person_verbs)
    )


def _bind(candidates: list[Candidate], people: list[Person], taken: set[int], context: Context) -> None:
    """Give every other name to the person that it means; a titled name of nobody known is a new person."""
    for number, candidate in enumerate(candidates):
        if number in taken:
            continue
        person = _meant(candidate, people, context)
        if person is not None:
            _mention(person, candidate, _form(candidate), context)
        elif (
            candidate.cue
            and (candidate.lead.readings or candidate.lead.honorific)
            and _nameable(candidate, context)
        ):
            person = Person(candidate.name.words, candidate.cue)
            people.append(person)
            _mention(person, candidate, _form(candidate), context)


def _nameable(candidate: Candidate, context: Context) -> bool:
    reading = candidate.lead.readings[0] if candidate.lead.readings else None
    if candidate.headline or (reading is not None and reading.role and len(candidate.name.words) < 2):
        return False
    return candidate.name.words[0] not in context.words.body_names


def _form(candidate: Candidate) -> str:
    if len(candidate.name.words) > 1 and not candidate.headline:
        return "full"
    if candidate.name.words[0].lower().endswith(_SUFFIXES[:4]) and candidate.name.words[0].lower() not in (
        "fiji",
    ):
        return "honorific"
    return "honorific" if candidate.lead.honorific and not candidate.lead.readings else "surname"


def _meant(candidate: Candidate, people: list[Person], context: Context) -> Person | None:
    """The one person whose name holds the candidate's words; of several, the one named last before."""
    if candidate.headline:
        return _in_headline(candidate, people, context)
    low = [folded(word) for word in candidate.name.words if word.rstrip(".") not in context.words.generations]
    fits = [p for p in people if all(word in p.aliases for word in low)]
    if not fits and len(low) == 1:
        fits = [p for p in people if _without_suffix(low[0]) in p.aliases]
    return _nearest(candidate, fits)


def _in_headline(candidate: Candidate, people: list[Person], context: Context) -> Person | None:
    low = [folded(word) for word in candidate.name.words]
    fits = [p for p in people if low[0] in p.aliases]
    return _nearest(candidate, fits)


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return word.removesuffix(suffix)
    return word


def _nearest(candidate: Candidate, fits: list[Person]) -> Person | None:
    if candidate.lead.readings:
        fits = [p for p in fits if _office_fits(candidate.lead.readings[0], p)] or (
            [] if len(fits) > 1 else fits
        )
    if candidate.lead.gender:
        fits = [p for p in fits if p.gender in ("", candidate.lead.gender)]
    if len(fits) < 2:
        return fits[0] if fits else None
    before = [(m.start, p) for p in fits for m in p.mentions if m.start < candidate.name.start]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _office_fits(reading: Reading, person: Person) -> bool:
    title = reading.title.lower()
    held = [r.title.lower() for r in person.readings if not r.role]
    return any(title in one or one in title for one in held)


__all__ = ["Mention", "Person", "join", "split_name"]
