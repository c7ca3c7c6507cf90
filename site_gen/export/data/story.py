"""What a published record of the whole story looks like: people, agreements, figures, quotes, events, conflicts."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from site_gen.export.data.shapes import (
    AgreementRef,
    ArticleRef,
    Basis,
    EventRef,
    EvidenceShape,
    FigureRef,
    LineageRef,
    PersonRef,
    SeriesRef,
)


class NameShape(Struct, frozen=True, kw_only=True):
    """One way in which a person is named."""

    name: str
    """The name as written."""
    count: int
    """How often it stands in the articles."""
    kind: Literal["full", "surname", "honorific", "misspelling", "title", "pronoun"]
    """What sort of form it is."""


class OfficeShape(
    Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"start": "from", "end": "to"}
):
    """A post that somebody holds, held or will hold."""

    title: str
    """The post, in full."""
    jurisdiction: str = ""
    """English short name of the country; left out where it is no office of a country."""
    organization: str = ""
    """The body, for an office that is not a country's."""
    start: str | None
    """EDTF of taking office; null where no text says it."""
    end: str | None
    """EDTF of leaving it; null where no text says it."""
    as_of: str | None
    """EDTF of the time at which a text says it was held, or else of the last report that names it."""
    status: Literal["current", "former", "elect", "acting"]
    """How the person stands to it."""
    inferred: bool
    """The country was worked out from other words of the text."""
    evidence: tuple[EvidenceShape, ...]
    """Where it is said."""
    as_of_basis: Literal["text", "report"] = "text"
    """`report`: no text says at which time; `as_of` is the day of the last report. Left out for `text`."""
    ended_by: str = ""
    """EDTF of the day by which another holds the post: worked out from the days of the reports, as is `former` then."""
    successor: str = ""
    """Id of that other."""
    ended_evidence: tuple[EvidenceShape, ...] = ()
    """The last place that tells it held, and the first that tells of the other."""


class PersonShape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person: in `leaders` if named with an office, in `people` otherwise."""

    id: str
    """Stable id; also the address of the page."""
    name: str
    """The fullest name."""
    variants: tuple[NameShape, ...]
    """How the articles name the person."""
    offices: tuple[OfficeShape, ...]
    """Posts, in the order of the record."""
    mentions: tuple[EvidenceShape, ...]
    """Every place that names the person."""
    basis: Basis = "extracted"
    """`editor` where an editor set something in it; left out where it was read from the articles alone."""


class PartyShape(Struct, frozen=True, kw_only=True):
    """A country or a body that takes part."""

    name: str
    """Its name."""
    code: str
    """ISO 3166-1 alpha-2, for a country; empty for a body."""


class StageShape(Struct, frozen=True, kw_only=True):
    """A step in the life of an agreement."""

    stage: str
    """The step, in the text's own verb: `to be adopted`, `signed`, `in force`, ..."""
    date: str | None
    """EDTF; null where no text dates it."""
    by: str
    """Who took it, where it is one side's step."""
    evidence: EvidenceShape
    """Where it is said."""


class RelationShape(Struct, frozen=True, kw_only=True):
    """How one agreement stands to another."""

    type: Literal["upgrades", "supersedes", "part of", "under", "possibly same"]
    """The relation."""
    target: AgreementRef
    """Id of the other agreement."""
    evidence: tuple[EvidenceShape, ...]
    """Where it is said; empty for `possibly same`, which is ours."""


class AgreementShape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An agreement over all articles."""

    id: str
    """Stable id; also the address of the page."""
    name: str
    """The fullest name."""
    kind: str
    """declaration, statement, treaty, pact, memorandum, action plan, partnership, framework, ..."""
    acronym: str
    """Its short form; empty where there is none."""
    parties: tuple[PartyShape, ...]
    """The sides."""
    stages: tuple[StageShape, ...]
    """Steps, in order of date."""
    relations: tuple[RelationShape, ...]
    """How it stands to other agreements."""
    mentions: tuple[EvidenceShape, ...]
    """Every place that names it."""
    basis: Basis = "extracted"
    """`editor` where an editor set something in it; left out where it was read from the articles alone."""


class ChangeShape(Struct, frozen=True, kw_only=True, rename={"start": "from"}):
    """What a figure says about a change."""

    direction: str
    """`up`, `down`, `same`, `more`, `less` or `approximate`."""
    start: FigureRef | None
    """Id of the figure that it started from; null where the text gives none."""


class FigureShape(EvidenceShape, frozen=True, kw_only=True, omit_defaults=True):
    """A number with what it measures."""

    id: str
    """Stable id."""
    value: float
    """The number, in the unit."""
    low: float | None
    """Lower end, for a range."""
    high: float | None
    """Upper end, for a range."""
    unit: str
    """ISO 4217 for money, `percent`, a unit of ISO 8601 durations, or the counted noun."""
    unit_kind: Literal["money", "percent", "count", "duration", "ratio", "physical"]
    """What sort of unit it is."""
    currency_assumed: bool
    """The text has a bare sign, such as `$`: the currency is our assumption."""
    approximate: bool
    """The text does not give it as exact."""
    qualifier: str
    """The text's word for that: nearly, over, up to."""
    measure: str
    """What it measures, in words that stand in the text."""
    period: str | None
    """EDTF of the time it is about."""
    status: Literal["actual", "target", "commitment", "estimate"]
    """Whether it is so, is aimed at, is promised, or is expected."""
    speaker: str
    """Who gives it, as named; empty for the article itself."""
    place: str
    """Where it applies; may be empty."""
    deadline: str | None
    """EDTF by which a target or commitment is due."""
    series: SeriesRef | None
    """The series it belongs to: the same measure in the same unit over time."""
    opinion: bool
    """It stands in a passage of opinion."""
    change: ChangeShape | None
    """What it says about a change; null where it says nothing of one."""
    equivalent_of: FigureRef | None
    """Id of the figure that this one restates in another unit."""
    sentence: EvidenceShape
    """The whole sentence."""
    basis: Basis = "extracted"
    """`editor` where an editor set something in it; left out where it was read from the articles alone."""


class PointShape(Struct, frozen=True, kw_only=True):
    """One value of a series."""

    period: str | None
    """EDTF."""
    value: float
    """In the unit of the series; a derived value in that of its formula."""
    status: str
    """Status of the figure; `derived` for a value of ours."""
    figure: FigureRef | None
    """The figure it is; null for a derived value."""
    formula: str
    """How a derived value was computed; empty for a reported one."""


class SeriesShape(Struct, frozen=True, kw_only=True):
    """One measure in one unit over periods and articles."""

    id: str
    """Stable id; also the address of the page."""
    title: str
    """What it is called on the site."""
    unit: str
    """Unit of all its values, as in figures."""
    unit_kind: str
    """What sort of unit it is."""
    points: tuple[PointShape, ...]
    """Reported values in order of period, then derived ones."""
    notes: tuple[str, ...]
    """Cautions: fiscal beside calendar years, an assumed currency."""


class SpeakerShape(Struct, frozen=True, kw_only=True):
    """Who said it."""

    id: PersonRef | None
    """Id of the person; null for a document, a ministry, an unknown person."""
    name: str
    """The person or body meant."""
    evidence: EvidenceShape
    """The words that name the speaker."""


class QuoteShape(EvidenceShape, frozen=True, kw_only=True, omit_defaults=True):
    """Words in quotation marks; the evidence includes the marks."""

    id: str
    """Stable id."""
    speaker: SpeakerShape | None
    """Who said it; null where nobody is named."""
    addressee: str
    """To whom; may be empty."""
    verb: str
    """The verb of saying."""
    partial: bool
    """A fragment inside the reporter's own sentence."""
    opinion: bool
    """It stands in a passage of opinion."""
    basis: Basis = "extracted"
    """`editor` where an editor set something in it; left out where it was read from the articles alone."""


class EventShape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened, or is to happen, over all articles."""

    id: str
    """Stable id; also the address of the page."""
    title: str
    """What happened."""
    date: str | None
    """EDTF; null where no article gives a date."""
    date_basis: str
    """`stated`, or the reasoning in words."""
    status: Literal["happened", "planned", "reported"]
    """Whether it took place."""
    participants: Annotated[tuple[PersonRef, ...], Meta(extra={"one": "person"})]
    """Ids of the people who took part."""
    parties: tuple[PartyShape, ...]
    """Countries and bodies that took part."""
    place: str
    """Where; may be empty."""
    kind: str
    """meet, sign, visit, vote, announce, ... (after PLOVER)."""
    agreements: Annotated[tuple[AgreementRef, ...], Meta(extra={"one": "agreement"})]
    """Ids of the agreements it is about."""
    within: EventRef | None
    """Id of the event during which it took place."""
    evidence: tuple[EvidenceShape, ...]
    """The words that tell it."""
    articles: Annotated[tuple[ArticleRef, ...], Meta(extra={"one": "article"})]
    """Ids of the articles that tell it."""
    lineages: Annotated[tuple[LineageRef, ...], Meta(extra={"one": "lineage"})]
    """Ids of the independent witnesses among them."""
    basis: Basis = "extracted"
    """`editor` where an editor set something in it; left out where it was read from the articles alone."""


class ClaimShape(EvidenceShape, frozen=True, kw_only=True):
    """What one side of a conflict says, with its words."""

    says: str
    """The claim, in short."""
    lineages: tuple[str, ...]
    """Ids of the independent witnesses that make it."""
    supports: str
    """What speaks for it, in words; may be empty."""


class ConflictShape(Struct, frozen=True, kw_only=True):
    """Reports that contradict each other; no verdict."""

    id: str
    """Stable id."""
    kind: Literal["date", "name", "value", "stage", "force", "identity", "order", "attribution", "place"]
    """What they disagree about."""
    about: str
    """The matter, in words."""
    claims: tuple[ClaimShape, ...]
    """The sides, one line for each piece of evidence."""
    reading: str
    """How the difference may have come about, as a possibility."""
    subjects: tuple[str, ...]
    """The records concerned, as `kind/id`."""
