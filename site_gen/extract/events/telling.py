"""From the words that tell an event to its record: who, where, when, with the shortest evidence that holds them."""

from bisect import bisect_right
from typing import Literal

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.scene import Actor, Scene, window
from site_gen.extract.events.triggers import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding, EventFinding, Evidence, Party

_MOST = 26
_WHERE = frozenset({"in", "at", "near", "outside", "to", "of", "from", "across", "off", "over", "on"})


def tell(
    clause: Clause, trigger: Trigger, others: list[Trigger], scene: Scene, words: Words, events: EventWords
) -> EventFinding:
    """The record of one trigger; `others` are the triggers of the same sentence."""
    low, high = _reach(clause, trigger, others)
    date = _date(clause, trigger, others, (low, high), scene)
    first, last = _extent(clause, trigger, low, high, scene, date)
    start, end = clause.tokens[first].start, clause.tokens[last].end
    actors = scene.between(start, end)
    people = _people(clause, actors, start, end, scene, words)
    edtf, shown = _dated(clause, date, events)
    return EventFinding(
        kind=trigger.kind,
        evidence=_trimmed(scene, start, end),
        date=edtf,
        date_evidence=shown,
        status=_status(clause, trigger),
        people=people,
        parties=_parties(clause, actors, people, scene, words, (start, end)),
        place=_place(clause, actors),
        agreements=(),
        name=trigger.name,
        rule=trigger.rule,
    )


def _reach(clause: Clause, trigger: Trigger, others: list[Trigger]) -> tuple[int, int]:
    """The tokens of the trigger's clause, up to the neighbouring deeds."""
    low, high = window(clause, trigger.first, trigger.last)
    for other in others:
        if other.at == trigger.at or not other.rule.startswith(("verb", "stage")):
            continue
        if other.last < trigger.first:
            low = max(low, other.last + 1)
        elif other.first > trigger.last:
            high = min(high, other.first - 1)
    return min(low, trigger.first), max(high, trigger.last)


def _date(
    clause: Clause, trigger: Trigger, others: list[Trigger], reach: tuple[int, int], scene: Scene
) -> DateFinding | None:
    deeds = [clause.tokens[o.at].start for o in others if o.at != trigger.at]
    inside = (clause.tokens[reach[0]].start, clause.tokens[reach[1]].end)
    span = (clause.tokens[trigger.first].start, clause.tokens[trigger.last].end)
    sentence = (clause.tokens[0].start, clause.tokens[-1].end)
    text = scene.doc.reading
    return scene.calendar.near(text, span, inside, deeds) or scene.calendar.near(text, span, sentence, deeds)


def _extent(
    clause: Clause, trigger: Trigger, low: int, high: int, scene: Scene, date: DateFinding | None
) -> tuple[int, int]:
    """First and last token of the evidence: the trigger, who stands around it, and a date next to it."""
    tokens = clause.tokens
    starts = [t.start for t in tokens]
    spans = [(a.start, a.end) for a in scene.between(tokens[low].start, tokens[high].end)]
    if date and tokens[low].start <= date.evidence.start and date.evidence.end <= tokens[high].end:
        spans.append((date.evidence.start, date.evidence.end))
    first, last = trigger.first, trigger.last
    for start, end in spans:
        at, to = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if low <= at and to - min(first, at) < _MOST and at >= trigger.first - 13:
            first = min(first, at)
        if to <= high and max(last, to) - first < _MOST:
            last = max(last, to)
    return first, last


def _trimmed(scene: Scene, start: int, end: int) -> Evidence:
    return scene.doc.evidence(start, end)


def _people(
    clause: Clause, actors: tuple[Actor, ...], start: int, end: int, scene: Scene, words: Words
) -> tuple[int, ...]:
    found = dict.fromkeys(a.person for a in actors if a.person >= 0)
    text = clause.text[start:end].lower()
    if not found and any(pair in text for pair in ("two leaders", "both leaders", "the leaders", "two men", "the pair")):
        before = list(dict.fromkeys(a.person for a in reversed(scene.between(0, start)) if a.person >= 0))
        return tuple(sorted(before[:2])) if len(before) > 1 else ()
    return tuple(found)


def _parties(
    clause: Clause, actors: tuple[Actor, ...], people: tuple[int, ...], scene: Scene, words: Words, span: tuple[int, int]
) -> tuple[Party, ...]:
    """Countries and bodies that take part; those of the people where none is named."""
    sides = [p for a in actors if a.place and not _located(clause, a) for p in scene.sides.within(a.start, a.end)]
    if not sides and any(pair in clause.text[slice(*span)].lower() for pair in sorted(words.lists["pair_words"])):
        sides = list(scene.sides.pair)
    if not sides:
        for person in people:
            mention = scene.people[person].mentions[0].evidence if scene.people[person].mentions else None
            sides += scene.sides.of_person(person) if mention else []
    return tuple(dict.fromkeys(sides))


def _located(clause: Clause, actor: Actor) -> bool:
    """Whether the name tells where: `in Lima`, `near Kherson`."""
    before = clause.text[max(0, actor.start - 12) : actor.start].split()
    ahead = before[-1].lower() if before else ""
    ahead = before[-2].lower() if ahead == "the" and len(before) > 1 else ahead
    return ahead in _WHERE and "adjective" not in (actor.place.rule if actor.place else "")


def _place(clause: Clause, actors: tuple[Actor, ...]) -> str:
    for actor in actors:
        if actor.place and actor.place.kind != "body" and _located(clause, actor):
            return actor.place.name
    return ""


def _dated(clause: Clause, date: DateFinding | None, events: EventWords) -> tuple[str | None, Evidence | None]:
    """The date; about that time, where it is when a picture was posted."""
    if date is None or date.edtf is None:
        return None, None
    before = {w.strip(",.").lower() for w in clause.text[max(0, date.evidence.start - 24) : date.evidence.start].split()}
    posted = before & events.lists["posted"] and "/" not in date.edtf and not date.edtf.endswith("~")
    return (f"{date.edtf}~" if posted else date.edtf), date.evidence


def _status(clause: Clause, trigger: Trigger) -> Literal["happened", "planned", "reported"]:
    if trigger.tense == "firm":
        return "planned"
    keys = {t.key for t in clause.tokens[max(0, trigger.first - 8) : trigger.last + 1]}
    return "reported" if keys & {"reportedly", "allegedly", "apparently", "rumoured"} else "happened"
