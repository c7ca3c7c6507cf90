"""The tables of places as one index: the first word of a name leads to all names that begin with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.worked_out import Packed, worked_out

_FIRST = re.compile(r"[^\W_]+")


class Place(Struct, frozen=True):
    """What a name in a text may mean."""

    name: str
    """Standard name: the English short name of a country, also for its adjective and demonym."""
    kind: Literal["country", "city", "region", "body", ""]
    """Empty: words that hold a place's name and mean none."""
    code: str
    """ISO 3166 alpha-2, or empty."""
    rule: Literal["name", "adjective", "capital", "city", "region", "body", "seat", "phrase"]
    weak: bool = False
    """Often something else: needs context."""


Names = tuple[tuple[str, Place], ...]
Gazetteer = Mapping[str, Names]


@cache
def country_names(lexicon: Lexicon) -> Mapping[str, str]:
    """English short name of every country by its code."""
    return {code: _parts(line)[0][0].lstrip("~") for code, line in lexicon["countries"]["countries"].items()}


@cache
def country_set(lexicon: Lexicon) -> frozenset[str]:
    """Those names alone."""
    return frozenset(country_names(lexicon).values())


def country_of(name: str, lexicon: Lexicon) -> str:
    """ISO 3166 alpha-2 code of the country that a place of this name is or lies in; empty where it is not known."""
    first = _FIRST.match(name)
    known = gazetteer(lexicon).get(first.group(), ()) if first else ()
    return next((place.code for written, place in known if written == name), "")


def is_capital(name: str, lexicon: Lexicon) -> bool:
    """Whether a place of this name is a country's capital."""
    first = _FIRST.match(name)
    known = gazetteer(lexicon).get(first.group(), ()) if first else ()
    return any(place.rule == "capital" for written, place in known if written == name)


@cache
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """All names of all places by their first word, longest first."""
    packed = worked_out("gazetteer", lexicon.digest, lambda: _packed(lexicon))
    return Packed(packed, msgspec.msgpack.Decoder(Names).decode)


def _packed(lexicon: Lexicon) -> dict[str, bytes]:
    index: dict[str, dict[str, Place]] = {}
    for name, place in _all_places(lexicon):
        for written in _spellings(name):
            first = _FIRST.match(written)
            if first:
                index.setdefault(first.group(), {}).setdefault(written, place)
    return {first: msgspec.msgpack.encode(_ordered(names)) for first, names in index.items()}


def _ordered(names: dict[str, Place]) -> Names:
    return tuple(sorted(names.items(), key=_longest_first)) if len(names) > 1 else tuple(names.items())


def _longest_first(entry: tuple[str, Place]) -> tuple[int, str]:
    return -len(entry[0]), entry[0]


def names_in(line: str) -> list[str]:
    """The names of a string that separates them by commas."""
    return [name.replace("__", ", ") for part in line.split(",") if (name := part.strip())]


def _parts(line: str) -> list[list[str]]:
    return [names_in(part) for part in line.split(";")]


def _spellings(name: str) -> Iterable[str]:
    yield name
    if "'" in name:
        yield name.replace("'", "’")
    if not name.isascii():
        yield "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _all_places(lexicon: Lexicon) -> Iterator[tuple[str, Place]]:
    words = lexicon["countries"]
    for code, line in words["countries"].items():
        yield from _country(code, line)
    for name in names_in(words["former"]):
        yield name, Place(name, "country", "", "name")
    for name, adjectives in words["former_adjectives"].items():
        yield from ((a, Place(name, "country", "", "adjective")) for a in names_in(adjectives))
    for name, code in words["seats"].items():
        yield name, Place(name, "body", code, "seat")
    for name, others in words["bodies"].items():
        yield from ((n, Place(name, "body", "", "body")) for n in [name, *names_in(others)])
    yield from _listed(words["regions"], "region")
    for name, region in words["region_adjectives"].items():
        yield name, Place(region, "region" if region else "", "", "phrase")
    yield from _listed(lexicon["cities"]["cities"], "city")


def _country(code: str, line: str) -> Iterator[tuple[str, Place]]:
    names, others, adjectives, capitals = _parts(line)
    short = names[0].lstrip("~")
    for name in names + others:
        yield name.lstrip("~"), Place(short, "country", code, "name", name.startswith("~"))
    for name in adjectives:
        yield name, Place(short, "country", code, "adjective")
    for name in capitals:
        if name.lstrip("~") not in names + others:
            capital = name.lstrip("~")
            standard = _capital(capital, capitals)
            yield capital, Place(standard, "city", code, "capital", capital != name)


def _capital(written: str, capitals: list[str]) -> str:
    """`Washington, D.C.` is Washington: a longer writing of the first capital."""
    first = capitals[0].lstrip("~")
    return first if written.startswith(first) else written


def _listed(table: Mapping[str, str], kind: Literal["region", "city"]) -> Iterator[tuple[str, Place]]:
    for code, line in table.items():
        for written in names_in(line):
            name = written.lstrip("~")
            yield name, Place(name, kind, code, kind, name != written)
