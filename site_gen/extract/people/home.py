"""Offices of state without a country take the one that the article is at home in, marked as inferred.

`President William Ruto` in a report from Nairobi about Kenya is the president of Kenya: where one country is spoken of
far more than any other, no other country stands in the sentence, and the country has such an office.
"""

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct

from site_gen.extract.names import UPPER
from site_gen.extract.people.beside import settle_beside
from site_gen.extract.people.ministries import settle_ministries
from site_gen.extract.people.pairs import settle_pairs
from site_gen.extract.people.reading import Context, Reading, is_open
from site_gen.extract.people.remits import turned
from site_gen.extract.people.roll import Person
from site_gen.extract.places import country_of, is_capital
from site_gen.lexicon import Lexicon
from site_gen.records import PlaceFinding
from site_gen.text.document import Document

_OF_BODY = re.compile(rf" of (?:the |[{UPPER}])")
_LEAST = 2
"""Mentions below which no country is the article's own."""
_DATELINE = 2
"""Mentions that a dateline from the country is worth."""


class _Home(Struct, frozen=True):
    code: str
    country: str
    beside: frozenset[str] = frozenset()
    """Countries told of together with it, where no dateline says from which of them the report is."""


def settle_home(people: list[Person], doc: Document, lexicon: Lexicon, context: Context) -> None:
    """Give the country to readings of state offices that name none; nothing where it is not sure."""
    _settle_sole(people, lexicon, context)
    settle_ministries(people, context)
    settle_pairs(people, doc, lexicon, context)
    settle_beside(people, context)
    home = _home(doc, lexicon, context)
    places = list(context.starts.values())
    if home is None:
        _settle_host(people, doc, lexicon, context)
        return
    parliaments = context.words.sets["of_parliaments"]
    titles = sorted({r.title.lower() for p in people for r in p.readings if is_open(r)})
    for title in titles:
        holders = [p for p in people if any(is_open(r) and r.title.lower() == title for r in p.readings)]
        held = any(_held(p, title, home.country) for p in people if p is not holders[0])
        if _anothers(title, home, people, lexicon, context):
            continue
        if len(holders) == 1 and not held and _exists(title, home.code, lexicon, context):
            _settle(holders[0], title, home, places, doc, context)
        elif _of_several(title, home, context) and (title in parliaments or _acts(doc, home, context)):
            for person in holders:
                _settle(person, title, home, places, doc, context)
    _settle_former(people, home, places, doc, context)


def _settle_former(
    people: list[Person], home: _Home, places: list[PlaceFinding], doc: Document, context: Context
) -> None:
    """`former finance minister X`: of the home, where nothing tells another; a former head of state may be a guest."""
    for person in people:
        for number, reading in enumerate(person.readings):
            title = turned(reading.title)
            bare = not (reading.jurisdiction or reading.organization or reading.role)
            fits = (
                bare
                and reading.status == "former"
                and title.endswith(" minister")
                and title != "prime minister"
            )
            if fits and person.nationality == "" and not _abroad(reading, home.code, places, doc):
                person.readings[number] = reading._replace(jurisdiction=home.country, inferred=True)


def _acts(doc: Document, home: _Home, context: Context) -> bool:
    """Whether the report is from the country, or tells of it more than once other than as where others met."""
    line = doc.article.dateline
    if line is not None and line.place:
        return True
    begins = [p.evidence.start for p in context.starts.values() if p.country == home.code]
    return sum(not _THERE.search(context.text, max(0, start - 6), start) for start in begins) >= _LEAST


_THERE = re.compile(r"\b(?:in|to|at|from) $")


def _of_several(title: str, home: _Home, context: Context) -> bool:
    """Whether a country has several at a time: members of its parliament, deputies of its ministers."""
    sets = context.words.sets
    if title in sets["of_parliaments"]:
        town = title.endswith("opposition leader") and _COUNCIL.search(context.text)
        return not (town or (title.endswith("speaker") and _of_state(home, context)))
    first, _, rest = title.partition(" ")
    deputy = first in sets["lesser"] and rest.endswith(("minister", "premier"))
    return deputy or title in sets["of_several"]


_COUNCIL = re.compile(
    r"\b(?:[Cc]ouncillors|[Cc]ouncil (?:leader|tax|meeting|chamber)|(?:city|town|borough) council)\b"
)
"""A report on a town, whose council has an opposition leader too."""


def _of_state(home: _Home, context: Context) -> bool:
    """Whether the article names a state of a federation: its assembly has a speaker too."""
    federal = home.code.lower() in context.words.sets["federations"]
    return federal and any(place.kind == "region" for place in context.starts.values())


def _settle_sole(people: list[Person], lexicon: Lexicon, context: Context) -> None:
    """`Chief Cabinet Secretary X`: an office that one country alone has, where the article names that country."""
    named = {place.country for place in context.starts.values()}
    for title, known in lexicon["offices"]["states"].items():
        codes = str(known.get("only", "")).split()
        if len(codes) != 1 or codes[0] not in named or codes[0] not in context.countries:
            continue
        for person in people:
            for number, reading in enumerate(person.readings):
                if is_open(reading) and reading.title.lower() == title:
                    land = context.countries[codes[0]]
                    person.readings[number] = reading._replace(jurisdiction=land, inferred=True)


def _settle_host(people: list[Person], doc: Document, lexicon: Lexicon, context: Context) -> None:
    """`President X received his Norlandic counterpart, Y` in a report from X's own country: the host holds the office.

    Of two countries that an article is about it is the one of the dateline, where the other has a holder named.
    """
    line = doc.article.dateline
    code = country_of(line.country or line.place, lexicon) if line else ""
    named = Counter(p.country for p in context.starts.values() if p.country and p.kind != "region")
    if not code or code not in [c for c, _ in named.most_common(2)] or code not in context.countries:
        return
    home = _Home(code, context.countries[code])
    for person in people:
        for title in sorted({r.title.lower() for r in person.readings if is_open(r)}):
            others = [
                p for p in people if p is not person and any(r.title.lower() == title for r in p.readings)
            ]
            abroad = [p for p in others if any(_held(p, title, land) for land in context.countries.values())]
            apart = others and others == abroad and not any(_held(p, title, home.country) for p in others)
            if apart and _exists(title, code, lexicon, context):
                _settle(person, title, home, [], doc, context)


def _home(doc: Document, lexicon: Lexicon, context: Context) -> _Home | None:
    codes = [place.country for place in context.starts.values() if place.country and place.kind != "region"]
    line = doc.article.dateline
    reported = country_of(line.country or line.place, lexicon) if line else ""
    codes += [reported] * _DATELINE if reported else []
    counted = Counter(codes).most_common(2)
    if not counted or (counted[0][1] < _LEAST and not _alone(doc.reading, context)):
        return None
    lead = _of_lead(doc, reported, context)
    if lead and lead in context.countries:
        return _Home(lead, context.countries[lead])
    code, most = counted[0]
    bodies = Counter(place.name for place in context.starts.values() if place.kind == "body")
    if reported != code and bodies and bodies.most_common(1)[0][1] >= most:
        return None  # a report on NATO, which helps one country
    other = counted[1][1] if len(counted) > 1 else 0
    if other == 1 and not reported and _is_aside(counted[1][0], doc.reading, context):
        other = 0
    clear = most >= 2 * other + (other > 0 and reported != code)
    if reported == code and other and counted_body(code, doc, context) < other:
        return None  # a report from a meeting abroad
    clear = clear or (
        reported == code and most - _DATELINE >= other and _is_seat(doc, code, lexicon, context)
    )
    if not clear or reported not in ("", code):
        return None
    if code not in context.countries:
        return None
    return _Home(code, context.countries[code], frozenset() if reported else _beside(doc, code, context))


def _of_lead(doc: Document, reported: str, context: Context) -> str:
    """The country of the dateline where the first sentence tells of it alone; empty for any other."""
    if not reported or doc.article.dateline is None:
        return ""
    begin = doc.article.dateline.span.end
    first = next((s for s in doc.sentences if s.end > begin), None)
    if first is None:
        return ""
    begin = max(begin, first.start)
    told = [
        p for at, p in context.starts.items() if begin <= at < first.end and p.country and p.kind != "region"
    ]
    own = {p.country for p in told if not _is_venue(p, doc.reading)}
    return reported if own == {reported} and not any(p.kind == "body" for p in told) else ""


def _is_aside(code: str, text: str, context: Context) -> bool:
    """`accounts held in Norland`: a country named once, as where things lie, at the end of a clause."""
    start, end = next(
        (p.evidence.start, p.evidence.end) for p in context.starts.values() if p.country == code
    )
    behind = text[end : end + 1] in (".", ",", ";") or text[end : end + 5] == " and "
    return behind and bool(_LIES.search(text, max(0, start - len("registered in ")), start))


_LIES = re.compile(r"\b(?:held|based|registered|kept|stored|bought|accounts|made|built|born|trained) in $")


def counted_body(code: str, doc: Document, context: Context) -> int:
    """How often a country is named behind the dateline."""
    line = doc.article.dateline
    begin = line.span.end if line is not None else 0
    places = context.starts.values()
    return sum(p.country == code and p.kind != "region" and p.evidence.start > begin for p in places)


def _beside(doc: Document, code: str, context: Context) -> frozenset[str]:
    """The countries of which a report says `Norland and Sudland` together with this one."""
    states = [place for _, place in sorted(context.starts.items()) if place.kind == "country"]
    pairs = (
        {one.country, other.country}
        for one, other in pairwise(states)
        if doc.reading[one.evidence.end : other.evidence.start] == " and "
    )
    return frozenset().union(*(pair - {code} for pair in pairs if code in pair))


def _anothers(title: str, home: _Home, people: list[Person], lexicon: Lexicon, context: Context) -> bool:
    """Whether an office may be one of a country told of together with the home: it has such, held by nobody named."""
    return any(
        _exists(title, code, lexicon, context)
        and not any(_held(p, title, context.countries[code]) for p in people)
        for code in home.beside & context.countries.keys()
    )


def _is_seat(doc: Document, code: str, lexicon: Lexicon, context: Context) -> bool:
    """Whether a report is from the country's capital, and tells of nobody's visit there.

    From another of its towns it is where the country is told of more than any other even without the dateline.
    """
    line = doc.article.dateline
    capital = line is not None and is_capital(line.place, lexicon)
    named = line is not None and line.place == context.countries.get(code)
    if not (capital or named) and line is not None:
        told = Counter(p.country for p in context.starts.values() if p.country not in ("", code))
        named = counted_body(code, doc, context) > max(told.values(), default=0)
    return (capital or named) and not _VISIT.search(doc.reading)


_VISIT = re.compile(r"\b(?:visit(?:s|ed|ing)?|arriv(?:e|es|ed|al)|trip|tour|flew in|summit|guest)\b")


def _alone(text: str, context: Context) -> bool:
    """Whether the only country is where things happen (`in Peru`), or whose a state's body is (`Peru's cabinet`)."""
    places = [p for p in context.starts.values() if p.country]
    if len(places) != 1 or places[0].kind != "country":
        return False
    start, end = places[0].evidence.start, places[0].evidence.end
    owned = text[end : end + 3] in ("'s ", "’s ")
    behind = text[end + 3 * owned :].split(maxsplit=2)[:2]
    state = not context.words.sets["of_a_state"].isdisjoint(word.strip(",.;").lower() for word in behind)
    within = text[max(0, start - 7) : start].split()
    return (state and (owned or places[0].rule == "adjective")) or within[-1:] in (["in"], ["In"], ["across"])


def _exists(title: str, code: str, lexicon: Lexicon, context: Context) -> bool:
    """Whether a country has the office, held by one person at a time."""
    states, title = lexicon["offices"]["states"], turned(title)
    last = title.rpartition(" ")[2]
    if last == "secretary" and not context.words.portfolios.isdisjoint((title[: -len(" secretary")],)):
        known = states.get(title) or states["secretary"]
    else:
        known = states.get(title) or (states["minister"] if last == "minister" else {"only": ""})
    return code in known["only"].split() if "only" in known else code not in known["not"].split()


def _held(person: Person, title: str, country: str) -> bool:
    return any(
        r.title.lower() == title and r.jurisdiction == country and r.status == "current"
        for r in person.readings
    )


def _of_it(reading: Reading, code: str, context: Context) -> bool:
    """Whether `its president` may be a firm's: nothing tells that `it` is the country. A minister is never a firm's."""
    text, begin = context.text, reading.start
    if not text.startswith(_ITS, begin):
        begin -= len("its ")
    if reading.title.lower().endswith(("minister", "premier")) or not text.startswith(_ITS, max(0, begin)):
        return False
    place = context.ends.get(begin - len(" and "))
    dot = text.rfind(". ", 0, begin - 2)
    opens = max(dot + len(". ") if dot >= 0 else 0, text.rfind("\n", 0, begin - 2) + 1)
    opens += len(text[opens:begin]) - len(text[opens:begin].lstrip())  # a dateline is blank here
    line = context.starts.get(opens)
    return code not in {p.country for p in (place, line) if p is not None}


_ITS = ("its ", "Its ")


def _settle(
    person: Person, title: str, home: _Home, places: list[PlaceFinding], doc: Document, context: Context
) -> None:
    if person.nationality not in ("", home.country) or _beside_theirs(person, title, home, context):
        return
    for number, reading in enumerate(person.readings):
        if not is_open(reading) or reading.title.lower() != title or _of_body(person, reading, doc.reading):
            continue
        if _of_it(reading, home.code, context):
            continue
        if not _abroad(reading, home.code, places, doc):
            person.readings[number] = reading._replace(jurisdiction=home.country, inferred=True)


def _beside_theirs(person: Person, title: str, home: _Home, context: Context) -> bool:
    """`Energy Minister X and Norland's water minister`, `X and his Norlandic counterpart`: X is of another country."""
    last = title.rpartition(" ")[2]
    for mention in person.mentions:
        beside = _BESIDE.match(context.text, mention.end, mention.end + 90)
        place = context.starts.get(beside.start(1)) if beside else None
        if (
            beside
            and place
            and place.country == home.code
            and beside.group(2).lower() in ("counterpart", last)
        ):
            return True
    return False


_BESIDE = re.compile(
    r",? (?:and|with|met|received) (?:[Hh]is |[Hh]er |their )?([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)? (?:[a-z]+ ){0,2}?"
    r"(counterpart|minister|president|chancellor|premier)\b"
)


def _of_body(person: Person, reading: Reading, text: str) -> bool:
    """`President X of the bank`."""
    return any(m.start == reading.start and _OF_BODY.match(text, m.end) for m in person.mentions)


def _abroad(reading: Reading, code: str, places: list[PlaceFinding], doc: Document) -> bool:
    """Whether another country stands in the same sentence, and not only in what the officer says there."""
    number = doc.sentence_at(reading.start)
    says = _SAYS.search(doc.reading, reading.end, doc.sentences[number].end) if number >= 0 else None
    stop = says.end() if says else len(doc.reading)
    return any(
        p.country not in ("", code)
        and p.evidence.start < stop
        and p.evidence.sentence == number
        and not _is_venue(p, doc.reading)
        and not _THEIR_EQUAL.match(doc.reading, p.evidence.end)
        for p in places
    )


_SAYS = re.compile(r"\b(?:said|says|warned|added|argued|estimated|complained) that\b")
"""`Lawmaker X said that Norland had paid`."""
_THEIR_EQUAL = re.compile(r" (?:counterpart|colleague|opposite number)\b")
"""`with her Norlandic counterpart`: of another country than hers."""


def _is_venue(place: PlaceFinding, text: str) -> bool:
    """`reached in Paris`: where something was done."""
    start = place.evidence.start
    there = place.kind == "city" and text.endswith((" in ", "In "), 0, start)
    return there or bool(
        _GOES_TO.search(text, max(0, start - len("postponed his official journey to ")), start)
    )


_GOES_TO = re.compile(r"\b(?:trip|visit|journey|tour|flight|travel) to (?:the )?$")
"""`cancelled a trip to Lima`: where somebody is no officer."""
