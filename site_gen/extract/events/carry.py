"""A date given with one mention of an event holds for its other mentions in the article."""

from dataclasses import replace

from site_gen.records import EventFinding

_ONCE = frozenset({"visit", "meet", "summit", "take-office", "resign", "gathering"})


def carry_dates(found: list[EventFinding]) -> tuple[EventFinding, ...]:
    """The events, undated ones with the date of the one dated event that they must be."""
    kept = [_carried(event, found) for event in found]
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
    if event.kind == "visit":
        apart = event.place and other.place and event.place != other.place
        return bool(set(event.people) & set(other.people)) and not apart
    mine, theirs = set(event.people), set(other.people)
    return mine == theirs and len(mine) >= (1 if event.kind in ("take-office", "resign") else 2)


def _framed(event: EventFinding, kept: list[EventFinding]) -> EventFinding:
    if event.date or event.within < 0 or not kept[event.within].date:
        return event
    frame = kept[event.within]
    return replace(event, date=frame.date, date_evidence=frame.date_evidence)
