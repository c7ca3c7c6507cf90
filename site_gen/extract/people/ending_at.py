"""The office phrase that ends at a given place, and where it begins: `Northwind's chief executive`."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.casing import unowned
from site_gen.extract.people.of_body import ends_in_name
from site_gen.extract.people.owner_before import PROPER, REACH, read_whose, with_its_owner
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading

WORD = re.compile(r"[^\s,;:()\[\]“”\"!?]+")
STOP = re.compile(r"[;:!?()“”\"—–\[\]]|[.] |, ")
"""Over this no office's phrase goes on."""
_CHARGE = re.compile(
    r"\b[Tt]he (?:man|woman|doctor|engineer|scientist|person) (?:in charge of|at the head of|who runs|who heads)"
    r" (?:the |this |its )?((?:[a-z]+ )?[a-z]+)$"
)
"""`the man in charge of the programme, X`."""
_NEXT = re.compile(
    r"(?:\b(?:his|her|its|their)|[\w.-]+['’]s?) (?:immediate |chosen )?(predecessor|successor) as (?=[a-z][a-z -]+$)"
)
"""`Lee's successor as trade commissioner, X`."""
_OPPOSITE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ([A-Z]\w+) opposite number$")
_FROM = re.compile(
    rf"\b(?:[Hh]is|[Hh]er) (?:counterpart|opposite number|colleague) (?:from|in|of) (?:the )?([{UPPER}][\w’'. -]+)$"
)
"""`his counterpart from Norland, X`."""
_KIN = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y)|[\w-]+['’]s?)"
    r"(?: immediate| late| chosen| likely| designated| planned)? (predecessor|successor|replacement)$"
)
_SERVES = re.compile(r"\b([\w-]+) to $")


def _is_served(begin: int, start: int, context: Context) -> bool:
    """`An adviser to the president, X`: what begins at `start` is whom the office serves."""
    serves = _SERVES.search(context.text, max(begin, start - 24), start)
    return serves is not None and serves.group(1).lower() in context.words.sets["serving"]


_TOLD = re.compile(r"\b(?:said|says|told|asked|added|by|with|to) $")
"""Before `Northwind CEO, Ann Lee`: what follows begins a phrase."""


def _run_start(begin: int, start: int, context: Context) -> int:
    """Where the body's name begins whose last word begins at `start`: `Delta Works'`, but not `On Monday Norma's`."""
    found = start
    for match in reversed(list(WORD.finditer(context.text, max(begin, start - REACH), start))):
        word = match.group()
        if context.text[match.end() : found] != " " or not word[0].isupper() or _is_no_body(word, context):
            break
        found = match.start()
    return found


def _marked_start(begin: int, start: int, context: Context) -> int:
    """Where a word of status before the phrase begins: `a former Norlandic minister, X`."""
    left = context.text[begin : start - 1].rsplit(" ", 1)[-1] if start > begin else ""
    marks = context.words.status.get(left.lower(), "current") != "current"
    return start - len(left) - 1 if marks and context.text[start - 1] == " " else start


def _is_no_body(word: str, context: Context) -> bool:
    words = context.words
    if word in words.bodies or word in words.body_openers:
        return False
    return words.kind(word) == "stop" or words.is_given(word) or word.lower() in words.heads


def _of_land(begin: int, at: int, end: int, stop: int, context: Context) -> Reading | None:
    """`the Insurance Association of Peru's president`: the country ends the name of a body."""
    if not context.text.endswith(" of ", 0, at):
        return None
    run = next((m for m in PROPER.finditer(context.text, begin, end) if m.start() < at < m.end()), None)
    if run is None or not any(word in context.words.bodies for word in run.group().split(" ")):
        return None
    reading = read_phrase(end + 1, stop, context)
    name = unowned(context.text[run.start() : end]).removeprefix("The ")
    if reading is None or reading.end != stop or reading.organization or reading.jurisdiction:
        return None
    return reading._replace(organization=name, start=run.start(), definite=True)


def _of_owner(start: int, end: int, stop: int, context: Context) -> Reading | None:
    """`Union Pacific's chief executive`: a body whose first word could be of a title."""
    name = unowned(context.text[start:end])
    reading = read_phrase(end + 1, stop, context) if " " in name and name[0].isupper() else None
    placed = reading is None or reading.organization or reading.jurisdiction
    return (
        None if placed or reading is None else reading._replace(organization=name, start=start, definite=True)
    )


def _behind_quote(begin: int, stop: int, context: Context) -> Reading | None:
    """`"It is late," Minister for Rural Water, X, said`: an office in capitals that tells whose or what for."""
    if context.text[begin - 2 : begin].strip() not in ('"', "”") or not context.text[begin].isupper():
        return None
    reading = read_phrase(begin, stop, context)
    told = reading is not None and reading.end == stop and not reading.role and " " in reading.title
    return reading if told else None


def _by_another(begin: int, stop: int, context: Context) -> Reading | None:
    """The office told by what somebody has charge of, or by who had it before."""
    if charge := _CHARGE.search(context.text, begin, stop):
        return Reading("Head", "", charge.group(1), "current", charge.start(), stop, definite=True)
    if after := _NEXT.search(context.text, begin, stop):
        return _next(after, stop, context)
    near = max(begin, stop - 50)
    equal = _OPPOSITE.search(context.text, near, stop) or _FROM.search(context.text, near, stop)
    if equal is not None:
        place = context.starts.get(equal.start(1))
        land = place.name if place is not None else equal.group(1) if "from" in equal.group() else ""
        return Reading("Counterpart", land, "", "current", equal.start(), stop, definite=True)
    if kin := _KIN.search(context.text, max(begin, stop - 40), stop):
        return Reading(kin.group(1).capitalize(), "", "", "former", kin.start(), stop, True, True, True)
    return None


def _next(told: re.Match[str], stop: int, context: Context) -> Reading | None:
    held = read_phrase(told.end(), stop, context)
    if held is None or held.end != stop or held.role:
        return None
    over = told.group(1) == "predecessor"
    return held._replace(status="former" if over else "current", marked=over, definite=True)


def phrase_to(begin: int, stop: int, context: Context) -> Reading | None:
    """The office phrase that begins within a stretch and reaches its end."""
    if told := _by_another(begin, stop, context):
        return told
    for match in WORD.finditer(context.text, begin, stop):
        word = match.group()
        if word == "whose":
            return read_whose(match.start(), match.end(), stop, context)
        owns = word.endswith(("'s", "’s", "s'", "s’"))
        begins = owns or word.lower() in ("the", "its", "his", "her", "their", "our")
        if begins and _is_served(begin, match.start(), context):
            continue
        begins = begins or (word[0].isupper() and bool(_TOLD.search(context.text, begin, match.start())))
        if match.start() <= begin + 1 and (told := _behind_quote(match.start(), stop, context)):
            return told
        if begins or match.start() in context.starts:
            if owns and (body := _of_land(begin, match.start(), match.end(), stop, context)):
                return body
            start = _run_start(begin, match.start(), context) if owns and word[0].isupper() else match.start()
            start = _marked_start(begin, start, context)
            reading = read_phrase(start, stop, context) or _of_owner(start, match.end(), stop, context)
            if reading is not None and reading.end == stop and ends_in_name(start, stop, context):
                return None
            if reading is not None and reading.end == stop and reading.definite:
                return (
                    with_its_owner(reading, begin, match.start(), context)
                    if word.lower() == "its"
                    else reading
                )
    return None
