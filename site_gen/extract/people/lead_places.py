"""Whose a title before a name is, where that stands behind the name: `President-elect X of Uruguay`."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.of_body import is_land
from site_gen.extract.people.phrase import body_at
from site_gen.extract.people.reading import Context
from site_gen.extract.people.titles import Lead

OF_STATE = re.compile(rf" of ([{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,3}})(?=,| [a-z(]|[.;:)])")
_BODY_LONG = 60


def land_behind(end: int, context: Context) -> int:
    """Where the country behind a name ends (`Brigadier X of Norland, who`), or the name itself."""
    place = context.starts.get(end + len(" of ")) if context.text.startswith(" of ", end) else None
    return place.evidence.end if place is not None and place.kind == "country" else end


def of_body(lead: Lead, body: str) -> Lead:
    return lead._replace(
        readings=tuple(r if r.organization else r._replace(organization=body) for r in lead.readings)
    )


def of_country(lead: Lead, end: int, context: Context) -> Lead:
    """`President-elect X of Uruguay`: the country after the name."""
    if not lead.readings or lead.readings[0].jurisdiction or not context.text.startswith(" of ", end):
        return lead
    place = context.starts.get(end + 4) or context.starts.get(end + 8)
    if (
        place is None
        or not is_land(place, lead.readings[0].title, context)
        or context.text[end + 4 : place.evidence.start] not in ("", "the ")
    ):
        return lead
    return lead._replace(readings=tuple(r._replace(jurisdiction=place.name) for r in lead.readings))


def of_its_state(lead: Lead, end: int, context: Context) -> Lead:
    """`Governor X of Kogi State`: a part of a country that no list of places knows."""
    if len(lead.readings) != 1 or not (named := OF_STATE.match(context.text, end, end + _BODY_LONG)):
        return lead
    reading = lead.readings[0]
    head = reading.title.split(" ")[-1].lower()
    if reading.jurisdiction or reading.organization or head not in context.words.sets["local"]:
        return lead
    return lead._replace(readings=(reading._replace(organization=named.group(1)),))


def of_its_body(lead: Lead, end: int, context: Context) -> Lead:
    """`Governor X of the Central Bank of Peru`: the body after the name."""
    if len(lead.readings) != 1 or not context.text.startswith(" of ", end):
        return lead
    reading = lead.readings[0]
    if (
        reading.jurisdiction
        or reading.organization
        or reading.title.split(" ")[-1].lower() not in context.words.sets["of_bodies"]
    ):
        return lead
    found = body_at(end + len(" of "), end + _BODY_LONG, context)
    if found is None or found[0] or not _names_body(found[1], context):
        return lead
    return lead._replace(readings=(reading._replace(organization=found[1]),))


def _names_body(name: str, context: Context) -> bool:
    """`the Central Bank`, `West Mercia Police`, `the coast guard`."""
    return name.islower() or any(word in context.words.bodies for word in name.split(" "))
