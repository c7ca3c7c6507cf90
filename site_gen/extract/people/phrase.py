"""The phrase of an office, read from left to right: `the foreign minister of Japan`."""

import re

from site_gen.extract.people.before_head import Phrase, inner_body, take_word
from site_gen.extract.people.body_names import (
    DAY,
    PROPER,
    STATE,
    house_of_town,
    is_person,
    is_time,
    is_titled,
    is_when,
    more_fields,
    of_land,
    owned_by,
    part_behind,
    plain_of_land,
    whole_name,
    with_town,
)
from site_gen.extract.people.casing import title_case, unowned
from site_gen.extract.people.parts_of import desk_of, inner_part, remit_end
from site_gen.extract.people.portfolios import (
    Part,
    parts_of,
    remit,
    second_remit,
    served,
    unnamed,
    unranked,
)
from site_gen.extract.people.reading import Context, Reading, owner
from site_gen.extract.people.roles import holds, is_envoy, is_role
from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.records import PlaceFinding

_OF = frozenset({"of", "for", "at", "in", "to", "on", "with"})
_CLAUSE = r"(?!(?:that|which|who|whom|whose|where|when|as|from|against)\b)"
_BODY = re.compile(
    rf"(?:the |its |his |her |their )?((?:{_CLAUSE}[a-z]+-?[a-z]+(?:['’]s)? ){{0,3}}?)({PROPER})"
)
_FIRM = re.compile(rf" (?:[a-z][a-z-]+ ){{0,3}}([a-z-]+) ({PROPER})")
"""`German engineering group Norma`: the country only describes the body."""


def read_phrase(start: int, limit: int, context: Context) -> Reading | None:
    """The office whose phrase begins at `start` and ends before `limit`; None where none does."""
    phrase = Phrase(parts_of(start, limit, context.text))
    while phrase.at < len(phrase.parts) and not phrase.complete:
        if not take_word(phrase, context):
            return None
        phrase.at += 1
    return _finish(phrase, context) if phrase.complete else None


def _finish(phrase: Phrase, context: Context) -> Reading:
    """Read on after the head: `of State`, `for Health`, `of Japan`, `at the bank`, `to Germany`."""
    parts, at = phrase.parts, phrase.at
    phrase.title = unranked(phrase.title, context.words)
    role = is_role(phrase.title, context.words, phrase.jurisdiction)
    end = parts[at - 1].end
    while at + 1 < len(parts) and parts[at].text in _OF:
        if length := served(phrase.title, parts, at, context.words):
            phrase.title += [part.text for part in parts[at : at + length]]
            at += length
            end = parts[at - 1].end
            continue
        length = remit(phrase.title, parts, at + 1, context.text, context.words)
        if length:
            phrase.title += [part.text for part in parts[at : at + 1 + length]]
            at += 1 + length
            more = second_remit(parts, at, context.words)
            phrase.title += [part.text for part in parts[at : at + more]]
            at += more
            end = parts[at - 1].end
            continue
        if part := inner_part(parts[at].start, phrase.title[-1], context.text, context.words):
            phrase.title += ["of", "the", *part.name.split()]
            phrase.organization, end = part.body or phrase.organization, part.end
            at = next((n for n in range(at, len(parts)) if parts[n].start >= end), len(parts))
            continue
        found = body_at(parts[at + 1].start, parts[-1].end, context, phrase.title[-1])
        if found is None and (told := unnamed(parts[at:])):
            phrase.title += filter(None, told)
            end = parts[-1].end
            break
        if found is None or is_time(" ".join(part.text for part in parts[at + 1 : at + 3])):
            break
        end = _behind(phrase, parts, at, found, context)
        while at < len(parts) and parts[at].start < end:
            at += 1
    return Reading(
        title_case(phrase.title),
        phrase.jurisdiction,
        phrase.organization,
        phrase.status,
        parts[0].start,
        end,
        phrase.marked,
        role and not holds(phrase.title, phrase.organization, phrase.jurisdiction, context.words),
        phrase.definite,
    )


def _behind(phrase: Phrase, parts: list[Part], at: int, found: tuple[str, str, int], context: Context) -> int:
    """Take what an office is of or for; where that ends."""
    joint, text = parts[at].text, context.text
    stop = remit_end(found[2], text, bool(found[0])) if joint in ("for", "of") else -1
    if stop >= 0:
        phrase.title += text[parts[at].start : stop].split(" ")
        return stop
    if desk := desk_of(found[1], found[2], text):
        phrase.title += ["of", "the", *desk.name.split(" ")]
        phrase.organization = desk.body
        return desk.end
    if _is_remit(phrase, parts, at, found, context):
        phrase.title += [joint, found[1] or text[parts[at + 1].start : found[2]]]
    else:
        _belongs(phrase, joint, found, text[parts[at + 1].start : found[2]], context.words)
    return found[2]


def _is_remit(
    phrase: Phrase, parts: list[Part], at: int, found: tuple[str, str, int], context: Context
) -> bool:
    """`Commissioner for Rural Water`: what a minister or a commissioner is for belongs to the title."""
    head = phrase.title[-1].lower()
    if head not in context.words.sets["with_remit"] or parts[at].text not in ("for", "of"):
        return False
    if found[0]:  # `Norland's minister for the Pacific`
        area = parts[at].text == "for" and parts[at + 1].text == "the" and found[0] not in context.lands
        return area and bool(phrase.jurisdiction)
    known = found[1] in context.words.body_names or found[1] in context.words.body_full.values()
    return not (known or found[1].isupper()) and parts[at + 1].text[0].isupper()


def _belongs(phrase: Phrase, joint: str, found: tuple[str, str, int], said: str, words: Vocabulary) -> None:
    jurisdiction, body, _ = found
    head, held = phrase.title[-1].lower(), phrase.jurisdiction or phrase.organization or phrase.owned
    sent = head in words.sets["sent_for"] or (joint == "for" and (phrase.organization or phrase.owned))
    away = joint == "in" and not held and jurisdiction and is_envoy(phrase.title, words)
    if away or joint == "to" or (joint in ("for", "in") and held and jurisdiction and sent):
        if joint != "to" or head in words.sets["sent"]:
            phrase.title += [joint, said if joint == "in" else jurisdiction or body]
    elif joint not in ("in", "on", "with") or not held:
        nations = body in words.body_full.values() or body.startswith(("U.N. ", "UN "))
        phrase.jurisdiction = jurisdiction or ("" if nations else phrase.jurisdiction)  # `its Danish head`
        phrase.organization = body or phrase.organization


def body_at(start: int, limit: int, context: Context, head: str = "") -> tuple[str, str, int] | None:
    """Country and body named at `start` (after an article), and where the name ends."""
    text = context.text
    for skipped in ("", "the ", "neighbouring ", "neighboring ", *_REALMS):
        place = context.starts.get(start + len(skipped)) if text.startswith(skipped, start) else None
        firm = _FIRM.match(text, place.evidence.end) if place is not None else None
        if firm and firm.group(1) in context.words.sets["firms"]:
            return "", firm.group(2).rstrip("."), firm.end(2)
        state = STATE.match(text, place.evidence.end) if place is not None else None
        if state:
            name = state.group(1).rstrip(".")
            return "", name, state.start(1) + len(name)
        inner = inner_body(place, context) if place is not None else ""
        if place is not None and inner:
            end = place.evidence.end
            return "", text[place.evidence.start : end] + inner, end + len(inner)
        if place is not None and (named := of_land(text, place.evidence.end, context.words)):
            return "", *named
        if place is not None and (own := plain_of_land(text, place.evidence.end, context.words)):
            return owner(place, context, head)[0], *own
        if place is not None and not _longer(place, context):
            end = place.evidence.end
            return (*owner(place, context, head), end + len(part_behind("", text, end)))
    match = _BODY.match(text, start, limit)
    match = None if match and is_when(match) else match  # `head of the union in March`
    if match and is_titled(match.group(2).split(" "), context.words):
        return None
    owned = match is not None and ("'s " in match.group(1) or "’s " in match.group(1))
    if match and (not owned or match.group(2).split(" ")[-1].rstrip(".") in context.words.bodies):
        begin, name = owned_by(match, limit, text, context.words)
        name = _alone(unowned(whole_name(name, context.words)).rstrip("."), begin, context, head)
        name += part_behind(name, text, begin + len(name)) or house_of_town(
            text, begin + len(name), context.words
        )
        name += more_fields(name, text, begin + len(name), context.words)
        return "", context.words.body_full.get(name, name), begin + len(name)
    plain = context.words.plain_body.match(text, start, limit)
    return ("", *with_town(plain.group(1), plain.end(), text, context.words)) if plain else None


_REALMS = ("the Kingdom of ", "the Republic of ", "the Federal Republic of ", "the Islamic Republic of ")


def _alone(name: str, start: int, context: Context, head: str) -> str:
    """A body's name without the office or the country that follows: `Trade and EU Envoy`, `Trade of Peru`."""
    day = DAY.search(context.text[start : start + len(name) + 3])
    if day and day.start() < len(name):
        name = name[: day.start()]
    for joint in (" and ", " of "):
        at = name.find(joint)
        while at > 0:
            behind = start + at + len(joint)
            if (
                joint == " of "
                and head.lower() in context.words.sets["of_a_land"]
                and _country_at(behind, context)
            ):
                return name[:at]
            if joint == " and " and (
                _is_office(read_phrase(behind, behind + 40, context))
                or is_person(name[behind - start :], context.words)
            ):
                return name[:at]
            at = name.find(joint, at + 1)
    return name


def _is_office(reading: Reading | None) -> bool:
    """An office of its own; a lone word (`Justice`) may be the end of a body's name."""
    return reading is not None and (
        " " in reading.title or bool(reading.organization or reading.jurisdiction)
    )


def _country_at(start: int, context: Context) -> bool:
    place = next(
        (p for skipped in ("", "the ", *_REALMS) if (p := context.starts.get(start + len(skipped)))), None
    )
    return place is not None and place.kind == "country" and not _longer(place, context)


def _longer(place: PlaceFinding, context: Context) -> bool:
    """Whether the place is only the beginning of a longer name: `Japan Airlines`."""
    follow = context.text[place.evidence.end : place.evidence.end + 2]
    return len(follow) == 2 and follow[0] == " " and follow[1].isupper()
