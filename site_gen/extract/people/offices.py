"""What the readings of one person come to: each office once, with all its evidence."""

from collections.abc import Iterable, Mapping

from site_gen.extract.people.reading import Reading
from site_gen.extract.people.remits import turned
from site_gen.records import Office
from site_gen.text.document import Document

_MOST = 30
"""How many ways of naming one person's offices are compared."""


def offices_of(
    readings: Iterable[Reading], doc: Document, sets: Mapping[str, frozenset[str]]
) -> tuple[Office, ...]:
    """The offices of one person, in order of first reading; equal readings, and those that say less, joined.

    Of the `sets` of the lexicon: `generic` titles say less than any other office of the same person, `lesser` words
    make another, lower office of the one behind them.
    """
    kinds: dict[tuple[str, str, str, bool, str], list[Reading]] = {}
    for reading in readings:
        if not reading.role:
            key = (reading.title, reading.jurisdiction, reading.organization, reading.marked, reading.status)
            kinds.setdefault(key, []).append(reading)
    groups: list[list[Reading]] = []
    for same in list(kinds.values())[:_MOST]:
        group = next(
            (g for g in groups if all(_one_office(same[0], other, sets["lesser"]) for other in g)), None
        )
        if group is None:
            groups.append(list(same))
        else:
            group.extend(same)
    special = [group for group in groups if any(r.title.lower() not in sets["generic"] for r in group)]
    return tuple(_office(group, doc) for group in special or groups)


def _one_office(one: Reading, other: Reading, lesser: frozenset[str]) -> bool:
    titles = sorted((one.title.lower(), other.title.lower()), key=len)
    ahead = titles[1].removesuffix(f" {titles[0]}").split(" ")
    if len(titles[0]) < len(titles[1]) and titles[1].endswith(titles[0]) and not lesser.isdisjoint(ahead):
        return False
    if not (
        turned(titles[1]) == turned(titles[0])
        or titles[1].endswith(f" {titles[0]}")
        or titles[1].startswith((f"{titles[0]} of ", f"{titles[0]} for "))
    ):
        return False
    if one.marked and other.marked and one.status != other.status:
        return False
    return _agree(one.jurisdiction, other.jurisdiction) and _agree(one.organization, other.organization)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _office(group: list[Reading], doc: Document) -> Office:
    best = max(group, key=lambda r: (len(r.title), -r.start))
    stated = any(r.jurisdiction and not r.inferred for r in group)
    marked = next((r for r in group if r.marked), best)
    return Office(
        title=best.title,
        jurisdiction=next((r.jurisdiction for r in group if r.jurisdiction), ""),
        organization=next((r.organization for r in group if r.organization), ""),
        status=marked.status,
        jurisdiction_inferred=any(r.inferred for r in group) and not stated,
        evidence=tuple(doc.evidence(r.start, r.end) for r in sorted(group, key=lambda r: r.start)),
    )
