"""Who chairs what: `talks chaired by X`, `under the chairmanship of X`, `X in the chair`; whose a councillor is."""

import re

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person

_THING = (
    r"(?:talks|negotiations|conference|meeting|summit|committee|commission|panel|inquiry|enquiry|hearing|session"
    r"|forum|group|task force|council|assembly|tribunal|jury|board|debate)"
)
_HOUSE = (
    r"(?:representation|delegation|mission|team|programme|program|institute|centre|center|department|office|unit"
    r"|museum|school|hospital|clinic|charity|foundation|fund|agency|taskforce|working group)"
)
_KIND = (
    r"(?:(?<!-)(?!(?:the|an?|its|of|this|that|two|three|four|five|six|day|days|hours|weeks|months)\b)[a-z]+ )"
)
_NAMED = rf"{PROPER} {PROPER}"
_ON = r"(?: (?:on|about|over|between|with|in|at|into|for) [^.,;\n]{2,50})"
_BE = r"(?: (?:was|were|is|are|being|which (?:was|is)|that was|(?:will|would|is to|to) be))"
_CHAIRED = re.compile(
    rf"\b(?P<thing>{_KIND}?{_THING}|{_NAMED}){_ON}?,?{_BE}?(?: \w+ly)?"
    r" (?:chaired|moderated|presided over|co-chaired) by (?:an? (?:[a-z]+ )?)?$"
)
_HEADED = re.compile(
    rf"\b(?P<thing>{_KIND}?(?:{_THING[3:-1]}|{_HOUSE})|{_NAMED}(?:['’]s {_KIND}?{_HOUSE})?){_ON}?,?"
    rf"{_BE}? (?P<verb>headed|run|directed) by (?:an? (?:[a-z]+ )?)?$"
)
_LED = re.compile(
    rf"\b(?P<thing>{_KIND}?(?:committee|commission|panel|inquiry|enquiry|investigation|task force|tribunal)"
    rf"(?: of [a-z]+)?){_ON}?,?{_BE}? led by (?:(?:the|an?) (?:[a-z]+ )?)?$"
)
_LED_BODY = re.compile(
    rf"(?P<thing>{PROPER}|(?:[a-z]+ )?[a-z]+s['’] (?:union|association|federation|guild)),?"
    r" (?:which is )?led by (?:the |an? )?$"
)
"""`the Civic Alliance, led by X`."""
_HEADS = {"headed": "Head", "run": "Head", "directed": "Director"}
_UNDER = re.compile(
    rf"\b(?P<thing>{_KIND}?{_THING}|{_NAMED})\b[^.;\n]{{0,60}}?"
    r" under the (?:chairmanship|chair|presidency) of (?:an? (?:[a-z]+ )?)?$"
)
_OWNER = re.compile(rf"{PROPER}['’]s $")
"""`Norland's cartel office, headed by X`: whose it is."""
_ENDS = re.compile(r"(?:by|of) (?:(?:the|an?) (?:[a-z]+ )?)?$")
"""Where the patterns above end."""
_IN_CHAIR = re.compile(r"(?:, [^,.;\n]{3,60},)? in the chair\b")
_NEAREST = re.compile(rf"\b({_KIND}?{_THING})\b")
_CHARGE = re.compile(
    r",?(?: who is| who was)? (?:in charge of|responsible for) "
    rf"[a-z][a-z ,]{{2,50}} in (?P<town>{PROPER})(?=[,.;]| [a-z])"
)
_REACH, _FAR = 130, 100


def settle_chairs(people: list[Person], context: Context) -> None:
    """Give people the chair that a participle before their names tells, and councillors the town of their work."""
    told = any(word in context.text for word in ("chair", "presid", "moderated", " by "))
    for person in people:
        begins = {reading.end: reading.start for reading in person.readings}
        full = [mention for mention in person.mentions if mention.form == "full"]
        for mention in full if told else ():
            found = _chaired(mention, begins, context)
            if found is not None and not any(
                r.title.startswith(("Chair", "Presid")) for r in person.readings
            ):
                person.readings.append(found)
        _settle_charge(person, full, context)


def _chaired(mention: Mention, begins: dict[int, int], context: Context) -> Reading | None:
    text = context.text
    start = min(begins.get(mention.start - back, mention.start) for back in (0, 1, 2))
    begin = max(0, start - _REACH)
    begin = max(begin, text.rfind("\n", begin, start))
    ends = _ENDS.search(text, begin, start) is not None
    told = _CHAIRED.search(text, begin, start) or _UNDER.search(text, begin, start) if ends else None
    headed = (
        _HEADED.search(text, begin, start) or _LED.search(text, begin, start) if ends and not told else None
    )
    if ends and not (told or headed) and (led := _LED_BODY.search(text, begin, start)):
        body = _plain(led.group("thing"))
        body = body.removeprefix("the ")
        known = " " in body and body.rsplit(" ", 1)[-1].capitalize() in context.words.bodies
        return Reading("Leader", "", body, "current", led.start(), mention.end) if known else None
    if headed:
        title = _HEADS[headed.groupdict().get("verb", "headed")]
        begin = headed.start("thing")
        owner = _OWNER.search(text, max(0, begin - _REACH), begin)
        body = f"{owner.group()}{headed.group('thing')}" if owner else _plain(headed.group("thing"))
        return Reading(title, "", body, "current", owner.start() if owner else begin, mention.end)
    if told and told.group("thing").rsplit(" ", 1)[-1] not in context.words.not_names:  # no `May. It`
        return Reading("Chair", "", _plain(told.group("thing")), "current", told.start("thing"), mention.end)
    if _IN_CHAIR.match(text, mention.end, mention.end + _FAR) is None:
        return None
    near = [m.group(1) for m in _NEAREST.finditer(text, begin, mention.end + _FAR)]
    return Reading("Chair", "", near[0] if near else "", "current", mention.start, mention.end)


def _plain(thing: str) -> str:
    return thing.removeprefix("The ")


def _settle_charge(person: Person, full: list[Mention], context: Context) -> None:
    """`Alderman X, who is in charge of care in Lund`, `the councillor responsible for housing in Lund`."""
    behind = next((told for m in full if (told := _CHARGE.match(context.text, m.end))), None)
    for number, reading in enumerate(person.readings):
        if reading.organization or reading.jurisdiction:
            continue
        if reading.title.lower() not in context.words.sets["of_a_town"]:
            continue
        told = behind or _CHARGE.match(context.text, reading.end)
        if told is not None:
            person.readings[number] = reading._replace(organization=told.group("town").rstrip("."))
