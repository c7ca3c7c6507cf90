"""Later words for somebody already named: `the prime minister`, `he`; and `his counterpart`."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from site_gen.extract.people.phrase import Context, Reading, title_case
from site_gen.extract.people.roll import Mention, Person
from site_gen.text.document import PROSE, Document

_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he)\b(?!/)")
_GENDER = {"he": "m", "she": "f"}
_VAGUE = frozenset(
    "justice head chair general major executive captain deputy official chief member whip".split()
)
_SUBJECT_REACH = 60


def settle_counterparts(people: list[Person]) -> None:
    """`his Japanese counterpart X`: the office of the one named last before, in X's own country."""
    named = sorted((m.start, number) for number, p in enumerate(people) for m in p.mentions)
    for number, person in enumerate(people):
        person.readings = [
            r for reading in person.readings if (r := _settled(reading, number, people, named))
        ]


def _settled(
    reading: Reading, number: int, people: list[Person], named: list[tuple[int, int]]
) -> Reading | None:
    if not reading.title.endswith("Counterpart"):
        return reading
    for at in range(bisect_right(named, (reading.start, -1)) - 1, -1, -1):
        other = people[named[at][1]]
        offices = [r for r in other.readings if not r.role and not r.title.endswith("Counterpart")]
        if named[at][1] != number and offices:
            held = max(offices, key=lambda r: (r.start <= reading.start, r.start))
            equal = (
                "Prime Minister"
                if held.title == "Premier" and reading.jurisdiction != "China"
                else held.title
            )
            return reading._replace(title=equal, status="current", marked=False)
    return None


def bind_titles(people: list[Person], doc: Document, context: Context) -> None:
    """`the minister`, `India's prime minister`: the one person of the article who holds such an office."""
    low = context.text.lower()
    taken = sorted((m.start, m.end) for p in people for m in p.mentions)
    for title in sorted(
        {words for p in people for r in p.readings if not r.role for words in _called(r.title)}
    ):
        for start, end in _stands(title, low, context):
            found = _definite(start, end, context)
            if found is None or _overlaps(found[0], end, taken):
                continue
            person = _holder(people, title, found[1], start, doc)
            if person is not None:
                person.mentions.append(Mention(found[0], end, "title", ""))
                if found[1]:
                    _infer(person, title, found[1], found[0], end)
                taken.append((found[0], end))
        taken.sort()


def _called(title: str) -> Iterator[str]:
    low = title.lower().split(" of ")[0].split(" to ")[0].split(" for ")[0]
    last = low.rsplit(" ", 1)[-1]
    if low not in _VAGUE:
        yield low
    if last != low and last not in _VAGUE and not low.startswith("prime "):
        yield last


def _is_called(reading: Reading, title: str) -> bool:
    return not reading.role and title in _called(reading.title)


def _stands(title: str, low: str, context: Context) -> Iterator[tuple[int, int]]:
    """Where a title stands, in full or in capitals (`the PM`)."""
    yield from ((at, at + len(title)) for at in _places_of(title, low))
    for short, full in context.words.short.items():
        if full.lower() == title and short.isupper():
            yield from ((at, at + len(short)) for at in _places_of(short, context.text))


def _places_of(title: str, low: str) -> Iterator[int]:
    at = low.find(title)
    while at >= 0:
        end = at + len(title)
        if not low[at - 1 : at].isalpha() and not low[end : end + 1].isalnum() and low[end : end + 1] != "-":
            yield at
        at = low.find(title, end)


def _definite(start: int, end: int, context: Context) -> tuple[int, str] | None:
    """Where `the [country] title` begins, and its country; None where it is no such phrase."""
    text = context.text
    after = text[end : end + 4]
    if (
        after.startswith(" of")
        or (after[:1] == " " and after[1:2].isupper())
        or (after.startswith((", ", "'s o", "’s o")) and after[2:3].isupper())
    ):
        return None
    if text.startswith(("the ", "The "), start - 4):
        return start - 4, ""
    place = context.ends.get(start - 1)
    if (
        place is not None
        and place.kind == "country"
        and text.startswith(("the ", "The "), place.evidence.start - 4)
    ):
        return place.evidence.start - 4, place.name
    owned = context.ends.get(start - 3)
    if owned is not None and owned.kind == "country" and text[start - 3 : start] in ("'s ", "’s "):
        return owned.evidence.start, owned.name
    return None


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (start, end)) - 1
    return any(0 <= i < len(taken) and taken[i][0] < end and start < taken[i][1] for i in (at, at + 1))


def _holder(people: list[Person], title: str, country: str, start: int, doc: Document) -> Person | None:
    holders = [p for p in people if any(_is_called(r, title) for r in p.readings)]
    if country:
        return _of_country(people, holders, title, country)
    in_office = [p for p in holders if any(_is_called(r, title) and r.status != "former" for r in p.readings)]
    fits = in_office or holders
    if len(fits) > 1:
        number = doc.sentence_at(start)
        first = doc.sentences[max(0, number - 1)].start if number >= 0 else start
        fits = [p for p in fits if any(first <= m.start < start for m in p.mentions)]
    elif fits and not any(m.start < start for m in fits[0].mentions):
        return None
    return fits[0] if len(fits) == 1 else None


def _of_country(people: list[Person], holders: list[Person], title: str, country: str) -> Person | None:
    """`the Qatari prime minister`: who holds that office there; else the one other person of that country."""
    sure = [p for p in holders if any(_is_called(r, title) and r.jurisdiction == country for r in p.readings)]
    if sure:
        return sure[0] if len(sure) == 1 else None
    tied = [p for p in people if p.nationality == country and not any(not r.role for r in p.readings)]
    if not tied and len(holders) == 1 and holders[0].nationality in ("", country):
        tied = holders
    return tied[0] if len(tied) == 1 else None


def _infer(person: Person, title: str, country: str, start: int, end: int) -> None:
    """The phrase that means the person gives the country of the office, or the office."""
    for number, reading in enumerate(person.readings):
        if _is_called(reading, title):
            if not (reading.jurisdiction or reading.organization):
                person.readings[number] = reading._replace(jurisdiction=country, inferred=True)
            return
    words = title_case(title.split())
    person.readings.append(Reading(words, country, "", "current", start, end, inferred=True))


def bind_pronouns(people: list[Person], doc: Document, context: Context) -> None:
    """`he` and `she` where one person alone can be meant: of its sentence, or the subject before."""
    named = sorted((m.start, number) for number, p in enumerate(people) for m in p.mentions)
    for start, end in _pronouns(doc, context.text):
        number = _antecedent(
            start, _GENDER[context.text[start:end].lower()], people, named, doc, context.text
        )
        if number >= 0:
            person = people[number]
            person.mentions.append(Mention(start, end, "pronoun", ""))
            named.insert(bisect_right(named, (start, number)), (start, number))


def _pronouns(doc: Document, text: str) -> Iterator[tuple[int, int]]:
    """Pronouns of the reporter's own words: within quotation marks somebody else speaks."""
    for block in doc.article.blocks:
        if block.kind in PROSE:
            for match in _PRONOUN.finditer(text, block.start, block.end):
                if not _quoted(text, block.start, match.start()):
                    yield match.span()


def _quoted(text: str, begin: int, at: int) -> bool:
    if text.count('"', begin, at) % 2:
        return True
    return text.rfind("“", begin, at) > text.rfind("”", begin, at)


def _antecedent(
    start: int, gender: str, people: list[Person], named: list[tuple[int, int]], doc: Document, text: str
) -> int:
    sentence = doc.sentence_at(start)
    if sentence < 0:
        return -1
    begin = doc.sentences[sentence].start
    here = _within(begin, start, named)
    if here:
        return _only(here, gender, people)
    for back in (1, 2):
        if sentence - back < 0:
            return -1
        before = doc.sentences[sentence - back]
        there = [
            (at, n)
            for at, n in _within(before.start, before.end, named)
            if not _quoted(text, doc.article.blocks[before.block].start, at)
        ]
        if there:
            only = _only(there, gender, people)
            return only if only >= 0 else _subject(there, before.start, gender, people)
    return -1


def _within(begin: int, end: int, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return named[bisect_right(named, (begin, -1)) : bisect_right(named, (end, -1))]


def _only(there: list[tuple[int, int]], gender: str, people: list[Person]) -> int:
    fits = {n for _, n in there if people[n].gender in ("", gender)}
    return fits.pop() if len(fits) == 1 else -1


def _subject(there: list[tuple[int, int]], begin: int, gender: str, people: list[Person]) -> int:
    """The first named of a sentence, if near its beginning and not ruled out."""
    at, number = there[0]
    return number if at - begin < _SUBJECT_REACH and people[number].gender in ("", gender) else -1
