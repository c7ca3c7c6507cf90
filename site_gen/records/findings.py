"""What one article says, before it is compared with any other. A pure function of article and lexicon.

`rule` names the rule that made a record: what `site-gen explain` shows.
"""

from typing import Literal

from msgspec import Struct

from site_gen.records.evidence import ArticleId, Evidence, Span


class Timex(Struct, frozen=True, array_like=True):
    """TIMEX3, the form that the field's gold data speaks."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


class DateFinding(Struct, frozen=True, array_like=True):
    """A date expression in the text."""

    evidence: Evidence
    edtf: str | None
    """None where the text names no calendar date."""
    timex: Timex
    role: Literal["publication", "event", "duration", "recurring", "vague"]
    anchor: str
    """EDTF of the date that a relative expression was resolved against; empty for absolute ones."""
    rule: str
    tense: int = 0
    """-1 where its clause tells the past, 1 the future, 0 where it tells nothing."""


class NameForm(Struct, frozen=True, array_like=True):
    """One way in which a person is named."""

    name: str
    kind: Literal["full", "surname", "honorific", "misspelling", "title", "pronoun"]
    count: int


class Office(Struct, frozen=True, array_like=True):
    """A post that somebody holds, held or will hold, as the text puts it."""

    title: str
    """In full and capitalised: `Prime Minister`, `External Affairs Minister`."""
    jurisdiction: str = ""
    """English short name of the country."""
    organization: str = ""
    status: Literal["current", "former", "elect", "acting"] = "current"
    start: str | None = None
    """EDTF of taking office, where a text says it."""
    end: str | None = None
    as_of: str | None = None
    """EDTF of the time at which the text says it was held."""
    jurisdiction_inferred: bool = False
    evidence: tuple[Evidence, ...] = ()
    as_of_report: bool = False
    """`as_of` is the day of the report that names the office: the text itself gives none."""
    ended_by: str | None = None
    """EDTF of the day by which somebody else is told to hold it: worked out, no text says it."""
    successor: str = ""
    """Id of that somebody."""
    ended_evidence: tuple[Evidence, ...] = ()
    """The last place that tells it held, and the first that tells the other holder."""


class PersonMention(Struct, frozen=True, array_like=True):
    """A place that names or means the person. The evidence covers title and name."""

    evidence: Evidence
    form: Literal["full", "surname", "honorific", "misspelling", "title", "pronoun"]
    name: str
    """The name part alone; empty for a title or a pronoun."""


class Kin(Struct, frozen=True, array_like=True):
    """Whom somebody came before or behind in an office, which the article need not name."""

    relation: Literal["predecessor", "successor"]
    name: str
    """The other, as the article's finding is called."""
    title: str
    """The office, where the article tells it; empty else."""
    evidence: Evidence


class PersonFinding(Struct, frozen=True, array_like=True):
    """One person of one article. Other findings refer to it by its place in `Findings.people`."""

    name: str
    """The fullest form the article gives, without titles."""
    surname: str
    given: str
    leader: bool
    """Named with an office (head of state, minister, diplomat, official, head of a body or a company)."""
    offices: tuple[Office, ...]
    mentions: tuple[PersonMention, ...]
    nationality: str = ""
    """English short name of the country, where the text ties the person to one."""
    rule: str = ""
    apart: tuple[str, ...] = ()
    """Full names that the article says are another's (`Her cousin X`)."""
    kin: tuple[Kin, ...] = ()


class PlaceFinding(Struct, frozen=True, array_like=True):
    """A country, a city or a region named in the text."""

    evidence: Evidence
    name: str
    kind: Literal["country", "city", "region", "body"]
    country: str
    """ISO 3166 alpha-2 where it lies in one country; empty otherwise."""
    rule: str = ""


class Party(Struct, frozen=True, array_like=True):
    """A side of an agreement: a country or a body."""

    name: str
    code: str = ""
    """ISO 3166 alpha-2 for a country."""


class Stage(Struct, frozen=True, array_like=True):
    """A step in an agreement's life: the text's own verb (`to be adopted`, `signed`, `in force`)."""

    stage: str
    date: str | None
    """EDTF."""
    evidence: Evidence
    by: str = ""
    """Who, in the text's own words, where the step is one side's (ratified by ...)."""


class AgreementLink(Struct, frozen=True, array_like=True):
    """How this agreement stands to another of the same article."""

    type: Literal["upgrades", "supersedes", "part of", "under", "possibly same"]
    target: int
    """Place in `Findings.agreements`."""
    evidence: Evidence


class AgreementFinding(Struct, frozen=True, array_like=True):
    """One agreement as one article tells it."""

    name: str
    """The fullest form the article gives."""
    kind: str
    """declaration, statement, treaty, pact, memorandum, action plan, partnership, framework, ..."""
    acronym: str
    parties: tuple[Party, ...]
    stages: tuple[Stage, ...]
    relations: tuple[AgreementLink, ...]
    mentions: tuple[Evidence, ...]
    generic: bool = False
    """Named only by a common noun (`a joint statement`): never merged across articles by name alone."""
    rule: str = ""


class Change(Struct, frozen=True, array_like=True):
    """The direction of a change, and the figure it started from."""

    direction: Literal["up", "down", "same", "more", "less", "approximate"]
    from_figure: int = -1
    """Place in `Findings.figures`; -1 where the text gives no starting figure."""


class FigureFinding(Struct, frozen=True, array_like=True):
    """A number with what it measures."""

    evidence: Evidence
    value: float
    low: float | None
    high: float | None
    unit: str
    """ISO 4217 for money, `percent`, an ISO 8601 duration unit, or the counted noun."""
    unit_kind: Literal["money", "percent", "count", "duration", "ratio", "physical"]
    currency_assumed: bool
    approximate: bool
    qualifier: str
    measure: str
    """What it measures, in words that stand in the text."""
    period: str | None
    """EDTF."""
    place: str
    status: Literal["actual", "target", "commitment", "estimate"]
    change: Change | None
    equivalent_of: int
    """Place in `Findings.figures` of the figure that this one restates in another unit; -1 for none."""
    speaker: str
    """Who says it, as named in the sentence; empty for the article itself."""
    deadline: str | None
    """EDTF, for targets and commitments."""
    sentence: Evidence
    rule: str
    per: str = ""
    """For a price or a rate, for what or how often it is so much (`barrel`, `year`); empty for a plain amount."""


class Speaker(Struct, frozen=True, array_like=True):
    """Who said it: the words that name the speaker, and the person meant."""

    name: str
    """Resolved: the person that "he" means."""
    person: int
    """Place in `Findings.people`; -1 for a document, a ministry or an unknown person."""
    evidence: Evidence


class QuoteFinding(Struct, frozen=True, array_like=True):
    """Words in quotation marks that somebody said. The evidence includes the marks."""

    evidence: Evidence
    speaker: Speaker | None
    addressee: str
    verb: str
    partial: bool
    """A fragment inside the reporter's own sentence."""
    closed: bool
    """False where the closing mark is missing and the end was inferred."""
    rule: str


class EventFinding(Struct, frozen=True, array_like=True):
    """Something that happened, or is to happen, as one article tells it."""

    kind: str
    """PLOVER-like: meet, visit, summit, sign, announce, state, take-office, vote, attack, decide, publish, ..."""
    evidence: Evidence
    """The words that tell it: trigger with its participants, inside one sentence."""
    date: str | None
    """EDTF as the article gives it in reach of the trigger."""
    date_evidence: Evidence | None
    status: Literal["happened", "planned", "reported"]
    people: tuple[int, ...]
    """Places in `Findings.people`."""
    parties: tuple[Party, ...]
    place: str
    agreements: tuple[int, ...]
    """Places in `Findings.agreements`."""
    title: str = ""
    """The clause that tells it, as a title: from its subject on, pronouns named, without dates. May be empty."""
    stage: str = ""
    """For a step of an agreement: the stage, as in `Stage.stage`."""
    name: str = ""
    """The event's own name, where it has one (`15th Annual India-Japan Summit`)."""
    within: int = -1
    """Place in `Findings.events` of the event during which this one took place."""
    rule: str = ""


class OpinionFinding(Struct, frozen=True, array_like=True):
    """A stretch of text that says it is opinion."""

    evidence: Evidence
    basis: Literal["heading", "label", "first person"]


class TermFinding(Struct, frozen=True, array_like=True):
    """A noun phrase that could name a topic, with its count."""

    term: str
    """Folded to lower case, singular."""
    surface: str
    count: int
    evidence: Evidence
    """Its first place."""


class Rejection(Struct, frozen=True, array_like=True):
    """A candidate that was looked at and left, and why: shown by `site-gen explain`."""

    extractor: str
    evidence: Evidence
    reason: str


class Findings(Struct, frozen=True, array_like=True):
    """Everything one article says, with the sentences that all evidence points to."""

    article: ArticleId
    sentences: tuple[Span, ...]
    dates: tuple[DateFinding, ...] = ()
    people: tuple[PersonFinding, ...] = ()
    places: tuple[PlaceFinding, ...] = ()
    agreements: tuple[AgreementFinding, ...] = ()
    figures: tuple[FigureFinding, ...] = ()
    quotes: tuple[QuoteFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    opinions: tuple[OpinionFinding, ...] = ()
    terms: tuple[TermFinding, ...] = ()
