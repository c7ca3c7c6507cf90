"""Private tables of the joins: small rows between one step and the next."""

from typing import NamedTuple

from msgspec import Struct

from site_gen.records import (
    AgreementFinding,
    Evidence,
    Office,
    Party,
    PersonFinding,
    Published,
)
from site_gen.tables import Table


class Known(Struct, frozen=True, array_like=True):
    """Ids of an article's people and agreements, in the order of its findings; empty for none."""

    people: tuple[str, ...]
    agreements: tuple[str, ...]
    done: tuple[tuple[str, str, str], ...] = ()
    """What is told to have been done with which of the agreements: id, stage and day; the day may be empty."""
    unnamed: tuple[str, ...] = ()
    """Of the agreements those without a name of their own."""


class PersonForm(Struct, frozen=True, array_like=True):
    """A person as one article names them, without the places."""

    name: str
    surname: str
    given: str
    leader: bool
    offices: tuple[Office, ...]
    """Without evidence and times."""
    nationality: str
    count: int = 1
    apart: tuple[str, ...] = ()
    """Names that an article says are another person's, folded."""


class PersonDraft(Struct, frozen=True, array_like=True):
    """A person after the names of one block were compared."""

    id: str
    name: str
    surname: str
    given: str
    leader: bool
    offices: tuple[Office, ...]
    nationality: str
    count: int
    possibly_same: tuple[tuple[str, str], ...] = ()


class PersonPart(Struct, frozen=True, array_like=True):
    """What one article contributes to a person."""

    article: str
    published: str
    """EDTF of the article; empty where unknown."""
    person: PersonFinding
    kin: tuple[str, ...] = ()
    """Ids of those in `person.kin`; empty for one who is not known."""


class Seen(Struct, frozen=True, array_like=True):
    """One article that tells of a person in a post as of a day."""

    day: str
    """EDTF: the text's own date, or else the day of the report."""
    article: str
    evidence: Evidence


class Holding(Struct, frozen=True, array_like=True):
    """Somebody in a post that one person holds at a time: the first and the last places that tell so."""

    id: str
    name: str
    seen: tuple[Seen, ...]
    """By day: a few of the first and of the last."""
    start: str = ""
    """EDTF of taking office, where a text says it; empty else, as is `end`."""
    end: str = ""
    fresh: bool = False
    """The first of these places calls the holder new."""


class PostEnd(Struct, frozen=True, array_like=True):
    """What the other holders of a post tell about one: by when it ended, or that both are told to hold it."""

    post: str
    """`title|country or body`, as `office_key`."""
    other: str
    """Id of the other holder."""
    by: str
    """EDTF of the day by which the other holds it; empty where the reports leave it open."""
    evidence: tuple[Evidence, ...]


class PersonSummary(Struct, frozen=True, array_like=True):
    """The little of a person that other joins ask for."""

    id: str
    name: str
    leader: bool
    countries: tuple[str, ...]


class Telling(NamedTuple):
    """How one article tells an agreement: what its story is known by."""

    when: str
    """EDTF of what is told to have been done to it, or else of the report."""
    published: str
    names: tuple[int, ...]
    """Numbers of the names that stand in the article: some of them."""


class AgreementForm(Struct, frozen=True, array_like=True):
    """An agreement as one article names it, without the places."""

    name: str
    kind: str
    acronym: str
    parties: tuple[Party, ...]
    generic: bool
    occasion: str
    """For a generic name: the day or month of its first stage."""
    count: int = 1
    apart: tuple[str, ...] = ()
    """Names of agreements that the article sets against it: what it upgrades or supersedes, or what does so to it."""
    made: tuple[str, ...] = ()
    """What was done to it on which day: `made 2031-05-03` for signed, struck, agreed."""
    people: tuple[str, ...] = ()
    """Folded surnames of those named where that is told."""
    where: str = ""
    """For one without a name and sides: the country that the article is at home in, and the mark of its story."""
    told: tuple[Telling, ...] = ()
    """How the article tells it."""


class AgreementDraft(Struct, frozen=True, array_like=True):
    """An agreement after the forms of one name were compared."""

    id: str
    name: str
    kind: str
    acronym: str
    parties: tuple[Party, ...]
    generic: bool
    count: int
    tokens: tuple[str, ...]
    apart: tuple[str, ...] = ()
    """As in its forms."""
    made: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    told: tuple[Telling, ...] = ()
    """Of a few articles."""


class StoryRef(NamedTuple):
    """An agreement in a block of those that may be told in one story."""

    id: str
    """Of the draft."""
    generic: bool
    """As of the draft: of two that have names of their own neither is the other."""


class AgreementPart(Struct, frozen=True, array_like=True):
    """What one article contributes to an agreement; relations point to final ids."""

    article: str
    published: str
    agreement: AgreementFinding
    relations: tuple[tuple[str, str, Evidence], ...]
    parties: tuple[Party, ...]
    """The text's own, or those inferred from the article."""
    told_in: tuple[str, ...]
    """For each stage the event (`article/index`) that tells it; empty where none does."""


class AgreementSummary(Struct, frozen=True, array_like=True):
    """The little of an agreement that finding its twins needs."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    years: tuple[int, ...]
    """Years in the name."""
    spans: tuple[int, ...]
    """Lengths in years that the name states (`10-year`)."""
    dates: tuple[str, ...]
    """EDTF of the first stages."""
    evidence: tuple[Evidence, ...]
    articles: tuple[str, ...]
    people: tuple[str, ...] = ()
    """Folded surnames of those named where its stages are told."""


class Twin(Struct, frozen=True, array_like=True):
    """Another agreement that may be this one, and why."""

    id: str
    reason: str
    evidence: tuple[Evidence, ...]


class EventPart(Struct, frozen=True, array_like=True):
    """An event as one article tells it, people and agreements by their final ids."""

    key: str
    """`article/index of Findings.events`."""
    article: str
    published: str
    order: int
    kind: str
    family: str
    evidence: Evidence
    date: str | None
    date_evidence: Evidence | None
    status: str
    people: tuple[str, ...]
    names: tuple[str, ...]
    """Names of the people, in the same order."""
    countries: tuple[str, ...]
    parties: tuple[Party, ...]
    place: str
    place_country: str
    home: str
    """The country that the article names most."""
    agreements: tuple[str, ...]
    agreement_names: tuple[str, ...]
    name: str
    within: str
    sentence: Evidence | None
    ongoing: bool
    edited: bool
    """Set by the editor, in front matter."""
    """Told as going on at the time of writing."""
    title: str = ""
    stage: str = ""


class EventDraft(Struct, frozen=True, array_like=True):
    """A cluster of event parts, before witnesses are counted."""

    id: str
    block: str
    title: str
    kind: str
    family: str
    date: str | None
    date_basis: str
    status: str
    participants: tuple[str, ...]
    parties: tuple[Party, ...]
    place: str
    agreements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    articles: tuple[str, ...]
    within: tuple[str, ...]
    """Keys (`article/index`) of the events during which it was told to happen."""
    dated: tuple[tuple[str, str, Evidence], ...]
    """(article, date, evidence) of every mention that gives a date."""
    ongoing: tuple[str, ...]
    """Articles that tell it as going on."""
    note: str = ""
    edited: bool = False
    """Set by the editor in some article's front matter."""
    done_in: tuple[str, ...] = ()
    """Articles that tell it as done, where others tell it as still to come."""


class Facts(Struct, frozen=True, array_like=True):
    """What the joins ask of an article without reading its text again."""

    article: str
    title: str
    published: str
    """EDTF as loaded; empty where unknown."""
    basis: str
    kind: str
    agency: str
    dateline: bool
    home: str
    """English short name of the country that it names most."""
    occasion: str
    """Day of publication, or else the only month that the article names; empty for several."""
    pair: tuple[Party, ...]
    """The two countries that the article is about, where there are just two."""
    stated: Published | None = None
    """As loaded."""
    mark: str = ""
    """By which an article of enough names is known from those of other stories."""


KNOWN: Table[Known] = Table("known", Known, listed=False)
"""Key: article id."""
FACTS: Table[Facts] = Table("facts", Facts, listed=False)
"""Key: article id."""

PERSON_FORMS: Table[PersonForm] = Table("person forms", PersonForm, listed=False)
"""Key: sorted words of the name."""
SINGLE_NAMES: Table[str] = Table("single names", str, listed=False)
"""Key: skeleton of a surname that stands alone somewhere; row: the surname."""
PERSON_BLOCKS: Table[PersonForm] = Table("person blocks", PersonForm, listed=False)
"""Key: skeleton of the surname."""
PERSON_NAMES: Table[str] = Table("person names", str, listed=False)
"""Key: form key (name and offices); row: id of the draft."""
PERSON_DRAFTS: Table[PersonDraft] = Table("person drafts", PersonDraft, listed=False)
"""Key: id of the draft."""
OFFICE_HOLDERS: Table[PersonDraft] = Table("office holders", PersonDraft, listed=False)
"""Key: `title|country`."""
PERSON_ALIAS: Table[str] = Table("person alias", str, listed=False)
"""Key: id of the draft; row: id of the person of whom it is a misspelling."""
PERSON_FINAL: Table[PersonSummary] = Table("person final", PersonSummary, listed=False)
"""Key: id of the draft; row: the person it ended in."""
PERSON_PARTS: Table[PersonPart] = Table("person parts", PersonPart, listed=False)
"""Key: id of the person."""

HOLDINGS: Table[Holding] = Table("holdings", Holding, listed=False)
"""Key: `title|country or body` of a post that one person holds at a time."""
POST_ENDS: Table[PostEnd] = Table("post ends", PostEnd, listed=False)
"""Key: id of the person."""

AGREEMENT_FORMS: Table[AgreementForm] = Table("agreement forms", AgreementForm, listed=False)
"""Key: content words of the name."""
AGREEMENT_DRAFTS: Table[AgreementDraft] = Table("agreement drafts", AgreementDraft, listed=False)
"""Key: id of the draft."""
AGREEMENT_NAMES: Table[str] = Table("agreement names", str, listed=False)
"""Key: form key (name, parties, occasion); row: id of the draft."""
AGREEMENT_WORDS: Table[AgreementDraft] = Table("agreement words", AgreementDraft, listed=False)
"""Key: a content word or an acronym."""
AGREEMENT_DEEDS: Table[AgreementDraft] = Table("agreement deeds", AgreementDraft, listed=False)
"""Key: two parties and the occasion of an agreement without a name of its own."""
AGREEMENT_STORIES: Table[StoryRef] = Table("agreement stories", StoryRef, "~", listed=False)
"""Key: the month, and a name that stands in the article."""
AGREEMENT_PARENTS: Table[AgreementDraft] = Table("agreement parents", AgreementDraft, listed=False)
"""Key: id of a draft; rows: drafts of which it may be a short form."""
AGREEMENT_FINAL: Table[str] = Table("agreement final", str, listed=False)
"""Key: id of the draft; row: id of the agreement it ended in."""
AGREEMENT_PARTS: Table[AgreementPart] = Table("agreement parts", AgreementPart, listed=False)
"""Key: id of the agreement."""
AGREEMENT_OCCASIONS: Table[AgreementSummary] = Table("agreement occasions", AgreementSummary, listed=False)
"""Key: parties and year of the first stage."""
AGREEMENT_TWINS: Table[Twin] = Table("agreement twins", Twin, listed=False)
"""Key: id of the agreement."""

EVENT_PARTS: Table[EventPart] = Table("event parts", EventPart, listed=False)
"""Key: block (family and who, what or where)."""
EVENT_DRAFTS: Table[EventDraft] = Table("event drafts", EventDraft, 10, listed=False)
"""Key: id of the event."""
EVENT_DAYS: Table[str] = Table("event days", str, 10, listed=False)
"""Key: id of the event; row: its date, once settled."""
EVENT_BLOCKS: Table[EventDraft] = Table("event blocks", EventDraft, listed=False)
"""Key: block; the clusters of it."""
