"""Countries of offices that the article's bodies tell: `the Ministry of Energy of Norland`, `Norland's parliament`."""

import re
from collections.abc import Iterator

from site_gen.extract.people.reading import Context, Reading, is_open
from site_gen.extract.people.remits import turned
from site_gen.extract.people.roll import Person

_LONG = 80
_BEHIND = re.compile(
    r"(?:['’]s)? (?:(?P<ahead>(?:[A-Za-z]+,? (?:and )?){1,4})[Mm]inistry\b"
    r"|[Mm]inistry (?:of|for) (?:the )?(?P<of>[A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,4}))"
)
_BEFORE = re.compile(
    r"\b[Mm]inistry (?:of|for) (?:the )?([A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,4}) of (?:the )?"
    r"(?:(?:[A-Z]\w+ )?(?:Republic|Kingdom|Federation|State) of )?(?:the )?$"
)
_CHAMBER = re.compile(
    r"(?:['’]s)? (?:(?:national |federal )?(?:parliament|senate|assembly|congress|legislature|lawmakers|mps)\b"
    r"|(?:National Assembly|Parliament|Senate|MPs|House of Representatives)\b)"
)
_SMALL = frozenset({"and", "of", "the", "for", "minister", "deputy", "acting", "affairs"})


def settle_ministries(people: list[Person], context: Context) -> None:
    """Give ministers the country whose ministry the article names, and members of parliament that of the parliament."""
    wanted = [p for p in people if any(is_open(r) for r in p.readings)]
    if not wanted:
        return
    ministries, chambers = _named(context)
    for person in wanted if ministries or chambers else ():
        for number, reading in enumerate(person.readings):
            land = _land(reading, ministries, chambers, context) if is_open(reading) else ""
            if land and person.nationality in ("", land):
                person.readings[number] = reading._replace(jurisdiction=land, inferred=True)


def _named(context: Context) -> tuple[dict[frozenset[str], set[str]], set[str]]:
    """Countries by what their ministries are for, and those whose parliament is named."""
    ministries: dict[frozenset[str], set[str]] = {}
    chambers: set[str] = set()
    for place in context.starts.values():
        if place.kind != "country" or place.country not in context.countries:
            continue
        land = context.countries[place.country]
        for field in _fields(place.evidence.start, place.evidence.end, context.text):
            ministries.setdefault(_words(field), set()).add(land)
        if _CHAMBER.match(context.text, place.evidence.end):
            chambers.add(land)
    return ministries, chambers


def _fields(start: int, end: int, text: str) -> Iterator[str]:
    behind = _BEHIND.match(text, end, end + _LONG)
    if behind:
        yield behind.group("ahead") or behind.group("of")
    if before := _BEFORE.search(text, max(0, start - _LONG), start):
        yield before.group(1)


def _words(field: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", field.lower())) - _SMALL


def _land(
    reading: Reading, ministries: dict[frozenset[str], set[str]], chambers: set[str], context: Context
) -> str:
    low = turned(reading.title)
    if low.endswith(" minister") and low != "prime minister":
        lands = ministries.get(_words(low), set())
    elif low in context.words.sets["of_parliaments"]:
        lands = chambers
    else:
        return ""
    return next(iter(lands)) if len(lands) == 1 else ""
