"""Bodies that an office is told of by another word: `its leader`, `the agency's director`, `the head of the Fund`."""

import re
from functools import cache
from itertools import islice

from site_gen.extract.names import UPPER
from site_gen.extract.people.body_names import without_people
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.namings import Namings, common_noun, kind_of, settle_named, thing_meant
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.records import PlaceFinding
from site_gen.text.lists import joined

_NAMED = re.compile(
    rf"\b[{UPPER}][\w-]*[’']?s?[’']?(?: (?:(?:of the|for the|of|for|and) )?[{UPPER}][\w-]*[’']?s?[’']?)*(?<![’'])"
)
_WHOSE = re.compile(r"\b(?:[Tt]he|[Ii]ts) (?:[a-z]+ )?([a-z]+)['’]s (?:new |acting |former |long-time )?$")
_ITS = re.compile(r"\b(?:its|Its) (?:new |acting |former |long-time )?$")
_ONE = re.compile(r"\b(?:[Aa]n?|through) $")
_WITHIN = re.compile(r"['’]s ((?:[a-z]+ )?(?:delegation|negotiating team|mission|team))\b")
_NAMELESS = re.compile(r"\b[Tt]he ([a-z]+)\b(?! (?:party|group|alliance|bloc|movement|coalition|[A-Z]))")
_SHORT = re.compile(r"\b[Tt]he (?:[a-z]+ ){0,3}([a-z]+),? \(?([A-Z]{2,8})\b")
"""`The transport safety committee, KNKX.`"""
_CLAUSE = re.compile(r"[.!?][”\"’']?\s")
_NEAR, _BACK, _LONG, _LINE = 40, 1500, 60, 300
_MENTIONS = 50
"""Places in which a longer name is looked for."""


def settle_called(reading: Reading, context: Context, namings: Namings) -> Reading:
    """The reading with the body that the article has named before; as it was where none is sure."""
    reading = _of_a_party_to_talks(reading, context)
    if reading.jurisdiction:
        return reading
    if reading.organization:
        return settle_named(reading._replace(organization=_in_full(reading, context)), namings)
    body = _owner(reading, context, namings) if not _of_a_state(reading, context) else ""
    return reading._replace(organization=body) if body else reading


def _of_a_party_to_talks(reading: Reading, context: Context) -> Reading:
    """`the head of the Fund's delegation`: of the delegation, and not of the Fund."""
    within = _WITHIN.match(context.text, reading.end, reading.end + _LONG)
    if within is None or reading.title not in ("Head", "Leader", "Chief", "Deputy Head"):
        return reading
    title = f"{reading.title} of {title_case(within.group(1).split())}"
    return reading._replace(title=title, end=within.end())


def _of_a_state(reading: Reading, context: Context) -> bool:
    low = reading.title.lower()
    return low.endswith("minister") or (low in context.words.state_titles and low != "president")


def _in_full(reading: Reading, context: Context) -> str:
    """`the Fund`, `Norland`: the one longer name in the article that it is the end, or the beginning, of.

    What begins with a firm's name may be a part of it (`Norland Web Services`): only words for whole firms count.
    """
    short, bodies, sets = reading.organization, context.words.bodies, context.words.sets
    firms = joined(sets["whole_firms"], sets["firm_lasts"])
    known = short in context.words.body_full or short in context.words.body_names
    if " " in short or not short[:1].isupper() or short.isupper() or known:
        return short
    ends = short in bodies
    fits: set[str] = set()
    for match in islice(re.finditer(rf"\b{re.escape(short)}\b", context.text), _MENTIONS):
        for name in (part for whole in _around(match.start(), context) for part in _sides(whole, short)):
            words = name.split()
            if len(words) > 1 and (
                words[-1] == short if ends else words[0] == short and words[-1].lower() in firms
            ):
                fits.add(name)
    return (
        fits.pop() if len(fits) == 1 else (short if ends or fits else _introduced(reading, context) or short)
    )


def _sides(name: str, short: str) -> list[str]:
    """`Norland Cells and Vesper Power`: two firms, where the second begins with a name of its own."""
    return (
        [part for part in name.split(" and ") if part.split()[0] == short]
        if name.startswith(f"{short} ")
        else [name]
    )


def _introduced(reading: Reading, context: Context) -> str:
    """`Norland Cells said ... Norland's president`: the one longer name, with which the text names the firm first."""
    short, words = reading.organization, context.words
    longer: list[tuple[int, str]] = []
    alone = len(context.text)
    for match in islice(re.finditer(rf"\b{re.escape(short)}\b", context.text), _MENTIONS):
        line = context.text[match.start() : match.start() + _LINE].partition("\n")[0]
        if len(line) < _LINE and "." not in line:
            continue  # a heading
        named = (part for name in _around(match.start(), context) for part in name.split(" and "))
        names = [n for n in named if n.startswith(f"{short} ")]
        firm = [n for n in names if not _says_more(n, words)]
        longer += [(match.start(), n) for n in firm]
        alone = min(alone, len(context.text) if names else match.start())
    told = {name for _, name in longer}
    return told.pop() if len(told) == 1 and longer[0][0] < min(alone, reading.start) else ""


def _says_more(name: str, words: Vocabulary) -> bool:
    """`Norland Workers' Union`, `Norland Chief Executive`: another body, or an office."""
    said = name.split()
    another = said[-1] in words.bodies and said[-1].lower() not in words.sets["whole_firms"]
    office = any(word.lower() in words.heads or word.lower() in words.modifiers for word in said[1:-1])
    return another or office or len(said) > 3 or "'" in name or "’" in name or said[-1].lower() in words.heads


def _around(at: int, context: Context) -> list[str]:
    """The names in capitals that hold a place."""
    begin = max(context.text.rfind("\n", 0, at) + 1, at - _LONG)
    found = (m for m in _NAMED.finditer(context.text, begin, at + _LONG))
    names = [m.group()[_owner_long(m.group(), at - m.start()) :] for m in found if m.start() <= at < m.end()]
    return [name.partition("-based ")[2] or name.removeprefix("The ") for name in names]


def _owner_long(name: str, at: int) -> int:
    """How long the possessive right before a place in a name is: `Norland's ` of `Norland's Delta Works`."""
    return at if name[:at].endswith(("'s ", "’s ")) else 0


def _owner(reading: Reading, context: Context, namings: Namings) -> str:
    """The body that `its` or `the party's` before the office means."""
    text = context.text
    head = text.lower().find(reading.title.split()[0].lower(), reading.start, reading.end + 1)
    begin = head if head >= 0 else reading.start
    whose = _WHOSE.search(text, max(0, begin - _NEAR), begin)
    if whose is not None:
        kinds = _kinds(context).get(whose.group(1), frozenset())
        named = _named_last(whose.start(), kinds, context) if kinds else ""
        noun = whose.group(1)
        named = named or namings.called(noun) or thing_meant(noun, context)
        return named or kind_of(noun, whose.start(), context)
    its = _ITS.search(text, max(0, begin - _NEAR), begin)
    if its is None and reading.title.startswith("Spokes"):
        its = _ONE.search(
            text, max(0, begin - _NEAR), begin
        )  # `said through a spokesman, X`, `through spokesman X`
    return _in_the_sentence_before(its.start(), context, namings) if its else ""


def _named_last(at: int, kinds: frozenset[str], context: Context) -> str:
    """The last name before a place with a word that such a body's name has."""
    begin = max(0, at - _BACK)
    fits = [
        m.group().removeprefix("The ")
        for m in _NAMED.finditer(context.text, begin, at)
        if " " in m.group() and not kinds.isdisjoint(m.group().split())
    ]
    return without_people(fits[-1], context.words) if fits else ""


def _in_the_sentence_before(at: int, context: Context, namings: Namings) -> str:
    """The one body that the sentence before a quotation, or the part of the sentence before, names."""
    text, lie = context.text, context.words.sets["landscape"]
    for begin, end in _stretches(text, at):
        sides = _NAMELESS.findall(text[begin:end])
        if not context.words.sets["nameless_sides"].isdisjoint(sides):
            return ""  # `for the opposition its leader`
        places = [p for start, p in context.starts.items() if begin <= start < end and p.kind != "city"]
        bodies = context.words.bodies
        named = {
            m.group().removeprefix("The ")
            for m in _NAMED.finditer(text, begin, end)
            if " " in m.group()
            and m.group().split()[-1] in bodies
            and not lie & {m.group().split()[-1].lower()}
        }
        if named or places:
            sole = len(named) == 1 and not places
            body = named.pop() if sole else _opening_body(begin, places, context)
            return body or namings.subject(begin, end)
        if (short := _SHORT.search(text, begin, end)) and short.group(1) in context.words.sets[
            "plain_bodies"
        ]:
            return short.group(2)
        if said := namings.subject(begin, end):
            return said
        if noun := common_noun(begin, end, context):
            return namings.called(noun) or thing_meant(noun, context)
    return ""


def _opening_body(begin: int, places: list[PlaceFinding], context: Context) -> str:
    """`ECOWAS, which left Norland, met. Its president`: the body, of states or of a country, that opens the stretch."""
    first = min(places, key=lambda place: place.evidence.start, default=None)
    if first is None or context.text[begin : first.evidence.start].strip() not in ("", "The"):
        return ""
    if first.kind == "country" and (owned := _OF_LAND.match(context.text, first.evidence.end)):
        known = owned.group(1) in joined(context.words.sets["plain_bodies"], context.words.sets["firms"])
        return context.text[first.evidence.start : owned.end()] if known else ""
    return first.name if first.kind == "body" and sum(place.kind == "body" for place in places) == 1 else ""


_OF_LAND = re.compile(r"['’]s (?:[a-z-]+ ){1,3}?([a-z]+)\b(?=[,;]| [a-z]+(?:ed|s|id)\b)")
"""`Norland's space agency, which landed a probe`."""


def _stretches(text: str, at: int) -> list[tuple[int, int]]:
    """The sentence up to a place, and the one before it."""
    begin = max(0, at - 400)
    ends = [begin, *(m.end() for m in _CLAUSE.finditer(text, begin, at))]
    return [(ends[-1], at)] + ([(ends[-2], ends[-1])] if len(ends) > 1 else [])


@cache
def _called(line: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in line:
        word, _, kind = pair.partition(" ")
        found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _kinds(context: Context) -> dict[str, frozenset[str]]:
    """`agency` -> Authority, Administration: the words of a name by what the body is called later."""
    return _called(context.words.sets["called_bodies"])
