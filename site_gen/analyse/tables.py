"""Private tables of the analysis: small rows between one step and the next."""

from typing import NamedTuple

from msgspec import Struct

from site_gen.analyse.series_figure import SeriesFigure
from site_gen.records import Conflict, Evidence
from site_gen.tables import Decision, Table


class Sketch(Struct, frozen=True, array_like=True):
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
    counts: tuple[tuple[tuple[float, int], ...], ...]
    """Of each sentence its numbers, with the hash of the word behind."""
    credited: tuple[str, ...] = ()
    """Names, folded, that the text says it has something from: agencies, perhaps."""


class Sharing(Struct, frozen=True, array_like=True):
    """Articles that share a rare trait."""

    articles: tuple[str, ...]


class Pair(Struct, frozen=True, array_like=True):
    """Two articles to be compared, the smaller id first."""

    first: str
    second: str


class Link(Struct, frozen=True, array_like=True):
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
    scope: tuple[str, ...] = ()
    """Of those the ones of its clause, or of the place named last before it."""
    total: float = 0.0
    """What it gives with the other figures of its unit in the sentence; 0 where there are none."""
    near: tuple[str, ...] = ()
    """Stems of the words of its clause that stand closest."""
    of: tuple[str, ...] = ()
    """What it is the measure of, in stems: the word before the measure's noun, or behind `in` or `of`."""


class ValueRef(Struct, frozen=True, array_like=True):
    """A figure in a block of figures that may be told of one thing: enough to see whether a look at it pays."""

    id: str
    article: str
    value: float
    published: str
    about: tuple[str, ...]
    """Surnames and agreements that the article names most."""
    pair: str
    """The two countries that the article is about, where there are just two."""


class ValuePair(NamedTuple):
    """What two articles say of one measure, where it may contradict each other."""

    measure: str
    one: tuple[ValueRef, ...]
    other: tuple[ValueRef, ...]


class Promise(Struct, frozen=True, array_like=True, order=True):
    """A target or commitment: enough to see whether a look at the figure pays."""

    id: str
    article: str
    status: str
    published: str


class ValueRivals(Struct, frozen=True, array_like=True):
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
    deals: tuple[tuple[str, ...], ...] = ()
    """For each agreement that the sentence names, the words that tell it from others, sorted."""


class RivalClaim(Struct, frozen=True, array_like=True):
    """One side of two values told of one matter: days, names, places, what was done or not."""

    value: str
    """Of a day, EDTF."""
    articles: tuple[str, ...]
    places: tuple[Evidence, ...]
    subject: str
    """`event/id`, or nothing."""
    says: str = ""
    """What it says in short, where that is not the value itself."""


class Rivals(Struct, frozen=True, array_like=True):
    """Two values that are told of what seems one matter."""

    about: str
    weight: float
    one: RivalClaim
    other: RivalClaim
    kind: str = "date"


class Statement(Struct, frozen=True, array_like=True):
    """What an article says that another may say otherwise."""

    number: int
    """Its place among those of the article."""
    kind: str
    """`when by`, `span within`, `words` or `deed` with what they are of: equal for what may be compared."""
    value: str
    names: tuple[str, ...]
    """Names in the sentence, folded."""
    evidence: Evidence
    sentence: Evidence


class StatementRef(Struct, frozen=True, array_like=True):
    """A statement in a block of those that may be of one matter: the words around it, and not where it stands."""

    article: str
    number: int
    published: str
    kind: str
    value: str
    before: tuple[str, ...]
    """Stems of its clause before it, the nearest first."""
    after: tuple[str, ...]
    """Stems of its clause behind it, the nearest first."""
    around: tuple[str, ...]
    """Stems of the sentence."""
    names: tuple[str, ...]
    """Names in the sentence, folded."""
    pair: tuple[str, ...]
    """The two countries that the article is about, where there are just two."""
    figures: tuple[str, ...]
    """Numbers of the sentence, where they have a say."""
    cues: tuple[str, ...]
    """What else of the sentence has a say: the bodies that vote, `moved` for a date that was another, `never`."""

    @property
    def near(self) -> tuple[str, ...]:
        """The stems closest to it."""
        return self.before[:4] + tuple(w for w in self.after[:3] if w not in self.before[:4])


class StatementPair(NamedTuple):
    """Two statements of two articles that cannot both be so, if they are of one matter."""

    one: int
    other: int
    weight: float
    """Share of the words of their sentences that they have in common."""


class Namesake(Struct, frozen=True, array_like=True):
    """A person with a first name, as far as telling two of one surname apart needs."""

    id: str
    name: str
    posts: tuple[str, ...]
    """Families of the titles held at the time of writing."""
    places: tuple[str, ...]
    articles: tuple[str, ...]


class QuotePoint(Struct, frozen=True, array_like=True):
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
    meant: bool
    """A pronoun, which may be another's."""


class TermCount(Struct, frozen=True, array_like=True):
    """A term of one article."""

    article: str
    surface: str
    times: int


class TermSummary(Struct, frozen=True, array_like=True):
    """A term over all articles."""

    term: str
    surface: str
    articles: int
    count: int


class TopicTerm(Struct, frozen=True, array_like=True):
    """A term that was chosen for a topic."""

    topic: str
    name: str
    basis: str


class TopicEntry(Struct, frozen=True, array_like=True):
    """One line of the editor's list: a topic's name and the words that speak of it."""

    name: str
    terms: tuple[str, ...] = ()


class TopicPart(Struct, frozen=True, array_like=True):
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
"""Key: article id."""
SERIES_FIGURES: Table[SeriesFigure] = Table("series figures", SeriesFigure, listed=False)
"""Key: unit and measure."""
PROMISES: Table[Promise] = Table("promises", Promise, listed=False)
"""Key: value and unit; targets and commitments."""
VALUE_REFS: Table[ValueRef] = Table("value refs", ValueRef, listed=False)
"""Key: unit and a measure of which the sentence speaks."""
VALUE_PAIRS: Table[ValuePair] = Table("value pairs", ValuePair, "|", listed=False)
"""Key: both article ids, the smaller first."""
DRAFTS: Table[Conflict] = Table("conflict drafts", Conflict, listed=False)
"""Key: `all`: there are few, and any two may be one matter."""
VALUE_RIVALS: Table[ValueRivals] = Table("value rivals", ValueRivals, listed=False)
"""Key: unit and both values, the smaller first."""
DAY_POINTS: Table[DayPoint] = Table("day points", DayPoint, listed=False)
"""Key: deed and month."""
NAMESAKES: Table[Namesake] = Table("namesakes", Namesake, listed=False)
"""Key: skeleton of the surname."""
STATEMENTS: Table[Statement] = Table("statements", Statement, listed=False)
"""Key: article id."""
STATEMENT_REFS: Table[StatementRef] = Table("statement refs", StatementRef, listed=False)
"""Key: kind and a stem that stands near; ordered by value."""
STATEMENT_PAIRS: Table[StatementPair] = Table("statement pairs", StatementPair, "|", listed=False)
"""Key: both article ids, that of `one` first."""
RIVALS: Table[Rivals] = Table("rivals", Rivals, listed=False)
"""Key: kind and both values."""
ARTICLE_PLACES: Table[tuple[str, ...]] = Table("article places", tuple[str, ...], listed=False)
"""Key: article id; codes of the countries that it names, cities included."""
STORY_NAMES: Table[tuple[int, ...]] = Table("story names", tuple[int, ...], listed=False)
"""Key: article id; hashes of the names that stand in it."""
GISTS: Table[dict[str, float]] = Table("gists", dict[str, float], listed=False)
"""Key: article id; the words that tell most of what it is about, each with its weight."""
ALIKE: Table[bool] = Table("gists alike", bool, "|", listed=False)
"""Key: two articles whose figures are compared, and which have enough in common to be of one matter."""
NAMED_IN: Table[str] = Table("named in", str, ".", listed=False)
"""Key: hash of a name; rows: articles that have it, of each the names with the least hashes."""
RARE_NAMES: Table[str] = Table("rare names", str, listed=False)
"""Key: hash of a name that two articles have, or a few more."""
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
