"""One phrase in the plural for two people: `the foreign ministers of Peru and Chile, Ana Lee and Juan Diaz,`."""

import re
from itertools import pairwise

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.phrase import body_at
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roles import is_role
from site_gen.extract.people.titles import Lead
from site_gen.extract.people.verb_behind import Tail
from site_gen.extract.people.vocabulary import Status

_PLURAL = re.compile(
    r"\b([a-z]+ )?([a-z]+)s of (?:the )?([A-Z][^,;:.()]{2,40}?) and (?:the )?([A-Z][^,;:.()]{2,40}?), $"
)
_TWO = re.compile(
    r"\b[Tt]he (?:two )?((?:[a-z]+ ){0,3})([a-z]+)s(?: of (?:the )?(?:two|both) [a-z]+)?(?:,| [–—-]) $"
)
_BEHIND = re.compile(
    r", (?:the |both |two )?((?:[a-z-]+ ){0,3})([a-z-]{3,})s(?=,|\.| of | at | for | in | who | from )"
)
_REACH = 130
_BODY = 60


def shared_offices(found: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates; each of two names joined by `and` behind such a phrase has the office of its country."""
    known = list(found)
    for n, (first, second) in enumerate(pairwise(found)):
        start, end = first.start, second.start
        led = context.text[start - 2 : start] in (", ", "– ", "— ", "- ")
        if context.text[first.name.end : end] == " and " and (behind := _behind(first, second, context)):
            known[n], known[n + 1] = _both_are(first, behind), _both_are(second, behind)
            continue
        if not led or context.text[first.name.end : end] != " and ":
            continue
        for place, reading in enumerate(_readings(start, context)):
            one = known[n + place]
            if one.lead.readings:
                known[n + place] = _placed(one, reading)
                continue
            lead = Lead(one.start, (reading._replace(start=one.start, end=one.name.start),), "", "")
            known[n + place] = one._replace(lead=lead, cue="shared title")
    return known


def _behind(first: Candidate, second: Candidate, context: Context) -> Reading | None:
    """`X and Y, local police officials,`: what both are said to be behind their names."""
    match = _BEHIND.match(context.text, second.name.end, second.name.end + _REACH)
    bare = not (first.tail.readings or second.tail.readings) and len(first.name.words) > 1 < len(
        second.name.words
    )
    if match is None or not bare:
        return None
    words, title = context.words, [*match.group(1).split(), match.group(2)]
    head = title[-1] in words.heads or title[-1] in words.roles
    if not head or not all(word in words.modifiers or word in words.status for word in title[:-1]):
        return None
    at = match.end() + len(" of ")
    named = context.text[match.end() : at] in (" of ", " at ")
    found = body_at(at, at + _BODY, context, title[-1]) if named else None
    juris, body, end = found or ("", "", match.end())
    remit = found is None and named
    told: Status = next((words.status[word] for word in title if word in words.status), "current")
    title = [word for word in title if word not in words.status]
    read = Reading(title_case(title), juris, body, told, match.start(1), end, told != "current")
    return None if remit else read._replace(role=is_role(title, words, juris))


def _both_are(one: Candidate, reading: Reading) -> Candidate:
    return one._replace(
        tail=Tail((reading,), True, "apposition after both"), cue=one.cue or "apposition after both"
    )


def _placed(one: Candidate, of: Reading) -> Candidate:
    """`the leaders of Peru and Chile, President X and President Y`: their own titles, with the country."""
    readings = tuple(
        r
        if r.jurisdiction or r.organization
        else r._replace(jurisdiction=of.jurisdiction, organization=of.organization)
        for r in one.lead.readings
    )
    return one._replace(lead=one.lead._replace(readings=readings))


def _both(match: re.Match[str], start: int, context: Context) -> tuple[Reading, ...]:
    """`The two deputy prime ministers, X and Y`: one office, whatever of."""
    title = [*match.group(1).split(), match.group(2)]
    known = title[-1] in context.words.heads and all(word in context.words.modifiers for word in title[:-1])
    return (Reading(title_case(title), "", "", "current", start, start),) * 2 if known else ()


def _readings(start: int, context: Context) -> tuple[Reading, ...]:
    begin = max(0, start - _REACH)
    if two := _TWO.search(context.text, begin, start):
        return _both(two, start, context)
    match = _PLURAL.search(context.text, begin, start)
    if match is None or match.group(2) not in context.words.heads:
        return ()
    before = (match.group(1) or "").strip()
    title = title_case([before] * (before in context.words.modifiers) + [match.group(2)])
    places = [context.starts.get(match.start(group)) for group in (3, 4)]
    return tuple(
        Reading(
            title,
            place.name if place else "",
            "" if place else match.group(group),
            "current",
            start,
            start,
        )
        for place, group in zip(places, (3, 4), strict=True)
    )
