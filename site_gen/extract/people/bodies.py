"""Bodies that an article names once in full: their acronyms, and `the court` for the court it has named."""

import re

from site_gen.extract.people.body_names import PROPER, without_people
from site_gen.extract.people.called_bodies import settle_called
from site_gen.extract.people.courts import of_court
from site_gen.extract.people.firms import of_firm
from site_gen.extract.people.namings import Namings, settle_named
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person
from site_gen.records import PlaceFinding

_DEFINED = re.compile(
    r"((?:[A-Z][\w’'-]+ )(?:(?:[A-Z][\w’'-]+|of|for|and|the|on|in) ){0,8}[A-Z][\w’'-]+) \(([A-Z][A-Za-z&]{0,8}[A-Z])\)"
)
_WHOSE = re.compile(r"\b[Tt]he ([a-z]+)['’]s ")
_NAMED_AND_OF = re.compile(r" ?(?:[A-Z][\w.’'-]+ ){1,4}of the ([a-z]+)\b")
_NAMED = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|for|the) ){0,2}[A-Z][\w’'-]+)+")
_CENTRAL = re.compile(r" central bank\b")
_BANK = re.compile(
    r"\b(?:(?:The )?(?:(?:Reserve|National|Central|State|People['’]s) )?Bank of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?"
    r"|(?:[A-Z]\w+ )?National Bank|[A-Z]\w+ (?:Reserve|Central) Bank|Norges Bank|Riksbank|Federal Reserve)\b"
)
_ITS = re.compile(r"[Ii]ts ")
_NEAR, _FAR, _BACK = 24, 90, 1500


def settle_bodies(people: list[Person], context: Context) -> None:
    """Give readings the full names of their bodies, where the article has them."""
    full = _acronyms(context.text)
    namings = Namings(context, people)
    for person in people:
        for number, told in enumerate(person.readings):
            reading = person.readings[number] = settle_called(_not_told_to(told, context), context, namings)
            if reading.organization in full and reading.organization not in context.words.body_full:
                person.readings[number] = reading._replace(organization=full[reading.organization])
            elif name := _written_out(reading.organization, context):
                person.readings[number] = reading._replace(organization=name)
            elif not (reading.organization or reading.jurisdiction):
                settled = _of_the(reading, context)
                settled = settled if settled.organization else _at_its(settled, context)
                settled = settled if settled.organization else of_court(_of_bank(reading, context), context)
                settled = settled if settled.organization else _by_noun(settled, context, namings)
                settled = settled if settled.organization else _by_employer(settled, context)
                bound = settled.organization or settled.jurisdiction
                person.readings[number] = (
                    settled if bound else _of_its_firm(settled, people, context, namings)
                )


def _by_noun(reading: Reading, context: Context, namings: Namings) -> Reading:
    """`federation spokesman X`: of the one federation that the article names."""
    ahead = _NOUN.search(context.text, max(0, reading.start - _NEAR), reading.start)
    noun = ahead.group(1).lower() if ahead else ""
    if noun not in context.words.sets["plain_bodies"]:
        return reading
    told = settle_named(reading._replace(organization=noun), namings)
    return told if told.organization != noun else reading


_NOUN = re.compile(r"\b([A-Za-z][a-z]+) $")


def _by_employer(reading: Reading, context: Context) -> Reading:
    """`Norma named X, a banker, as chief executive`, `The company, Norma, said X will be`: who opens the sentence."""
    if reading.title.lower() not in context.words.sets["of_firms"] or reading.jurisdiction:
        return reading
    begin = max(context.text.rfind(end, 0, reading.start) for end in (". ", "\n"))
    opens = _EMPLOYER.search(context.text, max(begin, 0), reading.start)
    if opens is None or opens.start() in context.starts:
        return reading
    body = (opens.group(1) or opens.group(2)).removeprefix("The ").rstrip(".")
    return reading if context.words.is_given(body.split(" ")[0]) else reading._replace(organization=body)


_EMPLOYER = re.compile(
    rf"(?<![\w’'-])(?:(?!\w+day\b)({PROPER})(?: on [A-Z][a-z]+day)?(?: has| had)?"
    r" (?:named|appointed|hired|picked|promoted|tapped|chose) "
    rf"|The [a-z]+, ({PROPER}), said )"
)


def _of_its_firm(reading: Reading, people: list[Person], context: Context, namings: Namings) -> Reading:
    """`Chief executive X said`: of the firm that stands out, or of the only one that the article calls a firm."""
    settled = of_firm(reading, people, context)
    if (
        settled.organization
        or _ITS.match(context.text, settled.start)
        or settled.title.lower() not in context.words.sets["of_firms"]
    ):
        return settled
    return settled._replace(organization="" if settled.status == "former" else namings.called("company"))


def _written_out(short: str, context: Context) -> str:
    """`SNB` where the article names the Swiss National Bank: the one body with these initials; empty for none."""
    if not (short.isupper() and short.isalpha() and len(short) > 2) or short in context.words.body_full:
        return ""
    named = {m.group().removeprefix("The ") for m in _NAMED.finditer(context.text)}
    fits = {n for n in named if "".join(w[0] for w in n.split() if w[0].isupper()) == short}
    return fits.pop() if len(fits) == 1 else ""


def _not_told_to(reading: Reading, context: Context) -> Reading:
    """`the agency's director of navigation told the Journal`: a newspaper that was told is not whose director it is."""
    told = f"told the {reading.organization}"
    heard = reading.organization and told in context.text[reading.start : reading.start + _FAR]
    return reading._replace(organization="") if heard else reading


def _of_bank(reading: Reading, context: Context) -> Reading:
    """`Governor X`, `the bank's deputy governor`: of the one central bank that the article has named before."""
    if reading.title.lower() not in context.words.sets["of_banks"] or reading.status == "former":
        return reading
    text = context.text[max(0, reading.start - _BACK) : reading.start]
    offset = max(0, reading.start - _BACK)
    names = {m.group().removeprefix("The ") for m in _BANK.finditer(text)}
    lands = {
        place.name
        for match in _CENTRAL.finditer(text)
        if (place := _land(offset + match.start(), context)) is not None
    }
    if len(names) > 1 and len(lands) == 1:
        own = {name for name in names if name.endswith(f" of {min(lands)}")}
        names = own or names  # of two banks the one of the country whose central bank it is
    if len(names) == 1 and len(lands) <= 1 and not _other_side(min(names), text):
        return reading._replace(organization=names.pop())
    return (
        reading._replace(jurisdiction=lands.pop(), inferred=True)
        if len(lands) == 1 and not names
        else reading
    )


def _other_side(name: str, text: str) -> bool:
    """`an arrangement with the Reserve Bank of India`: the other bank, and not the one of which the text tells."""
    return f"with the {name}" in text and f"he {name}" not in text.replace(f"with the {name}", "")


def _land(at: int, context: Context) -> PlaceFinding | None:
    """The country right before `central bank`: `Serbia's`, `Serbian`."""
    place = next((p for back in (0, 2, 1) if (p := context.ends.get(at - back)) is not None), None)
    return place if place is not None and place.kind == "country" else None


def _acronyms(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text) if "(" in text else ():
        name, short = match.group(1).removeprefix("The "), match.group(2)
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if _spelled(short.upper(), initials):
            found.setdefault(short, name)
    return found


def _spelled(short: str, initials: str) -> bool:
    """Whether the letters of an acronym are the initials, in order, the first one included."""
    left = iter(initials)
    return short[0] == initials[0] and all(letter in left for letter in short)


def _of_bloc(reading: Reading, context: Context) -> Reading:
    """`the bloc's foreign policy chief`: of the body of states that the article named last."""
    before = [
        p for at, p in context.starts.items() if at < reading.start and p.kind == "body" and p.rule == "body"
    ]
    last = max(before, key=lambda place: place.evidence.start, default=None)
    return reading._replace(organization=last.name) if last else reading


def _of_title(reading: Reading, context: Context) -> str:
    """`Assembly Speaker X` of the one Assembly named, `Competition Commissioner X` of the European Commission."""
    first, _, last = reading.title.partition(" ")
    if last == "Commissioner" and first.lower() in context.words.sets["eu_remits"]:
        return _EU if _EU in context.text else ""
    if first not in context.words.bodies or last not in _CHAIRS:
        return ""
    if own := _in_lower_case(first.lower(), reading, context):
        return own
    names = {
        without_people(m.group().removeprefix("The "), context.words)
        for m in _NAMED.finditer(context.text)
        if first in m.group().split()
    }
    names = {n for n in names if n.startswith(f"{first} of") or n.endswith(f" {first}")}
    return names.pop() if len(names) == 1 else ""


def _in_lower_case(noun: str, reading: Reading, context: Context) -> str:
    """`The council of Lund University met. Council chairman X`, `the train drivers' union`: a body without a name."""
    before = context.text[: reading.start]
    of = re.findall(rf"\b[Tt]he ({noun} of (?:the )?{PROPER})", before)
    workers = re.findall(rf"\b(?:(?!the|its|and)[a-z]+ )?[a-z]+s['’] {noun}\b", before)
    return str((of or workers or [""])[-1])


_AT = re.compile(
    r"(?:^|[.\n”\"] ?)At (?:the )?((?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+), (?:the )?(?:acting |interim )?$"
)


_UNDER = re.compile(
    r"((?:[A-Z][\w’'-]+ )(?:(?:[A-Z][\w’'-]+|of|for|and|the) ){0,6}[A-Z][\w’'-]+),?"
    r" (?:under|led by|headed by|run by|directed by) (?:its )?(?:then )?$"
)


def _at_its(reading: Reading, context: Context) -> Reading:
    """`At Brae School, head teacher X has sent the pupils home`, `the Rail Board, under then-Chairman X, said no`."""
    begin = max(0, reading.start - _FAR)
    found = _UNDER.search(context.text, begin, reading.start) or _AT.search(
        context.text, begin, reading.start
    )
    last = found.group(1).rsplit(" ", 1)[-1] if found else ""
    known = last in context.words.bodies or last.lower() in context.words.sets["headed_things"]
    body = re.split(r"['’]s ", found.group(1).removeprefix("The "))[-1] if found and known else ""
    return reading._replace(organization=body) if body else reading


_EU = "European Commission"
_CHAIRS = frozenset({"Speaker", "President", "Chair", "Chairman", "Chairwoman", "Secretary", "Chief", "Head"})


def _of_the(reading: Reading, context: Context) -> Reading:
    """`the court's president`, `director X of the zoo`: of the court or zoo that the article named last before."""
    text = context.text
    if body := _of_title(reading, context):
        return reading._replace(organization=body)
    match = _WHOSE.search(text, max(0, reading.start - _NEAR), reading.start + _NEAR)
    match = match or _NAMED_AND_OF.match(text, reading.end)
    if match and match.group(1) == "bloc":
        return _of_bloc(reading, context)
    noun = match.group(1).capitalize() if match else ""
    if noun not in context.words.bodies:
        return reading
    before = text[max(0, reading.start - _BACK) : reading.start]
    named = [m.group() for m in _NAMED.finditer(before) if noun in m.group().split()]
    return reading._replace(organization=named[-1].removeprefix("The ")) if named else reading
