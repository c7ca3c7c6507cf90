"""What the verb behind a name tells of an office: `X was sworn in as`, `X will be`, `X is the`."""

import re
from collections.abc import Mapping

from msgspec import Struct

from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading

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


class Tail(Struct, frozen=True):
    """What follows a name and tells that it is a person's."""

    readings: tuple[Reading, ...]
    person: bool
    """An age, a relative clause with `who`, a party: a person, whatever the office."""
    rule: str


NOTHING = Tail((), False, "")


def with_shared_owner(readings: list[Reading]) -> list[Reading]:
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
    return with_shared_owner([reading, more])


def took_office(end: int, context: Context) -> Tail:
    """`X was sworn in as president`, and no more, behind a family name alone."""
    return read_verb(end, context) if context.text[end : end + 1] == " " else NOTHING


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


def read_verb(end: int, context: Context) -> Tail:
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
