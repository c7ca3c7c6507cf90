"""Who and what is named around a word: the people, countries, places and dates in reach of it."""

from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from site_gen.extract.agreements.cast import Cast
from site_gen.extract.agreements.dating import Calendar
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.words import read_words
from site_gen.extract.events.words import EventWords
from site_gen.records import AgreementFinding, DateFinding, PersonFinding, PlaceFinding
from site_gen.text.document import Document

_STOPS = frozenset(";:—.!?\n")


class Actor(Struct, frozen=True):
    """A person or a place named in the text."""

    start: int
    end: int
    person: int
    """Place in `Findings.people`; -1 for a country, a body or a city."""
    place: PlaceFinding | None


class Scene(Struct, frozen=True):
    """The article's actors and dates, by place."""

    doc: Document
    actors: tuple[Actor, ...]
    starts: tuple[int, ...]
    calendar: Calendar
    sides: Sides
    people: tuple[PersonFinding, ...]
    names: tuple[tuple[int, int], ...]
    """Spans of agreements: a place inside is part of a name."""
    when: tuple[tuple[int, int], ...]
    """Spans of all days and times, those that no calendar date is known for included."""
    opening: int
    """The number of the sentence with which the report opens; -1 for none."""

    def speaks_of(self, words: frozenset[str]) -> bool:
        """Whether any of some lower-case words stands in the article."""
        return any(not words.isdisjoint(held) for held in self.doc.words)

    def in_name(self, start: int) -> bool:
        """Whether an offset lies inside the name of an agreement."""
        at = bisect_left(self.names, (start + 1, 0)) - 1
        return at >= 0 and start < self.names[at][1]

    def times(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Spans of days and times that begin between two offsets."""
        return self.when[bisect_left(self.when, (start, 0)) : bisect_left(self.when, (end, 0))]

    def between(self, start: int, end: int) -> tuple[Actor, ...]:
        """Actors that begin between two offsets."""
        return self.actors[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def opening_of(doc: Document) -> int:
    """The number of the first sentence of a report's prose; -1 where there is none of some words."""
    whole = (
        n
        for n, s in enumerate(doc.sentences[:_FIRST])
        if doc.article.blocks[s.block].kind == "paragraph" and len(doc.words[n]) >= _WORDY
    )
    return next(whole, -1)


_FIRST, _WORDY = 6, 7
"""Sentences among which the opening stands, and words that it has at least."""


def read_scene(cast: Cast, dates: tuple[DateFinding, ...], agreements: tuple[AgreementFinding, ...]) -> Scene:
    """The actors of an article in the order of its words."""
    doc, people, words = cast.doc, cast.people, read_words(cast.lexicon)
    found = [
        Actor(m.evidence.start, m.evidence.end, n, None) for n, p in enumerate(people) for m in p.mentions
    ]
    taken = {(a.start, a.end) for a in found}
    found += [
        Actor(p.evidence.start, p.evidence.end, -1, p)
        for p in cast.places
        if (p.evidence.start, p.evidence.end) not in taken
    ]
    found.sort(key=lambda a: (a.start, -a.end, a.person))
    named = [(m.start, m.end) for a in agreements if not a.generic for m in a.mentions]
    spans = tuple(sorted((m.start, m.end) for a in agreements for m in a.mentions))
    return Scene(
        doc,
        tuple(found),
        tuple(a.start for a in found),
        Calendar(
            doc.reading,
            dates,
            (words.saying, words.said_next),
            named,
            doc.article.published.edtf or "",
        ),
        cast.sides,
        people,
        spans,
        tuple(
            sorted(
                (d.evidence.start, d.evidence.end) for d in dates if d.role not in ("duration", "recurring")
            )
        ),
        opening_of(doc),
    )


_NEAR = 6
"""Words of a subject behind `as`."""
REACH = 14
"""Words before a deed within which its clause begins."""


def aside(clause: Clause, at: int, events: EventWords) -> tuple[int, int] | None:
    """Tokens before and at the end of what stands between commas before a verb: `Lee, the premier, met`."""
    first = at
    while first and at - first < 4 and clause.keys[first - 1] in events.lists["verbal"]:
        first -= 1
    if not first or clause.gaps[first - 1].strip(' ”"’') != "," or in_series(clause, at, events):
        return None
    for left in range(first - 2, max(-1, first - 28), -1):
        gap = clause.gaps[left]
        if gap == " ":
            continue
        if not _STOPS.isdisjoint(gap) and gap != ". ":
            return None
        if "," in gap:
            behind = clause.keys[left + 1]
            return None if behind in ("and", "but", "or", "he", "she", "it", "they") else (left, first - 1)
    return (first - 1, first - 1) if first == at and clause.keys[at].endswith("ed") else None


def in_series(clause: Clause, at: int, events: EventWords) -> bool:
    """`has ousted the president, suspended the charter, dissolved parliament and closed the borders`."""
    first = at - (at > 0 and clause.keys[at - 1] == "and")
    past = events.lists["past_forms"]
    begin = next((n + 1 for n in range(first - 2, max(-1, first - 14), -1) if "," in clause.gaps[n]), 0)
    opened = begin and (clause.keys[begin] in past or clause.keys[begin].endswith("ed"))
    led = opened and _perfect(clause, begin, past)
    joined = "and" in clause.keys[first:at] or any(
        clause.keys[n] == "and" and _past(clause, n + 1, past)
        for n in range(at + 1, min(len(clause.tokens), at + 14))
    )
    return bool(led) and joined


def _perfect(clause: Clause, end: int, past: frozenset[str]) -> bool:
    """Whether `has`, `have` or `had` and a participle, or a plain past form, open the series before a comma."""
    ahead = clause.keys[max(0, end - 12) : end]
    return any(a in ("has", "have", "had") and (b in past or b.endswith("ed")) for a, b in pairwise(ahead))


def _past(clause: Clause, at: int, past: frozenset[str]) -> bool:
    return at < len(clause.tokens) and (clause.keys[at] in past or clause.keys[at].endswith("ed"))


def window(clause: Clause, first: int, last: int, events: EventWords) -> tuple[int, int]:
    """Tokens in reach of the words from `first` to `last`: back and on to the ends of their clause."""
    high = _on(clause, last, events)
    if split := aside(clause, first, events):
        return _back(clause, split[0], events), high
    return _back(clause, first, events), high


def _as_clause(clause: Clause, at: int, verb: int, events: EventWords) -> bool:
    """`seized the airport as protesters marched`: a clause of its own begins behind `as`."""
    if clause.keys[at - 1] != "as" or not 0 < verb - at < _NEAR or not clause.joined(at - 1):
        return False
    if at > 1 and (clause.keys[at - 2] in events.lists["before_as"] or clause.keys[at - 2].endswith("ed")):
        return False
    article = clause.keys[at] == "the" and verb - at > 1
    subject = clause.tokens[at + article]
    named = (
        subject.cap or subject.key in events.lists["pronouns"] or subject.key in events.lists["collective"]
    )
    between = clause.keys[at:verb]
    return named and not {"and", "of"} & set(between) and all(clause.joined(n) for n in range(at, verb))


def _back(clause: Clause, at: int, events: EventWords) -> int:
    first = at
    low, commas = max(0, at - REACH), 0
    while at > low:
        gap = clause.gaps[at - 1]
        commas += "," in gap
        stopped = gap != " " and (not _STOPS.isdisjoint(gap) or " -" in gap or commas > 2)
        if (
            stopped
            or clause.keys[at - 1] in events.lists["clause_begins"]
            or _as_clause(clause, at, first, events)
        ):
            break
        at -= 1
    return at


def _on(clause: Clause, at: int, events: EventWords) -> int:
    high = min(len(clause.tokens) - 1, at + 16)
    while at < high:
        gap, behind = clause.gaps[at], clause.tokens[at + 1]
        ends = behind.key in events.lists["clause_ends"] and not _names_post(clause, at + 1, events)
        if ends or not _STOPS.isdisjoint(gap):
            break
        if "," in gap and _clause_begins(clause, at + 1, events):
            break
        at += 1
    return at


def _names_post(clause: Clause, at: int, events: EventWords) -> bool:
    """`sworn in as the new finance minister`: no clause begins with this `as`."""
    if clause.keys[at] != "as" or events.lists["installing"].isdisjoint(clause.keys[max(0, at - 8) : at]):
        return False
    return not events.objects["officers"].isdisjoint(clause.keys[at + 1 : at + 8])


def _clause_begins(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether a new clause follows a comma: `, and the army`, `, raising`, `, he`."""
    key = clause.keys[at]
    if not events.lists["saying"].isdisjoint(clause.keys[at : at + 8]):
        return True
    if (
        clause.tokens[at].cap
        and "as" in clause.keys[at + 1 : at + 5]
        and "as" in clause.keys[max(0, at - 8) : at]
    ):
        return True  # `sworn in as premier, Ann Lee as interior minister`
    return key in ("and", "he", "she", "they", "it", "with", "the") or key.endswith(("ing", "ed"))
