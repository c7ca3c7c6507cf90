"""How far a deed reaches in its sentence: the clause of its trigger, with the sentence's people and dates."""

from bisect import bisect_right
from typing import NamedTuple

from site_gen.extract.agreements.find import LASTING
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.extent import (
    noun_end,
    ruling_end,
    verb_follows,
)
from site_gen.extract.events.own_day import called_for, day_before_when, day_that, of_picture
from site_gen.extract.events.relative import beyond_relative, has_its_day, relative_of
from site_gen.extract.events.scene import Scene, aside, window
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.where import GOES, goes
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding

_LED, _NAMED = 4, 8
_PERFECT = frozenset({"has", "have", "had", "was", "were", "will", "also", "then"})
_AGE = " ,0123456789"
"""Between a person and `who`: `Lee, 58, who`."""


class Reach(NamedTuple):
    """First and last token of a trigger's clause, and its date."""

    low: int
    high: int
    date: DateFinding | None


def reach_of(
    clause: Clause, trigger: Trigger, others: list[Trigger], scene: Scene, events: EventWords
) -> Reach:
    """How far the clause of a trigger goes, and the day that it has."""
    low, high = _clause_of(clause, trigger, others, scene, events)
    date = _date(clause, trigger, others, (low, high), scene, events)
    if date and (split := _around(clause, trigger, date, events)):
        date = _date(
            clause, trigger, others, (max(low, split + 1), high), scene, events, clause.starts[split + 1]
        )
    if date and (inner := relative_of(clause, trigger, events)):
        date = date if has_its_day(clause, trigger, date, inner[1], events) else None
    other = date and (
        _told_later(clause, trigger, date, events)
        or _of_inner(clause, trigger, date, events)
        or beyond_relative(clause, trigger, date.evidence.start)
        or of_picture(clause, trigger, date)
    )
    return Reach(low, high, None if other else date)


def _of_inner(clause: Clause, trigger: Trigger, date: DateFinding, events: EventWords) -> bool:
    """`ordered a review of a fine it imposed in 2009`: the day of another deed, inside of what this one is done to."""
    first = bisect_right(clause.starts, date.evidence.start) - 1
    for at in range(trigger.last + 2, first - 1):
        verb = clause.keys[at + 1]
        if clause.keys[at] in ("it", "they", "he", "she") and clause.joined(at - 1) and clause.joined(at):
            told = clause.keys[at - 1] not in events.lists["saying"] and clause.keys[at - 1] not in _JOINTS
            return told and (verb.endswith("ed") or verb in events.lists["past_forms"])
    return False


_JOINTS = frozenset({"that", "and", "but", "when", "as", "after", "before", "while", "because", "if"})


def _around(clause: Clause, trigger: Trigger, date: DateFinding, events: EventWords) -> int:
    """The last token of an aside that holds the date and not the deed: `Lee, who ruled until 2019, was fined`."""
    split = aside(clause, trigger.first, events)
    if not split or not trigger.rule.startswith("verb") or split[1] + 1 >= len(clause.starts):
        return 0
    inside = clause.starts[split[0] + 1] <= date.evidence.start < clause.tokens[split[1]].end
    return split[1] if inside and trigger.first > split[1] else 0


def _told_later(clause: Clause, trigger: Trigger, date: DateFinding, events: EventWords) -> bool:
    """`on Friday the office said 40 people had been killed`: the day of saying, and the deed was before it."""
    first = bisect_right(clause.starts, date.evidence.start) - 1
    if first >= trigger.first or "had" not in clause.keys[max(first, trigger.first - 4) : trigger.first]:
        return False
    return not events.lists["saying"].isdisjoint(clause.keys[first : trigger.first])


def _clause_of(
    clause: Clause, trigger: Trigger, others: list[Trigger], scene: Scene, events: EventWords
) -> tuple[int, int]:
    """The tokens of the trigger's clause, up to the neighbouring deeds."""
    low, high = window(clause, trigger.first, trigger.last, events)
    if not trigger.rule.startswith(("verb", "stage")) and trigger.kind != "disaster":
        return _owner(clause, trigger, low, scene), noun_end(clause, trigger.last, events)
    low = max(low, _antecedent_at(clause, trigger, scene))
    split = aside(clause, trigger.first, events)
    for other in others:
        if other.at == trigger.at or not other.rule.startswith(("verb", "stage")):
            continue
        if split and split[0] < other.first and other.last <= split[1]:
            continue  # `Lee, who is due to vote in May, has signed`
        if other.last < trigger.first:
            low = max(low, other.last + 1)
        elif other.first > trigger.last:
            high = min(high, _clause_before(clause, trigger.last, other.first))
    high = _coordinated(clause, trigger.last, high, events)
    return min(low, trigger.first), max(high, ruling_end(clause, trigger, events), trigger.last)


def _antecedent_at(clause: Clause, trigger: Trigger, scene: Scene) -> int:
    """Where the person stands whom a verb behind `who` tells of: `The mayor thanked Ann Lee, who chaired the talks`."""
    who = trigger.first - 1
    while who > trigger.first - _LED and clause.keys[who] in _PERFECT:
        who -= 1
    if who < 1 or clause.keys[who] != "who":
        return 0
    near = [
        a for a in scene.between(clause.starts[max(0, who - _NAMED)], clause.starts[who]) if a.person >= 0
    ]
    close = near and clause.text[near[-1].end : clause.starts[who]].strip(_AGE) == ""
    return bisect_right(clause.starts, near[-1].start) - 1 if close else 0


def _coordinated(clause: Clause, last: int, high: int, events: EventWords) -> int:
    """The end of a clause that `and` joins to the next: `sold the ship in May and named a new chief`."""
    for at in range(last + 1, high):
        if clause.keys[at] in ("and", "but") and verb_follows(clause, at + 1, high, events):
            return at - 1
    return high


def _clause_before(clause: Clause, last: int, first: int) -> int:
    """The end of a clause whose neighbour's verb is at `first`: before its subject, where `and` opens it."""
    joined = [n for n in range(last + 1, first) if clause.keys[n] in ("and", "but", "while")]
    return joined[-1] - 1 if joined else first - 1


def _date(
    clause: Clause,
    trigger: Trigger,
    others: list[Trigger],
    reach: tuple[int, int],
    scene: Scene,
    events: EventWords,
    begin_at: int = 0,
) -> DateFinding | None:
    """The date of a trigger; only behind the offset `begin_at`, where that is given."""
    deeds = [clause.starts[o.at] for o in others if o.at != trigger.at and not _within(clause, trigger, o)]
    inside = (clause.starts[reach[0]], clause.tokens[reach[1]].end)
    begin = trigger.at if trigger.rule.startswith("stage") else trigger.first
    span = (clause.starts[begin], clause.tokens[trigger.last].end)
    sentence = (begin_at or clause.starts[0], clause.tokens[-1].end)
    text, near = scene.doc.reading, scene.calendar.near
    if led := day_before_when(clause, reach[0], scene) or day_that(clause, trigger, scene):
        return led
    lasting = trigger.rule.removeprefix("stage ") in LASTING
    done = trigger.tense != "firm" and trigger.rule.startswith(("verb", "stage"))
    coming = trigger.tense == "firm" and trigger.rule.startswith(("verb", "stage"))
    how = (deeds, lasting, done, coming)
    found = near(text, span, inside, *how) or near(text, span, sentence, *how)
    return found or called_for(clause, trigger, scene, events)


def _within(clause: Clause, trigger: Trigger, other: Trigger) -> bool:
    """`were killed in a raid on the camp on Saturday`: both have the day."""
    if not other.rule.startswith("noun") or not trigger.rule.startswith("verb"):
        return False
    at = next((n for n in range(other.at, trigger.last, -1) if clause.keys[n] in ("a", "an")), 0)
    return at > 0 and other.at - at < _LED + 2 and clause.keys[at - 1] == "in"


def _owner(clause: Clause, trigger: Trigger, low: int, scene: Scene) -> int:
    """The token where the one stands whose event it is: `Lee, in an interview`, `Lee flew there for talks with Roe`."""
    near = clause.starts[max(0, trigger.first - 3)]
    if trigger.kind == "meet" and clause.keys[trigger.first - 1 : trigger.first] == ["for"]:
        near = clause.starts[max(0, trigger.first - GOES)] if goes(clause, trigger.first - 1) else near
    whose = [a for a in scene.between(clause.starts[0], clause.starts[trigger.first]) if a.end >= near]
    starts = clause.starts
    return min([trigger.first, *(bisect_right(starts, a.start) - 1 for a in whose if a.person >= 0)])
