"""An office as a phrase puts it, and what phrases are read with."""

from collections.abc import Mapping
from typing import NamedTuple

from site_gen.extract.people.vocabulary import Status, Vocabulary
from site_gen.records import PlaceFinding


class Reading(NamedTuple):
    """An office as one phrase puts it."""

    title: str
    jurisdiction: str
    organization: str
    status: Status
    start: int
    end: int
    marked: bool = False  # a status word stands there
    role: bool = False  # not an office, but what a person does
    definite: bool = False  # begins with a determiner, a possessive or a place
    inferred: bool = False  # the jurisdiction was read elsewhere in the article


class Context(NamedTuple):
    """What phrases are read with."""

    text: str
    starts: Mapping[int, PlaceFinding]  # places by where they begin
    ends: Mapping[int, PlaceFinding]  # places by where they end
    words: Vocabulary
    countries: Mapping[str, str]  # short name by code
    lands: frozenset[str]  # the short names alone
    headline: bool = False  # the sentence is in title case: capitals tell nothing


def owner(place: PlaceFinding, context: Context, head: str = "") -> tuple[str, str]:
    """Jurisdiction and organization that a place gives an office; a mayor's is the city itself."""
    if place.kind == "body":
        return "", place.name
    if place.rule == "capital" and head.lower() not in context.words.sets["local"]:
        return context.countries.get(place.country, place.name), ""
    return place.name, ""


def is_open(reading: Reading) -> bool:
    """Whether an office is held, and no country or body is told whose it is."""
    return not (reading.jurisdiction or reading.organization or reading.role or reading.status == "former")
