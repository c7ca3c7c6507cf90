"""The timeline: a page of the whole story, one for each year, and one for each month of a full year."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages import urls
from site_gen.pages.axis import Tick, axis
from site_gen.pages.notes import Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import EventLine, Head, crumbs, event_line, in_time, plural, refs, story_years
from site_gen.pages.registers import EVENT_MONTHS, SIZES, is_long, month_of
from site_gen.pages.shelves import UNDATED, Shelf
from site_gen.pages.telling import kind_word
from site_gen.records import Event
from site_gen.tables import EVENT_KIND, EVENTS, FORMS, REFS, Reader, Ref, SiteInfo

WHOLE = 150
"""Events that the timeline shows on one page, and those without a year or of one kind on theirs."""
_LATEST = 60
"""Events that the page of a longer timeline, or of a full year, shows."""


class MonthGroup(Struct, frozen=True):
    """The events of one month, or those of a year whose month is not told."""

    name: str
    """EDTF: `2025-08` or `2025`; empty for undated ones."""
    id: str
    """Anchor on this page."""
    events: tuple[EventLine, ...]
    """By date."""


class YearGroup(Struct, frozen=True):
    """The events of one year."""

    name: str
    """`2025`; empty for undated ones."""
    id: str
    """Anchor on this page."""
    months: tuple[MonthGroup, ...]
    """In order."""


class StripMark(Struct, frozen=True):
    """One event on the strip above the list."""

    href: str
    """Its entry in the list below."""
    x: float
    """Place from 0 (the first day shown) to 1000 (the last)."""
    width: float
    """Extent, for a date known only as a month, a year or a range; at least a point."""
    row: int
    """Line it is drawn on, from 0."""
    status: str
    """happened, planned or reported."""
    title: str
    """Event and date."""


class Strip(Struct, frozen=True):
    """The story drawn along a line."""

    marks: tuple[StripMark, ...]
    """One for each dated event."""
    ticks: tuple[tuple[float, str], ...]
    """Place and name of years or months."""
    rows: int
    """Lines needed."""
    breaks: tuple[float, ...] = ()
    """Places where a long time without events is left out."""


class TimelineView(Struct, frozen=True):
    """The timeline or a part of it."""

    head: Head
    """Title and way here."""
    strip: Strip
    """Drawn overview; empty with fewer than two dated events."""
    years: tuple[YearGroup, ...]
    """Dated events in order, the undated last."""
    shelves: tuple[Shelf, ...]
    """Pages of the years (or months) with their counts."""
    kinds: tuple[Shelf, ...]
    """Pages of the kinds of event with their counts, the most frequent first."""
    count: int
    """Events shown here."""
    total: int
    """Events in all."""
    forms: tuple[str, ...] = ()
    """On the page of the whole timeline: names of the forms of data that the site has."""


def timeline_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The timeline of the whole story; a long one shows its latest events."""
    notes = Notes(story, urls.TIMELINE)
    listed = {year: refs(story, f"year/{year}", "event") for year in story_years(story)}
    order = [ref for found in listed.values() for ref in found]
    loose = _unlisted(story, order)
    total = len(order) + len(loose)
    whole = total <= WHOLE
    events = _events(story, [*order, *loose] if whole else order[-_LATEST:])
    shelves = [Shelf(y, notes.to(urls.timeline(y)), len(r)) for y, r in listed.items() if r]
    if loose:
        shelves.append(Shelf("without a year", notes.to(urls.timeline(UNDATED)), len(loose)))
    head = Head("Timeline", f"{plural(total, 'event')} in order of date.", "timeline", crumbs(notes))
    page = _page(urls.TIMELINE, head, notes, events, tuple(shelves), total, _kinds(notes))
    first = replace(page, view=replace(page.view, forms=story.rows(FORMS, "all")))
    return (first, *(_loose_page(story, loose) for _ in loose[:1]))


def year_pages(key: str, rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one year, where the key is one; of a full year the latest events, and links to its months."""
    kind, _, year = key.partition("/")
    ids = list(dict.fromkeys(ref for ref in rows if ref.kind == "event"))
    if kind != "year" or not year.isdigit() or not ids:
        return ()
    path = urls.timeline(year)
    notes = Notes(story, path)
    full = is_full(story, year)
    shelves = tuple(_months_of(notes, year)) if full else ()
    events = _events(story, ids[-_LATEST:] if full else ids)
    return (_page(path, _head(notes, year, len(ids)), notes, events, shelves, len(ids)),)


def month_pages(key: str, rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one month of a full year."""
    if not (_is_month(key) and is_full(story, key[:4])):
        return ()
    path = urls.timeline(key)
    notes = Notes(story, path)
    events = _events(story, list(dict.fromkeys(rows)))
    return (_page(path, _head(notes, key, len(events)), notes, events, (), len(events)),)


def is_full(story: Reader, year: str) -> bool:
    """Whether a year, or `undated`, has more events than its page shows; then a year's months have pages."""
    return is_long(story, f"{EVENT_MONTHS.name}/{year}")


def _months_of(notes: Notes, year: str) -> Iterator[Shelf]:
    for size in notes.story.rows(SIZES, f"{EVENT_MONTHS.name}/{year}"):
        if _is_month(size.shelf):
            yield Shelf(size.shelf, notes.to(urls.timeline(size.shelf)), size.count)


def _is_month(key: str) -> bool:
    return len(key) == len("2025-08")


def address(event: Event, notes: Notes) -> str:
    """Where an event stands on the timeline."""
    month = month_of(event.date or "")
    year = month[:4]
    if is_full(notes.story, year or UNDATED):
        return notes.to(
            f"{urls.timeline(month)}#{event.id}" if _is_month(month) else urls.timeline(year or UNDATED)
        )
    return notes.to(f"{urls.timeline(year or UNDATED)}#{event.id}")


def kind_pages(key: str, rows: tuple[Ref, ...], story: Reader) -> tuple[Page, ...]:
    """The timeline of one kind of event, where the key is one: the latest, where there are many."""
    prefix, _, kind = key.partition("/")
    ids = list(dict.fromkeys(ref for ref in rows if ref.kind == "event"))
    if prefix != EVENT_KIND or not ids:
        return ()
    path = urls.timeline(f"of-{kind}")
    notes = Notes(story, path)
    name = f"Timeline: {kind_word(kind).lower()}"
    trail = crumbs(notes, ("Timeline", urls.TIMELINE))
    head = Head(name, f"{name}, {plural(len(ids), 'event')}.", "timeline", trail)
    return (_page(path, head, notes, _events(story, ids[-WHOLE:]), (), len(ids)),)


def _kinds(notes: Notes) -> tuple[Shelf, ...]:
    """Links to the timelines of one kind each, what is of no kind last; none where all events are of one kind."""
    prefix = f"{EVENT_KIND}/"
    kinds = [key.removeprefix(prefix) for key in notes.story.keys(REFS) if key.startswith(prefix)]
    counts = {kind: len(refs(notes.story, prefix + kind, "event")) for kind in kinds}
    ranked = sorted((k for k in kinds if counts[k]), key=lambda k: (k == "other", -counts[k], k))
    shelves = [Shelf(kind_word(k), notes.to(urls.timeline(f"of-{k}")), counts[k]) for k in ranked]
    return tuple(shelves)


def _unlisted(story: Reader, listed: list[Ref]) -> list[Ref]:
    """Events that no year has: undated, or known only as before or after some day."""
    known = {ref.id for ref in listed}
    return [Ref("event", id) for id in story.keys(EVENTS) if id not in known]


def _loose_page(story: Reader, loose: list[Ref]) -> Page:
    path = urls.timeline(UNDATED)
    notes = Notes(story, path)
    return _page(
        path, _head(notes, UNDATED, len(loose)), notes, _events(story, loose[:WHOLE]), (), len(loose)
    )


def _head(notes: Notes, period: str, count: int) -> Head:
    name = "Events without a year" if period == UNDATED else f"Timeline {period}"
    trail = [("Timeline", urls.TIMELINE)]
    if len(period) == 7 and period[4] == "-":
        trail.append((period[:4], urls.timeline(period[:4])))
    return Head(name, f"{name}: {plural(count, 'event')}.", "timeline", crumbs(notes, *trail))


def _events(story: Reader, listed: list[Ref]) -> list[Event]:
    found = [event for ref in listed if (event := story.one(EVENTS, ref.id)) is not None]
    return sorted(found, key=lambda e: (_sort(e.date or ""), e.id))


def _sort(date: str) -> str:
    return in_time(date) or "9999"


def _page(
    path: str,
    head: Head,
    notes: Notes,
    events: list[Event],
    shelves: tuple[Shelf, ...],
    total: int,
    kinds: tuple[Shelf, ...] = (),
) -> Page:
    view = TimelineView(head, strip(events), _years(notes, events), shelves, kinds, len(events), total)
    return Page(path, "timeline.html", view)


def _years(notes: Notes, events: list[Event]) -> tuple[YearGroup, ...]:
    years: dict[str, dict[str, list[EventLine]]] = {}
    for event in events:
        date = (event.date or "").lstrip("[.").replace("/..", "")
        month = month_of(date)
        years.setdefault(date[:4], {}).setdefault(month, []).append(event_line(notes, event, 2))
    return tuple(
        YearGroup(
            year, f"y{year or '-undated'}", tuple(_month(name, lines) for name, lines in months.items())
        )
        for year, months in years.items()
    )


def _month(name: str, lines: list[EventLine]) -> MonthGroup:
    return MonthGroup(name, f"m{name or '-undated'}", tuple(lines))


def strip(events: list[Event]) -> Strip:
    """The dated events along a line of 1000 units, lowered where they would cover each other."""
    placed = [(bounds, event) for event in events if event.date and (bounds := day_bounds(event.date))]
    if len(placed) < 2:
        return Strip((), (), 0)
    line = axis([b[0] for b, _ in placed], max(b[1] for b, _ in placed))
    ends: list[float] = []
    marks: list[StripMark] = []
    for (start, end), event in placed:
        x = line.place(start)
        width = max(8.0, round(line.place(end) - x, 1))
        x = min(x, 1000 - width)
        row = next((n for n, edge in enumerate(ends) if edge + 3 < x), len(ends))
        ends[row : row + 1] = [x + width]
        marks.append(StripMark(f"#{event.id}", x, width, row, event.status, event.title))
    return Strip(tuple(marks), _named(line.ticks(), placed), len(ends), line.breaks())


def _named(ticks: tuple[Tick, ...], placed: list[tuple[tuple[float, float], Event]]) -> tuple[Tick, ...]:
    """The ticks, the first month of a year all of whose events have no month named by the year alone."""
    dates = [event.date or "" for _, event in placed]
    years = {date[:4] for date in dates if len(date) <= len("2030~")}
    years -= {date[:4] for date in dates if len(date) > len("2030~")}
    return tuple((x, name[:4] if name[4:] == "-01" and name[:4] in years else name) for x, name in ticks)


def day_bounds(edtf: str) -> tuple[float, float] | None:
    """First and last day of an EDTF date, counted in days of 365.25 a year; None where it has no year."""
    ends = [part.strip("?~%") for part in edtf.strip("[]").replace("..", "/").split("/")]
    days = [(_day(part, 1, 1), _day(part, 12, 31)) for part in ends if part[:4].isdigit()]
    return (days[0][0], days[-1][1]) if days else None


def _day(part: str, month: int, day: int) -> float:
    pieces = [int(p) for p in part[:10].split("-") if p.isdigit()]
    year = pieces[0]
    if len(pieces) > 1:
        month = pieces[1] if pieces[1] <= 12 else month
    if len(pieces) > 2:
        day = pieces[2]
    return round(year * 365.25 + (month - 1) * 30.44 + day, 2)
