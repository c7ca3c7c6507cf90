"""The front page: the story so far, made of evidence, with what is latest first."""

from collections.abc import Iterator
from itertools import groupby
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages import urls
from site_gen.pages.agreements import StageGroup, stage_groups
from site_gen.pages.articles import article_order, card_date
from site_gen.pages.changes import ChangedDay, latest_day
from site_gen.pages.conflicts import ConflictView, main_conflicts
from site_gen.pages.figures import SeriesLine
from site_gen.pages.leader_views import OfficeView
from site_gen.pages.leaders import office_view
from site_gen.pages.main_figures import main_figures
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import (
    ArticleLine,
    EventLine,
    Head,
    article_line,
    event_line,
    in_time,
    plural,
    refs,
    story_years,
)
from site_gen.pages.telling import clause, weak
from site_gen.pages.timeline import Strip, strip
from site_gen.records import Event, Evidence, Leader
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CONFLICTS,
    EVENTS,
    FIGURES,
    LEADERS,
    LINEAGES,
    TOPICS,
    Reader,
    SiteInfo,
    Table,
)

V = TypeVar("V")

_RECENT = 60
"""Events that the front page chooses from: the latest ones."""
_COMING = 20
"""Of what is planned."""
_LOOKED_AT = 600
"""Events that are looked at for them."""
_ORDER = {"visit": 0, "meet": 1}
"""Who came and met is told before what they agreed on that day."""
_TOLD = 9
"""Events that the story so far tells."""
_IN_OFFICE = 10
"""People in office that the front page names."""
_OPENING = 5
"""Sentences with which a report begins; a headline and a dateline may be among them."""
_FEW = 60
"""Up to so many records of a kind, it chooses from all of them, not only from those of recent events."""


class SoFar(Struct, frozen=True):
    """One clause of the story so far: an event, and who says so."""

    says: str
    """What happened, as it stands inside a sentence."""
    link: Link
    """The event."""
    status: str
    """happened, planned or reported."""
    proofs: tuple[Proof, ...]
    """The sentences it was made from."""
    witnesses: int
    """Independent witnesses."""
    planned: bool = False
    """It is still to come."""
    conflicts: tuple[Link, ...] = ()
    """Contradictions that concern it."""


class Sentence(Struct, frozen=True):
    """A sentence of the story so far: what happened at one time."""

    date: str
    """EDTF."""
    clauses: tuple[SoFar, ...]
    """One or more."""


class Paragraph(Struct, frozen=True):
    """Sentences that are read together."""

    sentences: tuple[Sentence, ...]
    """In order of date."""


class InOffice(Struct, frozen=True):
    """Who holds an office now, as far as the articles say."""

    link: Link
    """The leader."""
    office: OfficeView
    """The office."""


class HomeView(Struct, frozen=True):
    """The front page."""

    head: Head
    """Title."""
    articles: int
    """Articles read."""
    witnesses: int
    """Independent ones among them; 0 where that is not known."""
    span: tuple[str, str]
    """EDTF of the first and the last article that has a date; empty strings without one."""
    so_far: tuple[Paragraph, ...]
    """The story in its best witnessed events, in order of date, then what is planned."""
    beside: tuple[Proof, ...]
    """The evidence that stands beside the story: the first of each paragraph's clauses."""
    strip: Strip
    """The story drawn along a line."""
    latest: tuple[EventLine, ...]
    """The last events, the latest first."""
    coming: tuple[EventLine, ...]
    """What is planned, the soonest first."""
    in_office: tuple[InOffice, ...]
    """Who is in office."""
    leader_count: int
    """People in all."""
    stages: tuple[StageGroup, ...]
    """Agreements by stage."""
    agreement_count: int
    """Agreements in all."""
    figures: tuple[SeriesLine, ...]
    """The main figures."""
    figure_count: int
    """Figures in all."""
    conflicts: tuple[ConflictView, ...]
    """Reports that contradict each other, the first few."""
    conflict_count: int
    """Contradictions in all."""
    topics: tuple[Link, ...]
    """Threads of the story."""
    newest: tuple[ArticleLine, ...]
    """The latest articles."""
    changed: ChangedDay | None
    """The last recorded changes, the first few; None where none are."""


def home_page(_key: str, rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The front page. Reads the latest events and what they touch, however long the story is."""
    notes = Notes(story, urls.HOME)
    site = rows[0]
    recent = _recent_events(story)
    articles = story.keys(ARTICLES)
    dated = article_order(story)
    dates = [card_date(story, id) for id in (dated[:1] + dated[-1:])]
    happened = [e for e in recent if e.status != "planned"]
    leaders = _chosen(story, LEADERS, [id for e in recent for id in e.participants])
    agreements = _chosen(story, AGREEMENTS, [id for e in recent for id in e.agreements])
    planned = [e for e in recent if e.status == "planned" and _is_ahead(e, dates[-1] if dates else "")]
    coming = [e for e in planned if not weak(e.title, e.participants)]
    told = [*_main(happened), *coming[:3]]
    so_far = _paragraphs(notes, told)
    view = HomeView(
        head=Head(
            site.title, site.tagline or f"The story that {plural(len(articles), 'article')} tell.", "home"
        ),
        articles=len(articles),
        witnesses=story.count(LINEAGES),
        span=(dates[0], dates[-1]) if dates else ("", ""),
        so_far=so_far,
        beside=_beside(so_far),
        strip=_strip(notes, recent),
        latest=_latest(
            notes, [e for e in happened if not weak(e.title, e.participants)], {e.id for e in told}
        ),
        coming=_coming(notes, planned, {e.id for e in told}),
        in_office=_in_office(notes, leaders),
        leader_count=story.count(LEADERS),
        figures=main_figures(notes),
        figure_count=story.count(FIGURES),
        stages=stage_groups(notes, tuple(a.id for a in agreements)),
        agreement_count=story.count(AGREEMENTS),
        conflicts=main_conflicts(notes),
        conflict_count=story.count(CONFLICTS),
        topics=notes.links("topic", story.keys(TOPICS)[:12]),
        newest=tuple(article_line(notes, id) for id in (dated[::-1] or list(articles))[:6]),
        changed=latest_day(notes),
    )
    return (Page(urls.HOME, "home.html", view),)


def _recent_events(story: Reader) -> list[Event]:
    """In order of date: the last that happened, and the next that are planned; others where there are few."""
    happened: list[Event] = []
    planned: list[Event] = []
    for number, one in enumerate(_latest_first(story)):
        (planned if one.status == "planned" else happened).append(one)
        if len(happened) >= _RECENT or number >= _LOOKED_AT:
            return _in_order([*happened, *_soonest(planned, happened)])
    found = _in_order([*happened, *_soonest(planned, happened)])
    known = {event.id for event in found}
    loose = [id for id in story.keys(EVENTS) if id not in known]
    others = [event for id in loose[:_RECENT] if (event := story.one(EVENTS, id)) is not None]
    return found + [event for event in others if event.date]


def _latest_first(story: Reader) -> Iterator[Event]:
    """All events with a date, the latest first."""
    for year in reversed(story_years(story)):
        for ref in reversed(refs(story, f"year/{year}", "event")):
            if (event := story.one(EVENTS, ref.id)) is not None and event.date:
                yield event


def _soonest(planned: list[Event], happened: list[Event]) -> list[Event]:
    """What is planned; where that is much, what comes next after what happened."""
    if len(planned) <= _COMING:
        return planned
    now = max((in_time(e.date or "") for e in happened), default="")
    return [e for e in _in_order(planned) if in_time(e.date or "") > now][:_COMING]


def _in_order(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda e: (in_time(e.date or ""), e.id))


def _main(events: list[Event]) -> list[Event]:
    """The best witnessed events, of equal ones what reports open with, then the latest; no two with one title."""
    told = {event.title: event for event in events}.values()
    latest = sorted(told, key=lambda e: (in_time(e.date or ""), e.id), reverse=True)
    news = _openings(events)

    def rank(event: Event) -> tuple[bool, int, int, bool, int]:
        seen = -len(event.lineages), -len(event.articles)
        return (weak(event.title, event.participants), *seen, event.id not in news, -len(event.evidence))

    best = sorted(latest, key=rank)[:_TOLD]
    return sorted(best, key=lambda e: (in_time(e.date or ""), _ORDER.get(e.kind, 2), e.id))


def _openings(events: list[Event]) -> set[str]:
    """Ids of the events that an article tells before its others, and near its beginning: its news, no background."""
    told = [(p.article, p.sentence, e.id) for e in events for p in e.evidence if 0 <= p.sentence <= _OPENING]
    first: dict[str, int] = {}
    for article, sentence, _ in told:
        first[article] = min(first.get(article, sentence), sentence)
    return {id for article, sentence, id in told if sentence == first[article]}


def _is_ahead(event: Event, now: str) -> bool:
    """Whether what is planned is still to come on the day of the last article, as far as its date tells."""
    end = (event.date or "").rsplit("/", 1)[-1].strip("[].?~%")[:10]
    return not (end and now) or end >= now[: len(end)]


def _paragraphs(notes: Notes, events: list[Event]) -> tuple[Paragraph, ...]:
    """A sentence for each date, up to four clauses a paragraph; what is planned apart."""
    found: list[tuple[bool, list[Sentence]]] = []
    for (planned, date), group in groupby(events, key=lambda e: (e.status == "planned", e.date or "")):
        sentence = Sentence(date, tuple(_so_far(notes, event) for event in group))
        last = found[-1] if found else None
        if last and last[0] == planned and sum(len(s.clauses) for s in [*last[1], sentence]) <= 4:
            last[1].append(sentence)
        else:
            found.append((planned, [sentence]))
    return tuple(Paragraph(tuple(part)) for _, part in found)


def _beside(story: tuple[Paragraph, ...]) -> tuple[Proof, ...]:
    """The first evidence of two clauses a paragraph."""
    cited = (
        [c.proofs[0] for sentence in part.sentences for c in sentence.clauses if c.proofs][:2]
        for part in story
    )
    return tuple(dict.fromkeys(proof for proofs in cited for proof in proofs))


def _so_far(notes: Notes, event: Event) -> SoFar:
    line = event_line(notes, event, 0)
    one_each: dict[str, Evidence] = {}
    for evidence in event.evidence:
        one_each.setdefault(evidence.article, evidence)
    proofs = notes.proofs(tuple(one_each.values()), 2)
    planned = event.status == "planned"
    return SoFar(clause(event), line.link, line.status, proofs, line.witnesses, planned, line.conflicts)


def _latest(notes: Notes, happened: list[Event], told: set[str]) -> tuple[EventLine, ...]:
    """The last events; nothing where the story so far has told most of them."""
    last = happened[-6:][::-1]
    return (
        ()
        if sum(e.id not in told for e in last) < len(last) / 2
        else tuple(event_line(notes, e) for e in last)
    )


def _coming(notes: Notes, planned: list[Event], told: set[str]) -> tuple[EventLine, ...]:
    """What is planned; nothing where the story so far has told all of it."""
    return () if all(e.id in told for e in planned) else tuple(event_line(notes, e) for e in planned[:5])


def _strip(notes: Notes, events: list[Event]) -> Strip:
    """The events along a line, each with a link to its own page."""
    drawn = strip(events)
    marks = (replace(m, href=notes.to(urls.record("event", m.href.removeprefix("#")))) for m in drawn.marks)
    return replace(drawn, marks=tuple(marks))


def _chosen(story: Reader, table: Table[V], recent: list[str]) -> list[V]:
    ids = story.keys(table)
    wanted = ids if len(ids) <= _FEW else tuple(dict.fromkeys(reversed(recent)))[:_FEW]
    return [record for id in wanted if (record := story.one(table, id)) is not None]


def _in_office(notes: Notes, leaders: list[Leader]) -> tuple[InOffice, ...]:
    known = [leader for leader in leaders if leader.leader]
    ranked = sorted(
        known, key=lambda p: (-len({m.evidence.article for m in p.mentions}), -len(p.mentions), p.id)
    )
    found: list[InOffice] = []
    for leader in ranked:
        now = [o for o in leader.offices if o.status in ("current", "acting", "elect")]
        if now:
            found.append(InOffice(notes.link("leader", leader.id), office_view(notes, now[-1], 1)))
        if len(found) == _IN_OFFICE:
            break
    return tuple(found)
