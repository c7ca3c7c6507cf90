"""A page for each agreement, and the register of them all by stage."""

from dataclasses import dataclass

from site_gen.pages import urls
from site_gen.pages.leaders import MentionsView, MetView, NameView, mention_views, relation_views
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import EventLine, Head, crumbs, event_line, plural, refs, related
from site_gen.pages.shelves import Shelf, by_letter
from site_gen.records import Agreement, Evidence
from site_gen.tables import AGREEMENTS, EVENTS, Reader, SiteInfo

LIFE = ("Announced or planned", "Agreed", "Ratified or in force", "Suspended or ended", "No stage told")
"""The parts of an agreement's life, for grouping only: what a page shows is the text's own word."""
_PLANNED = "announced presented tabled unveiled proposed planned negotiated drafted"
_AGREED = (
    "agreed adopted issued released signed initialled concluded reached reaffirmed upgraded launched"
    " established renewed extended amended elevated expanded published finalised finalized revised"
)
_BINDING = "approved ratified in-force implemented entered-into-force"
_OVER = "suspended ended withdrawn expired terminated rejected collapsed violated revoked"
_PARTS = {
    word.replace("-", " "): part
    for part, words in enumerate((_PLANNED, _AGREED, _BINDING, _OVER))
    for word in words.split()
}

ON_ONE_PAGE = 300
"""Agreements that the register shows on one page."""


@dataclass(frozen=True, slots=True)
class StageView:
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


@dataclass(frozen=True, slots=True)
class LinkedView:
    """Another agreement that this one stands in a relation to."""

    type: str
    """upgrades, supersedes, part of, under, possibly same."""
    link: Link
    """The other agreement."""
    reason: str
    """Why it may be the same; empty otherwise."""
    proofs: tuple[Proof, ...]
    """Where it is said."""


@dataclass(frozen=True, slots=True)
class AgreementView:
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


@dataclass(frozen=True, slots=True)
class AgreementLine:
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


@dataclass(frozen=True, slots=True)
class StageGroup:
    """Agreements that stand at one part of their life."""

    name: str
    """The part of life."""
    part: int
    """Its number, from 0; 4 where no stage is told."""
    agreements: tuple[AgreementLine, ...]
    """By date, the latest first."""


@dataclass(frozen=True, slots=True)
class AgreementsView:
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
    """The register of all agreements by stage; with many, the latest, and a page for each first letter."""
    path, ids = urls.index("agreement"), story.keys(AGREEMENTS)
    about = f"{plural(len(ids), 'agreement')} by stage, with parties and dates."
    letters = by_letter(story, "agreement", ids) if len(ids) > ON_ONE_PAGE else {}
    shelves = tuple(Shelf(n.upper(), f"in-{n}.html", len(part)) for n, part in letters.items())
    first = _register(story, path, "Agreements", about, ids, shelves, 20 if letters else len(ids))
    return (first, *(_letter(story, name, part) for name, part in letters.items()))


def _letter(story: Reader, name: str, ids: tuple[str, ...]) -> Page:
    title = f"Agreements: {name.upper()}"
    about = f"{plural(len(ids), 'agreement')} under {name.upper()}."
    return _register(story, f"agreements/in-{name}.html", title, about, ids, (), len(ids))


def _register(
    story: Reader,
    path: str,
    title: str,
    about: str,
    ids: tuple[str, ...],
    shelves: tuple[Shelf, ...],
    most: int,
) -> Page:
    """A table for each part of an agreement's life, with at most so many lines."""
    notes = Notes(story, path)
    index = urls.index("agreement")
    trail = crumbs(notes) if path == index else crumbs(notes, ("Agreements", index))
    groups = tuple(StageGroup(g.name, g.part, g.agreements[:most]) for g in stage_groups(notes, ids))
    head = Head(title, about, "agreements", trail)
    return Page(path, "agreements.html", AgreementsView(head, groups, shelves, len(ids)))


def part_of_life(stage: str) -> int:
    """Which part of an agreement's life a stage belongs to, from 0; 4 where unknown."""
    if stage.startswith("to be "):
        return 0
    return _PARTS.get(stage, 4)


def stage_groups(notes: Notes, ids: tuple[str, ...]) -> tuple[StageGroup, ...]:
    """Agreements by the part of life of their latest stage; those without a stage last."""
    found = [a for id in ids if (a := notes.story.one(AGREEMENTS, id)) is not None]
    shelves: dict[int, list[AgreementLine]] = {}
    for agreement in found:
        line = agreement_line(notes, agreement)
        shelves.setdefault(line.part, []).append(line)
    return tuple(
        StageGroup(LIFE[part], part, tuple(sorted(lines, key=_latest_first)))
        for part, lines in sorted(shelves.items())
    )


def agreement_line(notes: Notes, agreement: Agreement) -> AgreementLine:
    """An agreement as one line, at its latest stage."""
    last = agreement.stages[-1] if agreement.stages else None
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


def _latest_first(line: AgreementLine) -> tuple[tuple[int, ...], str]:
    return tuple(-ord(c) for c in line.date) or (1,), line.link.title.casefold()


def _agreement_page(agreement: Agreement, story: Reader) -> Page:
    path = urls.record("agreement", agreement.id)
    notes = Notes(story, path)
    key = f"agreement/{agreement.id}"
    places: dict[str, list[Evidence]] = {}
    for mention in agreement.mentions:
        places.setdefault(mention.article, []).append(mention)
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
        stages=stage_views(notes, agreement),
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
        figures=related(notes, key, "figure", "series"),
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
    steps: dict[tuple[str, str, str], list[Evidence]] = {}
    for s in agreement.stages:
        steps.setdefault((s.stage, s.date or "", s.by), []).append(s.evidence)
    order = {step: n for n, step in enumerate(steps)}
    ranked = sorted(steps, key=lambda s: (not s[0].startswith("to be "), order[s]))
    return tuple(
        StageView(stage, part_of_life(stage), date, by, notes.proofs(tuple(steps[stage, date, by]), 3))
        for stage, date, by in _by_date(ranked, [(s.stage, s.date or "", s.by) for s in agreement.stages])
    )


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
    last = f"; latest stage told: {agreement.stages[-1].stage}" if agreement.stages else ""
    return f"{agreement.name}{f' ({parties})' if parties else ''}{last}."
