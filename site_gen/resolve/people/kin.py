"""Offices that another article tells of who came after, or before: `Lee's predecessor, X`, and `Minister Lee`."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.records import Kin, Office
from site_gen.resolve.folding import fold
from site_gen.resolve.people.forms import is_post, title_family
from site_gen.resolve.people.terms import merge_offices
from site_gen.resolve.tables import PERSON_PARTS, PersonPart
from site_gen.resolve.words import word_set
from site_gen.tables import Reader


def with_kin(
    key: str, offices: tuple[Office, ...], parts: Iterable[PersonPart], reader: Reader
) -> tuple[Office, ...]:
    """The offices of a person, with those of the others whom they preceded or followed where the articles say no more.

    An office whose country or body no article tells is taken to be of the same one as the other's.
    """
    for kin, other in sorted(_told(key, parts), key=lambda item: (item[0].evidence, item[1])):
        held = _held(kin, merge_offices(tuple(reader.rows(PERSON_PARTS, other))))
        if held is not None:
            offices = _joined(offices, held, kin)
    return offices


def _told(key: str, parts: Iterable[PersonPart]) -> Iterator[tuple[Kin, str]]:
    for part in parts:
        for kin, other in zip(part.person.kin, part.kin, strict=False):
            if other and other != key:
                yield kin, other


def _held(kin: Kin, offices: tuple[Office, ...]) -> Office | None:
    """The one office of the other that can be meant."""
    posts = [o for o in offices if is_post(o) and (o.jurisdiction or o.organization) and _is_left(o, kin)]
    if kin.title:
        posts = [o for o in posts if title_family(o.title) == title_family(kin.title)]
    return posts[0] if len(posts) == 1 else None


def _is_left(office: Office, kin: Kin) -> bool:
    """Whether it is an office that passes from one to the next: no rank, no seat among many."""
    several = word_set("analysis", "no_succession")
    return title_family(office.title) not in several and (
        kin.relation == "predecessor" or office.status != "elect"
    )


def _joined(offices: tuple[Office, ...], held: Office, kin: Kin) -> tuple[Office, ...]:
    family = title_family(held.title)
    same = [n for n, o in enumerate(offices) if title_family(o.title) == family]
    if not same and not (kin.title == "" and _has_post(offices, kin)):
        return (
            *offices,
            Office(
                title=held.title,
                jurisdiction=held.jurisdiction,
                organization=held.organization,
                status="former" if kin.relation == "predecessor" else "current",
                jurisdiction_inferred=True,
                evidence=(kin.evidence,),
            ),
        )
    found = list(offices)
    for n in same:
        if _is_open(found[n]) and not _is_open(held):
            found[n] = replace(
                found[n],
                jurisdiction=held.jurisdiction,
                organization=held.organization,
                jurisdiction_inferred=True,
            )
    return tuple(found)


def _is_open(office: Office) -> bool:
    """Whether no article says of which body it is: `the museum's director`."""
    body = fold(office.organization)
    return not office.jurisdiction and (not body or body in word_set("analysis", "any_body"))


def _has_post(offices: tuple[Office, ...], kin: Kin) -> bool:
    """Whether the article that tells of the relation tells an office of the person itself."""
    return any(e.article == kin.evidence.article for o in offices for e in o.evidence)
