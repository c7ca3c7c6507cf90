"""One phrase in the plural for two people: `the foreign ministers of Peru and Chile, Ana Lee and Juan Diaz,`."""

import re
from itertools import pairwise

from site_gen.extract.people.candidates import Candidate
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.phrase import Context, Reading
from site_gen.extract.people.titles import Lead

_PLURAL = re.compile(
    r"\b([a-z]+ )?([a-z]+)s of (?:the )?([A-Z][^,;:.()]{2,40}?) and (?:the )?([A-Z][^,;:.()]{2,40}?), $"
)
_TWO = re.compile(r"\b[Tt]he two ((?:[a-z]+ ){0,3})([a-z]+)s(?:,| [–—-]) $")
_REACH = 130


def shared_offices(found: list[Candidate], context: Context) -> list[Candidate]:
    """The candidates; each of two names joined by `and` behind such a phrase has the office of its country."""
    known = list(found)
    for n, (first, second) in enumerate(pairwise(found)):
        start, end = first.start, second.start
        led = context.text[start - 2 : start] in (", ", "– ", "— ", "- ")
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
