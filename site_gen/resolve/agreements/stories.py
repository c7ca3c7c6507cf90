"""The one agreement without a name of its own that a story has: whatever noun and sides each report gives it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from site_gen.resolve.agreements.deeds import (
    of_one_deed,
    on_one_thing,
    says_less,
    two_in_turn,
    two_papers,
    within,
)
from site_gen.resolve.agreements.link import fullness
from site_gen.resolve.agreements.tellings import made_ready, of_one_story
from site_gen.resolve.tables import AGREEMENT_DRAFTS, AGREEMENT_PARENTS, AgreementDraft, StoryRef
from site_gen.resolve.words import subject
from site_gen.tables import Reader, Row

_MOST = 40


def link_stories(_block: str, told: tuple[StoryRef, ...], reader: Reader) -> Iterator[Row]:
    """Within the drafts told beside one name in a month: those of one story, where no other can be meant."""
    if not any(ref.generic for ref in told):
        return
    ids = sorted({ref.id for ref in told})[:_MOST]
    some = [d for key in ids if (d := reader.one(AGREEMENT_DRAFTS, key))]
    fits = list(_fits(some))
    beside: dict[str, list[AgreementDraft]] = {d.id: [] for d in some}
    for a, b in fits:
        beside[a.id].append(b)
        beside[b.id].append(a)
    for a, b in fits:
        if _only(a, b, beside) and _only(b, a, beside):
            short, full = sorted((a, b), key=fullness)
            yield Row(AGREEMENT_PARENTS, short.id, full)


def _fits(some: Sequence[AgreementDraft]) -> Iterator[tuple[AgreementDraft, AgreementDraft]]:
    """Every two that are told in one story and can be one."""
    ready = [(draft, made_ready(draft.told)) for draft in some]
    for (a, ours), (b, theirs) in combinations(ready, 2):
        if (a.generic or b.generic) and of_one_story(ours, theirs) and can_be_one(a, b):
            yield a, b


def _only(one: AgreementDraft, meant: AgreementDraft, beside: Mapping[str, list[AgreementDraft]]) -> bool:
    """Whether all that the one can be are one with what it is taken for."""
    return all(other.id == meant.id or can_be_one(other, meant) for other in beside[one.id])


def can_be_one(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether nothing speaks against it: two names, the kinds, what they are on, the sides, a step in between."""
    if a.name in b.apart or b.name in a.apart or not (a.generic or b.generic):
        return False
    one_thing = on_one_thing(a, b) or says_less(a, b) or of_one_deed(a, b)
    return _kinds_fit(a, b) and one_thing and _sides_fit(a, b) and not two_in_turn(a, b)


def _kinds_fit(a: AgreementDraft, b: AgreementDraft) -> bool:
    means = subject("agreements")["means"]
    if a.kind != b.kind and two_papers(a, b):
        return False
    return a.kind == b.kind or any(
        one.kind in means.get(other.kind, ()) or (one.kind == "document" and other.generic)
        for one, other in ((a, b), (b, a))
    )


def _sides_fit(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether the sides are not two and two others: one report may name a side that another leaves out."""
    return min(len(a.parties), len(b.parties)) < 2 or within(a, b) or within(b, a)
