"""Misspellings that change the sound of a surname: found among the holders of one office."""

from collections.abc import Iterator
from itertools import combinations

from site_gen.resolve.folding import skeleton
from site_gen.resolve.people.compare import contradict, given_fit, loose_slip, near_names
from site_gen.resolve.tables import PERSON_ALIAS, PERSON_FINAL, PersonDraft, PersonSummary
from site_gen.tables import DECISIONS, Reader, Row

_MOST = 40


def find_misspelled(_post: str, holders: tuple[PersonDraft, ...], _reader: Reader) -> Iterator[Row]:
    """Pairs of holders of one post whose names are a slip apart: the rarer is an alias of the commoner."""
    for a, b in combinations(holders[:_MOST], 2):
        if skeleton(a.surname) != skeleton(b.surname) and _slip(a, b) and not contradict(a, b):
            rare, common = sorted((a, b), key=lambda d: (d.count, d.name))
            yield Row(PERSON_ALIAS, rare.id, common.id)


def _slip(a: PersonDraft, b: PersonDraft) -> bool:
    if min(len(a.surname), len(b.surname)) < 5:
        return False
    if not near_names(a.surname, b.surname):
        return loose_slip(a, b)
    if not a.given or not b.given:
        return True
    return a.given == b.given or bool(given_fit(a.given, b.given)) or near_names(a.given, b.given)


def finish_people(draft_id: str, drafts: tuple[PersonDraft, ...], reader: Reader) -> Iterator[Row]:
    """The person each draft ends in: itself, the one it misspells, or the one the editor says."""
    final = _target(draft_id, reader)
    draft = drafts[0]
    places = sorted({o.jurisdiction for o in draft.offices if o.jurisdiction} or {draft.nationality} - {""})
    yield Row(PERSON_FINAL, draft_id, PersonSummary(final, draft.name, draft.leader, tuple(places)))


def _target(draft_id: str, reader: Reader) -> str:
    seen = {draft_id}
    while True:
        step = _decided(draft_id, reader) or reader.one(PERSON_ALIAS, draft_id)
        if step is None or step in seen:
            return draft_id
        seen.add(step)
        draft_id = step


def _decided(draft_id: str, reader: Reader) -> str | None:
    for decision in reader.rows(DECISIONS, f"leader/{draft_id}"):
        if decision.action in ("merge", "same") and decision.other:
            return decision.other.removeprefix("leader/")
    return None
