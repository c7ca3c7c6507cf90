"""Offices told by how long they are held: `has been chair of the board since`, `will step down as chair of it`."""

import re

from site_gen.extract.people.phrase import body_at, read_phrase
from site_gen.extract.people.reading import Context, Reading

_AGE = r"(?:, (?:aged )?\d{2},)?"
_HELD = re.compile(
    rf"{_AGE},? (?:who )?(?:has|had) (?:(?:also |long )?been|(?:also )?served as) (?=[A-Za-z])"
)
_SINCE = re.compile(
    r",? (?:since|for (?:the (?:past|last) |over |more than |almost |nearly )?"
    r"(?:\d|a decade|[a-z]+ (?:years|months|decades)))\b"
)
_STAYS = r"(?:step down|stand down|stay on|resign|retire|leave|continue|remain)"
_LEAVES = re.compile(
    rf"{_AGE},? (?:who )?(?:(?:will|would|is to|plans to|intends to|is due to|is expected to|is set to"
    r"|(?:has |had )?(?:agreed|offered|refused) to)"
    rf" (?:also |soon |now )?{_STAYS}|(?:steps|is stepping|stands|is standing) down)"
    r"(?: (?:on|at|in|by|after|before|until|next) [^,.;:]{2,40}?)? as (?:the |its )?(?=[A-Za-z])"
)
_LONG = 90


def holds_it(end: int, context: Context) -> Reading | None:
    """The office that the clause behind a name says is held, still or for some time yet; None where it says none."""
    if heads := _HEADS.match(context.text, end, end + _LONG):
        return _heads(heads, context)
    if held := _HELD.match(context.text, end, end + _LONG):
        reading = _named(held.end(), context)
        since = reading is not None and _SINCE.match(context.text, reading.end) is not None
        return reading if since else None
    leaves = _LEAVES.match(context.text, end, end + _LONG)
    return _named(leaves.end(), context) if leaves else None


def _heads(verb: re.Match[str], context: Context) -> Reading | None:
    """`X chairs the Harbour Commission`: the office of a body in capitals."""
    title = context.words.heading.get(verb.group(1), "")
    found = body_at(verb.end(), verb.end() + _LONG, context, title.lower()) if title else None
    if found is None or context.words.bodies.isdisjoint(found[1].split(" ")):
        return None
    return Reading(title, found[0], found[1], "current", verb.start(1), found[2])


_HEADS = re.compile(r",? (chairs|heads) (?=(?:the |its )?[A-Z])")


def _named(at: int, context: Context) -> Reading | None:
    reading = read_phrase(at, at + _LONG, context)
    return None if reading is None or reading.role else reading
