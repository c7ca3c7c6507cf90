"""What all articles say of a person's offices -> one office a post, with the times at which it is told to be held."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from site_gen.records import Office
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import earliest, narrowest, precision
from site_gen.resolve.people.forms import is_post, title_family
from site_gen.resolve.people.loose import of_inner_body, of_own_body, one_post_each
from site_gen.resolve.tables import PersonPart
from site_gen.resolve.words import word_set

_HELD = frozenset({"current", "acting", "elect"})


def merge_offices(parts: Iterable[PersonPart]) -> tuple[Office, ...]:
    """One office a post: one without a country takes the one that another article gives for this title."""
    told = [(part.published, of_own_body(of_inner_body(o))) for part in parts for o in part.person.offices]
    stated = [(published, o) for published, o in told if is_post(o)]
    named = {fold(o.jurisdiction or o.organization) for _, o in stated} | {""}
    stated += [
        (published, o)
        for published, o in told
        if _leads(o) and fold(o.jurisdiction or o.organization) not in named
    ]
    stated = _of_their_state(_of_open_country(_of_the_named(_no_bare_minister(stated))))
    places = _places(stated)
    posts: dict[tuple[str, str], list[tuple[str, Office]]] = {}
    for published, office in stated:
        family = title_family(office.title)
        place = fold(office.jurisdiction or office.organization)
        known = places.get(family, {})
        if office.jurisdiction_inferred and place and len(known) == 1:
            place = next(iter(known))
        elif not place:
            place = next(iter(known)) if len(known) == 1 else ""
        posts.setdefault((family, place), []).append((published, office))
    posts = one_post_each(posts)
    merged = [_one_office(posts[post], len(places.get(post[0], {}))) for post in sorted(posts)]
    return tuple(sorted(merged, key=lambda o: (earliest(o.start or o.as_of), o.title, o.jurisdiction)))


def _no_bare_minister(stated: list[tuple[str, Office]]) -> list[tuple[str, Office]]:
    """`Minister X` of the country that a report was taken to be from, beside `Norland's culture minister, X`."""
    full = {o.title.rpartition(" ")[2] for _, o in stated if " " in o.title and _is_sure(o)}
    return [
        (published, replace(o, jurisdiction="", jurisdiction_inferred=False))
        if o.jurisdiction_inferred and o.title in full
        else (published, o)
        for published, o in stated
    ]


def _is_sure(office: Office) -> bool:
    return bool(office.jurisdiction) and not office.jurisdiction_inferred


def _of_their_state(stated: list[tuple[str, Office]]) -> list[tuple[str, Office]]:
    """`ambassador to Peru` of the foreign minister of Norland, before or after: nobody serves two states."""
    lands = {o.jurisdiction for _, o in stated if o.jurisdiction and _of_a_state(o)}
    if len(lands) != 1:
        return stated
    land = lands.pop()
    return [
        (published, replace(o, jurisdiction=land, jurisdiction_inferred=True))
        if not _is_placed(o) and _of_a_state(o)
        else (published, o)
        for published, o in stated
    ]


def _of_a_state(office: Office) -> bool:
    """Whether a state alone has such an office."""
    family = title_family(office.title)
    own = word_set("analysis", "of_a_state")
    return family in own or family.split(" ")[0] in own or family.rpartition(" ")[2] in own


def _of_the_named(stated: list[tuple[str, Office]]) -> list[tuple[str, Office]]:
    """`president of the company` beside `president of Norma`: the common noun names no other body."""
    common = word_set("analysis", "any_body")
    named = {
        title_family(o.title)
        for _, o in stated
        if o.jurisdiction or (o.organization and fold(o.organization) not in common)
    }
    return [
        (published, replace(o, organization=""))
        if not o.jurisdiction and fold(o.organization) in common and title_family(o.title) in named
        else (published, o)
        for published, o in stated
    ]


def _of_open_country(stated: list[tuple[str, Office]]) -> list[tuple[str, Office]]:
    """An office without the country that one report was taken to mean, where as many reports leave that open."""
    families = {title_family(o.title) for _, o in stated if o.jurisdiction_inferred}
    sure = {title_family(o.title) for _, o in stated if _is_placed(o) and not o.jurisdiction_inferred}
    unsure = {family for family in families - sure if _is_open(family, stated)}
    return [
        (published, replace(o, jurisdiction="", jurisdiction_inferred=False))
        if o.jurisdiction_inferred and title_family(o.title) in unsure
        else (published, o)
        for published, o in stated
    ]


def _is_placed(office: Office) -> bool:
    return bool(office.jurisdiction or office.organization)


def _is_open(family: str, stated: list[tuple[str, Office]]) -> bool:
    told = [o for _, o in stated if title_family(o.title) == family]
    inferred = sum(o.jurisdiction_inferred for o in told)
    return sum(not _is_placed(o) for o in told) >= inferred


def _leads(office: Office) -> bool:
    """`Norland's new leader`: an office where no other of that country or body is told."""
    loose = not office.jurisdiction and fold(office.organization) in word_set("analysis", "any_body")
    return fold(office.title) == "leader" and not office.jurisdiction_inferred and not loose


def _places(stated: list[tuple[str, Office]]) -> dict[str, dict[str, str]]:
    """For each title family the places that are stated; inferred ones only where none is."""
    sure: dict[str, dict[str, str]] = {}
    inferred: dict[str, dict[str, str]] = {}
    for _, office in stated:
        place = office.jurisdiction or office.organization
        if place:
            into = inferred if office.jurisdiction_inferred else sure
            into.setdefault(title_family(office.title), {})[fold(place)] = place
    return {**inferred, **sure}


def _one_office(stated: list[tuple[str, Office]], known: int) -> Office:
    titles = Counter(o.title for _, o in stated)
    title = min(titles, key=lambda t: (-len(t) if len(titles) == 1 else -titles[t], t))
    placed = sorted(
        (o for _, o in stated if o.jurisdiction or o.organization),
        key=lambda o: (o.jurisdiction_inferred, o.jurisdiction, o.organization),
    )
    latest = max(stated, key=lambda p: (p[0] or "", p[1].as_of or "", p[1].status != "current"))[1]
    best = placed[0] if placed else latest
    day, reported = max((time for p in stated if (time := told_at(*p))), default=(None, False))
    return replace(
        latest,
        title=title,
        jurisdiction=best.jurisdiction,
        organization=best.organization,
        status=latest.status,
        start=narrowest(sorted(o.start for _, o in stated if o.start)),
        end=narrowest(sorted(o.end for _, o in stated if o.end)),
        as_of=day,
        as_of_report=reported,
        jurisdiction_inferred=bool(placed)
        and (best.jurisdiction_inferred or len(placed) < len(stated))
        and known < 2
        and best.jurisdiction_inferred,
        evidence=tuple(sorted({e for _, o in stated for e in o.evidence})),
    )


def told_at(published: str, office: Office) -> tuple[str, bool] | None:
    """The time at which one article tells of an office: the text's own, or the day of the report (True)."""
    if office.as_of:
        return office.as_of, False
    plain = published and "~" not in published and precision(published) != "range"
    return (published, True) if plain and office.status in _HELD and not office.end else None
