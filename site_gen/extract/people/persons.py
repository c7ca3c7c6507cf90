"""Candidates joined into people: full names first, then the family names and titles that mean them."""

import re
from collections import Counter

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.namesakes import somebody_else
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person, Roll, add_full, record
from site_gen.extract.people.runs import particles_before
from site_gen.extract.people.surnames import folded

_AFTER = re.compile(r" ([a-z]+)\b")
_MOST = 30
"""How many people of one name are looked at."""
_SUFFIXES = ("ji", "-ji", "-san", "-sama", "san")


def join(candidates: list[Candidate], context: Context) -> list[Person]:
    """All people: each with its mentions by name, in order."""
    roll = Roll()
    rest: list[Candidate] = []
    for candidate in candidates:
        if candidate.cue and len(candidate.name.words) > 1 and not candidate.headline:
            add_full(candidate, roll, context)
        else:
            rest.append(candidate)
    rest = _confirmed(rest, roll, context)
    roll.single = Counter(folded(c.name.words[0]) for c in rest if len(c.name.words) == 1)
    for candidate in sorted(rest, key=lambda c: not c.cue):
        _bind(candidate, roll, context)
    for person in roll.people:
        person.mentions.sort(key=lambda mention: mention.start)
    return sorted(roll.people, key=lambda person: person.mentions[0].start)


def _confirmed(rest: list[Candidate], roll: Roll, context: Context) -> list[Candidate]:
    """Take pairs of capitals without a cue that the article later names by the last word alone."""
    alone = _relatives(rest, roll, context)
    alone |= {c.name.words[0] for c in rest if len(c.name.words) == 1 and _acts(c, context)}
    left: list[Candidate] = []
    for candidate in rest:
        words = candidate.name.words
        again = (
            words[0] not in context.words.capital_particles
            and 2 <= len(words) <= 3
            and words[-1] in alone
            and words[0] not in alone
        )
        if (
            candidate.headline
            or not again
            or _known(words, roll)
            or context.text.endswith(("the ", "The "), 0, candidate.name.start)
        ):
            left.append(candidate)
            continue
        person = add_full(candidate._replace(cue="named again by the last word"), roll, context)
        person.rule = person.rule or "named again by the last word"
    return left


def _known(words: tuple[str, ...], roll: Roll) -> bool:
    bearers = roll.called(folded(words[-1]))[-_MOST:]
    return any(all(folded(word) in p.aliases for word in words) for p in bearers)


def _relatives(rest: list[Candidate], roll: Roll, context: Context) -> set[str]:
    """Family names of people already found, of which a second bearer stands within a sentence."""
    return {c.name.words[-1] for c in rest if len(c.name.words) == 2 and _shares_name(c, roll, context)}


def _shares_name(candidate: Candidate, roll: Roll, context: Context) -> bool:
    start, last = candidate.name.start, folded(candidate.name.words[-1])
    if context.text[start - 2 : start - 1] in ("", " ", ".", "!", "?", "”", '"'):
        return False
    return any(last == folded(person.words[-1]) for person in roll.called(last)[-_MOST:])


def _acts(candidate: Candidate, context: Context) -> bool:
    """Whether a single word does what people do: `Ruvo said`, `Mr Ruvo`; or is what they are: `Ruvo, the mayor`."""
    if candidate.lead.honorific or any(not r.role for r in candidate.tail.readings):
        return True
    follow = _AFTER.match(context.text, candidate.name.end, candidate.name.end + 20)
    if follow is None:
        return False
    return follow.group(1) in context.words.speech_verbs or follow.group(1) in context.words.person_verbs


def _bind(candidate: Candidate, roll: Roll, context: Context) -> None:
    """Give a name to the person that it means; a titled name of nobody known is a new person."""
    person = _meant(candidate, roll, context)
    if person is not None:
        person = somebody_else(candidate, person, roll, context) or person
    if person is None and candidate.cue and _nameable(candidate, context):
        begin = particles_before(candidate.name.start, context.text, context.words)
        particles = context.text[begin : candidate.name.start].split()
        person = Person((*particles, *candidate.name.words), candidate.cue)
        roll.people.append(person)
    if person is not None:
        record(person, candidate, _form(candidate), roll, context)


def _nameable(candidate: Candidate, context: Context) -> bool:
    lead = candidate.lead
    if candidate.headline or not (lead.readings or lead.honorific):
        return False
    if lead.readings and lead.readings[0].role and len(candidate.name.words) < 2:
        return False
    return candidate.name.words[0] not in context.words.body_names


def _form(candidate: Candidate) -> str:
    first = candidate.name.words[0].lower()
    if len(candidate.name.words) > 1:
        return "full"
    if _without_suffix(first) != first and first not in ("fiji",):
        return "honorific"
    return "honorific" if candidate.lead.honorific and not candidate.lead.readings else "surname"


def _meant(candidate: Candidate, roll: Roll, context: Context) -> Person | None:
    """The one person whose name holds the candidate's words; of several, the one named last before."""
    generations = context.words.generations
    low = [folded(word) for word in candidate.name.words if word.rstrip(".") not in generations]
    if not low:
        return None
    fits = (roll.called(low[0]) or roll.called(_without_suffix(low[0])))[-_MOST:]
    if len(low) > 1 and not candidate.headline:
        fits = [p for p in fits if all(word in p.aliases for word in low)]
        fits = fits or _by_last_word(candidate, low, roll)
    fits = _at_ends(low[0], fits, generations) if len(low) == 1 < len(fits) else fits
    fits = [p for p in fits if not _of_another_land(candidate, p, context)]
    return _nearest(candidate, fits, roll) if fits else None


def _of_another_land(candidate: Candidate, person: Person, context: Context) -> bool:
    """`King Hussein of Jordan` is not Iraq's Saddam Hussein: an office that he has not, in another country."""
    reading = next(iter(candidate.lead.readings), None)
    if reading is None or len(candidate.name.words) > 1 or len(person.words) < 2:
        return False
    here, there = reading.jurisdiction, person.nationality
    lands = context.lands
    return here != there and here in lands and there in lands and not _office_fits(reading, person)


def _at_ends(word: str, fits: list[Person], generations: frozenset[str]) -> list[Person]:
    """`Khan` is Imran Khan, and not Jamal Khan Mandokhel: those in whose name the word is not in the middle, if any."""
    cores = [[folded(w) for w in p.words if w.rstrip(".") not in generations] for p in fits]
    return [p for p, core in zip(fits, cores, strict=True) if word in (core[0], core[-1])] or fits


def _by_last_word(candidate: Candidate, low: list[str], roll: Roll) -> list[Person]:
    """`Crooked Hillary Clinton`: a stray capital before a full name already known."""
    if candidate.cue or len(low) < 3:
        return []
    return [p for p in roll.called(low[-1]) if all(w in p.aliases for w in low[1:])]


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return word.removesuffix(suffix).rstrip("-")
    return word


def _nearest(candidate: Candidate, fits: list[Person], roll: Roll) -> Person | None:
    if candidate.lead.readings:
        held = [p for p in fits if _office_fits(candidate.lead.readings[0], p)]
        fits = held or ([] if len(fits) > 1 else fits)
    if candidate.lead.gender:
        alike = [p for p in fits if p.gender in ("", candidate.lead.gender)]
        fits = alike if alike or len(fits) > 1 else fits
    if len(fits) > 1 and len(own := [p for p in fits if _told_again(candidate, p)]) == 1:
        return own[0]
    if len(fits) < 2:
        return fits[0] if fits else None
    if not candidate.readings and not candidate.lead.honorific and len(candidate.name.words) == 1:
        fits = _usual(candidate, _by_family_name(fits, roll))
    before, number = max((p.last_before(candidate.name.start), -i) for i, p in enumerate(fits))
    return fits[-number] if before >= 0 else None


def _told_again(candidate: Candidate, person: Person) -> bool:
    """`Lee, 57, became rector in 2023`: of two of the name the one who has that office."""
    return any(_office_fits(reading, person) for reading in candidate.tail.readings if not reading.role)


def _by_family_name(fits: list[Person], roll: Roll) -> list[Person]:
    """Without those whom the article calls by the given name, not by the family's: a child beside the father."""
    return [p for p in fits if len(p.words) < 2 or not _called_by_given(p, roll)] or fits


def _called_by_given(person: Person, roll: Roll) -> bool:
    return roll.single[folded(person.words[0])] > roll.single[folded(person.words[-1])]


def _usual(candidate: Candidate, fits: list[Person]) -> list[Person]:
    """Of several of one family name, those whom the article has called by it alone, or who hold an office."""
    start = candidate.name.start
    called = [p for p in fits if 0 <= p.alone < start and not p.early]
    held = [p for p in fits if p.titles and p.last_before(start) >= 0]
    return called or held or fits


def _office_fits(reading: Reading, person: Person) -> bool:
    title = reading.title.lower()
    return any(title in one or one in title for one in person.titles)
