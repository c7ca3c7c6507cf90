"""What all articles say together: one leader, one agreement, one event, and where reports disagree.

Every count of witnesses is of independent lineages; articles are counted beside it.
"""

from typing import Literal

from msgspec import Struct

from site_gen.records.article import Published
from site_gen.records.evidence import ArticleId, Evidence
from site_gen.records.findings import NameForm, Office, Party, PersonMention, Speaker, Stage, Timex

RecordBasis = Literal["extracted", "inferred", "editor"]


class Leader(Struct, frozen=True, array_like=True):
    """A person over all articles. `leader` is False for people named without an office."""

    id: str
    name: str
    surname: str
    variants: tuple[NameForm, ...]
    offices: tuple[Office, ...]
    mentions: tuple[PersonMention, ...]
    """In order of article and place."""
    leader: bool
    possibly_same: tuple[tuple[str, str], ...] = ()
    """(id, reason) of people that may be this one: never merged silently."""
    basis: RecordBasis = "extracted"
    note: str = ""
    shared_posts: tuple["SharedPost", ...] = ()
    """Posts of one holder at a time that somebody else is told to hold at about the same time."""


class SharedPost(Struct, frozen=True, array_like=True):
    """Somebody else who is told to hold a post that one person holds at a time: which of them is open."""

    holder: str
    """Id of the other."""
    post: str
    """`Prime Minister, Estonia`."""
    evidence: tuple[Evidence, ...]
    """Where this person is told to hold it, and where the other."""


class AgreementRelation(Struct, frozen=True, array_like=True):
    """How one agreement stands to another."""

    type: Literal["upgrades", "supersedes", "part of", "under", "possibly same"]
    target: str
    evidence: tuple[Evidence, ...]
    reason: str = ""


class Agreement(Struct, frozen=True, array_like=True):
    """An agreement over all articles."""

    id: str
    name: str
    kind: str
    acronym: str
    variants: tuple[NameForm, ...]
    parties: tuple[Party, ...]
    stages: tuple[Stage, ...]
    """In order of date, then of the life of an agreement."""
    relations: tuple[AgreementRelation, ...]
    mentions: tuple[Evidence, ...]
    basis: RecordBasis = "extracted"
    note: str = ""


class Event(Struct, frozen=True, array_like=True):
    """Something that happened, or is to happen, over all articles."""

    id: str
    title: str
    kind: str
    date: str | None
    """EDTF."""
    date_basis: str
    """How the date is known, in words: `stated`, or the reasoning."""
    status: Literal["happened", "planned", "reported"]
    participants: tuple[str, ...]
    """Ids of leaders."""
    parties: tuple[Party, ...]
    place: str
    agreements: tuple[str, ...]
    """Ids of agreements."""
    evidence: tuple[Evidence, ...]
    articles: tuple[ArticleId, ...]
    lineages: tuple[str, ...]
    """Ids of the independent witnesses."""
    within: str = ""
    """Id of the event during which this one took place."""
    basis: RecordBasis = "extracted"
    note: str = ""


class Figure(Struct, frozen=True, array_like=True):
    """A figure with its place in the story."""

    id: str
    article: ArticleId
    evidence: Evidence
    value: float
    low: float | None
    high: float | None
    unit: str
    unit_kind: Literal["money", "percent", "count", "duration", "ratio", "physical"]
    currency_assumed: bool
    approximate: bool
    qualifier: str
    measure: str
    period: str | None
    place: str
    status: Literal["actual", "target", "commitment", "estimate"]
    change_direction: str
    """Empty where no change is told."""
    change_from: str
    """Id of the figure it started from; may be empty."""
    equivalent_of: str
    """Id of the figure that this one restates; may be empty."""
    speaker: str
    speaker_id: str
    deadline: str | None
    sentence: Evidence
    series: str
    """Id of the series it belongs to."""
    opinion: bool
    basis: RecordBasis = "extracted"
    note: str = ""


class SeriesPoint(Struct, frozen=True, array_like=True):
    """One value of a series: a figure of a text, or derived by us."""

    period: str | None
    value: float
    status: str
    figure: str
    """Id of the figure; empty for a derived value."""
    formula: str = ""
    """For a derived value: how it was computed, in words."""


class Series(Struct, frozen=True, array_like=True):
    """One measure in one unit over periods and articles."""

    id: str
    title: str
    measure: str
    unit: str
    unit_kind: str
    figures: tuple[str, ...]
    points: tuple[SeriesPoint, ...]
    """Reported, in order of period."""
    derived: tuple[SeriesPoint, ...]
    """Ours: growth, average a year, implied rate; each with its formula."""
    notes: tuple[str, ...] = ()
    """Cautions: fiscal beside calendar years, assumed currency, target beside actual."""


class Quote(Struct, frozen=True, array_like=True):
    """A quotation with its resolved speaker."""

    id: str
    article: ArticleId
    evidence: Evidence
    text: str
    """Without the marks."""
    speaker: Speaker | None
    speaker_id: str
    """Id of a leader; empty otherwise."""
    addressee: str
    verb: str
    partial: bool
    closed: bool
    opinion: bool
    basis: RecordBasis = "extracted"


class Topic(Struct, frozen=True, array_like=True):
    """A thread of the story, with where it is spoken of."""

    id: str
    name: str
    basis: Literal["editor", "extracted"]
    articles: tuple[ArticleId, ...]
    evidence: tuple[Evidence, ...]
    leaders: tuple[str, ...]
    agreements: tuple[str, ...]
    figures: tuple[str, ...]
    events: tuple[str, ...]


class Lineage(Struct, frozen=True, array_like=True):
    """Articles that are one witness: the first, then its copies and rewrites."""

    id: str
    articles: tuple[ArticleId, ...]
    """In order of derivation."""
    relation: Literal["copy", "rewrite", "alone"]
    score: float
    reasons: tuple[str, ...] = ()
    parents: tuple[tuple[ArticleId, ArticleId, str], ...] = ()
    """(derived, from, relation) for every derived article."""


class Claim(Struct, frozen=True, array_like=True):
    """One side of a conflict."""

    says: str
    evidence: tuple[Evidence, ...]
    lineages: tuple[str, ...]
    supports: str = ""
    """What speaks for it, in words."""


class Conflict(Struct, frozen=True, array_like=True):
    """Reports that contradict each other, side by side. No verdict."""

    id: str
    kind: Literal["date", "name", "value", "stage", "force", "identity", "order", "attribution", "place"]
    about: str
    claims: tuple[Claim, ...]
    reading: str
    """How the difference may have come about, as a possibility."""
    subjects: tuple[str, ...] = ()
    """Ids of the records it concerns, as `kind/id`."""
    note: str = ""


class Relation(Struct, frozen=True, array_like=True):
    """Two leaders, or a leader and an agreement or a country: met, signed, succeeded, member of, party to."""

    type: str
    source: str
    target: str
    date: str | None
    event: str
    evidence: tuple[Evidence, ...]


class DatedArticle(Struct, frozen=True, array_like=True):
    """An article's publication date after all articles were compared."""

    article: ArticleId
    published: Published
    lineage: str
    settled: tuple[tuple[int, str], ...] = ()
    """Dates that the text leaves open and its publication pins down: place in `Findings.dates`, EDTF."""


__all__ = [
    "Agreement",
    "AgreementRelation",
    "Claim",
    "Conflict",
    "DatedArticle",
    "Event",
    "Figure",
    "Leader",
    "Lineage",
    "Quote",
    "Relation",
    "Series",
    "SeriesPoint",
    "SharedPost",
    "Timex",
    "Topic",
]
