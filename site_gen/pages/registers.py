"""Long lists as registers: each entry lies on a small shelf, so that an edit touches the pages of its shelves alone.

A stage puts every record on its shelves; the shelves are counted, and whether a list is long enough to be split is a
row of its own, which hardly ever changes.
"""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from site_gen.analyse.tables import TOPIC_MONTHS, TopicPart
from site_gen.pages.shelves import UNDATED, letter
from site_gen.records import Agreement, Conflict, Event, Figure, Lineage, Relation
from site_gen.resolve.agreements.life import latest, part_of_life
from site_gen.tables import (
    AGREEMENTS,
    CARDS,
    CARDS_OF_VALUES,
    CONFLICTS,
    EVENTS,
    FIGURES,
    LINEAGES,
    RELATIONS,
    Card,
    Reader,
    Ref,
    Row,
    StageSpec,
    Table,
)

_NOT_LISTED = frozenset({"figure", "quote", "lineage", "conflict"})
"""Kinds of record that the A to Z leaves out: they have no names to look for, and lists of their own."""
_PROMISED = frozenset({"target", "commitment"})


class Promised(Struct, frozen=True, array_like=True):
    """Something that somebody said would be."""

    kind: str
    """figure or event."""
    id: str
    """Of the figure or the event."""
    due: str
    """EDTF; may be empty."""
    title: str
    """What."""


class Standing(Struct, frozen=True, array_like=True):
    """An agreement in the register."""

    id: str
    """Its id."""
    date: str
    """EDTF of its latest stage; may be empty."""
    title: str
    """Its name, for sorting."""


class Size(Struct, frozen=True, array_like=True):
    """How full a shelf is."""

    shelf: str
    """Its name."""
    count: int
    """Entries on it."""


LETTERED: Table[Card] = Table("a to z", Card)
"""Key: first letter of the title."""
RELATED: Table[Relation] = Table("related", Relation)
"""Key: first letter of the id of who acts."""
PROMISED: Table[Promised] = Table("promised", Promised)
"""Key: year of the deadline and first letter, `2025-s`, `undated-s`."""
AGREED: Table[Standing] = Table("agreed", Standing)
"""Key: first letter of the name."""
EVENT_MONTHS: Table[Ref] = Table("event months", Ref)
"""Key: `2025-08`, the year alone, or `undated`; rows: events by date."""
OUTLETS: Table[str] = Table("outlets", str)
"""Key: name of an outlet, empty where none is named; rows: ids of its articles by date."""
SHARED: Table[str] = Table("shared lineages", str)
"""Key: `all`; rows: ids of lineages of more than one article."""
STANDING: Table[Standing] = Table("standing", Standing)
"""Key: the part of life of the latest stage, from `0`."""
SIZES: Table[Size] = Table("shelf sizes", Size)
"""Key: name of the list, as its table has it, `promised/2025`, `event months/2025` or `topic/id`; rows by shelf."""
LONG: Table[bool] = Table("long lists", bool)
"""Key: as of `SIZES`; whether the list has more than one page."""
DISPUTED = "contradictions"
"""Name of the list of contradictions in `SIZES` and `LONG`."""

_LIMITS = {
    LETTERED.name: 600,
    RELATED.name: 300,
    PROMISED.name: 150,
    AGREED.name: 300,
    EVENT_MONTHS.name: 150,
    DISPUTED: 40,
}
"""Entries of a list, or of a year of it, that one page shows."""
_YEARLY = frozenset({PROMISED.name, EVENT_MONTHS.name})
"""Lists with a page for each year."""


_TOPIC = 60
"""Articles of a topic that its page shows."""


def is_long(story: Reader, name: str) -> bool:
    """Whether a list is so long that it has pages for its shelves."""
    found: bool | None = story.one(LONG, name)
    return bool(found)


def unique(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Entries of a shelf, each once."""
    return tuple(dict.fromkeys(rows))


def shelf_of_promise(promise: Promised) -> str:
    """The shelf on which a promise lies."""
    year = promise.due[:4]
    return f"{year if year.isdigit() else 'undated'}-{letter(promise.title)}"


def month_of(date: str) -> str:
    """The month of an EDTF date, the year where it has none; empty without a year."""
    if not date[:4].isdigit():
        return ""
    return date[:7] if date[4:5] == "-" and date[5:7].isdigit() else date[:4]


def _card(_key: str, rows: tuple[Card, ...], _story: Reader) -> Iterator[Row]:
    card = rows[0]
    if card.kind == "article":
        yield Row(OUTLETS, card.subtitle, card.id, f"{card.date or '9'} {card.id}")
    if card.kind not in _NOT_LISTED:
        yield Row(LETTERED, letter(card.title), card, f"{card.title.casefold()}\0{card.kind}\0{card.id}")


def _lineage(_key: str, rows: tuple[Lineage, ...], _story: Reader) -> Iterator[Row]:
    if len(rows[0].articles) > 1:
        yield Row(SHARED, "all", rows[0].id, rows[0].id)


def _relation(key: str, rows: tuple[Relation, ...], _story: Reader) -> Iterator[Row]:
    for r in unique(rows):
        if r.source == key:
            order = f"{r.type}\0{r.date or '9'}\0{r.source}\0{r.target}"
            yield Row(RELATED, letter(r.source.partition("/")[2]), r, order)


def _figure(_key: str, rows: tuple[Figure, ...], _story: Reader) -> Iterator[Row]:
    f = rows[0]
    if f.status in _PROMISED:
        yield _promise(Promised("figure", f.id, f.deadline or f.period or "", f.measure or f.evidence.exact))


def _event(_key: str, rows: tuple[Event, ...], _story: Reader) -> Iterator[Row]:
    e = rows[0]
    yield Row(EVENT_MONTHS, month_of(e.date or "") or UNDATED, Ref("event", e.id), e.date or "")
    if e.status == "planned" and e.evidence:
        yield _promise(Promised("event", e.id, e.date or "", e.title))


def _promise(made: Promised) -> Row:
    return Row(PROMISED, shelf_of_promise(made), made, f"{made.due or '9'}\0{made.title}\0{made.id}")


def _agreement(_key: str, rows: tuple[Agreement, ...], _story: Reader) -> Iterator[Row]:
    a = rows[0]
    last = latest(a.stages)
    entry = Standing(a.id, (last.date if last else None) or "", a.name.casefold())
    yield Row(AGREED, letter(a.name), entry, a.id)
    yield Row(STANDING, str(part_of_life(last.stage) if last else 4), entry, a.id)


def _conflict(key: str, rows: tuple[Conflict, ...], _story: Reader) -> Iterator[Row]:
    yield Row(SIZES, DISPUTED, Size(key, len(rows)), key)


def _counted(name: str) -> Callable[[str, tuple[Any, ...], Reader], Iterator[Row]]:
    def count(key: str, rows: tuple[Any, ...], _story: Reader) -> Iterator[Row]:
        size = Size(key, len(unique(rows)))
        yield Row(SIZES, name, size, key)
        if name in _YEARLY:
            yield Row(SIZES, f"{name}/{key.partition('-')[0]}", size, key)

    return count


def _topic_month(key: str, rows: tuple[TopicPart, ...], _story: Reader) -> Iterator[Row]:
    topic, _, month = key.rpartition("/")
    yield Row(SIZES, f"topic/{topic}", Size(month, len(rows)), month)


def _long(key: str, rows: tuple[Size, ...], _story: Reader) -> Iterator[Row]:
    yield Row(LONG, key, sum(size.count for size in rows) > _LIMITS.get(key.partition("/")[0], _TOPIC))


def by_year(sizes: tuple[Size, ...]) -> dict[str, int]:
    """Entries by year, from shelves that begin with it."""
    years: dict[str, int] = {}
    for size in sizes:
        year = size.shelf.partition("-")[0]
        years[year] = years.get(year, 0) + size.count
    return years


STAGES: tuple[StageSpec[Any], ...] = (
    StageSpec("register: cards", CARDS, _card, skips=CARDS_OF_VALUES),
    StageSpec("register: lineages", LINEAGES, _lineage),
    StageSpec("register: relations", RELATIONS, _relation),
    StageSpec("register: figures", FIGURES, _figure),
    StageSpec("register: events", EVENTS, _event),
    StageSpec("register: agreements", AGREEMENTS, _agreement),
    StageSpec("register: contradictions", CONFLICTS, _conflict),
    *(
        StageSpec(f"shelves counted: {table.name}", table, _counted(table.name))
        for table in (LETTERED, RELATED, PROMISED, AGREED, EVENT_MONTHS)
    ),
    StageSpec("shelves counted: topic months", TOPIC_MONTHS, _topic_month),
    StageSpec("long lists", SIZES, _long),
)
