"""Whose an office is that a pronoun or `whose` leaves open: the body or the country named before."""

import re
from functools import cache

from site_gen.extract.names import UPPER
from site_gen.extract.people.body_names import without_people
from site_gen.extract.people.casing import title_case, unowned
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading, owner
from site_gen.extract.people.roles import is_envoy
from site_gen.extract.people.vocabulary import without_head
from site_gen.records import PlaceFinding
from site_gen.text.lists import joined

REACH = 110
PROPER = re.compile(rf"[{UPPER}][\w’'-]*(?: (?:of |for |and |& )?[{UPPER}][\w’'-]*)+")
_OWNER = re.compile(rf"{PROPER.pattern}$|[{UPPER}][\w’'-]+$")
_PLAIN = re.compile(  # `The science committee will meet, its chair, X, said`
    r"\b[Tt]he ((?:[a-z]+ ){1,3}[a-z]+)\b(?= (?:will|would|has|had|is|was|[a-z]+(?:ed|s))\b)"
)


def with_its_owner(reading: Reading, begin: int, end: int, context: Context) -> Reading:
    """`Norges Bank is ready, its governor, X, said`: the body named last before."""
    if reading.jurisdiction or reading.organization:
        return reading
    text = context.text
    if is_envoy(reading.title.partition(" in ")[0].split(" "), context.words):
        return reading._replace(jurisdiction=_sender(begin, context))
    if reading.title.lower().endswith(_GOVERNS) and (land := _sender(begin, context)):
        return reading._replace(jurisdiction=land)
    said = text[max(text.rfind(". ", 0, end), text.rfind("\n", 0, end), end - REACH, 0) : end].split()
    if not context.words.sets["nameless_sides"].isdisjoint(said):
        return reading
    begin = max(text.rfind(". ", 0, max(0, begin - 2)), begin - REACH, 0)
    bodies = context.words.bodies
    named = [m for m in PROPER.finditer(text, begin, end) if any(w in bodies for w in m.group().split(" "))]
    named = [m for m in named if not m.group().startswith(("A ", "An "))]  # `A Coast Guard ship`
    lie = context.words.sets["landscape"]
    named = [m for m in named if m.group().rpartition(" ")[2].lower() not in lie]
    own = max(text.rfind(". ", begin, end - len(". ")) + 2, begin)
    plain = [m.group(1) for m in _PLAIN.finditer(text, own, end)]
    chamber = plain and plain[-1].rpartition(" ")[2] in context.words.sets["plain_bodies"]
    if chamber and not any(m.start() >= own for m in named):
        if reading.title == "Minister" and plain[-1].endswith(" ministry"):
            return reading._replace(title=title_case([*plain[-1].split()[:-1], "minister"]))
        return reading._replace(organization=plain[-1])
    body = without_head(unowned(named[-1].group()).removeprefix("The "), context.words) if named else ""
    body = (
        without_people(body, context.words) or _by_role(own, end, context) or _sole_body(begin, end, context)
    )
    return reading._replace(organization=body) if body else reading


def _by_role(begin: int, end: int, context: Context) -> str:
    """`The owner, Calwen Lines, will pay, its president, X, said`: who a sentence says is an owner or operator."""
    sets = context.words.sets
    told = _role_shape(sets["firm_roles"] | sets["owner_roles"]).search(context.text, begin, end)
    return unowned(told.group(1) or told.group(2)) if told else ""


@cache
def _role_shape(roles: frozenset[str]) -> re.Pattern[str]:
    nouns, name = "|".join(sorted(roles)), rf"{PROPER.pattern}|[{UPPER}][\w’'-]+"
    return re.compile(
        rf"\b(?:{nouns}), ({name})(?=,)|\b({name}), (?:the|an?) (?:[a-z-]+ ){{0,3}}(?:{nouns})\b"
    )


def _sole_body(begin: int, end: int, context: Context) -> str:
    """`The bloc NAFU welcomed it. Its president, X`: the one body of states named there; empty for none, or more."""
    named = {p.name for at, p in context.starts.items() if begin <= at < end and p.kind == "body"}
    return named.pop() if len(named) == 1 else ""


_GOVERNS = ("minister", "premier")
"""`Norland trades with the bank. Its finance minister, X`: no body has one."""
_OF_ITS = re.compile(rf"([{UPPER}]\w+['’]s (?:[a-z-]+ ){{0,2}}([a-z]+))$")
"""`Norland's rail operator, whose chief, X`."""
_PLAIN_BODY = re.compile(r"\b[Tt]he ((?:[a-z-]+s?['’]?s? ){1,3}([a-z]+))$")
"""`The telephone workers' union, whose secretary general is X`."""


def read_whose(begin: int, end: int, stop: int, context: Context) -> Reading | None:
    """`Orca Petroleum, whose chief executive, X`: an office of the body before `whose`, which begins and ends there."""
    reading = read_phrase(end + 1, stop, context)
    if reading is None or reading.end != stop or not context.text.endswith(", ", 0, begin):
        return None
    place = context.ends.get(begin - 2)
    if place is not None:
        return _of_place(reading, place)
    owner = _OWNER.search(context.text, max(0, begin - REACH), begin - 2)
    if owner is None:
        led = _OF_ITS.search(context.text, max(0, begin - REACH), begin - 2)
        led = led or _PLAIN_BODY.search(context.text, max(0, begin - REACH), begin - 2)
        known = joined(context.words.sets["firms"], context.words.sets["plain_bodies"])
        named = led is not None and led.group(2) in known
        return reading._replace(organization=led.group(1)) if led and named else reading
    thing, of, name = owner.group().removeprefix("The ").partition(" of ")
    return reading._replace(
        organization=name if of and thing not in context.words.bodies else thing + of + name
    )


def _of_place(reading: Reading, place: PlaceFinding) -> Reading:
    """`Norland, whose premier`; `the World Bank, whose mission chief for Norland`: where that one works."""
    if place.kind != "body":
        return reading._replace(jurisdiction=place.name)
    area = f" for {reading.jurisdiction}" if reading.jurisdiction else ""
    return reading._replace(title=reading.title + area, organization=place.name, jurisdiction="")


def _sender(begin: int, context: Context) -> str:
    """`Peru protested. Its ambassador`: the country, or its capital, that opens the sentence before; empty for none."""
    text = context.text
    stop = max(0, begin - 2)
    dot = text.rfind(". ", 0, stop)
    opens = max(dot + len(". ") if dot >= 0 else 0, text.rfind("\n", 0, stop) + 1)
    opens += text[opens] == " "  # a line break may be two signs
    place = context.starts.get(opens)
    return owner(place, context)[0] if place is not None and place.kind != "body" else ""
