"""Who follows whom in an office, and who moves from one to another: `X succeeds Y as chair`, `moved X from A to B`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.verb_behind import Tail
from site_gen.extract.people.vocabulary import Vocabulary

_BETWEEN = 150
_PHRASE = 90
_AS = re.compile(
    r"(?:, \d{2},)? as (?:(?:its|the(?! \w+['’]s )|an?|his|her|their) )?(?:new |next |first |interim )*"
)
_TO = re.compile(r" to (?:be |become )?(?:the )?")
_AHEAD = re.compile(r"\b(?:will|would|to)\b(?: be)? ?$")
_SURE_TO = re.compile(
    r"(?:\b(?:is|are|set|due|expected|named|appointed|chosen|tapped|picked|nominated|elected)|^) to $"
)
_NEGATED = re.compile(r"\b(?:not|never|to) $")
_MINISTRY = re.compile(r"\b(?:takes|took|taking|take) (?:over|charge of) the ((?:[a-z]+ ){1,4})ministry\b")
_JOINED = frozenset({", and ", " and ", ", ", "; "})


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def _patterns(
    follows: frozenset[str], following: frozenset[str], followed: frozenset[str], moved: frozenset[str]
) -> tuple[re.Pattern[str], ...]:
    led = r"(?: the)?(?: (?:late|retiring|outgoing|ousted))?(?: Mr| Ms| Mrs| Dr)? $"
    aux = r"(?:was|were|is|has been|had been|will be|is to be|to be)"
    return (
        re.compile(rf"(?:^|[ ,])({_either(follows)}){led}"),
        re.compile(rf"(?:^|[ ,])({_either(following)}){led}"),
        re.compile(
            rf"\b{aux} (?:{_either(followed)})(?: on an interim basis)?(?: as | by ).*$"
            rf"|\b{aux} (?:{_either(followed)}) by $"
        ),
        re.compile(rf"\b(?:{_either(moved)}) $"),
        re.compile(rf"(?: (?:was|were|is|has been|had been))?(?: also)? (?:{_either(moved)}) from "),
    )


def _read(words: Vocabulary) -> tuple[re.Pattern[str], ...]:
    sets = words.sets
    return _patterns(sets["follows"], sets["following"], sets["followed"], sets["moved"])


def follow_offices(found: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates, with the offices in which one follows the other, and those somebody was moved between."""
    known = [_moved(one, context) for one in found]
    for n, m in _neighbours(known):
        between = context.text[known[n].name.end : known[m].start]
        if len(between) > _BETWEEN or ". " in between:
            continue
        told = _told(known[n], known[m], between, context)
        if told is not None:
            known[n], known[m] = _with(known[n], told[0]), _with(known[m], told[1])
        elif between and (more := _likewise(known[n], known[m], context)):
            known[m] = _with(known[m], more, known[n].tail.rule)
    return known


def _neighbours(known: list[Candidate]) -> Iterator[tuple[int, int]]:
    """Each two names beside each other, and two that a lone word of a body stands between (`Vale` of `Vale Bank`)."""
    for n in range(len(known) - 1):
        yield n, n + 1
        if n + 2 < len(known) and not known[n + 1].cue and len(known[n + 1].name.words) == 1:
            yield n, n + 2


def _of_ministry(
    first: Candidate, second: Candidate, between: str, context: Context
) -> tuple[Reading | None, Reading | None] | None:
    """`X takes over the finance ministry from Y`."""
    match = _MINISTRY.search(between)
    words = match.group(1).split() if match else []
    if match is None or not all(word in context.words.modifiers or word == "and" for word in words):
        return None
    start = first.name.end + match.start(1)
    office = Reading(title_case([*words, "minister"]), "", "", "current", start, first.name.end + match.end())
    left = office._replace(status="former", marked=True) if between.endswith("ministry from ") else None
    return office, left


def _told(
    first: Candidate, second: Candidate, between: str, context: Context
) -> tuple[Reading | None, Reading | None] | None:
    """What a phrase of succession between two names gives to either; None where there is none."""
    if not (first.cue or second.cue):
        return None
    if " ministry" in between:
        return _of_ministry(first, second, between, context)
    follows, following, followed, _, _ = _read(context.words)
    if (match := follows.search(between)) and (office := _as_office(second.name.end, context)):
        return _following(office, between, match)
    if match := following.search(between):
        return _replaced(first, second, between)
    if match := followed.search(between):
        by = _by(first, second, first.name.end + match.start(), match.group(), context)
        return _to_come(*by) if by and _TO_COME.match(match.group()) else by
    return None


_TO_COME = re.compile(r"(?:will be|is to be|to be) ")


def _to_come(old: Reading | None, new: Reading | None) -> tuple[Reading | None, Reading | None]:
    """`X, who will be succeeded by Y`: the one holds the office until then."""
    left = old._replace(status="current", marked=False) if old and old.status == "former" else old
    return left, new._replace(status="elect", marked=True) if new and new.status == "current" else new


def _following(
    office: Reading, between: str, match: re.Match[str]
) -> tuple[Reading | None, Reading | None] | None:
    """`X succeeds Y as chair`; None where the verb tells that it is not so, or not sure."""
    ahead = _AHEAD.search(between[: match.start(1)])
    base = match.group(1).split(" ")[0] in ("succeed", "replace", "take")
    if base != bool(ahead) or not _is_sure(between[: match.start(1)]):
        return None
    return _pair(office, bool(ahead) and not between.startswith(" to "))


def _is_sure(ahead: str) -> bool:
    return not _NEGATED.search(ahead) or bool(_SURE_TO.search(ahead))


def _pair(office: Reading, ahead: bool) -> tuple[Reading, Reading]:
    """The office of who follows, and of who is followed."""
    if ahead:
        return office._replace(status="elect", marked=True), office
    return office, office._replace(status="former", marked=True)


def _replaced(
    first: Candidate, second: Candidate, between: str
) -> tuple[Reading | None, Reading | None] | None:
    """`X was named chair of Z, succeeding Y`: the office told of the first was the second's."""
    held = [r for r in first.tail.readings if not r.role and r.status in ("current", "elect")]
    if not held or second.tail.readings or second.apposed:
        return None
    ahead = held[-1].status == "elect" or " will " in f" {between}"
    return None, held[-1] if ahead else held[-1]._replace(status="former", marked=True)


def _by(
    first: Candidate, second: Candidate, start: int, told: str, context: Context
) -> tuple[Reading | None, Reading | None] | None:
    """`X was succeeded by Y as chair`, `X was succeeded as chair by Y`."""
    if not told.rstrip().endswith(" by") and not re.search(r" by (?:[A-Za-z-]+ ){0,3}$", told):
        return None
    within = told.find(" as ")
    office = _as_office(start + within, context) if within >= 0 else _as_office(second.name.end, context)
    held = [r for r in first.readings if not r.role and r.status == "current"]
    if office is None and held:
        office = held[-1]
        interim = "interim" in told
        new = office._replace(status="acting", marked=True) if interim else office
        return office._replace(status="former", marked=True), new
    if office is None:
        return None
    new, old = _pair(office, told.startswith(("will be", "is to be", "to be")))
    return old, new


def _as_office(at: int, context: Context) -> Reading | None:
    match = _AS.match(context.text, at, at + 50)
    reading = read_phrase(match.end(), match.end() + _PHRASE, context) if match else None
    return reading if reading is not None and not reading.role else None


def _moved(one: Candidate, context: Context) -> Candidate:
    """`moved X from health minister to finance minister`: the first is over."""
    *_, moved, from_there = _read(context.words)
    text, end = context.text, one.name.end
    begun = from_there.match(text, end, end + 50)
    if (
        begun is None
        and text.startswith(" from ", end)
        and moved.search(text, max(0, one.start - 16), one.start)
    ):
        begun = re.compile(" from ").match(text, end)
    stop = text.find(" to ", begun.end(), begun.end() + _PHRASE) if begun else -1
    if begun is None or stop < 0:
        return one
    old = read_phrase(begun.end(), stop, context)
    there = _TO.match(text, stop)
    new = read_phrase(there.end(), there.end() + _PHRASE, context) if there else None
    if old is None or new is None or old.role or new.role or old.end != stop:
        return one
    return _with(_with(one, old._replace(status="former", marked=True)), new)


def _likewise(first: Candidate, second: Candidate, context: Context) -> Reading | None:
    """`named X as minister of health and Y as mayor`, `X was made mayor, Y police chief`: the verb is said once."""
    last = first.tail.readings[-1:] if first.tail.rule in ("appointed", "took an office") else ()
    if not last or context.text[last[0].end : second.start] not in _JOINED:
        return None
    told = max((r.end for r in second.tail.readings), default=second.name.end)
    if first.tail.rule == "appointed":
        at = told + context.text.startswith(",", told)
        return _as_office(at, context)
    gap = read_phrase(told + 1, told + _PHRASE, context) if context.text[told : told + 1] == " " else None
    closed = gap is not None and context.text[gap.end : gap.end + 1] in ",.;"
    lower = context.text[told + 1 : told + 2].islower()
    fits = (
        gap is not None and not gap.role and lower and (closed or context.text.startswith(" and ", gap.end))
    )
    return gap if fits else None


def _with(one: Candidate, office: Reading | None, rule: str = "succession") -> Candidate:
    """A candidate with one office more."""
    if office is None:
        return one
    tail = Tail((*one.tail.readings, office), True, one.tail.rule or rule)
    cue = one.cue or ("succession" if len(one.name.words) > 1 else "")
    return one._replace(tail=tail, cue=cue)
