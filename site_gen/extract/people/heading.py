"""Offices told by what somebody does: `X runs the agency`, `X presides over the council`, `X, who is in charge of`."""

import re

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.phrase import body_at
from site_gen.extract.people.reading import Context, Reading
from site_gen.text.lists import joined

_VERB = re.compile(r",? (?:who )?(?:now |also |currently )?([a-z-]+) (?=(?:the|this|its|an?) |[A-Z])")
_OVER = re.compile(
    r",? (?:who )?(?:now |also |has )?(?P<verb>presides|presided) over (?:the |a )?"
    rf"(?:(?P<bench>(?:[a-z]+-)?(?:judge )?(?:bench|panel|trial|court|hearing|proceedings|case)\b)|(?P<body>{PROPER}))"
)
_CHARGE = re.compile(
    r",? who (?P<was>is|was) (?:now |then )?(?:in charge of|at the head of|at the helm of) (?=(?:the|this|its) |[A-Z])"
)
_FIELD = re.compile(
    r",? (?:who )?(?P<was>is|was) (?:now |then )?(?:in charge of|responsible for)"
    r" (?P<field>(?!the |this |its |an? )[a-z-]+(?: [a-z-]+)?) at (?=the |[A-Z])"
)
"""`who is in charge of drilling at Norma`."""
_THING = re.compile(r"(?:the|this|its) ((?:[a-z-]+ ){0,2}([a-z]+))\b")
_SPEAKS = re.compile(r", speaking (?:for|on behalf of) (?=(?:the )?[A-Z])")
_YEARS = re.compile(r" (?:from|between|until|till) (?:[A-Z][a-z]+ )?\d{4}")
_LONG = 80


def heads_it(end: int, context: Context) -> Reading | None:
    """The office that the clause behind a name tells; None where it tells none."""
    text = context.text
    if over := _OVER.match(text, end, end + _LONG):
        return _presides(over)
    if field := _FIELD.match(text, end, end + _LONG):
        return _of_field(field, context)
    if speaks := _SPEAKS.match(text, end, end + 40):
        found = body_at(speaks.end(), speaks.end() + _LONG, context)
        return Reading("Spokesperson", *found[:2], "current", end + len(", "), found[2]) if found else None
    if charge := _CHARGE.match(text, end, end + _LONG):
        return _of_thing("Head", charge.start(), charge.end(), charge.group("was") == "was", context)
    verb = _VERB.match(text, end, end + 40)
    title = context.words.heading.get(verb.group(1)) if verb else None
    if verb is None or title is None:
        return None
    past = verb.group(1).endswith("ed") or verb.group(1) in ("led", "ran")
    return _of_thing(title, verb.start(1), verb.end(), past, context)


def _of_field(field: re.Match[str], context: Context) -> Reading | None:
    found = body_at(field.end(), field.end() + _LONG, context)
    title = f"Head of {title_case(field.group('field').split())}"
    return (
        _told(title, *found[:2], field.start(), found[2], field.group("was") == "was", context)
        if found
        else None
    )


def thing_in(at: int, context: Context) -> str:
    """`the air wing in Lund`: what is headed, and not where it is; empty for none."""
    thing = _THING_IN.match(context.text, at, at + _LONG)
    return thing.group(1) if thing else ""


_THING_IN = re.compile(r"(?:the |its |an? )((?:[a-z-]+ ){0,2}[a-z-]+) (?:in|at|near) (?=[A-Z])")


def _presides(over: re.Match[str]) -> Reading:
    title = "Presiding Judge" if over.group("bench") else "President"
    body = (over.group("body") or "").rstrip(".")
    return Reading(title, "", body, "current", over.start("verb"), over.end())


def _of_thing(title: str, start: int, at: int, past: bool, context: Context) -> Reading | None:
    """`the programme`, `this centre`, `the Harbour Board`: what can have a head."""
    thing = _THING.match(context.text, at, at + _LONG)
    if thing is not None:
        words = thing.group(1).split(" ")
        known = joined(context.words.sets["headed_things"], context.words.sets["plain_bodies"])
        last = next((n for n, word in enumerate(words) if word in known), -1)
        if last < 0 or words[: last + 1] == ["board"]:
            return None  # `Chair X, who has led the board since May`
        body = " ".join(words[: last + 1])
        return _told(title, "", body, start, thing.start(1) + len(body), past, context)
    found = body_at(at, at + _LONG, context)
    if found is None or found[0] or found[1].split(" ")[-1] not in context.words.bodies:
        return None
    return _told(title, *found[:2], start, found[2], past, context)


def _told(title: str, land: str, body: str, start: int, end: int, past: bool, context: Context) -> Reading:
    former = past and bool(_YEARS.match(context.text, end, end + 30))
    return Reading(title, land, body, "former" if former else "current", start, end, former)
