"""Whose an office is, where the article as a whole tells: its one state or province, the union of some workers."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person

_AHEAD = re.compile(r"\b([A-Za-z]+s['’]) ([a-z]+) $")
_BACK = 40
_ALONE = frozenset(
    {"President", "Chancellor", "Vice-Chancellor", "Rector", "Chief Executive", "Director-General"}
)
"""Of which a body has one, and an article tells of one body's."""
_WORKERS = re.compile(r"\b((?!women|men|children)[A-Za-z]+s['’]) ([a-z]+) (?=[a-z])")


def settle_whose(people: list[Person], context: Context) -> None:
    """Give readings that say of nobody whose they are what the article as a whole tells."""
    region = _sole_region(context)
    told = [r for person in people for r in person.readings if not r.role and r.organization]
    gates = [
        find
        for find, signs in (
            (_of_workers, ("s' ", "s’ ")),
            (_for_the_time, (" pro tem", " Pro Tem")),
            (_in_its_state, ("In ", "in ") if _regions(context) else ()),
            (_in_its_town, ("In ",)),
            (_of_its_committee, (" its ",)),
        )
        if any(sign in context.text for sign in signs)
    ]
    for person in people:
        for number, reading in enumerate(person.readings):
            for find in gates:
                reading = find(reading, context)
            if not _placed(reading):
                reading = _of_region(reading, region, context)
                reading = _beside(reading, person.readings, context)
                reading = _of_the_same(reading, told) if not reading.jurisdiction else reading
                reading = reading if _placed(reading) else _of_its_paragraph(reading, told, context)
            person.readings[number] = reading


def _of_workers(reading: Reading, context: Context) -> Reading:
    """`Pilots' union president X`, `the teachers' union leader, X`: of the union, and not of the pilots."""
    before = _AHEAD.search(context.text, max(0, reading.start - _BACK), reading.start)
    if before and before.group(2) in context.words.sets["of_workers"] and not _placed(reading):
        return reading._replace(organization=f"{before.group(1)} {before.group(2)}", start=before.start())
    first, _, rest = reading.title.partition(" ")
    if not rest or first.lower() not in context.words.sets["of_workers"]:
        return reading
    said = _WORKERS.search(context.text, reading.start, reading.end)
    if said is None or said.group(2) != first.lower():
        return reading
    return reading._replace(title=rest, organization=f"{said.group(1)} {said.group(2)}", jurisdiction="")


def _for_the_time(reading: Reading, context: Context) -> Reading:
    """`as president pro tempore`: of a chamber, and no head of state."""
    said = _PRO_TEM.match(context.text, reading.end)
    return reading._replace(title=f"{reading.title} Pro Tempore", end=said.end()) if said else reading


_PRO_TEM = re.compile(r" pro tem(?:pore)?\b", re.IGNORECASE)


def _of_its_committee(reading: Reading, context: Context) -> Reading:
    """`The budget committee met on Monday, its chairman, X, said`: of the body without a name that was told of last."""
    if _placed(reading) or not _ITS.search(context.text, max(0, reading.start - 6), reading.end):
        return reading
    start = max(context.text.rfind("\n", 0, reading.start) + 1, reading.start - _FAR)
    told = [m.group(1) for m in _COMMITTEE.finditer(context.text, start, reading.start)]
    return reading._replace(organization=told[-1]) if told else reading


_FAR = 240
"""Characters before an office among which its body is looked for."""
_ITS = re.compile(
    r"\bits (?:acting |new |former |then-)?(?:chair(?:man|woman|person)?|head|president|director|secretary)\b"
)
_COMMITTEE = re.compile(
    r"\b[Tt]he ((?:[a-z-]+ ){1,3}?(?:committee|commission|council|panel|tribunal|inquiry|subcommittee|task force))\b"
)


def _placed(reading: Reading) -> bool:
    return bool(reading.role or reading.organization or reading.jurisdiction)


def _in_its_state(reading: Reading, context: Context) -> Reading:
    """`In Bavaria, Premier X said`: of the state where the sentence begins; a country's president may be a guest."""
    place = context.ends.get(reading.start - len(", "))
    if place is None or place.kind != "region" or _placed(reading):
        return reading
    stands = context.text.endswith(("In ", "in "), 0, place.evidence.start)
    fits = stands and reading.title.lower() in context.words.sets["in_regions"]
    return reading._replace(jurisdiction=place.name) if fits else reading


def _in_its_town(reading: Reading, context: Context) -> Reading:
    """`In Lund, where two died, Mayor X said`: of the town where the sentence begins."""
    if _placed(reading) or reading.title.lower() not in context.words.sets["of_one_town"]:
        return reading
    town = _IN_TOWN.search(context.text, max(0, reading.start - _REACH), reading.start)
    known = town is not None and not _MONTHS.match(town.group(1))
    return reading._replace(jurisdiction=town.group(1)) if town and known else reading


_REACH = 110
_IN_TOWN = re.compile(
    rf"(?:^|[.\n”\"] ?)In ([{UPPER}][\w’-]+(?: [{UPPER}][\w’-]+)?), (?:(?:where|which|a [a-z]+) [^.,\n]{{3,70}}, )?$"
)
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _regions(context: Context) -> set[str]:
    return {place.name for place in context.starts.values() if place.kind == "region"}


def _sole_region(context: Context) -> str:
    """The one state or province that the article names; empty where it names none, or more."""
    named = _regions(context)
    return min(named) if len(named) == 1 else ""


def _of_region(reading: Reading, region: str, context: Context) -> Reading:
    """`Gov. X` in a report that names Montana, and no other state."""
    known = (
        region and reading.status != "former" and reading.title.lower() in context.words.sets["of_regions"]
    )
    return reading._replace(jurisdiction=region, inferred=True) if known else reading


def _beside(reading: Reading, own: list[Reading], context: Context) -> Reading:
    """`its founder and CEO, X`: two offices of one firm."""
    if reading.title.lower() not in context.words.sets["of_firms"]:
        return reading
    body = next((r.organization for r in own if r.end + len(" and ") == reading.start), "")
    return reading._replace(organization=body)


def _of_its_paragraph(reading: Reading, told: list[Reading], context: Context) -> Reading:
    """`Its general counsel, X, said so. CEO Y left`: of the firm of the office told last in the paragraph."""
    if reading.title.lower() not in context.words.sets["of_firms"]:
        return reading
    begin = context.text.rfind("\n", 0, reading.start)
    before = [
        r
        for r in told
        if begin < r.start < reading.start and context.text.startswith(("Its ", "its "), r.start)
    ]
    last = max(before, key=lambda r: r.start, default=None)
    return reading._replace(organization=last.organization) if last is not None else reading


def _of_the_same(reading: Reading, told: list[Reading]) -> Reading:
    """One phrase for two people (`X becomes finance chief, replacing Y`), and an acting holder of a body's chair."""
    same = {r.organization for r in told if r.title == reading.title and r.start == reading.start}
    if reading.title.startswith(("Deputy ", "Vice ")):
        same = {r.organization for r in told if r.title == reading.title.partition(" ")[2]}
    if not same and reading.status == "acting" and reading.title in _ALONE:
        same = {r.organization for r in told if r.title == reading.title}
    return reading._replace(organization=same.pop()) if len(same) == 1 else reading
