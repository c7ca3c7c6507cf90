"""Of two countries, the one whose officers are told without it: `X and her Norlandic counterpart`."""

import re
from collections import Counter

from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.remits import turned
from site_gen.extract.people.roll import Person
from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.text.document import Document

_LAND = r"([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)?"
_HEAD = r"([Mm]inister|[Pp]resident|[Pp]remier|[Cc]hancellor|[Kk]ing|[Qq]ueen)\b"
_EQUAL = re.compile(
    rf"(?:[^.;:,“”\"A-Z]|,(?! who))[^.;:“”\"A-Z]{{0,60}}?\b(?:his|her) "
    rf"(?:{_LAND} (?:counterpart|opposite number)\b|(?:counterpart|opposite number) (?:from|in|of) {_LAND})"
)
_WITH = re.compile(
    r",? (?:and|with|met|meets|received|hosted|welcomed)(?: with)?(?: the)?(?: visiting)? ([A-Z]\w+(?: [A-Z]\w+)?)"
    rf" (?:[A-Za-z]+ ){{0,4}}?{_HEAD}"
)
_REACH = 110
_LEADING = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen"})


def settle_pairs(people: list[Person], doc: Document, lexicon: Lexicon, context: Context) -> None:
    """Give the other country to who stands beside an officer of the one; then to the others that are told so."""
    two = _two(doc, lexicon, context)
    for code, land in two.items():
        other = next(name for key, name in two.items() if key != code)
        beside = [p for p in people if p.nationality in ("", other) and _stands_beside(p, code, context)]
        for person in beside:
            _give(person, other)
        hosts = bool(beside) or _visits(code, context)
        if hosts and not any(_of(p, other) for p in people if p not in beside):
            _settle_others(people, other, land, doc, context)


def _two(doc: Document, lexicon: Lexicon, context: Context) -> dict[str, str]:
    """The two countries that an article is about, by their code; empty for more, or a report from elsewhere."""
    named = Counter(p.country for p in context.starts.values() if p.country and p.kind != "region")
    ranked = named.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and 2 * ranked[2][1] > ranked[1][1]):
        return {}
    two = {code: context.countries[code] for code, _ in ranked[:2] if code in context.countries}
    line = doc.article.dateline
    away = line is not None and country_of(line.country or line.place, lexicon) not in ("", *two)
    return {} if away or len(two) < 2 else two


def _visits(code: str, context: Context) -> bool:
    """`the visiting Norlandic minister`: the report is from the other country."""
    visits = _VISITS.finditer(context.text)
    return any(p.country == code for m in visits if (p := context.starts.get(m.start(1))))


_VISITS = re.compile(r"[Vv](?<!\w.)isiting ([A-Z]\w*) [A-Z]?[a-z]+")


def _stands_beside(person: Person, code: str, context: Context) -> bool:
    """Whether a holder of an open office is told together with an officer of the country `code`."""
    held = {turned(r.title) for r in person.readings if _open(r)}
    for mention in person.mentions if held else ():
        if mention.form == "pronoun":
            continue
        equal = _EQUAL.match(context.text, mention.end, mention.end + _REACH)
        met = None if equal else _WITH.match(context.text, mention.end, mention.end + _REACH)
        found = equal or met
        place = context.starts.get(found.start(equal.lastindex or 1 if equal else 1)) if found else None
        if place is None or place.country != code:
            continue
        if met is None or held & _LEADING or any(t.endswith(met.group(2).lower()) for t in held):
            return True
    return False


def _open(reading: Reading) -> bool:
    bare = not (reading.jurisdiction or reading.organization or reading.role or reading.status == "former")
    return bare and turned(reading.title).endswith(("minister", "president", "premier", "chancellor", "king"))


def _give(person: Person, land: str) -> None:
    for number, reading in enumerate(person.readings):
        if _open(reading):
            person.readings[number] = reading._replace(jurisdiction=land, inferred=True)


def _of(person: Person, land: str) -> bool:
    return any(r.jurisdiction == land and not r.inferred for r in person.readings)


def _settle_others(people: list[Person], land: str, theirs: str, doc: Document, context: Context) -> None:
    """Officers in sentences that do not name the one country, where all of it are told with it, and theirs is held."""
    marked = any(_of(p, theirs) for p in people)
    taken = {turned(r.title) for p in people for r in p.readings if r.jurisdiction == land}
    for person in people if marked else ():
        own = {turned(r.title) for r in person.readings if _open(r)}
        same = {turned(r.title) for p in people if p is not person for r in p.readings if _open(r)}
        if person.nationality not in ("", land) or not own or own & (taken | same):
            continue
        if not any(_names_other(r, land, doc, context) for r in person.readings if _open(r)):
            _give(person, land)


def _names_other(reading: Reading, land: str, doc: Document, context: Context) -> bool:
    number = doc.sentence_at(reading.start)
    return any(
        p.evidence.sentence == number and p.country and context.countries.get(p.country) != land
        for p in context.starts.values()
    )
