"""The pieces that several kinds of page are made of."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.records import Event
from site_gen.tables import CARDS, DATED, REFS, Reader, Ref


class Head(Struct, frozen=True):
    """What every page says about itself."""

    title: str
    """The page's own title, without the site's."""
    description: str
    """One plain sentence for search engines and shared links."""
    section: str
    """Which of the six places of the navigation this page belongs to; empty for none."""
    crumbs: tuple[Link, ...] = ()
    """The way here from the home page, without the page itself."""
    before: Link | None = None
    """The one before in time."""
    after: Link | None = None
    """The one after in time."""


class EventLine(Struct, frozen=True):
    """One event in a list."""

    link: Link
    """The event's own page."""
    date: str
    """EDTF; empty where no article gives a date."""
    status: str
    """`happened`, `planned` or `reported`."""
    place: str
    """Where; empty where unknown."""
    proofs: tuple[Proof, ...]
    """The sentences that tell it."""
    articles: int
    """How many articles tell it."""
    witnesses: int
    """How many of them are independent."""
    conflicts: tuple[Link, ...]
    """Open contradictions about it."""


class ArticleLine(Struct, frozen=True):
    """One article in a list."""

    link: Link
    """The article's page."""
    source: str
    """Outlet or agency; empty where unknown."""
    date: str
    """EDTF of publication; empty where unknown."""
    basis: str
    """How the date is known: stated, dateline, bound, other articles, editor, unknown."""


def crumbs(notes: Notes, *trail: tuple[str, str]) -> tuple[Link, ...]:
    """The way from the home page: pairs of title and address."""
    home = Link("page", "home", "Home", notes.to(urls.HOME))
    return (home, *(Link("page", "", title, notes.to(address)) for title, address in trail))


def event_line(notes: Notes, event: Event, most: int = 1) -> EventLine:
    """An event as one line, with at most `most` of its sentences."""
    return EventLine(
        Link(
            "event",
            event.id,
            event.title,
            notes.to(urls.record("event", event.id)),
            event.kind,
            event.date or "",
        ),
        event.date or "",
        event.status,
        event.place,
        notes.proofs(event.evidence, most),
        len(event.articles),
        len(event.lineages),
        related(notes, f"event/{event.id}", "conflict"),
    )


def article_line(notes: Notes, id: str) -> ArticleLine:
    """An article as one line of a list."""
    card = notes.story.one(CARDS, f"article/{id}")
    dated = notes.story.one(DATED, id)
    date = (dated.published.edtf if dated else None) or ""
    basis = dated.published.basis if dated else "unknown"
    return ArticleLine(notes.link("article", id), card.subtitle if card else "", date, basis)


def refs(story: Reader, key: str, *kinds: str) -> tuple[Ref, ...]:
    """What is known to concern a record, of the kinds asked for, each once, in order of date."""
    return tuple(dict.fromkeys(ref for ref in story.rows(REFS, key) if ref.kind in kinds))


def related(notes: Notes, key: str, *kinds: str) -> tuple[Link, ...]:
    """Links to what concerns a record, in order of date."""
    return tuple(notes.link(ref.kind, ref.id) for ref in refs(notes.story, key, *kinds))


def story_years(story: Reader) -> tuple[str, ...]:
    """All years that anything is dated to, in order."""
    found = (key[5:] for key in story.keys(REFS) if key.startswith("year/"))
    return tuple(sorted((year for year in found if year.isdigit()), key=lambda year: (len(year), year)))


def beside(notes: Notes, kind: str, id: str) -> tuple[Link | None, Link | None]:
    """The records of the same kind before and after this one in time."""
    near = (related(notes, f"before/{kind}/{id}", kind), related(notes, f"after/{kind}/{id}", kind))
    return (near[0][0] if near[0] else None, near[1][0] if near[1] else None)


_BEGINS = {
    "21": "03", "22": "06", "23": "09", "24": "12", "33": "01", "34": "04", "35": "07", "36": "10",
    "37": "01", "38": "05", "39": "09", "40": "01", "41": "07",
}  # fmt: skip
"""Seasons, quarters, thirds and halves of a year in EDTF, and the months with which they begin."""


def in_time(date: str) -> str:
    """What dates in EDTF sort by: spring 2030 stands before April. Empty dates stay empty."""
    plain = date.lstrip("[.").replace("/..", "")
    begins = _BEGINS.get(plain[5:7]) if plain[4:5] == "-" else None
    return f"{plain[:5]}{begins}{plain[7:]}" if begins else plain


def plural(count: int, one: str, many: str = "") -> str:
    """`1 article`, `3 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def plurals(*counted: tuple[int, str, str]) -> str:
    """`7 leaders and 2 other people`; what there is none of is not spoken of. Empty where there is nothing."""
    said = [plural(count, one, many) for count, one, many in counted if count]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))) if said else ""
