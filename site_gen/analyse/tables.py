"""Private tables of the analysis: small rows between one step and the next."""

from typing import NamedTuple

from site_gen.records import Evidence
from site_gen.tables import Decision, Table
from site_gen.values import dataclass


class Sketch(NamedTuple):
    """An article reduced to what tells copies and rewrites: hashes of the stems of its content words."""

    article: str
    text: str
    """Hash of the words: equal for exact copies."""
    sentences: tuple[tuple[int, ...], ...]
    quoted: tuple[int, ...]
    """Hashes of the pairs of stems inside quotation marks."""
    published: str
    agency: str
    dateline: bool
    size: int
    facts: tuple[int, ...]
    """Hashes of the names and figures."""


class Sharing(NamedTuple):
    """Articles that share a rare trait."""

    articles: tuple[str, ...]


class Pair(NamedTuple):
    """Two articles to be compared, the smaller id first."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are one witness."""

    other: str
    relation: str
    """copy or rewrite."""
    score: float
    reason: str


class FigurePoint(NamedTuple):
    """A figure with what comparing it needs."""

    id: str
    article: str
    published: str
    evidence: Evidence
    sentence: Evidence
    value: float
    low: float | None
    high: float | None
    unit: str
    unit_kind: str
    approximate: bool
    qualifier: str
    measure: str
    words: tuple[str, ...]
    """Stems of the measure."""
    around: tuple[str, ...]
    """Stems of the sentence."""
    period: str | None
    place: str
    status: str
    change: str
    equivalent: bool
    deadline: str | None
    currency_assumed: bool
    head: str
    """The one word that names the measure."""
    keys: tuple[str, ...] = ()
    """The measures of which the sentence speaks close to the figure: what may be compared with it."""
    places: tuple[str, ...] = ()
    """Codes of the countries in which the places of its sentence lie."""


class ValueRef(NamedTuple):
    """A figure in a block of figures that may be told of one thing: enough to see whether a look at it pays."""

    id: str
    article: str
    block: str
    """Its key in the figure points."""
    value: float
    published: str
    about: tuple[str, ...]
    """Surnames and agreements that the article names most."""
    pair: str
    """The two countries that the article is about, where there are just two."""


class Promise(NamedTuple):
    """A target or commitment: enough to see whether a look at the figure pays."""

    id: str
    article: str
    block: str
    """Its key in the figure points."""
    status: str
    published: str


@dataclass(frozen=True, slots=True)
class ValueRivals:
    """Two figures of one measure that contradict each other."""

    likeness: float
    one: FigurePoint
    other: FigurePoint


class DayPoint(NamedTuple):
    """A date with what is told to have happened on it, as one sentence has it."""

    article: str
    published: str
    date: str
    deed: str
    """Group of the word that tells what happened."""
    names: tuple[str, ...]
    """Names in the sentence, folded."""
    people: tuple[str, ...]
    """Surnames of the people in the sentence, as sounds."""
    places: tuple[str, ...]
    """Codes of the countries in which the places of the sentence lie."""
    pair: tuple[str, ...]
    """The two countries that the article is about, where there are just two."""
    around: tuple[str, ...]
    """Stems of the sentence."""
    ahead: bool
    """Told as still to come."""
    alone: bool
    """The only date that the article gives for this deed."""
    evidence: Evidence
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class DayClaim:
    """One side of two dates for one event."""

    date: str
    articles: tuple[str, ...]
    places: tuple[Evidence, ...]
    subject: str
    """`event/id`, or nothing."""


@dataclass(frozen=True, slots=True)
class DayRivals:
    """Two dates that are told of what seems one event."""

    about: str
    weight: float
    one: DayClaim
    other: DayClaim


class QuotePoint(NamedTuple):
    """A quotation with what comparing it needs."""

    id: str
    article: str
    published: str
    home: str
    """The country that the article names most."""
    evidence: Evidence
    person: int
    """Index of the speaker in `Findings.people`; -1 where it is none of them."""
    speaker_name: str
    speaker_evidence: Evidence


class TermCount(NamedTuple):
    """A term of one article."""

    article: str
    surface: str
    times: int


@dataclass(frozen=True, slots=True)
class TermSummary:
    """A term over all articles."""

    term: str
    surface: str
    articles: int
    count: int


@dataclass(frozen=True, slots=True)
class TopicTerm:
    """A term that was chosen for a topic."""

    topic: str
    name: str
    basis: str


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One line of the editor's list: a topic's name and the words that speak of it."""

    name: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPart:
    """What one article contributes to a topic."""

    name: str
    basis: str
    article: str
    published: str
    evidence: tuple[Evidence, ...]
    leaders: tuple[str, ...]
    agreements: tuple[str, ...]
    figures: tuple[str, ...]
    events: tuple[str, ...]


TOPIC_MONTHS: Table[TopicPart] = Table("topic months", TopicPart)
"""Key: `topic/2025-08`, `topic/2025` or `topic/undated`, by the day of publication; rows: parts of these articles."""
TOPIC_NAMES: Table[str] = Table("topic names", str)
"""Key: topic; row: its name. Changes less often than the topic."""
SKETCHES: Table[Sketch] = Table("sketches", Sketch, listed=False)
"""Key: article id."""
TRAITS: Table[str] = Table("traits", str, ".", listed=False)
"""Key: hash of a pair of stems or of a whole text; rows: articles."""
SHARED: Table[Sharing] = Table("shared traits", Sharing, listed=False)
"""Key: article id."""
PAIRS: Table[Pair] = Table("pairs", Pair, "|", listed=False)
"""Key: both article ids."""
LINKS: Table[Link] = Table("links", Link, listed=False)
"""Key: article id."""
LINEAGE_OF: Table[str] = Table("lineage of", str, listed=False)
"""Key: article id; row: id of its lineage."""

FIGURE_POINTS: Table[FigurePoint] = Table("figure points", FigurePoint, listed=False)
"""Key: unit and measure."""
PROMISES: Table[Promise] = Table("promises", Promise, listed=False)
"""Key: value and unit; targets and commitments."""
VALUE_REFS: Table[ValueRef] = Table("value refs", ValueRef, listed=False)
"""Key: unit and a measure of which the sentence speaks."""
VALUE_RIVALS: Table[ValueRivals] = Table("value rivals", ValueRivals, listed=False)
"""Key: unit and both values, the smaller first."""
DAY_POINTS: Table[DayPoint] = Table("day points", DayPoint, listed=False)
"""Key: deed and month."""
DAY_RIVALS: Table[DayRivals] = Table("day rivals", DayRivals, listed=False)
"""Key: both dates, the earlier first."""
ARTICLE_PLACES: Table[tuple[str, ...]] = Table("article places", tuple[str, ...], listed=False)
"""Key: article id; codes of the countries that it names, cities included."""
STORY_NAMES: Table[tuple[int, ...]] = Table("story names", tuple[int, ...], listed=False)
"""Key: article id; hashes of the names that stand in it."""
FIGURE_SERIES: Table[tuple[str, str]] = Table("figure series", tuple[str, str], listed=False)
"""Key: article id; rows: a figure and its series."""
ARTICLE_DECISIONS: Table[Decision] = Table("article decisions", Decision, listed=False)
"""Key: article id; what the editor decided about its figures and quotes."""
QUOTE_POINTS: Table[QuotePoint] = Table("quote points", QuotePoint, listed=False)
"""Key: hash of the quoted words."""

TERMS: Table[TermCount] = Table("terms", TermCount, listed=False)
"""Key: the term."""
TERM_SUMMARIES: Table[TermSummary] = Table("term summaries", TermSummary, listed=False)
"""One key, `all`: terms of two articles or more."""
TOPIC_TERMS: Table[TopicTerm] = Table("topic terms", TopicTerm, listed=False)
"""Key: a term."""
TOPIC_LIST: Table[TopicEntry] = Table("topic list", TopicEntry, listed=False)
"""Input. One key, `all`: the editor's topics from site.yaml."""
TOPIC_PARTS: Table[TopicPart] = Table("topic parts", TopicPart, listed=False)
"""Key: id of the topic."""
