"""Agreements without a name of their own: `the wage agreement` of one report is `the pay accord` of another.

And what one report only calls `the accord` is named by another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from site_gen.resolve.agreements.forms import content_words, party_names
from site_gen.resolve.agreements.link import fullness
from site_gen.resolve.tables import AGREEMENT_PARENTS, AgreementDraft
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Reader, Row

_MOST = 40


def link_deeds(_block: str, drafts: tuple[AgreementDraft, ...], _reader: Reader) -> Iterator[Row]:
    """Within the drafts of one occasion: each to the fuller one, if only one deed is meant."""
    some = drafts[:_MOST]
    for a, b in combinations(some, 2):
        if _one_deed(a, b) and _sole(a, b, some):
            short, full = sorted((a, b), key=fullness)
            yield Row(AGREEMENT_PARENTS, short.id, full)


def _one_deed(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether the two can be one: sides that fit, papers of one kind on one thing, and not apart in any article."""
    if a.name in b.apart or b.name in a.apart or not (a.generic or b.generic):
        return False
    return _one_kind(a, b) and _one_occasion(a, b) and _one_thing(a, b)


def _one_occasion(a: AgreementDraft, b: AgreementDraft) -> bool:
    """The same was done on one day and no side is another's; or the sides are the same and no day speaks against it."""
    ours, theirs = set(party_names(a.parties)), set(party_names(b.parties))
    if set(a.made) & set(b.made):
        return ours <= theirs or theirs <= ours
    named = not (a.generic and b.generic)
    return len(ours) > 1 and ours == theirs and not (named and a.made and b.made)


def _one_thing(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether both can be on one thing: in words that are alike, or one of them does not say on what it is."""
    if _bare(a) or _bare(b) or _one_subject(a, b):
        return True
    if a.generic and b.generic:
        return False
    told, name = (a, b) if a.generic else (b, a)
    words = content_words(told.name)
    within = all(any(_alike(w, v) for v in content_words(name.name)) for w in words)
    return within or (words <= _subjects() and content_words(name.name).isdisjoint(_subjects()))


@cache
def _subjects() -> frozenset[str]:
    """Words that say what agreements are on, whoever makes them."""
    return word_set("agreements", "modifiers") | word_set("agreements", "plain")


def _sole(a: AgreementDraft, b: AgreementDraft, drafts: tuple[AgreementDraft, ...]) -> bool:
    """Whether a noun (`the agreement`) has but one deed that it can mean, and a name but one that means it."""
    if a.generic and b.generic:
        return not (_bare(a) or _bare(b)) or _alone(a, b, drafts)
    told, name = (a, b) if a.generic else (b, a)
    names = [d for d in drafts if not d.generic and _one_deed(told, d)]
    nouns = [d for d in drafts if d.generic and not _bare(d) and _one_deed(d, name)]
    return all(_one_name(d, name) for d in names) and all(
        _one_subject(x, y) for x, y in combinations(nouns, 2)
    )


def _one_name(a: AgreementDraft, b: AgreementDraft) -> bool:
    return content_words(a.name) == content_words(b.name)


def _alone(a: AgreementDraft, b: AgreementDraft, drafts: tuple[AgreementDraft, ...]) -> bool:
    """Whether a bare noun (`the agreement`) has but one deed that it can mean."""
    bare, told = (a, b) if _bare(a) else (b, a)
    meant = [d for d in drafts if d.id != bare.id and not _bare(d) and _one_deed(bare, d)]
    return all(_one_subject(d, told) for d in meant)


def _bare(draft: AgreementDraft) -> bool:
    return not content_words(draft.name)


def _one_subject(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether each says of what it is in words of which the other has the like: `wage`, `pay`."""
    ours, theirs = content_words(a.name), content_words(b.name)
    return all(any(_alike(w, v) for v in theirs) for w in ours) and all(
        any(_alike(w, v) for v in ours) for w in theirs
    )


def _alike(one: str, other: str) -> bool:
    return one == other or not _groups().get(one, frozenset()).isdisjoint(_groups().get(other, ()))


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    """Each word to the groups of synonyms that have it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(subject("synonyms")["groups"]):
        for word in group:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _one_kind(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one of the two nouns may stand for the other: a `deal` for a treaty, never a `declaration` for a pact."""
    meant = subject("agreements")["means"]
    return a.kind == b.kind or a.kind in meant.get(b.kind, ()) or b.kind in meant.get(a.kind, ())
