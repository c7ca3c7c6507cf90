"""A date given with one mention of an event holds for its other mentions in the article."""

from msgspec.structs import replace

from site_gen.records import EventFinding

_ONCE = frozenset({"visit", "meet", "summit", "take-office", "resign", "gathering"})


_FILLING = ("name", "appoint", "reshuffle", "nominate", "pick", "choose", "tap")
_BY_ANOTHER = frozenset(f"verb {verb}" for verb in _FILLING)
"""Of whoever fills an office, and not of whoever takes it."""


def carry_dates(found: list[EventFinding]) -> tuple[EventFinding, ...]:
    """The events, undated ones with the date of the one dated event that they must be."""
    kept = place_in_visit(tuple(_carried(event, found) for event in found))
    return tuple(_framed(event, kept) for event in kept)


def _carried(event: EventFinding, found: list[EventFinding]) -> EventFinding:
    if event.date or event.kind not in _ONCE:
        return event
    same = [o for o in found if o.date and o.kind == event.kind and _one(event, o)]
    dates = list(dict.fromkeys(o.date for o in same))
    return replace(event, date=dates[0], date_evidence=same[0].date_evidence) if len(dates) == 1 else event


def _one(event: EventFinding, other: EventFinding) -> bool:
    """Whether two tellings are of one event: one name, or the same people, in no other place."""
    if event.status != other.status or (event.name and other.name and event.name != other.name):
        return False
    if event.name and event.name == other.name:
        return True
    if (event.rule in _BY_ANOTHER) != (other.rule in _BY_ANOTHER):
        return False
    if event.kind == "visit":
        apart = event.place and other.place and event.place != other.place
        return bool(set(event.people) & set(other.people)) and not apart
    mine, theirs = set(event.people), set(other.people)
    return mine == theirs and len(mine) >= (1 if event.kind in ("take-office", "resign") else 2)


def _framed(event: EventFinding, kept: tuple[EventFinding, ...]) -> EventFinding:
    if event.date or event.within < 0 or not kept[event.within].date:
        return event
    frame = kept[event.within]
    return replace(event, date=frame.date, date_evidence=frame.date_evidence)


def place_in_visit(found: tuple[EventFinding, ...]) -> tuple[EventFinding, ...]:
    """An undated meeting or summit of the one guest whose visit the article tells lies within that visit.

    Only where the article tells one visit, and with somebody else than the guest.
    """
    visits = [n for n, e in enumerate(found) if e.kind == "visit" and e.people]
    spots = {(found[n].date, found[n].place) for n in visits}
    if not visits or len({d for d, _ in spots if d}) > 1:
        return found
    home = next((n for n in visits if found[n].date), visits[0])
    return tuple(
        event if n == home or _met_elsewhere(event, found[home], found) else _guest(event, found[home], home)
        for n, event in enumerate(found)
    )


def _met_elsewhere(event: EventFinding, visit: EventFinding, found: tuple[EventFinding, ...]) -> bool:
    """Whether the article tells a meeting of the same people in another place."""
    return len(event.people) > 1 and any(
        other is not event
        and other.kind in ("meet", "summit")
        and set(other.people) >= set(event.people)
        and other.place not in ("", visit.place)
        for other in found
    )


def _guest(event: EventFinding, visit: EventFinding, home: int) -> EventFinding:
    fits = (
        event.kind in ("meet", "summit")
        and event.status == visit.status
        and not event.date
        and event.within < 0
    )
    guests = set(visit.people) & set(event.people)
    if (
        not fits
        or not guests
        or len(event.people) < 2
        or (event.place and visit.place and event.place != visit.place)
    ):
        return event
    return replace(event, within=home, date=visit.date, date_evidence=visit.date_evidence)
