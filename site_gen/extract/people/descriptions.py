"""Later words for somebody already named: `the prime minister`; and `his counterpart`."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.people.casing import title_case
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person
from site_gen.text.document import Document

_STEPS = 20
"""How many mentions back a counterpart is looked for."""
_MOST = 200
"""How many titles of one article are followed."""


def settle_counterparts(people: list[Person], context: Context) -> None:
    """`his Japanese counterpart X`: the office of the one named last before, in X's own country."""
    ranks = context.words.sets["ranks"]
    named = sorted((m.start, number) for number, p in enumerate(people) for m in p.mentions)
    for number, person in enumerate(people):
        person.readings = [
            r
            for reading in _with_countries(person.readings, ranks)
            if (r := _settled(reading, number, people, named, context))
        ]


def _settled(
    reading: Reading,
    number: int,
    people: list[Person],
    named: list[tuple[int, int]],
    context: Context,
) -> Reading | None:
    if not (reading.title.endswith("Counterpart") or (reading.title == "Colleague" and reading.jurisdiction)):
        return reading
    last = bisect_right(named, (reading.start, -1)) - 1
    for at in range(last, max(-1, last - _STEPS), -1):
        other = people[named[at][1]]
        offices = [r for r in other.readings[:_MOST] if not r.role and not r.title.endswith("Counterpart")]
        if named[at][1] != number and offices:
            ranks = context.words.sets["ranks"]
            posts = [r for r in offices if r.title.rpartition(" ")[2].lower() not in ranks] or offices
            held = max(posts, key=lambda r: (r.start <= reading.start, r.start))
            equal = (
                "Prime Minister"
                if held.title == "Premier" and reading.jurisdiction != "China"
                else held.title
            )
            of_body = equal == "President" and " " in held.organization
            land = "" if of_body else reading.jurisdiction  # a bank's president has no equal in a country's
            another = equal.endswith(" Minister") and equal != "Prime Minister"
            if (
                reading.title == "Colleague"
                and another
                and not context.text.endswith(" and ", 0, reading.start)
            ):
                return reading  # perhaps a minister of something else
            return reading._replace(
                title=equal, jurisdiction=land, status="current", marked=False, role=False
            )
    return None


def _with_countries(readings: list[Reading], ranks: frozenset[str]) -> list[Reading]:
    """`his Norlandic counterpart, Energy Minister X`: an office of X's own beside it takes the country instead.

    A rank does not: `his Norlandic counterpart, General X`.
    """
    found = list(readings)
    for counterpart in (r for r in readings if r.title in _LIKE and r.jurisdiction):
        for number, own in enumerate(found):
            beside = 0 <= own.start - counterpart.end <= _BESIDE and not own.role
            beside = beside and own.title.rpartition(" ")[2].lower() not in ranks
            if beside and not (own.jurisdiction or own.organization):
                found[number] = own._replace(jurisdiction=counterpart.jurisdiction)
                found.remove(counterpart)
                break
    return found


_BESIDE = 2
_LIKE = frozenset({"Counterpart", "Colleague", "Host", "Guest"})
"""What a holder of the like office in another country is called."""


def bind_titles(people: list[Person], doc: Document, context: Context) -> None:
    """`the minister`, `India's prime minister`: the one person of the article who holds such an office."""
    low = context.text.lower()
    taken = sorted((m.start, m.end) for p in people for m in p.mentions)
    vague = context.words.sets["vague"]
    others = [p for p in people if not any(not r.role for r in p.readings)]
    _bind_country_leaders(people, low, taken, context)
    for title, holders in sorted(_holders(people, vague).items())[:_MOST]:
        follow = _Followed(title, holders, others, vague)
        for start, end in _stands(title, low, context):
            found = _definite(start, end, context)
            if found is None or _overlaps(found[0], end, taken):
                continue
            person = _meant(follow, found[1], start, doc)
            if person is not None:
                person.add(Mention(found[0], end, "title", ""))
                if found[1]:
                    _infer(person, follow, found[1], found[0], end)
                taken.append((found[0], end))
        taken.sort()


def _bind_country_leaders(
    people: list[Person], low: str, taken: list[tuple[int, int]], context: Context
) -> None:
    """`the Kazakh leader`: the one person of the article who is president, premier or king there."""
    leading = context.words.sets["lead_a_country"]
    for start, end in _stands("leader", low, context) if " leader" in low else ():
        found = _definite(start, end, context)
        if found is None or not found[1] or _overlaps(found[0], end, taken):
            continue
        heads = [
            p
            for p in people
            if any(
                r.jurisdiction == found[1] and r.status != "former" and r.title.lower() in leading
                for r in p.readings
            )
        ]
        if len(heads) == 1 and heads[0].named_between(0, start):
            heads[0].add(Mention(found[0], end, "title", ""))
            taken.append((found[0], end))
    taken.sort()


class _Followed(Struct, frozen=True):
    title: str
    holders: list[Person]
    others: list[Person]
    """People without an office."""
    vague: frozenset[str]
    """Titles that, said alone, may mean anybody."""


def _holders(people: list[Person], vague: frozenset[str]) -> dict[str, list[Person]]:
    """Who is said to hold an office that later words may call so."""
    found: dict[str, list[Person]] = {}
    for person in people:
        for title in dict.fromkeys(t for r in person.readings if not r.role for t in _called(r.title, vague)):
            found.setdefault(title, []).append(person)
    return found


def _called(title: str, vague: frozenset[str]) -> Iterator[str]:
    low = title.lower().split(" of ")[0].split(" to ")[0].split(" for ")[0]
    last = low.rsplit(" ", 1)[-1]
    if low not in vague:
        yield low
    if last != low and last not in vague and not low.startswith("prime "):
        yield last


def _is_called(reading: Reading, title: str, vague: frozenset[str]) -> bool:
    return not reading.role and title in _called(reading.title, vague)


def _stands(title: str, low: str, context: Context) -> Iterator[tuple[int, int]]:
    """Where a title stands, in full or in capitals (`the PM`)."""
    yield from ((at, at + len(title)) for at in _places_of(title, low))
    for words in context.words.called.get(title, ()):
        yield from ((at, at + len(words)) for at in _places_of(words, low))
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
        told = text.endswith((" is ", " was ", " became ", " become "), 0, start - 4)
        return None if told else (start - 4, "")  # `Lee was the premier from 2030` means nobody else
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


def _meant(followed: _Followed, country: str, start: int, doc: Document) -> Person | None:
    title, holders = followed.title, followed.holders
    if country:
        return _of_country(followed, country)
    fits = [
        p
        for p in holders[:_MOST]
        if any(_is_called(r, title, followed.vague) and r.status != "former" for r in p.readings)
    ]
    fits = fits or holders[:_MOST]
    if len(fits) > 1:
        number = doc.sentence_at(start)
        first = doc.sentences[max(0, number - 1)].start if number >= 0 else start
        near = [p for p in fits if p.named_between(first, start)]
        unmarked = [
            p
            for p in fits
            if not any(r.jurisdiction for r in p.readings if _is_called(r, title, followed.vague))
        ]
        fits = near if not unmarked or len(unmarked) > 1 or unmarked[0] in near[:1] else []
    elif fits and not fits[0].named_between(0, start):
        return None
    return fits[0] if len(fits) == 1 else None


def _of_country(followed: _Followed, country: str) -> Person | None:
    """`the Qatari prime minister`: who holds that office there; else the one other person of that country."""
    title, holders, others = followed.title, followed.holders, followed.others
    sure = [
        p
        for p in holders
        if any(_is_called(r, title, followed.vague) and r.jurisdiction == country for r in p.readings)
    ]
    if sure:
        return sure[0] if len(sure) == 1 else None
    tied = [p for p in others if p.nationality == country]
    elsewhere = any(
        r.organization for p in holders for r in p.readings if _is_called(r, title, followed.vague)
    )
    if not tied and not elsewhere and len(holders) == 1 and holders[0].nationality in ("", country):
        tied = holders
    return tied[0] if len(tied) == 1 else None


def _infer(person: Person, followed: _Followed, country: str, start: int, end: int) -> None:
    """The phrase that means the person gives the country of the office, or the office."""
    title, vague = followed.title, followed.vague
    for number, reading in enumerate(person.readings):
        if _is_called(reading, title, vague):
            if not (reading.jurisdiction or reading.organization):
                person.readings[number] = reading._replace(jurisdiction=country, inferred=True)
            return
    words = title_case(title.split())
    person.readings.append(Reading(words, country, "", "current", start, end, inferred=True))
