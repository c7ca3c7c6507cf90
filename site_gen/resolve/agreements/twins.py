"""Two names that may be one agreement: one occasion, parties in common, the same span of years or subject."""

from collections.abc import Iterator
from itertools import combinations

from site_gen.resolve.agreements.forms import content_words
from site_gen.resolve.decisions import decided
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import day_text, days, gap
from site_gen.resolve.tables import AGREEMENT_TWINS, AgreementSummary, Twin
from site_gen.resolve.words import group_of
from site_gen.tables import Reader, Row

_MOST, _TWO = 40, 2
_PARTIES = 5
"""Parties by whose pairs an agreement is sought: one of many more is no twin of what two of them agree."""


def blocks_of(summary: AgreementSummary) -> list[str]:
    """The blocks in which an agreement is compared: each two of its parties, in the year of its first stage."""
    start = days(summary.dates[0])
    year = day_text(start.first)[:4] if start and start.first else ""
    pairs = combinations(summary.parties[:_PARTIES], 2) if len(summary.parties) > 1 else [summary.parties]
    return [f"{';'.join(pair)}|{year}" for pair in pairs]


def find_twins(block: str, summaries: tuple[AgreementSummary, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of one block that may be one agreement: listed at both, merged never."""
    for a, b in combinations(summaries[:_MOST], 2):
        if block != next(known for known in blocks_of(a) if known in blocks_of(b)):
            continue
        reason = _reason(a, b) or _alone_of_their_day(a, b, summaries)
        if reason and not _settled(a, b, reader):
            yield Row(AGREEMENT_TWINS, a.id, Twin(b.id, reason, b.evidence))
            yield Row(AGREEMENT_TWINS, b.id, Twin(a.id, reason, a.evidence))


def _alone_of_their_day(
    a: AgreementSummary, b: AgreementSummary, others: tuple[AgreementSummary, ...]
) -> str:
    """Why two that have no word in common may be one: the same sides on one day, and no report tells of two papers."""
    if set(a.articles) & set(b.articles) or a.parties != b.parties or len(a.parties) < _TWO:
        return ""
    if not _on_one_day(a, b) or _other_kinds(a.name, b.name):
        return ""
    near = [s for s in others if s.id not in (a.id, b.id) and _one_occasion(a, s)]
    alone = all({*s.articles}.isdisjoint((*a.articles, *b.articles)) for s in near)
    return "the same parties and day, and no report tells of two papers" if alone else ""


def _on_one_day(a: AgreementSummary, b: AgreementSummary) -> bool:
    ours, theirs = days(a.dates[0]), days(b.dates[0])
    return bool(ours and theirs) and ours == theirs and ours.length == 1  # type: ignore[union-attr]


def _settled(a: AgreementSummary, b: AgreementSummary, reader: Reader) -> bool:
    return any(
        d.action == "apart" and d.other.removeprefix("agreement/") == other.id
        for one, other in ((a, b), (b, a))
        for d in decided("agreement", one.id, reader)
    )


def _reason(a: AgreementSummary, b: AgreementSummary) -> str:
    """Why two agreements may be one; nothing where one article tells of both, or the occasions differ."""
    if set(a.articles) & set(b.articles) or not _one_occasion(a, b):
        return ""
    span = _same_span(a, b) or _same_span(b, a)
    shared = content_words(a.name) & content_words(b.name)
    same = "the same parties" if a.parties == b.parties else "parties in common"
    if span and a.parties == b.parties:
        return f"{same} and occasion, and {span}"
    smaller = min(len(content_words(a.name)), len(content_words(b.name)))
    if _other_kinds(a.name, b.name):
        return ""
    if a.parties == b.parties and len({*a.people} & {*b.people}) >= _TWO:
        return f"{same}, signers and occasion"
    if shared and len(shared) * 2 > smaller and not a.years and not b.years:
        return f"{same} and occasion, and words in common: {', '.join(sorted(shared))}"
    return ""


def _other_kinds(one: str, other: str) -> bool:
    """Whether each name says what the paper is, and not the same: `Steel Partnership`, `Steel Memorandum`."""
    groups = group_of("analysis", "papers")
    ours, theirs = ({groups[w] for w in fold(name).split() if w in groups} for name in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _one_occasion(a: AgreementSummary, b: AgreementSummary) -> bool:
    ours, theirs = days(a.dates[0]), days(b.dates[0])
    return (
        ours is not None
        and theirs is not None
        and gap(ours, theirs) <= 3
        and min(ours.length, theirs.length) < 40
    )


def _same_span(a: AgreementSummary, b: AgreementSummary) -> str:
    """`a` names a length of years, `b` the year in which it would end."""
    start = days(a.dates[0])
    if start is None:
        return ""
    year = int(day_text(start.first)[:4])
    for span in a.spans:
        for end in b.years:
            if year + span == end:
                return f"the same span ({year} and {span} years is {end})"
        if span in b.spans:
            return f"the same span ({span} years)"
    return ""
