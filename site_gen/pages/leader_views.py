"""What a page about a person shows, and the list of them."""

from msgspec import Struct

from site_gen.pages.notes import Link, Proof
from site_gen.pages.parts import EventLine, Head
from site_gen.pages.said import QuoteView
from site_gen.pages.shelves import Shelf
from site_gen.pages.terms import Terms


class OfficeView(Struct, frozen=True):
    """An office that somebody holds, held or will hold."""

    title: str
    """The post in full."""
    of: str
    """Country or body; empty where no text says it."""
    inferred: bool
    """The country was worked out from other words of the text."""
    status: str
    """current, former, elect or acting."""
    start: str
    """EDTF; empty where no text says it."""
    end: str
    """EDTF; empty where no text says it."""
    as_of: str
    """EDTF of the time at which a text says so, or else of the last report that names it."""
    proofs: tuple[Proof, ...]
    """Where it is said."""
    as_of_report: bool
    """No text says when: `as_of` is the day of the last report."""
    ended_by: str
    """EDTF of the day by which another is told to hold it, which no text says in so many words; empty else."""
    successor: Link | None
    """That other."""
    ended_proofs: tuple[Proof, ...]
    """The last place that tells it held, and the first that tells of the other."""


class SharedPostView(Struct, frozen=True):
    """Somebody else who is told to hold a post of one holder at about the same time."""

    post: str
    """The office and its country or body."""
    other: Link
    """Who is told to hold it too."""
    proofs: tuple[Proof, ...]
    """Where either is said."""


class NameView(Struct, frozen=True):
    """One way in which a person is named."""

    name: str
    """As written."""
    kind: str
    """full, surname, honorific, misspelling, title or pronoun."""
    count: int
    """How often."""


class MetView(Struct, frozen=True):
    """Somebody or something this record stands in a relation to."""

    type: str
    """met, signed, succeeded, party to, ..."""
    other: Link
    """The other end."""
    outward: bool
    """True where this record is the one that acts."""
    date: str
    """EDTF; empty where not told."""
    proofs: tuple[Proof, ...]
    """Where it is said."""


class MentionsView(Struct, frozen=True):
    """Where one article mentions the record."""

    article: Link
    """The article."""
    proofs: tuple[Proof, ...]
    """Sentences, the first few."""
    count: int
    """All mentions in this article."""


class LeaderView(Struct, frozen=True):
    """A person's page."""

    head: Head
    """Title, way here, neighbours."""
    id: str
    """Stable id."""
    name: str
    """The fullest name."""
    leader: bool
    """Named with an office in some article."""
    offices: tuple[OfficeView, ...]
    """In the order of the record."""
    terms: Terms
    """The offices along a line of time."""
    shared_posts: tuple[SharedPostView, ...]
    """Posts that somebody else is told to hold at about the same time: open questions."""
    names: tuple[NameView, ...]
    """How the articles name the person."""
    events: tuple[EventLine, ...]
    """What the person took part in, by date; with many, the latest."""
    event_count: int
    """All events."""
    shelves: tuple[Shelf, ...]
    """Pages of the years, where there are many events or articles."""
    quotes: tuple[QuoteView, ...]
    """The first quotations, whole sentences before fragments."""
    quote_count: int
    """All quotations."""
    quotes_href: str
    """The page with all of them."""
    relations: tuple[MetView, ...]
    """Who was met, succeeded, signed with."""
    agreements: tuple[Link, ...]
    """Agreements spoken of together with the person."""
    topics: tuple[Link, ...]
    """Threads of the story that the person belongs to."""
    conflicts: tuple[Link, ...]
    """Open contradictions about the person."""
    possibly_same: tuple[tuple[Link, str], ...]
    """People that may be this one, with the reason: for the editor to settle."""
    mentions: tuple[MentionsView, ...]
    """By article; with many, the latest."""
    mention_count: int
    """Mentions in all articles."""
    article_count: int
    """Articles that mention the person."""
    editor: bool
    """Set by an editor, not read from a text."""
    note: str
    """The editor's note."""


class LeaderYearView(Struct, frozen=True):
    """A year of a person of whom much is told."""

    head: Head
    """Title, way here."""
    person: Link
    """The person's own page."""
    year: str
    """The year; empty for what has none."""
    events: tuple[EventLine, ...]
    """What the person took part in, by date."""
    mentions: tuple[MentionsView, ...]
    """By article."""


class PersonCard(Struct, frozen=True):
    """A person in the list of people."""

    link: Link
    """The person's page; the note is the office."""
    articles: int
    """How many articles mention them."""


class LeadersView(Struct, frozen=True):
    """The list of people."""

    head: Head
    """Title and way here."""
    leaders: tuple[PersonCard, ...]
    """Named with an office, by name."""
    people: tuple[PersonCard, ...]
    """Other named people, by name."""
    shelves: tuple[Shelf, ...]
    """Letters of the leaders, where there are many."""
