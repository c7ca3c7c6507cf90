"""One conflict for each matter: what several comparisons found in the same sentences is told once.

Stages of an agreement, promises with a sum, and statements are compared each in their own way, and one contradiction
may be found by all three. Days and values are one matter where they say the same: two days in one sentence are two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.analyse.conflicts.claims import claim, conflict_records
from site_gen.analyse.stems import stems
from site_gen.records import Claim, Conflict, Evidence
from site_gen.resolve.intervals import Days, days, gap
from site_gen.tables import DATED, Reader, Row

_CHANGES, _LONG, _SIDES = frozenset({"place", "stage", "force", "order"}), 130, 2
"""Kinds of what may be told again of another time, and days between two reports of which the later may do so."""
_APART = frozenset({"date", "value"})
"""Kinds that tell matters of their own."""
_KINDS = {"name": "identity", "force": "stage"}
"""A kind under which the same may be told as under another: `hopes to`, and `has made no promise`."""
_ALIKE = 0.5
"""Share of the shorter sentence's stems from which on two sentences of one witness say one thing."""


def tell_matters(_all: str, drafts: tuple[Conflict, ...], reader: Reader) -> Iterator[Row]:
    """The records of all conflicts, each with the places of those that are one matter with it."""
    near = (draft for draft in drafts if not _long_after(draft, reader))
    for group in _matters(sorted(near, key=_rank)):
        yield from conflict_records(_united(group, reader), [draft.id for draft in group], reader)


def _long_after(draft: Conflict, reader: Reader) -> bool:
    """Whether all reports of one side are of months after those of the other, of what may have changed since."""
    if draft.kind not in _CHANGES or len(draft.claims) != _SIDES:
        return False
    ours, theirs = ([_published(place.article, reader) for place in c.evidence] for c in draft.claims)
    if not all((*ours, *theirs)):
        return False
    return min(gap(a, b) for a in ours for b in theirs) > _LONG  # type: ignore[arg-type]


def _published(article: str, reader: Reader) -> Days | None:
    dated = reader.one(DATED, article)
    return days(dated.published.edtf) if dated and dated.published.edtf else None


def _rank(draft: Conflict) -> tuple[bool, int, str]:
    """First what is about a record, then what more reports tell."""
    of_a_record = any(not subject.startswith("article/") for subject in draft.subjects)
    return not of_a_record, -sum(len(c.lineages) for c in draft.claims), draft.id


def _matters(drafts: Iterable[Conflict]) -> list[list[Conflict]]:
    """The drafts by matter; only those that a witness of theirs is in as well are looked at."""
    groups: list[list[Conflict]] = []
    known: dict[str, list[int]] = defaultdict(list)
    for draft in drafts:
        lineages = sorted({lineage for c in draft.claims for lineage in c.lineages})
        met = sorted({n for lineage in lineages for n in known[lineage]})
        home = next((n for n in met if any(_ordered(other, draft) for other in groups[n])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(draft)
        for lineage in lineages:
            known[lineage].append(home)
    return groups


def _ordered(one: Conflict, other: Conflict) -> tuple[Claim, ...]:
    """The other's claims in the order of the first one's, if both are of one matter; else nothing."""
    if not len(one.claims) == len(other.claims) == 2:
        return ()
    for claims in (other.claims, other.claims[::-1]):
        sides = [*zip(one.claims, claims, strict=True)]
        if all(not {*a.lineages}.isdisjoint(b.lineages) for a, b in sides) and _of_one_thing(
            one, other, sides
        ):
            return claims
    return ()


def _of_one_thing(one: Conflict, other: Conflict, sides: list[tuple[Claim, Claim]]) -> bool:
    """Whether two conflicts of the same witnesses are about one paper, or stand in the same or in like sentences."""
    if _about_one_paper(one, other):
        return True
    shared = [_in_one_sentence(a, b) for a, b in sides]
    if one.kind in _APART or other.kind in _APART:
        same = one.kind == other.kind and all(a.says == b.says for a, b in sides)
        return (any(shared) and same) or (all(shared) and _of_the_values(one, other))
    if _KINDS.get(one.kind, one.kind) != _KINDS.get(other.kind, other.kind):
        return all(shared)
    states = one.kind == other.kind == "stage"
    return any(shared) and all(
        same or (states and a.lineages == b.lineages) or _alike(a, b) or _together(a, b)
        for same, (a, b) in zip(shared, sides, strict=True)
    )


def _of_the_values(one: Conflict, other: Conflict) -> bool:
    """Whether one is of two values, and the other of may and will (`may ship 240`), or of a claim and a fact."""
    words, value = sorted((one, other), key=lambda c: c.kind)
    by_words = all(subject.startswith("article/") for subject in words.subjects)
    return words.kind in ("force", "attribution") and value.kind == "value" and by_words


def _about_one_paper(one: Conflict, other: Conflict) -> bool:
    return one.kind == other.kind == "stage" and any(
        subject.startswith("agreement/") and subject in other.subjects for subject in one.subjects
    )


def _in_one_sentence(a: Claim, b: Claim) -> bool:
    return any(_touch(x, y) for x in a.evidence for y in b.evidence)


def _touch(x: Evidence, y: Evidence) -> bool:
    if x.article != y.article:
        return False
    return (x.sentence == y.sentence >= 0) or (x.start < y.end and y.start < x.end)


def _together(a: Claim, b: Claim) -> bool:
    """Whether a sentence of the one stands right beside one of the other: `hopes to repay it. This was an aim`."""
    return any(
        x.article == y.article and min(x.sentence, y.sentence) >= 0 and abs(x.sentence - y.sentence) == 1
        for x in a.evidence
        for y in b.evidence
    )


def _alike(a: Claim, b: Claim) -> bool:
    """Whether the longest that each quotes says mostly the same."""
    ours, theirs = (set(stems(max((e.exact for e in c.evidence), key=len))) for c in (a, b))
    return len(ours & theirs) >= _ALIKE * max(1, min(len(ours), len(theirs)))


def _united(group: list[Conflict], reader: Reader) -> Conflict:
    first, *others = group
    aligned = [claims for other in others if (claims := _ordered(first, other))]
    claims = tuple(
        claim(
            own.says, (e for c in (own, *(a[n] for a in aligned)) for e in c.evidence), reader, own.supports
        )
        for n, own in enumerate(first.claims)
    )
    subjects = sorted({s for draft in group for s in draft.subjects})
    note = " ".join(dict.fromkeys(draft.note for draft in group if draft.note))
    return replace(first, claims=claims, subjects=tuple(subjects), note=note) if others else first
