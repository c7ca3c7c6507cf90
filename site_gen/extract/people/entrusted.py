"""Offices told by what somebody is given to do: `named X to head the inquiry`, `It was the minister who. X signed`."""

import re

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention
from site_gen.text.document import Document

_NAMED = r"(?:named|appointed|chosen|picked|nominated|asked|hired|recruited|selected|tapped|brought in)"
_NAMES = re.compile(
    rf"\b(?:{_NAMED}|names|appoints|chose|picks|nominates|asks|hires|put forward) (?:the )?(?:[a-z-]+ ){{0,3}}$"
)
_DAY = r"(?: (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)|in [A-Z][a-z]+))?"
_ASIDE = r"(?:, (?:an?|the) [^,.;:\n]{3,60},)?"
_DOES = r" to (?P<verb>head|lead|chair|run|direct|command)(?: up)? "
_TO_HEAD = re.compile(rf"{_ASIDE}{_DAY}{_DOES}")
_IS_NAMED = re.compile(
    rf"{_ASIDE} (?:is|was|has been|had been|will be) (?:also |then |now )?{_NAMED}{_DAY}{_DOES}"
)
_THING = re.compile(
    r"(?:the|its|this|an?|his|her) (?P<said>(?:[a-z-]+ ){0,3}?)(?P<noun>[a-z]+)\b(?P<of> of [a-z]+)?"
)
_OWN_NAME = re.compile(rf"(?:the |its )?({PROPER})")
_OF_WHAT = frozenset((" of inquiry", " of enquiry", " of experts", " of investigation"))
_CLEFT = re.compile(r"It (?:was|is) (?=(?:the|its|[A-Z][\w’'-]+) )")
_LONG, _BACK = 150, 60


def entrusted(mention: Mention, context: Context) -> Reading | None:
    """`named X, a chemist, to head a commission of inquiry`, `X was appointed on Monday to lead the mission`."""
    text = context.text
    told = _IS_NAMED.match(text, mention.end, mention.end + _LONG)
    if told is None and _NAMES.search(text, max(0, mention.start - _BACK), mention.start):
        told = _TO_HEAD.match(text, mention.end, mention.end + _LONG)
    body = _headed(told.end(), context) if told else None
    if told is None or body is None:
        return None
    title = context.words.heading.get(f"{told.group('verb')}s", "Head").replace("Leader", "Head")
    return Reading(title, "", body, "current", told.start("verb"), told.end() + len(body))


def _headed(at: int, context: Context) -> str | None:
    """What can have a head, at a place: `commission of inquiry`, `Harbour Board`; None where nothing can."""
    thing = _THING.match(context.text, at, at + _LONG)
    if thing is not None:
        known = context.words.sets["headed_things"] | context.words.sets["plain_bodies"]
        if thing.group("noun") not in known:
            return None
        of = thing.group("of") if thing.group("of") in _OF_WHAT else ""
        return f"{thing.group('said')}{thing.group('noun')}{of}"
    name = _OWN_NAME.match(context.text, at, at + _LONG)
    bodies = context.words.bodies
    return name.group(1) if name and any(word in bodies for word in name.group(1).split(" ")) else None


def told_by_cleft(mention: Mention, doc: Document, context: Context) -> Reading | None:
    """`It was the transport minister who closed it. X signed the order`: the office first, and then the name."""
    number = doc.sentence_at(mention.start)
    if number < 1 or doc.sentences[number].start != mention.start:
        return None
    before = doc.sentences[number - 1]
    opens = _CLEFT.match(context.text, before.start, before.end)
    held = read_phrase(opens.end(), before.end, context) if opens else None
    follows = context.text[mention.end : mention.end + 2]
    if held is None or held.role or not (follows[:1] == " " and follows[1:].islower()):
        return None
    return held if context.text.startswith(" who ", held.end) else None
