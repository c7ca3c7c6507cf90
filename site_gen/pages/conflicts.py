"""Where reports contradict each other: both sides with their sentences, and no verdict."""

from msgspec import Struct
from msgspec.structs import replace

from site_gen.analyse.conflicts.excerpt import BREAK
from site_gen.pages import urls
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural
from site_gen.pages.questions import in_full, place, question, sides
from site_gen.pages.registers import DISPUTED, is_long
from site_gen.pages.shelves import Shelf
from site_gen.records import Claim, Conflict
from site_gen.resolve.folding import slug
from site_gen.tables import CARDS, CONFLICTS, Reader, SiteInfo


class ClaimView(Struct, frozen=True):
    """One side."""

    says: str
    """What it says, in short."""
    proofs: tuple[Proof, ...]
    """The sentences that say it."""
    witnesses: int
    """Independent witnesses for it."""
    supports: str
    """What speaks for it; may be empty."""
    quoted: bool = False
    """What it says is words of its first sentence, where they are marked: no need to say it twice."""


class ConflictView(Struct, frozen=True):
    """One contradiction."""

    id: str
    """Also its anchor."""
    kind: str
    """date, name, value, stage, force, identity, order, attribution or place."""
    about: str
    """What it is about."""
    claims: tuple[ClaimView, ...]
    """Two or more sides."""
    reading: str
    """How it may have come about, as a possibility; may be empty."""
    subjects: tuple[Link, ...]
    """The records it concerns."""
    note: str
    """The editor's note."""
    href: str
    """Its own place."""


class QuestionView(Struct, frozen=True):
    """The contradictions that leave one question open."""

    id: str
    """Its anchor."""
    question: str
    """As a reader asks it."""
    conflicts: tuple[Link, ...]
    """Each with what the sides say as its note, by what they are about."""


class ConflictsView(Struct, frozen=True):
    """The page of contradictions."""

    head: Head
    """Title and way here."""
    conflicts: tuple[ConflictView, ...]
    """All of them, question by question; none where there are so many that each has its own page."""
    shelves: tuple[Shelf, ...] = ()
    """The questions with their counts, where there are many contradictions."""
    questions: tuple[QuestionView, ...] = ()
    """A line for each contradiction, where each has its own page."""


class ConflictPageView(Struct, frozen=True):
    """The page of one contradiction, where there are many."""

    head: Head
    """Title and way here."""
    conflict: ConflictView
    """Both sides."""


_MANY = 8
"""Contradictions that a reader finds the way through without a list of the questions."""
_SHORT = 60
"""Characters of what the sides say, that a title has room for."""
_WORDS = 4
"""Words from which on what a side says need not be said beside its sentence."""
_LOOKED_AT = 200
"""Contradictions that a front page chooses from."""


def conflicts_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """All contradictions on one page; where there are many, a line for each, which leads to its own page."""
    notes = Notes(story, urls.CONFLICTS)
    ids = story.keys(CONFLICTS)
    head = Head(
        "Disagreements",
        f"{plural(len(ids), 'point')} on which the articles contradict each other."
        if ids
        else "Nothing was found on which the articles contradict each other.",
        "more",
        crumbs(notes),
    )
    view = _lines(notes, head, ids) if is_long(story, DISPUTED) else _in_full(notes, head, ids)
    return (Page(urls.CONFLICTS, "conflicts.html", view),)


def conflict_pages(_key: str, rows: tuple[Conflict, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one contradiction; none where one page has them all."""
    if not is_long(story, DISPUTED):
        return ()
    return tuple(_conflict_page(conflict, story) for conflict in rows[:1])


def _conflict_page(conflict: Conflict, story: Reader) -> Page:
    path = urls.conflict(conflict.id)
    notes = Notes(story, path)
    said = sides(" / ".join(c.says for c in conflict.claims))
    title = in_full(conflict.about) + (f": {said}" if 0 < len(said) <= _SHORT else "")
    about = f"What {plural(len(conflict.claims), 'side')} say, each with its sentences."
    trail = crumbs(notes, ("Disagreements", urls.CONFLICTS))
    view = ConflictPageView(Head(title, about, "more", trail), conflict_view(notes, conflict))
    return Page(path, "conflict.html", view)


def _in_full(notes: Notes, head: Head, ids: tuple[str, ...]) -> ConflictsView:
    found = [c for id in ids if (c := notes.story.one(CONFLICTS, id)) is not None]
    groups: dict[str, list[Conflict]] = {}
    for conflict in sorted(found, key=lambda c: place(question(c.about))):
        groups.setdefault(question(conflict.about), []).append(conflict)
    shelves = tuple(Shelf(name, f"#{group[0].id}", len(group)) for name, group in groups.items())
    ordered = (conflict for group in groups.values() for conflict in group)
    return ConflictsView(
        head,
        tuple(conflict_view(notes, c) for c in ordered),
        shelves if len(found) > _MANY and len(shelves) > 1 else (),
    )


def _lines(notes: Notes, head: Head, ids: tuple[str, ...]) -> ConflictsView:
    """A line for each; it reads their cards alone."""
    groups: dict[str, list[Link]] = {}
    for id in ids:
        if (card := notes.story.one(CARDS, f"conflict/{id}")) is not None:
            link = Link("conflict", id, card.title, notes.to(urls.conflict(id)), card.subtitle)
            groups.setdefault(question(card.title), []).append(link)
    questions = tuple(
        QuestionView(
            slug(name), name, tuple(sorted(group, key=lambda link: (link.title.casefold(), link.id)))
        )
        for name, group in sorted(groups.items(), key=lambda asked: place(asked[0]))
    )
    shelves = tuple(Shelf(q.question, f"#{q.id}", len(q.conflicts)) for q in questions)
    return ConflictsView(head, (), shelves if len(shelves) > 1 else (), questions)


def main_conflicts(notes: Notes, most: int = 4) -> tuple[ConflictView, ...]:
    """What a front page shows: on questions of several kinds, of each what most reports tell."""
    ids = notes.story.keys(CONFLICTS)[:_LOOKED_AT]
    found = [c for id in ids if (c := notes.story.one(CONFLICTS, id)) is not None]
    found.sort(key=lambda c: (-sum(len(side.lineages) for side in c.claims), place(question(c.about)), c.id))
    times: dict[str, int] = {}
    ranks: list[tuple[int, int, Conflict]] = []
    for conflict in found:
        asked = question(conflict.about)
        times[asked] = times.get(asked, 0) + 1
        ranks.append((times[asked], place(asked), conflict))
    ranks.sort(key=lambda ranked: ranked[:2])
    return tuple(conflict_view(notes, conflict) for _, _, conflict in ranks[:most])


def conflict_view(notes: Notes, conflict: Conflict) -> ConflictView:
    """One contradiction with both sides."""
    subjects = tuple(notes.link(*subject.split("/", 1)) for subject in conflict.subjects if "/" in subject)
    return ConflictView(
        conflict.id,
        conflict.kind,
        conflict.about,
        tuple(_claim_view(notes, claim) for claim in conflict.claims),
        conflict.reading,
        subjects,
        conflict.note,
        notes.to(notes.address("conflict", conflict.id)),
    )


def _claim_view(notes: Notes, claim: Claim) -> ClaimView:
    found = [(proof, _marked(proof, claim.says)) for proof in notes.proofs(claim.evidence, 3)]
    marked = tuple(words for _, words in found if words)
    others = tuple(proof for proof, words in found if not words)
    quoted = bool(marked) and len(claim.says.split()) >= _WORDS
    return ClaimView(claim.says, marked + others, len(claim.lineages), claim.supports, quoted)


def _marked(proof: Proof, says: str) -> Proof | None:
    """The sentence with what a side says marked, to the end of the clause where it is cut; None if it is elsewhere."""
    words = says.removeprefix("… ").removesuffix(" …")
    text = proof.before + proof.exact + proof.after
    at = text.find(words)
    if at < 0 or not words:
        return None
    start, end = at, at + len(words)
    if says.startswith("… "):
        start = max((m.end() for m in BREAK.finditer(text, 0, at)), default=0)
        start += len(text[start:]) - len(text[start:].lstrip("… "))
    if says.endswith(" …"):
        end = m.start() if (m := BREAK.search(text, end)) else len(text.rstrip("… ."))
    return replace(proof, before=text[:start], exact=text[start:end], after=text[end:])
