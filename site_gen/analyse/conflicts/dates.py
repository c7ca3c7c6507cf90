"""One event, two dates: rivals among the events of one block."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows, witnesses
from site_gen.resolve.intervals import days, gap, precision
from site_gen.resolve.tables import EventDraft
from site_gen.resolve.words import window
from site_gen.tables import Reader, Row

_SOFT = frozenset({"state", "other", "aid", "paper"})
_NEXT = 4


def find_date_conflicts(events: tuple[EventDraft, ...], reader: Reader) -> Iterator[Row]:
    """Neighbours in time that may be one event told with two dates by independent reports."""
    dated = sorted(
        (e for e in events if e.dated and e.family not in _SOFT and days(e.date)),
        key=lambda e: (days(e.date), e.id),
    )
    for n, a in enumerate(dated):
        rival = next((b for b in dated[n + 1 : n + 1 + _NEXT] if _rivals(a, b, reader)), None)
        if rival:
            yield from _conflict(a, rival, reader)


def _rivals(a: EventDraft, b: EventDraft, reader: Reader) -> bool:
    first, second = days(a.date), days(b.date)
    if first is None or second is None or max(first.length, second.length) > 62:
        return False
    apart = gap(first, second)
    if not 0 < apart <= window(a.family) or not _same_matter(a, b):
        return False
    if set(a.articles) & set(b.articles):
        return False
    ours = witnesses((e for _, _, e in a.dated), reader)
    return not ours & witnesses((e for _, _, e in b.dated), reader)


def _same_matter(a: EventDraft, b: EventDraft) -> bool:
    if a.kind != b.kind and a.family in ("deal", "office", "court"):
        return False
    if a.family in ("talks", "visit", "office") and not set(a.participants) & set(b.participants):
        return False
    both = len({*a.participants} & {*b.participants})
    return a.family != "talks" or both >= min(2, len(a.participants), len(b.participants))


def _conflict(a: EventDraft, b: EventDraft, reader: Reader) -> Iterator[Row]:
    claims = tuple(
        claim(f"{e.date}", (place for _, date, place in e.dated if date), reader, _supports(e))
        for e in (a, b)
    )
    yield from conflict_rows(
        "date",
        f"Date: {a.title}",
        claims,
        "One event told with two dates, or two events of one kind close together.",
        (f"event/{a.id}", f"event/{b.id}"),
        reader,
    )


def _supports(event: EventDraft) -> str:
    exact = precision(event.date) if event.date else ""
    return f"given to the {exact}" if exact in ("day", "month", "year") else ""
