"""Short forms and acronyms -> the agreement they mean, where only one can be meant."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from site_gen.resolve.agreements.forms import by_name, content_words, name_words, party_names
from site_gen.resolve.agreements.tellings import told_beside_the_same
from site_gen.resolve.decisions import decided, merged_into
from site_gen.resolve.folding import fold
from site_gen.resolve.tables import AGREEMENT_FINAL, AGREEMENT_PARENTS, AgreementDraft
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Reader, Row

_MOST, _PAIR = 40, 2


def link_forms(_word: str, drafts: tuple[AgreementDraft, ...], _reader: Reader) -> Iterator[Row]:
    """Within the drafts that share a word: each short form to the fuller one."""
    some = drafts[:_MOST]
    for (a, ours), (b, theirs) in combinations([(draft, _sides(draft)) for draft in some], 2):
        if a.name in b.apart or b.name in a.apart or not _compatible(a, ours, b, theirs):
            continue
        begun = _short_of_one(a, b, some)
        if begun or _same_name(a, b):
            short, full = sorted((a, b), key=_length if begun else fullness)
            yield Row(AGREEMENT_PARENTS, short.id, full)


def fullness(draft: AgreementDraft) -> tuple[bool, bool, bool, int, int, str]:
    """How full the form is: of two that are one agreement the record is the fuller one's."""
    sides = draft.generic and bool(draft.parties)
    return (not _is_acronym(draft), not draft.generic, sides, draft.count, len(draft.name), draft.id)


def _length(draft: AgreementDraft) -> tuple[int, str]:
    return len(draft.name), draft.id


def _is_acronym(draft: AgreementDraft) -> bool:
    return " " not in draft.name and draft.name.upper() == draft.name


class _Sides(NamedTuple):
    """The parties of a draft: all, and those that are told by a name."""

    all: frozenset[str]
    named: frozenset[str]


def _sides(draft: AgreementDraft) -> _Sides:
    return _Sides(frozenset(party_names(draft.parties)), frozenset(by_name(draft.parties)))


def _compatible(a: AgreementDraft, ours: _Sides, b: AgreementDraft, theirs: _Sides) -> bool:
    one, other = (ours.all, theirs.all) if a.generic or b.generic else (ours.named, theirs.named)
    return not one or not other or one <= other or other <= one or _named_alone(a, b)


def _named_alone(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one name that no other paper has is told with other sides: `Komarnica Investment Agreement`.

    Who signs for a state, a fund or a firm is told in several ways; two pairs of countries have two papers.
    """
    if fold(a.name) != fold(b.name) or content_words(a.name) <= _common():
        return False
    ours, theirs = ({p.name for p in d.parties if p.code} for d in (a, b))
    if _made_in_other_years(a, b):
        return False
    one_deed = not set(a.made).isdisjoint(b.made) or not set(a.people).isdisjoint(b.people)
    return (len(ours) < _PAIR or len(theirs) < _PAIR) and (one_deed or told_beside_the_same(a.told, b.told))


def _made_in_other_years(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one step is told of both, in no year that they share: `signed 2019-06-09`, `signed 2025`."""
    ours, theirs = ({(*told.rpartition(" ")[::2],) for told in d.made} for d in (a, b))
    steps = {step for step, _ in ours} & {step for step, _ in theirs}
    years = [{(step, day[:4]) for step, day in made if step in steps} for made in (ours, theirs)]
    return bool(steps) and years[0].isdisjoint(years[1])


@cache
def _common() -> frozenset[str]:
    """English words that many papers may have in their names."""
    return frozenset(w for words in subject("common_words")["classes"].values() for w in words.split())


def _same_name(a: AgreementDraft, b: AgreementDraft) -> bool:
    if _acronyms(a) & _acronyms(b):
        return True
    ours, theirs = content_words(a.name), content_words(b.name)
    words, others = set(name_words(a.name)), set(name_words(b.name))
    if not ours and not theirs:
        return (
            len(words & others) > 2
            and (words < others or others < words)
            and bool(a.parties)
            and bool(b.parties)
        )
    return ours == theirs and (
        a.kind == b.kind or words <= others or others <= words or _truces(words, others)
    )


def _short_of_one(a: AgreementDraft, b: AgreementDraft, drafts: tuple[AgreementDraft, ...]) -> bool:
    """Whether one is the other up to what it is about, and no other could be meant: `Suva Agreement (on Fisheries)`."""
    short, full = sorted((a, b), key=_length)
    return _begins(full, short) and all(d.id == full.id or not _begins(d, short) for d in drafts)


def _begins(full: AgreementDraft, short: AgreementDraft) -> bool:
    """Whether the one's name is the other's and what it is about, and a party or the place is theirs alike."""
    said = fold(full.name).split()
    begun = fold(short.name).split()
    follows = said[len(begun) : len(begun) + 1]
    return (
        said[: len(begun)] == begun
        and bool(content_words(short.name))
        and follows in (["on"], ["for"], ["concerning"], ["regarding"], ["of"])
    )


def _truces(ours: set[str], theirs: set[str]) -> bool:
    """Whether both are a rest from fighting: `the Cana truce`, `the Cana Ceasefire Agreement`."""
    names = set(word_set("agreements", "truces"))
    return bool(ours & names) and bool(theirs & names)


def _acronyms(draft: AgreementDraft) -> set[str]:
    found = {fold(draft.acronym)} if draft.acronym else set()
    return found | ({fold(draft.name)} if _is_acronym(draft) else set())


def finish_agreements(draft_id: str, _drafts: tuple[AgreementDraft, ...], reader: Reader) -> Iterator[Row]:
    """The agreement each draft ends in: itself, a fuller form, or what the editor says."""
    seen = {draft_id}
    final = draft_id
    while (step := _step(final, reader)) and step not in seen:
        seen.add(step)
        final = step
    if final != draft_id:
        yield Row(AGREEMENT_FINAL, draft_id, final)


def _step(draft_id: str, reader: Reader) -> str | None:
    decisions = decided("agreement", draft_id, reader)
    told = merged_into(decisions, "agreement")
    if told:
        return told
    parents = {p.id: p for p in reader.rows(AGREEMENT_PARENTS, draft_id)}
    kept = [
        p
        for p in parents.values()
        if not any(d.action == "apart" and d.other.endswith(p.id) for d in decisions)
    ]
    return max(kept, key=fullness).id if kept else None
