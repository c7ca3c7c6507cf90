"""What an article is about: its terms, those of one subject of the news taken together under the subject's name."""

from functools import cache

from msgspec import Struct

from site_gen.records import Evidence, Findings, TermFinding
from site_gen.resolve.folding import fold
from site_gen.resolve.words import subject, word_set

_TERMS = 14
_OFTEN = 2
"""Uses of a subject's words below which the article only mentions it; a phrase counts for two."""


class Subject(Struct, frozen=True):
    """A term or a subject of one article."""

    key: str
    name: str
    times: int
    places: tuple[Evidence, ...]


@cache
def _names() -> dict[str, str]:
    """Subject by word."""
    return {word: name for name, words in subject("topics")["subjects"].items() for word in words}


@cache
def subject_keys() -> frozenset[str]:
    """The keys of all subjects."""
    return frozenset(fold(name) for name in subject("topics")["subjects"])


def subject_of(term: str) -> str:
    """The subject that a phrase belongs to; empty for none."""
    return next((_names()[word] for word in term.split() if word in _names()), "")


def chief_terms(findings: Findings) -> list[TermFinding]:
    """The terms that the article uses most."""
    return sorted(findings.terms, key=lambda t: (-t.count, t.term))[:_TERMS]


def article_subjects(findings: Findings) -> list[Subject]:
    """The subjects that the article uses words of more than once, and its chief terms that belong to none."""
    found: dict[str, list[Subject]] = {}
    for term in findings.terms:
        if name := subject_of(term.term):
            weight = term.count + (" " in term.term)
            found.setdefault(name, []).append(Subject(fold(name), name, weight, (term.evidence,)))
    subjects = [_joined(parts) for parts in found.values()]
    plain = [
        Subject(t.term, t.surface, t.count, (t.evidence,))
        for t in chief_terms(findings)
        if not subject_of(t.term) and _threads(t.term)
    ]
    return [s for s in subjects if s.times >= _OFTEN] + plain


def _joined(parts: list[Subject]) -> Subject:
    places = tuple(sorted(place for part in parts for place in part.places))
    return Subject(parts[0].key, parts[0].name, sum(part.times for part in parts), places)


def _threads(term: str) -> bool:
    """Whether a phrase can name a thread: of two words or more, the last of them no post and no sum."""
    words = term.split()
    barred = word_set("topics", "no_heads")
    return len(words) > 1 and words[0] not in barred and words[-1] not in barred
