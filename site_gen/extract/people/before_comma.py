"""The office phrase that ends at the comma before a name: `Northwind's chief executive, Ann Lee`."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.apart import before_bracket, opens, read_apart
from site_gen.extract.people.body_names import without_people
from site_gen.extract.people.casing import title_case, unowned
from site_gen.extract.people.of_body import ends_in_name
from site_gen.extract.people.phrase import Context, Reading, owner, read_phrase
from site_gen.extract.people.remits import several_remits
from site_gen.extract.people.roles import is_envoy
from site_gen.extract.people.runs import Name
from site_gen.extract.people.vocabulary import is_abbreviation, without_head
from site_gen.records import PlaceFinding
from site_gen.text.lists import joined

_REACH = 110
_WORD = re.compile(r"[^\s,;:()\[\]“”\"!?]+")
_STOP = re.compile(r"[;:!?()“”\"—–\[\]]|[.] |, ")
_PROPER = re.compile(rf"[{UPPER}][\w’'-]*(?: (?:of |for |and |& )?[{UPPER}][\w’'-]*)+")
_OWNER = re.compile(rf"{_PROPER.pattern}$|[{UPPER}][\w’'-]+$")
_AHEAD = re.compile(r"(?<=, )(?:the late |(?:the|[Hh]is|[Hh]er|[Tt]heir) (?=$))$")
"""Between the comma and a form of address: `the minister, the Honourable X`."""
_AHEAD_LONG = 20
_CHARGE = re.compile(
    r"\b[Tt]he (?:man|woman|doctor|engineer|scientist|person) (?:in charge of|at the head of|who runs|who heads)"
    r" (?:the |this |its )?((?:[a-z]+ )?[a-z]+)$"
)
"""`the man in charge of the programme, X`."""
_WHOSE_IS = re.compile(
    rf", whose (?=[a-z -]{{4,60}}(?:(?:for|to|in) (?:the )?[{UPPER}]\w+(?: [{UPPER}]\w+)?)? ?(?:is|was|remains) $)"
)
"""`the society, whose director is X`."""
_NEXT = re.compile(
    r"(?:\b(?:his|her|its|their)|[\w.-]+['’]s?) (?:immediate |chosen )?(predecessor|successor) as (?=[a-z][a-z -]+$)"
)
"""`Lee's successor as trade commissioner, X`."""
_FIRM = re.compile(r" (?:group|company|bank|firm|family|foundation|party|brand)\b")
_OPPOSITE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ([A-Z]\w+) opposite number$")
_FROM = re.compile(
    rf"\b(?:[Hh]is|[Hh]er) (?:counterpart|opposite number|colleague) (?:from|in|of) (?:the )?([{UPPER}][\w’'. -]+)$"
)
"""`his counterpart from Norland, X`."""
_KIN = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y)|[\w-]+['’]s?)"
    r"(?: immediate| late| chosen| likely| designated| planned)? (predecessor|successor|replacement)$"
)


def read_before_comma(
    name: Name, start: int, context: Context, addressed: bool = False
) -> tuple[Reading, ...]:
    """`the country's new president, X`: an office phrase that begins with a determiner and ends at a comma.

    `start` is where a form of address before the name begins, -1 for none; `addressed` whether it is no office, so that
    the phrase may begin with the office itself: `Deputy Premier and Minister for Finance, Professor X`.
    """
    text = context.text
    start = name.start if start < 0 else start
    if text.endswith("the ", 0, name.start) and _FIRM.match(text, name.end):
        return ()  # `the plant's owner, the Delta group`
    if text.find(", ", max(0, start - _AHEAD_LONG), start) >= 0:
        ahead = _AHEAD.search(text, max(0, start - _AHEAD_LONG), start)
        start -= len(ahead.group()) if ahead else 0
    if (told := _whose_is(name, start, context) or _inverted(name, start, context)) is not None:
        return (told,)
    if not text.startswith(", ", start - 2) or _AS.match(text, name.end):
        return read_apart(name, start, context)
    stop = before_bracket(start - 2, text)
    behind = _BEHIND.search(text, max(name.block, stop - _BEHIND_LONG), stop)
    stop = behind.start() if behind else stop
    begin = max(name.block, stop - _REACH)
    for match in _STOP.finditer(text, begin, stop):
        if match.group() != ". " or not is_abbreviation(text, match.start(), context.words):
            begin = match.end()
    said = _phrase_to(begin, stop, context) or _one_of_several(begin, stop, name, context)
    said = said or several_remits(max(name.block, stop - _REACH), stop, text)
    said = said or _of_body_between(begin, stop, name.block, context)
    if said is not None:
        then = behind is not None and behind.group() == _THEN
        return (said._replace(status="former", marked=True),) if then else (said,)
    if both := _two_to(begin, stop, context):
        return both
    last = _bare_to(begin, stop, context) if addressed else None
    if last is None or not opens(last.start, context):
        return read_apart(name, start, context)
    first = _bare_to(begin, last.start - 5, context) if text.endswith(" and ", 0, last.start) else None
    return (last,) if first is None else (first, last)


_THEN = " at the time"
_BEHIND = re.compile(
    rf"(?:{_THEN}| in the (?:country|region|area|territory)| there"
    r"| since (?:(?:last|early|late|mid) )?(?:[A-Z][a-z]{2,8}|\d{4}|week|month|year|spring|summer|autumn)"
    r"| for (?:(?:more than|almost|nearly|over|the (?:past|last)) )?[a-z]+ (?:weeks|months|years|decades))$"
)
"""`its chief executive at the time, X`, `its coordinator in the country, X`, `Peru's army chief since May, X`."""
_BEHIND_LONG = 34


def _two_to(begin: int, stop: int, context: Context) -> tuple[Reading, ...]:
    """`Its founder and chief executive, X`: two offices of one firm."""
    joint = context.text.rfind(" and ", begin, stop)
    first = _phrase_to(begin, joint, context) if joint >= 0 else None
    if first is None or first.title.rpartition(" ")[2].lower() not in context.words.sets["firms_heads"]:
        return ()
    second = read_phrase(joint + len(" and "), stop, context)
    if second is None or second.end != stop or second.role:
        return ()
    return first, second._replace(jurisdiction=first.jurisdiction, organization=first.organization)


def _whose_is(name: Name, start: int, context: Context) -> Reading | None:
    whose = _WHOSE_IS.search(context.text, max(name.block, start - _REACH), start)
    stop = context.text.rfind(" ", 0, start - 1) if whose else -1
    return _whose(whose.start() + len(", "), whose.end() - 1, stop, context) if whose else None


_COPULA, _COPULA_LONG = re.compile(r" (is|will be|is to be|would be)(?: named)? $"), 16
_OPENER = re.compile(r"\s*(?:(?:and|but|that|while|where|said) )?(?:[Tt]he )?")


def _inverted(name: Name, start: int, context: Context) -> Reading | None:
    """`Its first director will be X`, `The guild's chair is X`: the office opens the clause, and the name ends it."""
    text = context.text
    copula = _COPULA.search(text, max(name.block, start - _COPULA_LONG), start)
    if copula is None or len(name.words) < 2 or text.startswith(("'s", "’s", " or "), name.end):
        return None
    begin = max(name.block, copula.start() - _REACH)
    for match in _STOP.finditer(text, begin, copula.start()):
        begin = match.end()
    opener = _OPENER.match(text, begin)
    reading = _phrase_to(begin, copula.start(), context)
    if reading is not None and reading.title == "Successor" and copula.group(1) != "is":
        return reading
    if reading is None or reading.role or opener is None or reading.start > opener.end():
        return None
    to_come = copula.group(1) != "is" and reading.status == "current"
    return reading._replace(status="elect", marked=True) if to_come else reading


def _one_of_several(begin: int, stop: int, name: Name, context: Context) -> Reading | None:
    """`A judge of the High Court, X, ordered it`: the name stands between two commas."""
    opens = _ONE.match(context.text, begin, stop)
    if opens is None or context.text[name.end : name.end + 2] not in (", ", ",”", ',"'):
        return None
    reading = read_phrase(opens.start(1), stop, context)
    if reading is None or reading.end != stop or reading.role or ends_in_name(begin, stop, context):
        return None
    told = reading.organization or reading.jurisdiction or reading.marked or " to the " in reading.title
    return reading if told or reading.title.startswith("Spokes") else None


_PLAIN = re.compile(  # `The science committee will meet, its chair, X, said`
    r"\b[Tt]he ((?:[a-z]+ ){1,3}[a-z]+)\b(?= (?:will|would|has|had|is|was|[a-z]+(?:ed|s))\b)"
)
_ONE = re.compile(r"(?:\s*|.{0,90}? (?:through|to|by) )([Aa]n? )(?=[a-z])")


def _bare_to(begin: int, stop: int, context: Context) -> Reading | None:
    """The longest office phrase in capitals that ends at `stop`."""
    named = False  # `Ann Lee interior minister, Dr X`
    for match in _WORD.finditer(context.text, begin, stop):
        before, named = named, context.words.is_given(match.group())
        if match.group()[0].isupper() and not (before or named):
            reading = read_phrase(match.start(), stop, context)
            if reading is not None and reading.end == stop and not reading.role:
                return reading
    return None


def _of_body_between(begin: int, stop: int, block: int, context: Context) -> Reading | None:
    """`the Speaker, Kogi State House of Assembly, X`: the body stands between the office and the name."""
    text = context.text
    body = _BODY.fullmatch(text, begin, stop)
    if body is None or begin - 2 <= block or not text.startswith(", ", begin - 2):
        return None
    if not any(word in context.words.bodies for word in body.group(1).split(" ")):
        return None
    head = max(
        block, text.rfind(", ", block, begin - 2) + 2, text.rfind(". ", block, begin - 2) + 2, begin - 60
    )
    held = _bare_to(head, begin - 2, context)
    if held is None or held.organization or held.jurisdiction:
        return None
    return held._replace(organization=body.group(1), end=stop)


_BODY = re.compile(rf"(?:the )?({_PROPER.pattern})")
_AS = re.compile(r" as (?:the |its |a )?[A-Z]")
"""`as the Foreign Minister, X as the Works Minister`: each is told behind its name."""


def _its(reading: Reading, begin: int, end: int, context: Context) -> Reading:
    """`Norges Bank is ready, its governor, X, said`: the body named last before."""
    if reading.jurisdiction or reading.organization:
        return reading
    text = context.text
    if is_envoy(reading.title.partition(" in ")[0].split(" "), context.words):
        return reading._replace(jurisdiction=_sender(begin, context))
    if reading.title.lower().endswith(_GOVERNS) and (land := _sender(begin, context)):
        return reading._replace(jurisdiction=land)
    said = text[max(text.rfind(". ", 0, end), text.rfind("\n", 0, end), end - _REACH, 0) : end].split()
    if not context.words.sets["nameless_sides"].isdisjoint(said):
        return reading
    begin = max(text.rfind(". ", 0, max(0, begin - 2)), begin - _REACH, 0)
    bodies = context.words.bodies
    named = [m for m in _PROPER.finditer(text, begin, end) if any(w in bodies for w in m.group().split(" "))]
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
    body = without_people(body, context.words) or _sole_body(begin, end, context)
    return reading._replace(organization=body) if body else reading


def _sole_body(begin: int, end: int, context: Context) -> str:
    """`The bloc NAFU welcomed it. Its president, X`: the one body of states named there; empty for none, or more."""
    named = {p.name for at, p in context.starts.items() if begin <= at < end and p.kind == "body"}
    return named.pop() if len(named) == 1 else ""


_GOVERNS = ("minister", "premier")
"""`Norland trades with the bank. Its finance minister, X`: no body has one."""
_SERVES = re.compile(r"\b([\w-]+) to $")


def _is_served(begin: int, start: int, context: Context) -> bool:
    """`An adviser to the president, X`: what begins at `start` is whom the office serves."""
    serves = _SERVES.search(context.text, max(begin, start - 24), start)
    return serves is not None and serves.group(1).lower() in context.words.sets["serving"]


_OF_ITS = re.compile(rf"([{UPPER}]\w+['’]s (?:[a-z-]+ ){{0,2}}([a-z]+))$")
"""`Norland's rail operator, whose chief, X`."""
_PLAIN_BODY = re.compile(r"\b[Tt]he ((?:[a-z-]+s?['’]?s? ){1,3}([a-z]+))$")
"""`The telephone workers' union, whose secretary general is X`."""


def _whose(begin: int, end: int, stop: int, context: Context) -> Reading | None:
    """`Orca Petroleum, whose chief executive, X`: an office of the body before `whose`, which begins and ends there."""
    reading = read_phrase(end + 1, stop, context)
    if reading is None or reading.end != stop or not context.text.endswith(", ", 0, begin):
        return None
    place = context.ends.get(begin - 2)
    if place is not None:
        return _of_place(reading, place)
    owner = _OWNER.search(context.text, max(0, begin - _REACH), begin - 2)
    if owner is None:
        led = _OF_ITS.search(context.text, max(0, begin - _REACH), begin - 2)
        led = led or _PLAIN_BODY.search(context.text, max(0, begin - _REACH), begin - 2)
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


_TOLD = re.compile(r"\b(?:said|says|told|asked|added|by|with|to) $")
"""Before `Northwind CEO, Ann Lee`: what follows begins a phrase."""


def _run_start(begin: int, start: int, context: Context) -> int:
    """Where the body's name begins whose last word begins at `start`: `Delta Works'`, but not `On Monday Norma's`."""
    found = start
    for match in reversed(list(_WORD.finditer(context.text, max(begin, start - _REACH), start))):
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
    run = next((m for m in _PROPER.finditer(context.text, begin, end) if m.start() < at < m.end()), None)
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


def _phrase_to(begin: int, stop: int, context: Context) -> Reading | None:
    """The office phrase that begins within a stretch and reaches its end."""
    if told := _by_another(begin, stop, context):
        return told
    for match in _WORD.finditer(context.text, begin, stop):
        word = match.group()
        if word == "whose":
            return _whose(match.start(), match.end(), stop, context)
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
                return _its(reading, begin, match.start(), context) if word.lower() == "its" else reading
    return None
