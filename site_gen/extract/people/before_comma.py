"""The office phrase that ends at the comma before a name: `Northwind's chief executive, Ann Lee`."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.apart import before_bracket, opens, read_apart
from site_gen.extract.people.ending_at import STOP, WORD, phrase_to
from site_gen.extract.people.of_body import ends_in_name
from site_gen.extract.people.owner_before import PROPER, REACH, read_whose
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.remits import several_remits
from site_gen.extract.people.runs import Name
from site_gen.extract.people.vocabulary import is_abbreviation

_AHEAD = re.compile(r"(?<=, )(?:the late |(?:the|[Hh]is|[Hh]er|[Tt]heir) (?=$))$")
"""Between the comma and a form of address: `the minister, the Honourable X`."""
_AHEAD_LONG = 20
_WHOSE_IS = re.compile(
    rf", whose (?=[a-z -]{{4,60}}(?:(?:for|to|in) (?:the )?[{UPPER}]\w+(?: [{UPPER}]\w+)?)? ?(?:is|was|remains) $)"
)
"""`the society, whose director is X`."""
_FIRM = re.compile(r" (?:group|company|bank|firm|family|foundation|party|brand)\b")


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
    begin = max(name.block, stop - REACH)
    for match in STOP.finditer(text, begin, stop):
        if match.group() != ". " or not is_abbreviation(text, match.start(), context.words):
            begin = match.end()
    said = phrase_to(begin, stop, context) or _one_of_several(begin, stop, name, context)
    said = said or several_remits(max(name.block, stop - REACH), stop, text)
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
    first = phrase_to(begin, joint, context) if joint >= 0 else None
    if first is None or first.title.rpartition(" ")[2].lower() not in context.words.sets["firms_heads"]:
        return ()
    second = read_phrase(joint + len(" and "), stop, context)
    if second is None or second.end != stop or second.role:
        return ()
    return first, second._replace(jurisdiction=first.jurisdiction, organization=first.organization)


def _whose_is(name: Name, start: int, context: Context) -> Reading | None:
    whose = _WHOSE_IS.search(context.text, max(name.block, start - REACH), start)
    stop = context.text.rfind(" ", 0, start - 1) if whose else -1
    return read_whose(whose.start() + len(", "), whose.end() - 1, stop, context) if whose else None


_COPULA, _COPULA_LONG = re.compile(r" (is|will be|is to be|would be)(?: named)? $"), 16
_OPENER = re.compile(r"\s*(?:(?:and|but|that|while|where|said) )?(?:[Tt]he )?")


def _inverted(name: Name, start: int, context: Context) -> Reading | None:
    """`Its first director will be X`, `The guild's chair is X`: the office opens the clause, and the name ends it."""
    text = context.text
    copula = _COPULA.search(text, max(name.block, start - _COPULA_LONG), start)
    if copula is None or len(name.words) < 2 or text.startswith(("'s", "’s", " or "), name.end):
        return None
    begin = max(name.block, copula.start() - REACH)
    for match in STOP.finditer(text, begin, copula.start()):
        begin = match.end()
    opener = _OPENER.match(text, begin)
    reading = phrase_to(begin, copula.start(), context)
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


_ONE = re.compile(r"(?:\s*|.{0,90}? (?:through|to|by) )([Aa]n? )(?=[a-z])")


def _bare_to(begin: int, stop: int, context: Context) -> Reading | None:
    """The longest office phrase in capitals that ends at `stop`."""
    named = False  # `Ann Lee interior minister, Dr X`
    for match in WORD.finditer(context.text, begin, stop):
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


_BODY = re.compile(rf"(?:the )?({PROPER.pattern})")
_AS = re.compile(r" as (?:the |its |a )?[A-Z]")
"""`as the Foreign Minister, X as the Works Minister`: each is told behind its name."""
