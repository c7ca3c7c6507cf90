"""A page for each agreement, and the register of them all by stage."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.amounts import named
from site_gen.pages.leader_views import MentionsView, MetView, NameView
from site_gen.pages.leaders import mention_views, relation_views
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import EventLine, Head, crumbs, event_line, plural, refs, related
from site_gen.pages.registers import AGREED, SIZES, STANDING, Standing, is_long
from site_gen.pages.shelves import Shelf
from site_gen.records import Agreement, Evidence, Stage
from site_gen.resolve.agreements.life import LIFE, latest, part_of_life
from site_gen.tables import AGREEMENTS, EVENTS, Reader, SiteInfo

_FIRST = 20
"""Agreements of each part of life that the register shows where it has pages by letter."""


class StageView(Struct, frozen=True):
    """A step in an agreement's life."""

    stage: str
    """The text's own word."""
    part: int
    """Which part of an agreement's life it belongs to, from 0 to 3; 4 where unknown."""
    date: str
    """EDTF; empty where no article gives one."""
    by: str
    """Whose step it was, where it was one side's."""
    proofs: tuple[Proof, ...]
    """Where it is said, the first few sentences."""


class LinkedView(Struct, frozen=True):
    """Another agreement that this one stands in a relation to."""

    type: str
    """upgrades, supersedes, part of, under, possibly same."""
    link: Link
    """The other agreement."""
    reason: str
    """Why it may be the same; empty otherwise."""
    proofs: tuple[Proof, ...]
    """Where it is said."""


class AgreementView(Struct, frozen=True):
    """An agreement's page."""

    head: Head
    """Title, way here."""
    id: str
    """Stable id."""
    name: str
    """The fullest name."""
    kind: str
    """declaration, treaty, memorandum, ..."""
    acronym: str
    """Empty where none is used."""
    names: tuple[NameView, ...]
    """How the articles name it."""
    parties: tuple[Link, ...]
    """Countries and bodies."""
    stages: tuple[StageView, ...]
    """In order of date, then of an agreement's life."""
    reached: StageView | None
    """Among them the latest that it is told to have reached; None without one."""
    relations: tuple[LinkedView, ...]
    """To other agreements."""
    people: tuple[Link, ...]
    """Leaders who are told to have had a part in it."""
    ties: tuple[MetView, ...]
    """Who signed, announced or joined it, with evidence."""
    events: tuple[EventLine, ...]
    """Events it belongs to."""
    figures: tuple[Link, ...]
    """Figures told with it."""
    topics: tuple[Link, ...]
    """Threads of the story it belongs to."""
    conflicts: tuple[Link, ...]
    """Open contradictions about it."""
    mentions: tuple[MentionsView, ...]
    """By article."""
    mention_count: int
    """Mentions in all articles."""
    editor: bool
    """Set by an editor, not read from a text."""
    note: str
    """The editor's note."""


class AgreementLine(Struct, frozen=True):
    """An agreement in a list."""

    link: Link
    """Its page; the note is its kind."""
    parties: tuple[str, ...]
    """Countries and bodies."""
    stage: str
    """The latest stage, in the text's own word; empty where none is told."""
    part: int
    """Which part of an agreement's life that is, from 0 to 3; 4 where unknown."""
    date: str
    """EDTF of the latest stage; may be empty."""
    proof: Proof | None
    """Where the stage is told."""


class StageGroup(Struct, frozen=True):
    """Agreements that stand at one part of their life."""

    name: str
    """The part of life."""
    part: int
    """Its number, from 0; 4 where no stage is told."""
    agreements: tuple[AgreementLine, ...]
    """By date, the latest first."""


class AgreementsView(Struct, frozen=True):
    """The register of agreements."""

    head: Head
    """Title and way here."""
    groups: tuple[StageGroup, ...]
    """By part of life; empty ones left out. With many, the latest of each."""
    shelves: tuple[Shelf, ...]
    """Pages by first letter, where there are many."""
    count: int
    """All agreements."""


def agreement_pages(_key: str, rows: tuple[Agreement, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one agreement."""
    return tuple(_agreement_page(agreement, story) for agreement in rows[:1])


def agreements_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The register of all agreements by stage; with many, the latest of each stage, and links to the letters."""
    sizes = story.rows(SIZES, AGREED.name)
    count, long = sum(size.count for size in sizes), is_long(story, AGREED.name)
    about = f"{plural(count, 'agreement')} by stage, with parties and dates."
    shelves = tuple(Shelf(size.shelf.upper(), f"in-{size.shelf}.html", size.count) for size in sizes)
    entries = (story.rows(STANDING, str(part)) for part in range(len(LIFE)))
    shown = [sorted(part, key=_latest_first)[: _FIRST if long else None] for part in entries]
    ids = tuple(entry.id for part in shown for entry in part)
    return (
        _register(story, urls.index("agreement"), "Agreements", about, ids, shelves if long else (), count),
    )


def agreement_letters(key: str, rows: tuple[Standing, ...], story: Reader) -> tuple[Page, ...]:
    """The agreements under one letter, where the register is long."""
    if not is_long(story, AGREED.name):
        return ()
    title = f"Agreements: {key.upper()}"
    about = f"{plural(len(rows), 'agreement')} under {key.upper()}."
    ids = tuple(entry.id for entry in rows)
    return (_register(story, f"agreements/in-{key}.html", title, about, ids, (), len(ids)),)


def _register(
    story: Reader,
    path: str,
    title: str,
    about: str,
    ids: tuple[str, ...],
    shelves: tuple[Shelf, ...],
    count: int,
) -> Page:
    """A table for each part of an agreement's life."""
    notes = Notes(story, path)
    index = urls.index("agreement")
    trail = crumbs(notes) if path == index else crumbs(notes, ("Agreements", index))
    head = Head(title, about, "agreements", trail)
    return Page(path, "agreements.html", AgreementsView(head, stage_groups(notes, ids), shelves, count))


def stage_groups(notes: Notes, ids: tuple[str, ...]) -> tuple[StageGroup, ...]:
    """Agreements by the part of life of their latest stage; those without a stage last."""
    found = [a for id in ids if (a := notes.story.one(AGREEMENTS, id)) is not None]
    shelves: dict[int, list[AgreementLine]] = {}
    for agreement in found:
        line = agreement_line(notes, agreement)
        shelves.setdefault(line.part, []).append(line)
    return tuple(
        StageGroup(LIFE[part], part, tuple(sorted(lines, key=_line_order)))
        for part, lines in sorted(shelves.items())
    )


def agreement_line(notes: Notes, agreement: Agreement) -> AgreementLine:
    """An agreement as one line, at its latest stage."""
    last = latest(agreement.stages)
    link = Link(
        "agreement",
        agreement.id,
        agreement.name,
        notes.to(urls.record("agreement", agreement.id)),
        agreement.kind,
    )
    return AgreementLine(
        link,
        tuple(party.name for party in agreement.parties),
        last.stage if last else "",
        part_of_life(last.stage) if last else 4,
        (last.date if last else None) or "",
        notes.proof(last.evidence) if last else None,
    )


def _latest_first(entry: Standing) -> tuple[tuple[int, ...], str, str]:
    return tuple(-ord(c) for c in entry.date) or (1,), entry.title, entry.id


def _line_order(line: AgreementLine) -> tuple[tuple[int, ...], str, str]:
    return _latest_first(Standing(line.link.id, line.date, line.link.title.casefold()))


def _agreement_page(agreement: Agreement, story: Reader) -> Page:
    path = urls.record("agreement", agreement.id)
    notes = Notes(story, path)
    key = f"agreement/{agreement.id}"
    places: dict[str, list[Evidence]] = {}
    for mention in agreement.mentions:
        places.setdefault(mention.article, []).append(mention)
    stages = stage_views(notes, agreement)
    view = AgreementView(
        head=Head(
            agreement.name,
            _describe(agreement),
            "agreements",
            crumbs(notes, ("Agreements", urls.index("agreement"))),
        ),
        id=agreement.id,
        name=agreement.name,
        kind=agreement.kind,
        acronym=agreement.acronym,
        names=tuple(NameView(form.name, form.kind, form.count) for form in agreement.variants),
        parties=_parties(agreement),
        stages=stages,
        reached=_reached(agreement, stages),
        relations=tuple(
            LinkedView(r.type, notes.link("agreement", r.target), r.reason, notes.proofs(r.evidence, 2))
            for r in agreement.relations
        ),
        people=related(notes, key, "leader", "person"),
        ties=tuple(tie for tie in relation_views(notes, key) if tie.other.kind != "place"),
        events=tuple(
            event_line(notes, event)
            for ref in refs(story, key, "event")
            if (event := story.one(EVENTS, ref.id)) is not None
        ),
        figures=named(story, related(notes, key, "figure", "series")),
        topics=related(notes, key, "topic"),
        conflicts=related(notes, key, "conflict"),
        mentions=mention_views(notes, places),
        mention_count=len(agreement.mentions),
        editor=agreement.basis == "editor",
        note=agreement.note,
    )
    return Page(path, "agreement.html", view)


def stage_views(notes: Notes, agreement: Agreement) -> tuple[StageView, ...]:
    """The steps in order of date, on one day a plan before the deed; a step told twice is one step."""
    told = [(s.stage, s.date or "", _doer(s, agreement.stages), s.evidence) for s in agreement.stages]
    steps: dict[tuple[str, str, str], list[Evidence]] = {}
    for stage, date, by, evidence in told:
        steps.setdefault((stage, date, by), []).append(evidence)
    order = {step: n for n, step in enumerate(steps)}
    ranked = sorted(steps, key=lambda s: (not s[0].startswith("to be "), order[s]))
    return tuple(
        StageView(stage, part_of_life(stage), date, by, notes.proofs(tuple(steps[stage, date, by]), 3))
        for stage, date, by in _by_date(ranked, [(stage, date, by) for stage, date, by, _ in told])
    )


def _doer(step: Stage, stages: tuple[Stage, ...]) -> str:
    """Whose step it was: another report may say it of the same step, where it says it of no two."""
    named = {s.by for s in stages if s.by and (s.stage, s.date) == (step.stage, step.date)}
    return step.by or (named.pop() if len(named) == 1 else "")


def _reached(agreement: Agreement, stages: tuple[StageView, ...]) -> StageView | None:
    last = latest(agreement.stages)
    same = (s for s in stages if last and (s.stage, s.date) == (last.stage, last.date or ""))
    return next(same, None)


def _by_date(
    ranked: list[tuple[str, str, str]], told: list[tuple[str, str, str]]
) -> list[tuple[str, str, str]]:
    """The steps as the record has them, those of one day in the order of `ranked`."""
    days = list(dict.fromkeys(date for _, date, _ in told))
    return [step for day in days for step in ranked if step[1] == day]


def _parties(record: Agreement) -> tuple[Link, ...]:
    return tuple(Link("party", party.code, party.name, "") for party in record.parties)


def _describe(agreement: Agreement) -> str:
    parties = ", ".join(party.name for party in agreement.parties)
    last = latest(agreement.stages)
    reached = f"; latest stage reported: {last.stage}" if last else ""
    return f"{agreement.name}{f' ({parties})' if parties else ''}{reached}."
