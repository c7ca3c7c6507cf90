"""An office that somebody was named to, behind the name: `named X as its chief executive`, `elected X its chairman`."""

import re

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading

REACH = 170
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


def read_appointed(start: int, end: int, context: Context) -> Reading | None:
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


def read_elected(start: int, end: int, context: Context) -> Reading | None:
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


def read_gapped(start: int, end: int, context: Context) -> Reading | None:
    """`X was sworn in as finance minister, Y as works minister and Z as ...`: the verb is told once."""
    behind = _AS.match(context.text, end, end + 40) if context.text.startswith(" as ", end) else None
    if start < 0 or behind is None or not _GAPPED.search(context.text, max(0, start - REACH), start):
        return None
    reading = read_phrase(behind.end(), behind.end() + 90, context)
    return reading if reading is not None and not reading.role else None
