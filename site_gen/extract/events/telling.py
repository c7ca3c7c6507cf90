"""From the words that tell an event to its record: who, where, when, in the shortest evidence."""

from bisect import bisect_right
from typing import Literal

from site_gen.extract.agreements.dating import is_ahead, lies_after
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.announced import said_begins
from site_gen.extract.events.extent import (
    is_source,
    object_end,
    opens_place,
    second_of_one,
    subject_start,
    tells_it,
    with_noun,
)
from site_gen.extract.events.meant import with_name
from site_gen.extract.events.reach import Reach
from site_gen.extract.events.relative import relative_of
from site_gen.extract.events.restated import to_come
from site_gen.extract.events.scene import Actor, Scene
from site_gen.extract.events.to_come import slated_behind
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.undergone import told_title
from site_gen.extract.events.where import is_where, place_of
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding, EventFinding, Evidence, Party

_MOST = 26
_WHEN = frozenset({"after", "when", "before", "while"})
_OWNS = ("'s ", "’s ")


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
