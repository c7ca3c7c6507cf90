"""Offices and other signs of a person after a name: `X, the foreign minister of Y,`, `X, 45,`."""

import re
from collections.abc import Mapping

from msgspec import Struct

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.heading import thing_in
from site_gen.extract.people.of_body import ends_in_name
from site_gen.extract.people.parts_of import desk_of
from site_gen.extract.people.past import ended, served
from site_gen.extract.people.phrase import Context, Reading, body_at, read_phrase
from site_gen.extract.people.tenure import holds_it

_REACH = 170
_AGE = re.compile(r",? \(?(?:aged )?(\d{1,3})(?=[,)]|\.\s|\.$| (?:said|was|is|has|who)\b)")
_SEGMENT_END = re.compile(
    r"[;:()“”\"—–]|(?<![A-Z])[.](?=\s|$)"
    r"|, (?=(?:who|which|said|told|and|but|was|is|has|had|in|on|at|after|as|when|while|where|whose)\b)"
)
_WHO = re.compile(
    r",? (?:who|whose|whom) (?:also |has |now |once |currently |previously |formerly ){0,2}([a-z-]+) "
)
_STILL = re.compile(r",? who (?:also )?has ")  # `who has led the firm since 2020`: and does so still
_UNTIL_NOW = re.compile(
    r"(?:until (?:now|recently|then|(?:last|this) (?:week|month|year))|once(?= (?:the|an?|[a-z]+) )) "
)
_NAMED = re.compile(rf", ({PROPER}(?: (?:do|da|dos|das|del|di|des|van|von|der|le|les) {PROPER})*)(?=[,.;])")
_TOOK = re.compile(
    r" (?:who )?(?:was|is|has been|had been|were|be|will be|has|had|will|would)?"
    r"(?: (?:also|later|recently|then|now|formally|officially|narrowly|unanimously|widely|only|first))?"
    r" ?(elected|re-elected|reelected|appointed|named|sworn in|chosen|picked|inaugurated|nominated"
    r"|confirmed|installed|made|became|becomes|become|served|serves|resigned|quit|returned|reappointed"
    r"|stepped down|took over|took office|takes office|took charge|impeached|ousted|sacked|dismissed|removed"
    r"|(?:serve|doubles|acts?|acted|left|departed|retired|bowed out)(?= as )"
    r"|(?:moved|stepped up)(?: from [a-z]+(?: [a-z]+)?)? to become|(?:returned|returns) to (?:the )?\w+(?= as ))"
    r"(?:(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| evening| night)?)?"
    r"(?: (?:as|to be))?(?: the| a| an| its| his| her)? "
)
_APPOINTED = re.compile(
    r"\b(?:named|names|appointed|appoints|picked|picks|chose|nominated|nominates|hired|elected"
    r"|re-elected|promoted|tapped|swore in|swears in|introduced|presented|unveiled|approved|approves|approve"
    r"|confirmed|confirms|confirm|endorsed|endorses|reappointed|restored|reinstated|with) $"
)
_AS = re.compile(
    r",? (?:as |to be )(?:its |the (?!\w+['’]s )|a |an |his |her |their )?(?:new |next |first |interim )*"
)
_FROM = re.compile(rf" from (?:[a-z]+ ){{0,2}}(?:the )?{PROPER}(?= as )")
"""`hired X from Y as its chief executive`."""
_ASIDE = re.compile(r", (?:an?|the|its) [^,.;:]{3,80},(?= as )")
"""`introduced X, a lawyer from Y, as its chief executive`."""
_PASSIVE = re.compile(r" (?:was|were|is|been|be) ")
_IS = re.compile(r" (?:is|was|remains) (?=the |an? |[A-Z])")
_IS_HEAD = re.compile(
    r" is (?:also |now |currently )?(?=(?:vice-?|co-?)?(?:chair|president|chief|director|head|governor|mayor|dean))"
)
"""`X is chairman of Y`: without an article."""
_WAS = re.compile(r" was (?=[a-z])(?!the |an? )")
_WAS_STILL = re.compile(r" was still (?=[a-z])")
_THEN = re.compile(r" (?:when|at the time|as)\b")
_WILL_BE = re.compile(r",? will (?:now |also |then )?be (?:the )?")
_ONCE = re.compile(
    r",? who (?:(?:was|had been|has been) (?:previously|formerly|once|until (?:\w+ )?recently|earlier)"
    r"|(?:previously|formerly|once) was)"
    r" (?:an? |the )?(?=[A-Za-z])"
)
_DEED = re.compile(r"(?:the |an? )?[a-z]+ for ")
_PARTY = re.compile(r",? \(?([RDI])-([A-Z][A-Za-z.]+)\b")


class Tail(Struct, frozen=True):
    """What follows a name and tells that it is a person's."""

    readings: tuple[Reading, ...]
    person: bool
    """An age, a relative clause with `who`, a party: a person, whatever the office."""
    rule: str


NOTHING = Tail((), False, "")


def read_tail(end: int, context: Context, start: int = -1) -> Tail:
    """The apposition after the name that ends at `end`; `NOTHING` where there is none.

    `start` is where the name begins, for `named X as its chief executive`.
    """
    text = context.text
    follow = text[end : end + 2]
    if not follow or follow[0] not in " ,":
        return NOTHING
    age = _AGE.match(text, end, end + 16)
    person = age is not None
    if age is not None:
        end = age.end() + (1 if text.startswith(")", age.end()) else 0)
    who = _WHO.match(text, end, end + 60)
    if who is not None:
        return _who(who, context)
    if text.startswith(", ", end):
        readings = _apposed(end + 2, context)
        if readings:
            named = _appointed(start, readings[-1].end, context) or _appointed(start, end, context)
            readings += (named,) if named else _told_behind(readings[-1].end, context)
            return Tail(readings, True, "apposition after the name")
    if named := _appointed(start, end, context):
        return Tail((named,), True, "appointed")
    if made := _made(start, end, context):
        return Tail((made,), True, "appointed")
    if gapped := _gapped(start, end, context):
        return Tail((gapped,), True, "as an office, like the one before")
    party = _PARTY.match(text, end, end + 20)
    if party is not None:
        return Tail((), True, "party after the name")
    took = _verbal(end + (person and text.startswith(", ", end)), context)
    return took if took.readings else _held(end, person, context)


def _held(end: int, person: bool, context: Context) -> Tail:
    held = holds_it(end, context)
    return Tail((held,), True, "holds an office") if held else Tail((), person, "age" if person else "")


def _told_behind(end: int, context: Context) -> tuple[Reading, ...]:
    """`X, the former mayor, is the new interior minister`: what the sentence tells after the apposition."""
    if not context.text.startswith(", ", end):
        held = served(end, context)
        return (held,) if held else ()
    return _verbal(end + 1, context).readings


def _appointed(start: int, end: int, context: Context) -> Reading | None:
    """`named X as its chief executive`."""
    place = context.starts.get(end + 4) if context.text.startswith(" of ", end) else None
    end = end if place is None else place.evidence.end
    hired = _FROM.match(context.text, end, end + 60) or _ASIDE.match(context.text, end, end + 100)
    end = hired.end() if hired else end
    behind = _AS.match(context.text, end, end + 40)
    if start < 0 or behind is None or not _is_appointed(start, context.text):
        return None
    reading = read_phrase(behind.end(), behind.end() + 90, context)
    return reading if reading is not None and not reading.role else None


def _is_appointed(start: int, text: str) -> bool:
    """Whether the verb stands before the mention, or opens it: `appointed insider X`."""
    opening = _APPOINTED.match(text, start, text.find(" ", start) + 1)
    return bool(opening or _APPOINTED.search(text, max(0, start - 14), start))


def _made(start: int, end: int, context: Context) -> Reading | None:
    """`named X foreign minister`, `elected X its chairman`: the office right behind the name."""
    behind = _BARE.match(context.text, end, end + 24)
    if start < 0 or behind is None or not _MADE.search(context.text, max(0, start - 16), start):
        return None
    reading = read_phrase(behind.end(), behind.end() + 90, context)
    return reading if reading is not None and not reading.role else None


_MADE = re.compile(r"\b(?:named|names|appointed|appoints|elected|elects|re-elected|made|makes|declared) $")
_BARE = re.compile(
    r" (?:its |the |his |her |their )?(?=[a-z])(?!as |to |in |on |at |for |who |and |or |of |with )"
)
_GAPPED = re.compile(
    r"\b(?:sworn in|appointed|named|elected|installed|confirmed|chosen|nominated) (?:as|to be) [^.;]*(?:, |,? and )$"
)


def _gapped(start: int, end: int, context: Context) -> Reading | None:
    """`X was sworn in as finance minister, Y as works minister and Z as ...`: the verb is told once."""
    behind = _AS.match(context.text, end, end + 40) if context.text.startswith(" as ", end) else None
    if start < 0 or behind is None or not _GAPPED.search(context.text, max(0, start - _REACH), start):
        return None
    reading = read_phrase(behind.end(), behind.end() + 90, context)
    return reading if reading is not None and not reading.role else None


def _who_is(match: re.Match[str], context: Context) -> Reading | None:
    """`X, who is mayor of Lund`, `who is also the chairman of Norma`: an office that tells of what it is."""
    being = _WHO_IS.match(context.text, match.start(), match.start() + _WHO_LONG)
    held = read_phrase(being.end(), being.end() + 90, context) if being else None
    if held is None or held.role or not (held.organization or held.jurisdiction):
        return None
    return held


_WHO_LONG = 110
_WHO_IS = re.compile(
    r",? who (?:[^,.;:]{3,60} and )?"
    r"(?:is|remains) (?:also |now |currently |still |himself |herself )?(?:the )?(?=[A-Za-z])"
)


def _who(match: re.Match[str], context: Context) -> Tail:
    begin = match.start()
    if held := _who_is(match, context) or served(begin, context) or holds_it(begin, context):
        return Tail((held,), True, "relative clause")
    if once := _ONCE.match(context.text, begin, begin + 50):
        held = read_phrase(once.end(), once.end() + 90, context)
        if held is not None and not held.role and (held.organization or held.jurisdiction):
            return Tail((held._replace(status="former", marked=True),), True, "relative clause")
    title, begin = _heads(match, context)
    found = body_at(begin, begin + 80, context) if title else None
    deed = bool(_DEED.match(context.text, match.end()))
    if not title or found is None or deed or found[1] == "board":  # `who led the mediation for Norland`
        took = _verbal(match.start() + (match.group()[0] == ","), context)
        return (
            took
            if took.readings or not _sure_of_a_person(match, context)
            else Tail((), True, "relative clause")
        )
    juris, body, end = found
    if not body[:1].islower() and (thing := thing_in(begin, context)):
        juris, body, end = "", thing, begin + len(thing)
    if desk := desk_of(body, end, context.text):
        title, body, end = f"{title} of the {title_case(desk.name.split())}", desk.body, desk.end
    past = match.group(1).endswith("ed") or match.group(1) in ("led", "ran")
    status = "former" if past and not _STILL.match(context.text, match.start(), match.end()) else "current"
    reading = Reading(
        title,
        juris,
        body,
        "current" if status == "current" else "former",
        match.start(1),
        end,
        status == "former",
    )
    return Tail((reading,), True, "who heads")


def _heads(match: re.Match[str], context: Context) -> tuple[str, int]:
    """The title that the verb of `who heads`, `who speaks for` gives, and where its body begins; empty for none."""
    if match.group(1) in ("speaks", "spoke") and context.text.startswith("for ", match.end()):
        return "Spokesperson", match.end() + len("for ")
    return context.words.heading.get(match.group(1), ""), match.end()


def _sure_of_a_person(match: re.Match[str], context: Context) -> bool:
    """A body has things too (`Norma, whose shares fell`): only what a person has tells."""
    return "whose" not in match.group() or match.group(1) in context.words.sets["of_a_person"]


def _apposed(start: int, context: Context) -> tuple[Reading, ...]:
    text = context.text
    if until := _UNTIL_NOW.match(text, start, start + 24):
        held = _apposed(until.end(), context)
        return tuple(reading._replace(status="former", marked=True) for reading in held)
    stop = _SEGMENT_END.search(text, start, start + _REACH)
    limit = stop.start() if stop else min(len(text), start + _REACH)
    first = read_phrase(start, limit, context)
    if first is None:
        return ()
    if ends_in_name(start, first.end, context):
        return ()
    short = text[start : first.end] in context.words.short and text.startswith(".", first.end)
    if short or not _closes(first.end, text):
        return ()
    readings = [first]
    if text.startswith(" and ", first.end):
        second = read_phrase(first.end + 5, limit, context)
        if second is not None:
            readings.append(second)
            readings = _shared(readings)
    return (*readings[:-1], ended(_of_named_body(readings[-1], context), context))


def _of_named_body(reading: Reading, context: Context) -> Reading:
    """`director of the regional water company, Aguas do Norte,`: the body is named behind what it is."""
    named = _NAMED.match(context.text, reading.end) if reading.organization.islower() else None
    if named is None or context.words.is_given(named.group(1).split(" ")[0]):
        return reading
    return reading._replace(organization=named.group(1), end=named.end())


def _closes(end: int, text: str) -> bool:
    """An apposition ends at a mark, or goes on with a small word; with a capital it would be a list."""
    follow = text[end : end + 2]
    return (
        not follow
        or follow[0] in ",.;:)—–”\"’'"
        or (follow[0] == " " and len(follow) == 2 and not follow[1].isupper())
    )


def _shared(readings: list[Reading]) -> list[Reading]:
    """`president and chief executive of Z`: the body of the second is the first's too."""
    first, second = readings
    if not (first.jurisdiction or first.organization):
        first = first._replace(jurisdiction=second.jurisdiction, organization=second.organization)
    minister = second.title.endswith(("Minister", "Secretary"))
    if not (second.jurisdiction or second.organization or second.role or minister):
        second = second._replace(jurisdiction=first.jurisdiction, organization=first.organization)
    return [first, second]


def _and_more(reading: Reading, context: Context) -> list[Reading]:
    """`was named president and chief executive of Z`: both offices."""
    at = reading.end + len(" and ")
    joined = context.text.startswith(" and ", reading.end) and context.text[at : at + 1].islower()
    more = read_phrase(at, at + 90, context) if joined else None
    if more is None or more.role or context.text[more.end : more.end + 2].strip().isupper():
        return [reading]  # `was named minister of energy and judge Ben Yaro minister of mines`
    return _shared([reading, more])


def took_office(end: int, context: Context) -> Tail:
    """`X was sworn in as president`, and no more, behind a family name alone."""
    return _verbal(end, context) if context.text[end : end + 1] == " " else NOTHING


def told_between(tail: Tail, end: int, context: Context) -> Tail:
    """`A former judge, X, has been named chair`: what the sentence tells behind a name between two commas."""
    if tail.person or not context.text.startswith(", ", end):
        return tail
    took = took_office(end + 1, context)
    return took if took.rule == "took an office" else tail


_STARTS = frozenset(
    "who was is has had were be will would also later recently then now formally officially narrowly unanimously widely"
    " only first elected re-elected reelected appointed named sworn chosen picked made inaugurated nominated confirmed"
    " installed became becomes become served serves resigned quit returned returns reappointed stepped took takes"
    " impeached ousted sacked dismissed removed moved remains left doubles acts acted departed retired bowed".split()
)
"""Words with which a clause on an office can begin behind a name: others are not looked at."""
_BEGINS = re.compile(r",? ([a-z-]+)")


def _verbal(end: int, context: Context) -> Tail:
    text = context.text
    begins = _BEGINS.match(text, end, end + 16)
    if begins is None or begins.group(1) not in _STARTS:
        return NOTHING
    took = _TOOK.match(text, end, end + 70)
    passive = took is not None and (
        took.group(1) == "made" or took.group(1) in context.words.sets["made_to_leave"]
    )
    passive = passive or (took is not None and took.group(1) in context.words.sets["made_by_others"])
    passive = passive and context.text[end - 1 : end] != ","
    if took is not None and (not passive or _PASSIVE.search(took.group())):
        reading = read_phrase(took.end(), took.end() + 90, context)
        if reading is not None and not reading.role:
            both = _and_more(reading, context)
            told = tuple(_by_verb(r, took.group(1), context.words.sets) for r in both)
            return Tail(told, True, "took an office")
    ahead = _WILL_BE.match(text, end, end + 24)
    reading = read_phrase(ahead.end(), ahead.end() + 90, context) if ahead else None
    if reading is not None and not reading.role and _is_named(reading):
        return Tail((reading._replace(status="elect", marked=True),), True, "is to be an office")
    been = _WAS.match(text, end, end + 12)
    reading = read_phrase(been.end(), been.end() + 90, context) if been else None
    if reading is not None and not reading.role and (reading.organization or reading.jurisdiction):
        return Tail((reading._replace(status="former", marked=True),), True, "was an office")
    if (still := _still(end, context)) is not None:
        return Tail((still,), True, "was an office still")
    being = _IS.match(text, end, end + 12) or _IS_HEAD.match(text, end, end + 24)
    if being is not None:
        reading = read_phrase(being.end(), being.end() + 90, context)
        if (
            reading is not None
            and not reading.role
            and (reading.definite or reading.organization or reading.jurisdiction)
            and not _ranked(reading, text)
        ):
            held = _UNTIL.match(text, reading.end) if being.group().startswith(" was") else None
            reading = reading._replace(status="former", marked=True) if held else reading
            return Tail((reading,), True, "is an office")
    return NOTHING


_UNTIL = re.compile(r",? (?:from|between) (?:[A-Z][a-z]+ )?\d{4} (?:to|until|till|and|through) ")
"""`was mayor from 2020 to 2023`: no longer."""


def _still(end: int, context: Context) -> Reading | None:
    """`X was still chief executive when`."""
    still = _WAS_STILL.match(context.text, end, end + 24)
    reading = read_phrase(still.end(), still.end() + 60, context) if still else None
    if reading is None or reading.role or not _THEN.match(context.text, reading.end):
        return None
    return reading


_FIRST_TO = re.compile(r"(?:the |an? )?(?:first|second|third)(?: [a-z-]+){1,4} (?:to|since|ever) ")


def _ranked(reading: Reading, text: str) -> bool:
    """`was the first foreign leader to go there`: a comparison, and no office."""
    return _FIRST_TO.match(text, reading.start) is not None


def _is_named(reading: Reading) -> bool:
    """Whether the phrase says of what the office is."""
    return bool(reading.organization or reading.jurisdiction) or " " in reading.title


def _by_verb(reading: Reading, verb: str, sets: Mapping[str, frozenset[str]]) -> Reading:
    ended = verb in sets["left"] or verb in sets["made_to_leave"]
    return reading._replace(status="former", marked=True) if ended else reading
