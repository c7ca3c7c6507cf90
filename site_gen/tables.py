"""How stages hand records on: typed tables of rows, read by key, and what may be emitted into them.

A stage is a pure function that is run once for each key of one table and emits rows into later tables. The
engine remembers which rows a run read and emitted, so that after an edit only the runs whose input changed
are done again; a clean build is the same with all of them changed. Nothing here knows about storage.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from site_gen.errors import Problem
from site_gen.records import (
    Agreement,
    Article,
    Conflict,
    DatedArticle,
    Event,
    Figure,
    Findings,
    Leader,
    Lineage,
    Quote,
    Relation,
    Series,
    Topic,
)

V = TypeVar("V")


class Table(Struct, Generic[V], frozen=True):
    """A name and the type of its rows. A key may hold any number of rows."""

    name: str
    type: type[V]
    together: str | int = ""
    """Keys that are alike up to the last of this character, or in so many first characters, are stored together."""
    listed: bool = True
    """Whether `Reader.keys` can tell its keys."""


class Row(NamedTuple):
    """One row to be written: what a stage emits."""

    table: Table[Any]
    key: str
    value: Any
    order: str = ""
    """Rows of one key come back sorted by this, then by their content."""


class Reader(Protocol):
    """What stages and pages may read. Every read is remembered as a dependency of the run that made it."""

    def rows(self, table: Table[V], key: str) -> tuple[V, ...]:
        """All rows of a key, in order; empty where there are none."""

    def one(self, table: Table[V], key: str) -> V | None:
        """The first row of a key, or None."""

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys of a listed table, sorted. A run that calls this is done again whenever a key comes or goes."""

    def count(self, table: Table[Any]) -> int:
        """How many keys a listed table has; depends on what `keys` depends on."""


class StageSpec(Struct, Generic[V], frozen=True):
    """A step: `run(key, rows, story)` for each key of `reads`; emits into tables of later stages."""

    name: str
    """Its own, no other stage's."""
    reads: Table[V]
    """It is run once for each key of this table."""
    run: Callable[[str, tuple[V, ...], Reader], Iterable[Row]]
    """(key, its rows, the story) -> rows for other tables."""
    local: bool = False
    """Reads `FINDINGS`, and nothing but the rows of the same article: it is run where the article is read."""
    least: int = 1
    """A key with fewer rows than this is passed over: with one row there is nothing to compare."""
    orders: int = 1
    """A key is passed over too where its rows have fewer orders than this: where the order is what a row says, and
    all say the same, there is nothing to compare."""
    skips: tuple[str, ...] = ()
    """What the keys begin with that are passed over: of these it has nothing to say."""
    run_each: Callable[[Sequence[tuple[str, tuple[V, ...], Reader]]], list[list[Row]]] | None = None
    """Of a local stage: `run` for several articles, where that takes less time than one after the other."""


class Card(Struct, frozen=True, array_like=True):
    """The little that a link to a record shows: all that other pages depend on."""

    kind: str
    """leader, person, agreement, event, figure, series, quote, topic, conflict, article, place."""
    id: str
    title: str
    subtitle: str = ""
    date: str = ""
    """EDTF; for sorting and for a date beside the link."""
    url: str = ""
    """Of an article: its own address on the web, where that is known."""
    on: str = ""
    """Of a figure its series, of a quotation its speaker: on whose page it is shown."""


class SiteInfo(Struct, frozen=True):
    """What the config says about the site as a whole: on every page."""

    title: str
    """Name of the site."""
    tagline: str = ""
    """One sentence under it; may be empty."""
    base_url: str = ""
    """Where the site will be published, with a closing slash; empty where unknown. Links never need it."""
    language: str = "en"
    """Language of the site, as a BCP 47 tag."""
    author: str = ""
    """The desk or person that answers for the site."""
    licence: str = ""
    """Under which the site's own words and data may be used."""
    version: str = ""
    """Of site-gen."""
    beside: tuple[str, ...] = ()
    """Forms of data beside single pages: `twins` (what a page shows, as JSON), `annotations` of articles."""


class Ref(Struct, frozen=True, array_like=True):
    """A pointer from one record to another."""

    kind: str
    id: str


class Mark(Struct, frozen=True, array_like=True):
    """A span of an article that a record was made from: what the article page highlights and lists."""

    start: int
    end: int
    sentence: int
    kind: str
    id: str
    label: str


class SentenceText(Struct, frozen=True, array_like=True):
    """One sentence with its words: a page that cites it depends on it, not on the whole article."""

    start: int
    """Offset in the article's text."""
    text: str
    """As typed."""
    reading: str = ""
    """The same with markup blanked, where that differs."""


class Decision(Struct, frozen=True):
    """One line of decisions.yaml: what the editor settled. Wins over every rule."""

    action: str
    """merge, apart, same, not-leader, correct, title, hide, note."""
    target: str
    """`kind/id`, e.g. `leader/narendra-modi`."""
    other: str = ""
    field: str = ""
    value: str = ""
    line: int = 0


class FieldChange(Struct, frozen=True):
    """One field of a record before and after; empty where it was not there."""

    field: str
    """Its name."""
    old: str
    """Before."""
    new: str
    """After."""


class ChangeEntry(Struct, frozen=True):
    """One line of the journal `changes.jsonl`."""

    day: str
    """ISO date on which it was recorded."""
    record: str
    """`kind/id`."""
    change: str
    """added, changed, removed."""
    title: str
    fields: tuple[FieldChange, ...]
    why: str
    """article added, edited or removed (with its id), decision, ..."""


class Exported(Struct, frozen=True):
    """What there is to export, and in which forms it is."""

    counts: tuple[tuple[str, int], ...]
    """Kind of record, as in `records.json`, and how many there are."""
    groups: tuple[str, ...]
    """Names of the forms, as `exports` in site.yaml has them."""
    examples: tuple[tuple[str, str, str], ...] = ()
    """Kind of record, name of a field, and a value that it has on this site, as JSON."""
    left_out: tuple[str, ...] = ()
    """Forms that were not asked for, or left out because there are too many records."""


# Input: one article a key.
ARTICLES: Table[Article] = Table("articles", Article)
FINDINGS: Table[Findings] = Table("findings", Findings)
PROBLEMS: Table[Problem] = Table("problems", Problem)
"""Key: path of the content file."""
DECISIONS: Table[Decision] = Table("decisions", Decision)
"""Key: the target, `kind/id`."""

CHANGES: Table[ChangeEntry] = Table("changes", ChangeEntry)
"""Key: the day of recording; rows in order of the journal."""

SITE: Table[SiteInfo] = Table("site", SiteInfo)
"""One key, `site`: what pages of the whole story are made for."""

EXPORTED: Table[Exported] = Table("exported", Exported)
"""One key, `data`: known when all stages have run."""
FORMS: Table[str] = Table("forms", str)
"""One key, `all`: names of the forms of data that the site has; changes less often than what is in them."""

_DAY = 10
"""Characters of the day that most ids of events begin with."""

# Resolved records, by id.
LEADERS: Table[Leader] = Table("leaders", Leader)
"""Leaders and other named people; `Leader.leader` tells them apart."""
AGREEMENTS: Table[Agreement] = Table("agreements", Agreement)
FIGURES: Table[Figure] = Table("figures", Figure, "-")
QUOTES: Table[Quote] = Table("quotes", Quote, "-")
EVENTS: Table[Event] = Table("events", Event, _DAY)

# Analysis, by id.
SERIES: Table[Series] = Table("series", Series)
TOPICS: Table[Topic] = Table("topics", Topic)
LINEAGES: Table[Lineage] = Table("lineages", Lineage)
CONFLICTS: Table[Conflict] = Table("conflicts", Conflict)
DATED: Table[DatedArticle] = Table("dated", DatedArticle)
"""Key: article id. The publication date after all articles were compared, and the lineage."""
RELATIONS: Table[Relation] = Table("relations", Relation)
"""Key: `kind/id` of the source; each relation is emitted under both ends."""

# Look-ups.
CARDS: Table[Card] = Table("cards", Card, "-")
"""Key: `kind/id`."""
CARDS_OF_VALUES = ("figure/", "quote/")
"""What the keys of `CARDS` begin with that are in no list of records: those of most cards."""
REFS: Table[Ref] = Table("refs", Ref)
EVENT_KIND = "eventkind"
"""What the keys of `REFS` begin with that list the events of one kind."""
"""Key: `kind/id` (also `year/2025`, `place/...`); rows: every record that concerns it, ordered by date."""
MARKS: Table[Mark] = Table("marks", Mark)
"""Key: article id. Ordered by start."""
SENTENCES: Table[SentenceText] = Table("sentences", SentenceText, "#", listed=False)
"""Key: `article#index`."""
PERSON_IDS: Table[str] = Table("person ids", str, "/", listed=False)
"""Key: `article/index of Findings.people`; row: id of the leader."""
AGREEMENT_IDS: Table[str] = Table("agreement ids", str, "/", listed=False)
"""Key: `article/index of Findings.agreements`; row: id of the agreement."""
EVENT_IDS: Table[str] = Table("event ids", str, "/", listed=False)
"""Key: `article/index of Findings.events`; row: id of the event."""
