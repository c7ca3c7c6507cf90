"""Titles that say less than another of one person at one body: `the firm's head` beside its chief executive."""

from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from site_gen.records import Office
from site_gen.resolve.folding import fold
from site_gen.resolve.people.forms import title_family
from site_gen.resolve.words import subject, word_set

Told = list[tuple[str, Office]]


def of_inner_body(office: Office) -> Office:
    """`Commission chief` of the European Union: the chief of the body that the lexicon knows by that word."""
    first, _, rest = office.title.partition(" ")
    body = (
        subject("analysis")["inner_bodies"]
        .get(office.jurisdiction or office.organization, {})
        .get(first.lower())
    )
    return replace(office, title=rest, jurisdiction="", organization=body) if body and rest else office


def of_own_body(office: Office) -> Office:
    """`head of Norland's port authority`: of the authority, which is told by whose it is, and not of Norland."""
    land, body = office.jurisdiction, office.organization
    if not land or not body or not body.islower() or office.jurisdiction_inferred:
        return office
    return replace(office, jurisdiction="", organization=f"{land}'s {body}")


def one_post_each(posts: Mapping[tuple[str, str], Told]) -> dict[tuple[str, str], Told]:
    """The posts by title family and place, those under a looser title joined to the one post that they can mean."""
    joined = _of_named_body(posts)
    for post in sorted(joined):
        family, place = post
        places = (place, *_inside().get(place, ()))
        noun = f" {place}" if place in word_set("analysis", "any_body") else "\n"
        fuller = [
            other
            for other in joined
            if other != post
            and (not place or other[1] in places or other[1].endswith(noun))
            and _says_less(family, other[0])
        ]
        if len(fuller) > 1 and family == "minister":
            fuller = sorted(fuller)[:1]  # one of the two that are told in full
        if len(fuller) == 1 and (place or family not in word_set("analysis", "loose_titles")):
            named = joined[fuller[0]][0][1]
            joined[fuller[0]] += [(day, _named_as(office, named)) for day, office in joined.pop(post)]
    return joined


def _of_named_body(posts: Mapping[tuple[str, str], Told]) -> dict[tuple[str, str], Told]:
    """`Commission chief` without a place: of the one commission that the person is told to be of."""
    joined: dict[tuple[str, str], Told] = {}
    for (family, place), told in posts.items():
        first, _, rest = family.partition(" ")
        bodies = {other for _, other in posts if not place and other.endswith(" " + first)}
        post = (rest, next(iter(bodies))) if rest and len(bodies) == 1 else (family, place)
        joined.setdefault(post, []).extend(told)
    return joined


def _named_as(office: Office, named: Office) -> Office:
    return replace(
        office, title=named.title, jurisdiction=named.jurisdiction, organization=named.organization
    )


def _says_less(loose: str, full: str) -> bool:
    """Whether one title says no more than that its holder leads, or is the end of the other."""
    if full in word_set("analysis", "loose_titles") or not set(full.split()).isdisjoint(_lesser()):
        return False
    if loose in word_set("analysis", "loose_titles"):
        return full in word_set("analysis", "led_by") or title_family(full.rpartition(" ")[2]) in word_set(
            "analysis", "led_by"
        )
    last = title_family(full.rpartition(" ")[2])
    return " " in full and loose in (last, full.rpartition(" ")[2])


@cache
def _inside() -> Mapping[str, tuple[str, ...]]:
    """The bodies within a body, folded."""
    known = subject("analysis")["inner_bodies"]
    return {fold(body): tuple(fold(inner) for inner in parts.values()) for body, parts in known.items()}


@cache
def _lesser() -> frozenset[str]:
    """Words of a title that make it another, lower post."""
    return frozenset(fold(word) for word in subject("analysis")["one_holder"]["several"]) - {"chief"}
