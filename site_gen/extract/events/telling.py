"""From the words that tell an event to its record: who, where, when, in the shortest evidence."""

from bisect import bisect_right
from typing import Literal, NamedTuple

from site_gen.extract.agreements.dating import is_ahead, lies_after
from site_gen.extract.agreements.find import LASTING
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.announced import said_begins
from site_gen.extract.events.extent import (
    is_source,
    noun_end,
    object_end,
    opens_place,
    ruling_end,
    second_of_one,
    subject_start,
    tells_it,
    verb_follows,
    with_noun,
)
from site_gen.extract.events.meant import with_name
from site_gen.extract.events.own_day import called_for, day_before_when, day_that, of_picture
from site_gen.extract.events.relative import beyond_relative, has_its_day, relative_of
from site_gen.extract.events.restated import to_come
from site_gen.extract.events.scene import Actor, Scene, aside, window
from site_gen.extract.events.to_come import slated_behind
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.undergone import told_title
from site_gen.extract.events.where import GOES, goes, is_where, place_of
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding, EventFinding, Evidence, Party

_MOST = 26
_LED, _NAMED = 4, 8
_PERFECT = frozenset({"has", "have", "had", "was", "were", "will", "also", "then"})
_WHEN = frozenset({"after", "when", "before", "while"})
_OWNS = ("'s ", "’s ")
_AGE = " ,0123456789"
"""Between a person and `who`: `Lee, 58, who`."""


class Reach(NamedTuple):
    """First and last token of a trigger's clause, and its date."""

    low: int
    high: int
    date: DateFinding | None


def tell(
    clause: Clause,
    trigger: Trigger,
    others: list[Trigger],
    reach: Reach,
    scene: Scene,
    words: Words,
    events: EventWords,
) -> EventFinding:
    """The record of one trigger; `others` are the triggers of the same sentence."""
    date = reach.date
    inner = relative_of(clause, trigger, events)
    first, last = inner or _extent(clause, trigger, others, reach, scene, events)
    start, end = clause.starts[first], clause.tokens[last].end
    actors = scene.between(start, end)
    people = _people(clause, trigger, actors, (start, end), scene, events)
    edtf, shown = _dated(clause, date, events)
    status = _status(clause, trigger, date, scene)
    told = told_title(clause, trigger, (first, last), people, scene, events)
    return EventFinding(
        kind=trigger.kind,
        evidence=_trimmed(scene, start, end),
        date=edtf,
        date_evidence=shown,
        status=status,
        people=people,
        parties=_parties(clause, actors, people, scene, words, (start, end), events),
        place=place_of(clause, trigger, _outside(actors, clause, trigger, scene), events),
        agreements=(),
        title=with_name(to_come(told, status), clause, scene, events),
        stage=trigger.rule.removeprefix("stage ") if trigger.rule.startswith("stage ") else "",
        name=trigger.name,
        rule=trigger.rule,
    )


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


def _extent(
    clause: Clause,
    trigger: Trigger,
    others: list[Trigger],
    reach: Reach,
    scene: Scene,
    events: EventWords,
) -> tuple[int, int]:
    """First and last token of the evidence: the trigger, who stands around it, and a date next to it."""
    low, high, date = reach
    tokens, starts = clause.tokens, clause.starts
    actors = scene.between(starts[low], tokens[high].end)
    spans = [(a.start, a.end) for a in actors]
    if date and starts[low] <= date.evidence.start <= tokens[high].end + 6:
        spans.append((date.evidence.start, date.evidence.end))
    people = {(a.start, a.end) for a in actors if a.person >= 0}
    first, last = trigger.first, trigger.last
    led_in = clause.keys[0] in events.lists["prepositions"]  # `In a blow to Ann Lee, the court ruled`
    if trigger.rule.startswith(("verb", "stage")) or trigger.kind == "disaster":
        last = max(last, said_begins(clause, trigger.at, events) if trigger.kind == "announce" else last)
        first, last = subject_start(clause, trigger, low, events), object_end(clause, last, high, events)
    for start, end in spans:
        at, to = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        led = (
            date
            and start == date.evidence.start
            and any(o.last < first and o.at != trigger.at for o in others)
        )
        if (to < first and led) or (at > last and tells_it(clause, at, to, events)):
            continue
        if to < first and (
            is_source(clause, at, to)
            or clause.keys[first - 1] in _WHEN  # `the closure of a mine in Peru after a dam burst`
            or (((start, end) not in people or led_in) and opens_place(clause, at, to, first, events))
        ):
            continue
        apart = (start, end) not in people or _off_list(clause, at, to, first, events)
        if to < first and "and" in clause.keys[to + 1 : first + 1] and apart:
            continue
        apposed = to + 1 == first and clause.gaps[to] == ", " and clause.keys[first] != "who"
        if apposed and clause.keys[0] in ("a", "an", "the", "as", "once"):
            continue  # `A close ally of France, Lee was elected`
        if low <= at and to - min(first, at) < _MOST and at >= trigger.first - 13:
            first = min(first, at)
        if (to <= high or start == (date.evidence.start if date else -1)) and max(last, to) - first < _MOST:
            last = max(last, to)
    first = trigger.first if second_of_one(clause, trigger, others, events) else first
    return first, with_noun(clause, last, events)


def _off_list(clause: Clause, at: int, to: int, first: int, events: EventWords) -> bool:
    """`took Lee off duty, and an inquiry`, `served under Lee from 2014 to 2017 and became`: of the clause before."""
    if (
        to < first - 2
        and clause.keys[first - 1] == "and"
        and clause.keys[first] in events.lists["past_forms"]
    ):
        return True
    between = clause.tokens[to + 1 : first]
    plain = any(not t.cap and t.key not in events.lists["in_lists"] for t in between)
    return plain and clause.joined(to) and any(clause.gaps[n].strip() == "," for n in range(to, first))


def _owner(clause: Clause, trigger: Trigger, low: int, scene: Scene) -> int:
    """The token where the one stands whose event it is: `Lee, in an interview`, `Lee flew there for talks with Roe`."""
    near = clause.starts[max(0, trigger.first - 3)]
    if trigger.kind == "meet" and clause.keys[trigger.first - 1 : trigger.first] == ["for"]:
        near = clause.starts[max(0, trigger.first - GOES)] if goes(clause, trigger.first - 1) else near
    whose = [a for a in scene.between(clause.starts[0], clause.starts[trigger.first]) if a.end >= near]
    starts = clause.starts
    return min([trigger.first, *(bisect_right(starts, a.start) - 1 for a in whose if a.person >= 0)])


def _trimmed(scene: Scene, start: int, end: int) -> Evidence:
    return scene.doc.evidence(start, end)


def _people(
    clause: Clause,
    trigger: Trigger,
    actors: tuple[Actor, ...],
    span: tuple[int, int],
    scene: Scene,
    events: EventWords,
) -> tuple[int, ...]:
    """The people named in the evidence; those whom `she`, `his` or `the two leaders` mean."""
    seen = [m for m in events.lists["present"] if m in clause.text[slice(*span)]]
    until = min((clause.text.index(m, *span) for m in seen), default=span[1])
    behind = clause.starts[trigger.at] if trigger.rule.startswith(("verb", "stage")) else span[1]
    found = dict.fromkeys(
        a.person
        for a in actors
        if a.person >= 0
        and a.start < until
        and not (a.start > behind and clause.text.startswith(_OWNS, a.end))
    )
    text = clause.text[span[0] : span[1]].lower()
    before = [a.person for a in reversed(scene.between(max(0, span[0] - 600), span[0])) if a.person >= 0]
    if not found and any(
        pair in text
        for pair in ("two leaders", "both leaders", "two men", "the pair", "two presidents", "two ministers")
    ):
        pair = list(dict.fromkeys(before))[:2]
        return tuple(sorted(pair)) if len(pair) > 1 else ()
    known = {a.start for a in actors}
    ahead = clause.tokens[max(0, trigger.first - 2) : trigger.at]
    owner = next((t for t in ahead if t.key in events.lists["owners"] and t.start not in known), None)
    if owner and before and not any(a.person >= 0 and a.start < owner.start for a in actors):
        found = {
            before[0]: None
        } | found  # else `his` is the one named before it: `signed by Lee during his visit`
    return tuple(found)


def _parties(
    clause: Clause,
    actors: tuple[Actor, ...],
    people: tuple[int, ...],
    scene: Scene,
    words: Words,
    span: tuple[int, int],
    events: EventWords,
) -> tuple[Party, ...]:
    """Countries and bodies that take part; those of the people where none is named."""
    sides = [
        p
        for a in actors
        if a.place and not scene.in_name(a.start) and not is_where(clause, a, events)
        for p in scene.sides.within(a.start, a.end)
    ]
    said = clause.text[slice(*span)].lower()
    if not sides and any(pair in said for pair in words.lists["pair_words"]):
        sides = list(scene.sides.pair)
    sides += [p for person in people for p in scene.sides.of_person(person)]
    return tuple(dict.fromkeys(sides))


def _outside(actors: tuple[Actor, ...], clause: Clause, trigger: Trigger, scene: Scene) -> list[Actor]:
    """Actors that are no part of an agreement's or of the event's own name."""
    named = clause.tokens[trigger.at].end if trigger.name else -1
    return [a for a in actors if a.end > named and not scene.in_name(a.start)]


def _dated(
    clause: Clause, date: DateFinding | None, events: EventWords
) -> tuple[str | None, Evidence | None]:
    """The date; about that time, where it is when a picture was posted."""
    if date is None or date.edtf is None:
        return None, None
    before = {
        w.strip(",.").lower()
        for w in clause.text[max(0, date.evidence.start - 24) : date.evidence.start].split()
    }
    posted = before & events.lists["posted"] and "/" not in date.edtf and not date.edtf.endswith("~")
    return (f"{date.edtf}~" if posted else date.edtf), date.evidence


def _status(
    clause: Clause, trigger: Trigger, date: DateFinding | None, scene: Scene
) -> Literal["happened", "planned", "reported"]:
    written = scene.doc.article.published.edtf
    if trigger.tense == "firm" or (date and is_ahead(date.edtf, written)):
        return "planned"
    if date and slated_behind(clause, trigger.last, date.evidence.start):
        return "planned"  # `the summit, which is planned for May`, whenever that was written
    if date and not trigger.rule.startswith(("verb", "stage")) and lies_after(date.edtf, written):
        return "planned"  # `a day before the minister arrives for talks`
    keys = set(clause.keys[max(0, trigger.first - 8) : trigger.last + 1])
    if clause.keys[trigger.first - 3 : trigger.first - 1] == ["to", "have"] and keys & {
        "thought",
        "believed",
        "feared",
    }:
        return "reported"
    return "reported" if keys & {"reportedly", "allegedly", "apparently", "rumoured"} else "happened"
