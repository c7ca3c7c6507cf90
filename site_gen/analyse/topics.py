"""Threads of the story: the editor's own list first, else a few readable terms that several articles share."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.analyse.listed import listed_places
from site_gen.analyse.points import figure_id
from site_gen.analyse.subjects import article_subjects, chief_terms, subject_keys
from site_gen.analyse.tables import (
    LINEAGE_OF,
    TERM_SUMMARIES,
    TOPIC_LIST,
    TOPIC_MONTHS,
    TOPIC_NAMES,
    TOPIC_PARTS,
    TOPIC_TERMS,
    TermCount,
    TermSummary,
    TopicEntry,
    TopicPart,
    TopicTerm,
)
from site_gen.records import Article, Evidence, Findings, Topic
from site_gen.records.evidence import ArticleId
from site_gen.resolve.decisions import corrected, decided, has_action
from site_gen.resolve.folding import fold, slug
from site_gen.resolve.tables import Known
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.tables import CARDS, REFS, TOPICS, Card, Reader, Ref, Row

_MONTH = re.compile(r"\d{4}(-\d\d)?")


def summarise_term(term: str, counts: tuple[TermCount, ...], reader: Reader) -> Iterator[Row]:
    """A term that enough independent articles use, in one small row."""
    rules = subject("topics")
    lines = {reader.one(LINEAGE_OF, c.article) or c.article for c in counts} if len(counts) < 50 else counts
    if len(lines) >= rules["least_articles"] and not _general(term):
        surface = Counter(c.surface for c in counts)
        shown = min(surface, key=lambda s: (-surface[s], s))
        yield Row(
            TERM_SUMMARIES,
            "all",
            TermSummary(term, shown, _rounded(len(counts)), _rounded(sum(c.times for c in counts))),
        )


def _rounded(number: int) -> int:
    """To two digits, so that an edit seldom changes the summary of a frequent term."""
    size: int = 10 ** max(0, len(str(number)) - 2)
    return number // size * size


def _general(term: str) -> bool:
    general = word_set("topics", "general")
    if term in subject_keys():
        return False
    return fold(term) in general or all(w in general for w in fold(term).split()) or len(term) < 3


def choose_topics(_key: str, summaries: tuple[TermSummary, ...], reader: Reader) -> Iterator[Row]:
    """Terms -> topics: the few that tell most, where the editor has no list."""
    if not reader.rows(TOPIC_LIST, "all"):
        yield from _chosen(summaries)


def _chosen(summaries: tuple[TermSummary, ...]) -> Iterator[Row]:
    same = group_of("topics", "same")
    groups: dict[str, list[TermSummary]] = {}
    for summary in summaries:
        groups.setdefault(same.get(fold(summary.term), fold(summary.term)), []).append(summary)
    ranked = sorted(groups, key=lambda g: (-_weight(groups[g]), g))
    kept: list[str] = []
    for name in ranked:
        if len(kept) < subject("topics")["most"] and not any(_within(name, other) for other in kept):
            kept.append(name)
    for name in kept:
        for summary in groups[name]:
            title = min(groups[name], key=lambda s: (-s.articles, s.term)).surface
            yield Row(
                TOPIC_TERMS, summary.term, TopicTerm(slug(name), title[:1].upper() + title[1:], "extracted")
            )


def _weight(group: list[TermSummary]) -> float:
    """Articles first; a phrase of two words tells more than one; often in few articles tells more than once in many."""
    best = max(group, key=lambda s: s.articles)
    if best.term in subject_keys():
        return best.articles * 3 * (1 + min(3.0, best.count / max(1, best.articles)) / 3)
    words = len(best.term.split())
    burst = min(3.0, best.count / max(1, best.articles))
    return best.articles * (1.6 if words == 2 else 1.3 if words > 2 else 1.0) * (1 + burst / 3)


def _within(name: str, other: str) -> bool:
    ours, theirs = set(name.split()), set(other.split())
    return ours <= theirs or theirs <= ours


def spread_topics(
    findings: Findings,
    article: Article | None,
    published: str,
    known: Known,
    events: tuple[str, ...],
    reader: Reader,
) -> Iterator[Row]:
    """What one article contributes to each topic: the sentences that use its terms, and what they tell of."""
    listed = reader.rows(TOPIC_LIST, "all")
    uses = _listed(listed, article, findings) if listed else _found(findings, reader)
    found: dict[str, list[tuple[TopicTerm, Evidence]]] = {}
    for topic, place in uses:
        found.setdefault(topic.topic, []).append((topic, place))
    told = _told_of(findings)
    for name in sorted(found):
        evidence = sorted({place for _, place in found[name]})
        part = _part(found[name][0][0], evidence, told, published, known, events)
        yield Row(TOPIC_PARTS, name, part, findings.article)
        yield Row(TOPIC_MONTHS, f"{name}/{_month(published)}", part, f"{published or '~'} {findings.article}")


def _listed(
    entries: tuple[TopicEntry, ...], article: Article | None, findings: Findings
) -> Iterator[tuple[TopicTerm, Evidence]]:
    for name, place in listed_places(entries, article, findings) if article else ():
        yield TopicTerm(slug(name), name, "editor"), place


def _found(findings: Findings, reader: Reader) -> Iterator[tuple[TopicTerm, Evidence]]:
    said = {(term.term, term.evidence) for term in chief_terms(findings)}
    said |= {(own.key, place) for own in article_subjects(findings) for place in own.places}
    for term, place in sorted(said):
        topic = reader.one(TOPIC_TERMS, term)
        if topic:
            yield topic, place


def _month(published: str) -> str:
    """The month of a day of publication, or its year where that is all that is known."""
    known = _MONTH.match(published)
    return known[0] if known else "undated"


class _Told(NamedTuple):
    """In which sentences an article tells of each of its figures, people, agreements and events."""

    article: ArticleId
    figures: list[set[int]]
    people: list[set[int]]
    agreements: list[set[int]]
    events: list[set[int]]


def _told_of(findings: Findings) -> _Told:
    return _Told(
        findings.article,
        [{figure.evidence.sentence} for figure in findings.figures],
        [{mention.evidence.sentence for mention in person.mentions} for person in findings.people],
        [{mention.sentence for mention in agreement.mentions} for agreement in findings.agreements],
        [{event.evidence.sentence} for event in findings.events],
    )


def _part(
    topic: TopicTerm,
    evidence: list[Evidence],
    told: _Told,
    published: str,
    known: Known,
    events: tuple[str, ...],
) -> TopicPart:
    near = {e.sentence for e in evidence}
    near |= {s + 1 for s in near}
    return TopicPart(
        topic.name, topic.basis, told.article, published, tuple(evidence),
        _ids(known.people, _numbers(told.people, near)), _ids(known.agreements, _numbers(told.agreements, near)),
        tuple(figure_id(told.article, n) for n in _numbers(told.figures, near)),
        _ids(events, _numbers(told.events, near)),
    )  # fmt: skip


def _numbers(told: list[set[int]], near: set[int]) -> list[int]:
    """Which of them are told of in some of these sentences."""
    return [n for n, sentences in enumerate(told) if not near.isdisjoint(sentences)]


def _ids(known: tuple[str, ...], numbers: list[int]) -> tuple[str, ...]:
    return tuple(sorted({known[n] for n in numbers if known[n]}))


def assemble_topic(key: str, parts: tuple[TopicPart, ...], reader: Reader) -> Iterator[Row]:
    """The record of one topic with its references."""
    decisions = decided("topic", key, reader)
    if has_action(decisions, "hide"):
        return
    name = corrected(decisions, "title", parts[0].name)
    topic = Topic(
        id=key, name=name, basis="editor" if parts[0].basis == "editor" or decisions else "extracted",
        articles=tuple(ArticleId(p.article) for p in parts),
        evidence=tuple(e for p in parts for e in p.evidence),
        leaders=_all(p.leaders for p in parts), agreements=_all(p.agreements for p in parts),
        figures=_all(p.figures for p in parts), events=_all(p.events for p in parts),
    )  # fmt: skip
    yield Row(TOPICS, key, topic)
    yield Row(TOPIC_NAMES, key, name)
    # no count: with it an article more would write the pages of all that the topic holds anew
    yield Row(CARDS, f"topic/{key}", Card("topic", key, name, ""))
    here = Ref("topic", key)
    for kind, ids in (
        ("article", topic.articles),
        ("leader", topic.leaders),
        ("agreement", topic.agreements),
    ):
        for one in ids:
            yield Row(REFS, f"{kind}/{one}", here, "~")
    for part in parts:
        yield Row(REFS, f"topic/{key}", Ref("article", part.article), part.published or "~")


def _all(groups: object) -> tuple[str, ...]:
    counted = Counter(i for group in groups for i in group)  # type: ignore[attr-defined]
    return tuple(sorted(counted, key=lambda i: (-counted[i], i)))
