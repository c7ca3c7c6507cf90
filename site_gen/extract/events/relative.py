"""Relative clauses: a disaster told in one (`the owner of a ferry that sank was charged`), and days of one alone."""

from bisect import bisect_right

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding

_NOUN = 6
"""Words from the article to the noun."""
_CLAUSE = 14
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "last", "this"})
_PRONOUNS = frozenset({"that", "which"})
_AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "will"})


def relative_of(clause: Clause, trigger: Trigger, events: EventWords) -> tuple[int, int] | None:
    """First token of the noun's phrase and last one of the relative clause that holds its verb; None for another."""
    if trigger.kind != "disaster" or trigger.rule.startswith("verb"):
        return None
    inner = [n for n in range(trigger.at + 1, trigger.last) if clause.keys[n] in _PRONOUNS]
    if not inner or any("," in clause.gaps[n] for n in range(trigger.at, trigger.last)):
        return None
    return _begin(clause, trigger.at), _end(clause, trigger.last, events)


def _begin(clause: Clause, at: int) -> int:
    """Where the noun's phrase begins: at its article."""
    for left in range(at - 1, max(-1, at - _NOUN), -1):
        if not clause.joined(left):
            return left + 1
        if clause.keys[left] in _ARTICLES:
            return left
    return at


def _end(clause: Clause, verb: int, events: EventWords) -> int:
    """The token before the main verb, or before the clause ends."""
    high = min(len(clause.tokens) - 1, verb + _CLAUSE)
    for at in range(verb, high):
        if not clause.joined(at) and clause.gaps[at].strip("'’\"“”‘ "):
            return at
        behind = clause.keys[at + 1]
        ends = behind in events.lists["clause_ends"] or behind in _AUXILIARIES
        if ends or (behind in events.lists["past_forms"] and clause.keys[at] not in ("and", "or", "also")):
            return at
    return high


def has_its_day(clause: Clause, trigger: Trigger, date: DateFinding, end: int, events: EventWords) -> bool:
    """Whether a day is that of the relative clause, or the main verb says no more than that it was then."""
    start = date.evidence.start
    if clause.starts[trigger.at] < start < clause.tokens[end].end:
        return True
    main = clause.keys[end + 1 : end + 2]
    return start > clause.tokens[end].end and bool(main) and main[0] in events.lists["begun"]


def beyond_relative(clause: Clause, trigger: Trigger, start: int) -> bool:
    """`Lee, who ran the city from 2024 to 2030, was led away after judges ordered it`: the day is of the aside alone.

    `start`: where the day stands.
    """
    here = bisect_right(clause.starts, start) - 1
    end = next((n for n in range(here, len(clause.gaps) - 1) if "," in clause.gaps[n]), -1)
    if not here or end < 0 or trigger.first <= end:
        return False
    for at in range(here, max(0, here - _CLAUSE), -1):
        if not clause.joined(at - 1):
            return "," in clause.gaps[at - 1] and clause.keys[at] in ("who", "which", "whose")
    return False


def told_with(clause: Clause, trigger: Trigger, others: list[Trigger], events: EventWords) -> bool:
    """`A quake hit Peru and killed three`, `Nine died when a blaze swept the hall`: one event, the disaster's."""
    struck = [t for t in others if t.kind == "disaster" and t.rule.startswith("noun")]
    if trigger.rule == "verb die":
        return any(0 < t.first - trigger.last < _CLAUSE and _when(clause, trigger, t) for t in struck)
    at = trigger.first - 1
    if trigger.rule.removeprefix("verb ") not in events.lists["harm"] or at < 1 or clause.keys[at] != "and":
        return False
    return any(0 < at - t.last < _CLAUSE for t in struck)


def _when(clause: Clause, trigger: Trigger, disaster: Trigger) -> bool:
    return not {"when", "as", "after"}.isdisjoint(clause.keys[trigger.last + 1 : disaster.first])


def has_own_verb(clause: Clause, trigger: Trigger, first: int, events: EventWords) -> bool:
    """`members who cast ballots agreed`: the verb behind `who` is another, and no comma parts them."""
    at = trigger.at
    who = next((n for n in range(at - 3, first, -1) if clause.keys[n] == "who"), 0)
    if not who or trigger.first != at or clause.keys[at - 1] in _JOINED:
        return False
    pasts = events.lists["past_forms"]
    own, main = clause.keys[who + 1], clause.keys[at]
    both = all(verb in pasts or verb.endswith("ed") for verb in (own, main))
    return both and all(clause.joined(n) for n in range(who - 1, at))


_JOINED = _AUXILIARIES | {"and", "or", "but", "to", "then", "also", "not", "later"}
