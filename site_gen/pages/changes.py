"""What changed in the story's records, by the day it was recorded, with old and new values and why."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural
from site_gen.pages.questions import in_full
from site_gen.pages.shelves import Shelf
from site_gen.tables import CARDS, CHANGES, Card, ChangeEntry, FieldChange, Reader, SiteInfo

_ON_FIRST = 300
"""Changes that the first page shows, whole days only, the latest day always; all are on pages by month."""
_HIDDEN = frozenset({"content"})
"""Fields that stand for bytes and tell a reader nothing."""


class ChangeLine(Struct, frozen=True):
    """One record that was added, changed or removed."""

    link: Link
    """The record; without an address where it is gone."""
    change: str
    """added, changed or removed."""
    fields: tuple[FieldChange, ...]
    """For a changed record: each field with its old and its new value."""
    why: str
    """What brought it about, in words."""
    cause: Link | None
    """The article that brought it about."""


class ChangedDay(Struct, frozen=True):
    """All changes recorded on one day."""

    day: str
    """ISO date."""
    lines: tuple[ChangeLine, ...]
    """Articles, and what was changed or removed; then, from `read` on, what was only added with an article."""
    read: int
    """Where the records begin that were only added."""
    added: int
    """Records added."""
    changed: int
    """Records changed."""
    removed: int
    """Records removed."""


class ChangesView(Struct, frozen=True):
    """The latest changes, or those of one month."""

    head: Head
    """Title and way here."""
    days: tuple[ChangedDay, ...]
    """The latest first."""
    shelves: tuple[Shelf, ...]
    """Pages by month."""
    feed: str
    """Address of the feed of changes; empty where the site has none."""


def changes_pages(_key: str, rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The first page with the latest days, and a page for each month where that does not show all."""
    days = story.keys(CHANGES)[::-1]
    counts = {day: len(story.rows(CHANGES, day)) for day in days}
    shown = _latest(days, counts)
    months: dict[str, list[str]] = {}
    for day in days if len(shown) < len(days) else ():
        months.setdefault(day[:7], []).append(day)
    shelves = tuple(
        Shelf(month, f"changes/{month}.html", sum(counts[d] for d in own)) for month, own in months.items()
    )
    told = f"{plural(sum(counts.values()), 'change')} recorded on {plural(len(days), 'day')}."
    notes = Notes(story, urls.CHANGES)
    head = Head("What changed", told if days else "No change has been recorded yet.", "more", crumbs(notes))
    feed = urls.CHANGES_FEED if rows[0].base_url else ""
    first = ChangesView(head, tuple(changed_day(notes, d) for d in shown), shelves, feed)
    return (
        Page(urls.CHANGES, "changes.html", first),
        *(_month_page(story, month, own) for month, own in months.items()),
    )


def changed_day(notes: Notes, day: str) -> ChangedDay:
    """The changes of one day."""
    entries = notes.story.rows(CHANGES, day)
    counts = [sum(entry.change == kind for entry in entries) for kind in ("added", "changed", "removed")]
    titles = {entry.record: entry.title for entry in entries if entry.title}
    ordered = sorted(entries, key=_only_added)
    lines = tuple(_line(notes, entry, titles) for entry in ordered)
    return ChangedDay(day, lines, len(ordered) - sum(map(_only_added, ordered)), *counts)


def _only_added(entry: ChangeEntry) -> bool:
    """A record that came with its article: there are many of these, and the article tells them all."""
    return entry.change == "added" and not entry.record.startswith("article/")


def latest_day(notes: Notes, most: int = 6) -> ChangedDay | None:
    """The last day with changes and the first few of them; None where there is none."""
    days = notes.story.keys(CHANGES)
    if not days:
        return None
    day = changed_day(notes, days[-1])
    return replace(day, lines=day.lines[:most])


def _latest(days: Sequence[str], counts: dict[str, int]) -> Sequence[str]:
    total = 0
    for place, day in enumerate(days):
        total += counts[day]
        if total > _ON_FIRST:
            return days[: max(1, place)]
    return days


def _month_page(story: Reader, month: str, days: list[str]) -> Page:
    path = f"changes/{month}.html"
    notes = Notes(story, path)
    trail = crumbs(notes, ("What changed", urls.CHANGES))
    head = Head(f"What changed in {month}", f"Changes of the records in {month}, by day.", "more", trail)
    view = ChangesView(head, tuple(changed_day(notes, day) for day in days), (), "")
    return Page(path, "changes.html", view)


def _line(notes: Notes, entry: ChangeEntry, titles: Mapping[str, str]) -> ChangeLine:
    """`titles`: of what else changed on that day."""
    kind, _, id = entry.record.partition("/")
    card = notes.story.one(CARDS, entry.record)
    address = notes.address(kind, id) if card else ""
    link = Link(kind, id, _title(kind, entry, card), notes.to(address) if address else "")
    fields = tuple(f for f in entry.fields if f.field not in _HIDDEN) if entry.change == "changed" else ()
    why, _, article = entry.why.partition(": ")
    record = f"article/{article}"
    told = bool(article) and notes.story.one(CARDS, record) is not None
    cause = notes.link("article", article) if told else None
    gone = f"{why}: {titles[record]}" if record in titles else entry.why
    return ChangeLine(link, entry.change, fields, why if told else gone, cause)


def _title(kind: str, entry: ChangeEntry, card: Card | None) -> str:
    """A contradiction as a question, a figure with its value."""
    if kind == "conflict":
        return in_full(entry.title)
    if kind != "figure":
        return entry.title or entry.record.partition("/")[2]
    told = {f.field: f.new or f.old for f in entry.fields}
    value = card.title if card else " ".join(told[f] for f in ("value", "unit") if f in told)
    return ": ".join(filter(None, (value, entry.title))) or entry.record.partition("/")[2]
