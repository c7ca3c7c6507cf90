"""A page for each person, and the list of them all."""

from site_gen.pages import urls
from site_gen.pages.leader_views import (
    LeadersView,
    LeaderView,
    LeaderYearView,
    MentionsView,
    MetView,
    NameView,
    OfficeView,
    PersonCard,
    SharedPostView,
)
from site_gen.pages.notes import Link, Notes
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, event_line, plural, plurals, refs, related
from site_gen.pages.said import fullest, quote_view, spoken
from site_gen.pages.shelves import UNDATED, Shelf, letters_of
from site_gen.pages.terms import terms
from site_gen.records import Event, Evidence, Leader, NameForm, Office, PersonMention
from site_gen.tables import CARDS, EVENTS, LEADERS, RELATIONS, Card, Reader, SiteInfo

_MANY = 60
"""Events, and articles, that a person's own page shows; with more, each year has a page."""
_FULL_LISTS = 40
"""How many mentions a person's own page shows in full sentences; the rest are on pages by year."""


def leader_pages(_key: str, rows: tuple[Leader, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one person."""
    return tuple(page for leader in rows[:1] for page in _leader_pages(leader, story))


def leaders_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The list of all people, leaders first."""
    path = urls.index("leader")
    notes = Notes(story, path)
    cards = sorted(
        (
            c
            for k in story.keys(LEADERS)
            for c in (story.one(CARDS, f"leader/{k}") or story.one(CARDS, f"person/{k}"),)
            if c
        ),
        key=lambda card: (card.title.casefold(), card.id),
    )
    leaders = tuple(_person_card(notes, card) for card in cards if card.kind == "leader")
    people = tuple(_person_card(notes, card) for card in cards if card.kind == "person")
    head = Head("Leaders", _told(len(leaders), len(people)), "leaders", crumbs(notes))
    letters = letters_of((c.link.title, c.link.id) for c in leaders) if len(leaders) > _MANY else ()
    return (Page(path, "leaders.html", LeadersView(head, leaders, people, letters)),)


def office_view(notes: Notes, office: Office, most: int = 3) -> OfficeView:
    """One of a person's offices with its evidence."""
    return OfficeView(
        office.title,
        office.jurisdiction or office.organization,
        office.jurisdiction_inferred,
        office.status,
        office.start or "",
        office.end or "",
        office.as_of or "",
        notes.proofs(office.evidence, most),
        office.as_of_report,
        office.ended_by or "",
        notes.link("leader", office.successor) if office.successor else None,
        notes.proofs(office.ended_evidence, most - 1),
    )


def relation_views(notes: Notes, key: str) -> tuple[MetView, ...]:
    """What a record (`kind/id`) stands in relation to, in order of date; one tie told twice is one line."""
    ties: dict[tuple[str, str, bool, str], list[Evidence]] = {}
    for r in notes.story.rows(RELATIONS, key):
        outward = r.source == key
        tie = ties.setdefault((r.type, r.target if outward else r.source, outward, r.date or ""), [])
        tie.extend(e for e in r.evidence if e not in tie)
    return tuple(
        MetView(type, notes.link(*other.split("/", 1)), outward, date, notes.proofs(tuple(evidence), 3))
        for (type, other, outward, date), evidence in sorted(
            ties.items(), key=lambda tie: (tie[0][3] or "9", tie[0])
        )
    )


def _leader_pages(leader: Leader, story: Reader) -> tuple[Page, ...]:
    """The page of a person; where much is told, one for each year too, whose address never changes."""
    found = (story.one(EVENTS, ref.id) for ref in refs(story, f"leader/{leader.id}", "event"))
    events = [event for event in found if event is not None]
    articles = _by_article(leader.mentions)
    if len(events) <= _MANY and len(articles) <= _MANY:
        return (_leader_page(leader, story, events, articles, ()),)
    years: dict[str, tuple[list[Event], dict[str, list[Evidence]]]] = {}
    for event in events:
        years.setdefault(_year(event.date or ""), ([], {}))[0].append(event)
    for article, places in articles.items():
        card = story.one(CARDS, f"article/{article}")
        years.setdefault(_year(card.date if card else ""), ([], {}))[1][article] = places
    pages = tuple(_year_page(leader, story, year, *years[year]) for year in sorted(years))
    shelves = tuple(
        Shelf(year, f"{leader.id}-in-{year}.html", len(years[year][0]) + len(years[year][1]))
        for year in sorted(years)
    )
    return (_leader_page(leader, story, events, articles, shelves), *pages)


def _told(leaders: int, people: int) -> str:
    if not leaders:
        counts = plurals((people, "person", "people"))
        return f"{counts} named." if counts else "Nobody is named yet."
    counts = plurals((leaders, "person with an office", "people with an office"), (people, "other", ""))
    return f"{counts} named."


def _year(date: str) -> str:
    return date[:4] if date[:4].isdigit() else UNDATED


def _year_page(
    leader: Leader, story: Reader, year: str, events: list[Event], articles: dict[str, list[Evidence]]
) -> Page:
    path = f"leaders/{leader.id}-in-{year}.html"
    notes = Notes(story, path)
    person = notes.link("leader", leader.id)
    name = "without a year" if year == UNDATED else year
    trail = crumbs(notes, ("Leaders", urls.index("leader")), (leader.name, urls.record("leader", leader.id)))
    counts = plurals((len(events), "event", ""), (len(articles), "article", ""))
    about = f"{leader.name}, {name}: {counts}." if counts else f"{leader.name}, {name}."
    view = LeaderYearView(
        Head(f"{leader.name}, {name}", about, "leaders", trail),
        person,
        year,
        tuple(event_line(notes, event) for event in events),
        mention_views(notes, articles),
    )
    return Page(path, "leader-year.html", view)


def _leader_page(
    leader: Leader,
    story: Reader,
    listed: list[Event],
    by_article: dict[str, list[Evidence]],
    shelves: tuple[Shelf, ...],
) -> Page:
    path = urls.record("leader", leader.id)
    notes = Notes(story, path)
    key = f"leader/{leader.id}"
    offices = tuple(office_view(notes, office) for office in leader.offices)
    events = tuple(event_line(notes, event) for event in listed[-_MANY:])
    said = spoken(story, leader)
    quotes = tuple(q for id in fullest(story, said) if (q := quote_view(notes, id)) is not None)
    latest = sorted(by_article, key=lambda id: _date(story, id))[-_MANY:] if shelves else list(by_article)
    view = LeaderView(
        head=Head(
            leader.name,
            _describe(leader, len(by_article)),
            "leaders",
            crumbs(notes, ("Leaders", urls.index("leader"))),
        ),
        id=leader.id,
        name=leader.name,
        leader=leader.leader,
        offices=offices,
        terms=terms(leader.offices),
        shared_posts=tuple(
            SharedPostView(post.post, notes.link("leader", post.holder), notes.proofs(post.evidence, 2))
            for post in leader.shared_posts
        ),
        names=tuple(_name_view(form) for form in leader.variants),
        events=events,
        event_count=len(listed),
        shelves=shelves,
        quotes=quotes,
        quote_count=len(said),
        quotes_href=notes.to(urls.record("speaker", leader.id)) if said else "",
        relations=relation_views(notes, key),
        agreements=related(notes, key, "agreement"),
        topics=related(notes, key, "topic"),
        conflicts=related(notes, key, "conflict"),
        possibly_same=tuple((notes.link("leader", other), reason) for other, reason in leader.possibly_same),
        mentions=mention_views(notes, {id: by_article[id] for id in latest}),
        mention_count=len(leader.mentions),
        article_count=len(by_article),
        editor=leader.basis == "editor",
        note=leader.note,
    )
    return Page(path, "leader.html", view)


def mention_views(notes: Notes, by_article: dict[str, list[Evidence]]) -> tuple[MentionsView, ...]:
    """Mentions article by article, by date: one line a sentence, fewer sentences the more articles there are."""
    most = 3 if len(by_article) <= _FULL_LISTS else 1
    links = sorted(
        (notes.link("article", article) for article in by_article), key=lambda a: (a.date or "9", a.id)
    )
    shown: list[MentionsView] = []
    for link in links:
        places = by_article[link.id]
        sentences = tuple({e.sentence: e for e in reversed(places)}.values())[::-1]
        shown.append(MentionsView(link, notes.proofs(sentences, most), len(places)))
    return tuple(shown)


def _date(story: Reader, article: str) -> str:
    card = story.one(CARDS, f"article/{article}")
    return card.date if card else ""


def _by_article(mentions: tuple[PersonMention, ...]) -> dict[str, list[Evidence]]:
    places: dict[str, list[Evidence]] = {}
    for mention in mentions:
        if mention.form != "pronoun":
            places.setdefault(mention.evidence.article, []).append(mention.evidence)
    return places


def _name_view(form: NameForm) -> NameView:
    return NameView(form.name, form.kind, form.count)


def _person_card(notes: Notes, card: Card) -> PersonCard:
    link = Link(
        card.kind, card.id, card.title, notes.to(urls.record("leader", card.id)), card.subtitle, card.date
    )
    return PersonCard(link, len(refs(notes.story, f"leader/{card.id}", "article")))


def _describe(leader: Leader, articles: int) -> str:
    office = next((f"{o.title}, {o.jurisdiction or o.organization}".rstrip(", ") for o in leader.offices), "")
    told = f"in {plural(articles, 'article')}"
    return (
        f"{leader.name}, {office}: offices, events and words {told}." if office else f"{leader.name} {told}."
    )
