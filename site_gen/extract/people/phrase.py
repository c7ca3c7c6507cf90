"""The phrase of an office, read from left to right: `the foreign minister of Japan`, `head of the central bank`."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from site_gen.extract.names import UPPER
from site_gen.extract.people.vocabulary import Status, Vocabulary
from site_gen.records import PlaceFinding

_WORD = re.compile(r"[^\s,;:()“”\"—–]+")
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "who", "one", "as", "both"})
_JOINERS = frozenset({"and", "&"})
_OF = frozenset({"of", "for", "at", "in", "to", "on", "with"})
_BODY = re.compile(
    rf"(?:the |its |his |her |their )?((?:[a-z]+-?[a-z]+ ){{0,3}}?)([{UPPER}][\w.&’'-]*(?: (?:(?:of|for|and|the|on|de|du|la) ){{0,2}}[{UPPER}][\w.&’'-]*)*)"
)
_PLAIN_BODY = re.compile(
    r"the ((?:[a-z]+ ){0,2}(?:bank|party|parliament|company|group|agency|union|army|police|court|federation|association|commission|council|committee|club|bloc))\b"
)
_LIMIT = 12


class Reading(NamedTuple):
    """An office as one phrase puts it."""

    title: str
    jurisdiction: str
    organization: str
    status: Status
    start: int
    end: int
    marked: bool = False
    """A status word stands there."""
    role: bool = False
    """Not an office, but what a person does."""
    definite: bool = False
    """Begins with a determiner, a possessive or a place."""


class Context(NamedTuple):
    """What phrases are read with."""

    text: str
    starts: Mapping[int, PlaceFinding]
    """Places by where they begin."""
    ends: Mapping[int, PlaceFinding]
    """Places by where they end."""
    words: Vocabulary
    countries: Mapping[str, str]
    """Short name by code."""
    headline: bool = False
    """The sentence is in title case: capitals tell nothing."""


class _Part(NamedTuple):
    start: int
    end: int
    text: str


def owner(place: PlaceFinding, context: Context) -> tuple[str, str]:
    """Jurisdiction and organization that a place gives an office."""
    if place.kind == "body":
        return "", place.name
    if place.rule == "capital":
        return context.countries.get(place.country, place.name), ""
    return place.name, ""


def title_case(words: list[str]) -> str:
    """`prime minister` as `Prime Minister`; small joining words stay."""
    small = {"of", "for", "and", "the", "to", "in", "on", "at", "&"}
    return " ".join(
        w if w in small or not w.islower() else "-".join(p.capitalize() for p in w.split("-")) for w in words
    )


def read_phrase(start: int, limit: int, context: Context) -> Reading | None:
    """The office whose phrase begins at `start` and ends before `limit`; None where none does."""
    parts = _parts(start, limit, context.text)
    words = context.words
    jurisdiction = organization = ""
    status: Status = "current"
    marked = definite = False
    at = 0
    title: list[str] = []
    while at < len(parts):
        part = parts[at]
        bare = _bare(part.text)
        low = bare.lower()
        place = context.starts.get(part.start)
        if low in _DETERMINERS and not title:
            definite = True
        elif place is not None and not title:
            jurisdiction, organization = owner(place, context)
            definite = True
            while at + 1 < len(parts) and parts[at + 1].start < place.evidence.end:
                at += 1
        elif low in words.status and not title:
            status, marked = words.status[low], marked or words.status[low] != "current"
        elif bare in words.short and not title:
            return _finish(
                parts,
                at + 1,
                words.short[bare].split(),
                jurisdiction,
                organization,
                status,
                marked,
                definite,
                context,
            )
        elif low in words.heads or low in words.roles:
            title.append(bare)
            if not _goes_on(parts, at, words):
                return _finish(
                    parts, at + 1, title, jurisdiction, organization, status, marked, definite, context
                )
        elif low in words.modifiers or (title and low in _JOINERS):
            title.append(bare)
        elif part.text[0].isupper() and not title:
            organization, definite = _owner_words(organization, part.text), True
        else:
            return None
        at += 1
    return None


def _owner_words(before: str, text: str) -> str:
    return f"{before} {_unowned(text)}".strip()


def _unowned(text: str) -> str:
    for mark in ("'s", "’s"):
        if text.endswith(mark):
            return text[: -len(mark)]
    return text.rstrip("'’")


def _bare(text: str) -> str:
    return text.rstrip(".") if text.count(".") == 1 else text


def _goes_on(parts: list[_Part], at: int, words: Vocabulary) -> bool:
    """Whether the title's next word is of it too: `press secretary`, `chief executive officer`."""
    following = [_bare(part.text).lower() for part in parts[at + 1 : at + 3]]
    if not following:
        return False
    if following[0] in words.heads or following[0] in words.roles:
        return True
    return len(following) == 2 and following[0] in words.modifiers and following[1] in words.heads


def _parts(start: int, limit: int, text: str) -> list[_Part]:
    found: list[_Part] = []
    for match in _WORD.finditer(text, start, limit):
        if found and text[found[-1].end : match.start()].strip():
            break
        found.append(_Part(match.start(), match.end(), match.group()))
        if len(found) == _LIMIT * 2:
            break
    return found


def _finish(
    parts: list[_Part],
    at: int,
    title: list[str],
    jurisdiction: str,
    organization: str,
    status: Status,
    marked: bool,
    definite: bool,
    context: Context,
) -> Reading:
    """Read on after the head: `of State`, `for Health`, `of Japan`, `at the bank`, `to Germany`."""
    end = parts[at - 1].end
    role = title[-1].lower() in context.words.roles
    while at + 1 < len(parts) and parts[at].text in _OF:
        length = _portfolio(parts, at + 1, context.words)
        if length:
            title = [*title, *(part.text for part in parts[at : at + 1 + length])]
            at += 1 + length
            end = parts[at - 1].end
            continue
        joined = parts[at].text
        found = body_at(parts[at + 1].start, parts[-1].end, context)
        if found is None:
            break
        juris, body, end = found
        if joined == "to":
            title = [*title, "to", juris or body]
        elif joined != "in" or not (jurisdiction or organization):
            jurisdiction, organization = juris or jurisdiction, body or organization
        while at < len(parts) and parts[at].start < end:
            at += 1
    if len(title) > 1 and title[-1].lower() == "elect":
        status, marked, title = "elect", True, title[:-1]
    return Reading(
        title_case(title), jurisdiction, organization, status, parts[0].start, end, marked, role, definite
    )


def _portfolio(parts: list[_Part], at: int, words: Vocabulary) -> int:
    """How many words at `at` are a title's last: `State`, `the Joint Chiefs of Staff`."""
    for length in (7, 6, 5, 4, 3, 2, 1):
        phrase = " ".join(part.text for part in parts[at : at + length])
        if at + length <= len(parts) and phrase.lower() in words.portfolios:
            return length
    return 0


def body_at(start: int, limit: int, context: Context) -> tuple[str, str, int] | None:
    """Country and body named at `start` (after an article), and where the name ends."""
    text = context.text
    for skipped in ("", "the ", "neighbouring ", "neighboring "):
        place = context.starts.get(start + len(skipped)) if text.startswith(skipped, start) else None
        if place is not None and not _longer(place, context):
            return (*owner(place, context), place.evidence.end)
    match = _BODY.match(text, start, limit)
    if match:
        name = _unowned(match.group(2)).rstrip(".")
        return "", context.words.body_full.get(name, name), match.start(2) + len(name)
    plain = _PLAIN_BODY.match(text, start, limit)
    return ("", plain.group(1), plain.end()) if plain else None


def _longer(place: PlaceFinding, context: Context) -> bool:
    """Whether the place is only the beginning of a longer name: `Japan Airlines`."""
    follow = context.text[place.evidence.end : place.evidence.end + 2]
    return len(follow) == 2 and follow[0] == " " and follow[1].isupper()
