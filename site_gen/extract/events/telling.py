"""From the words that tell an event to its record: who, where, when, in the shortest evidence."""

from bisect import bisect_right
from typing import Literal, NamedTuple

from site_gen.extract.agreements.dating import is_ahead
from site_gen.extract.agreements.find import LASTING
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.scene import REACH, Actor, Scene, aside, window
from site_gen.extract.events.title import title_of
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.where import is_where, place_of
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding, EventFinding, Evidence, Party

_MOST = 26
_SUBJECT, _LISTED = 12, 24
"""Words that a subject may have, and one that lists several."""


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
    first, last = _extent(clause, trigger, others, reach, scene, events)
    start, end = clause.starts[first], clause.tokens[last].end
    actors = scene.between(start, end)
    people = _people(clause, trigger, actors, (start, end), scene, events)
    edtf, shown = _dated(clause, date, events)
    return EventFinding(
        kind=trigger.kind,
        evidence=_trimmed(scene, start, end),
        date=edtf,
        date_evidence=shown,
        status=_status(clause, trigger, date, scene),
        people=people,
        parties=_parties(clause, actors, people, scene, words, (start, end), events),
        place=place_of(clause, trigger, _outside(actors, clause, trigger, scene), events),
        agreements=(),
        title=title_of(clause, trigger, (first, last), people, scene, events),
        stage=trigger.rule.removeprefix("stage ") if trigger.rule.startswith("stage ") else "",
        name=trigger.name,
        rule=trigger.rule,
    )


def reach_of(
    clause: Clause, trigger: Trigger, others: list[Trigger], scene: Scene, events: EventWords
) -> Reach:
    """How far the clause of a trigger goes, and the day that it has."""
    low, high = _clause_of(clause, trigger, others, scene, events)
    date = _date(clause, trigger, others, (low, high), scene)
    return Reach(low, high, None if date and _told_later(clause, trigger, date, events) else date)


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
    return min(low, trigger.first), max(_coordinated(clause, trigger.last, high, events), trigger.last)


def _coordinated(clause: Clause, last: int, high: int, events: EventWords) -> int:
    """The end of a clause that `and` joins to the next: `sold the ship in May and named a new chief`."""
    for at in range(last + 1, high):
        if clause.keys[at] in ("and", "but") and _verb_follows(clause, at + 1, high, events):
            return at - 1
    return high


def _verb_follows(clause: Clause, at: int, high: int, events: EventWords) -> bool:
    """`and named`, `and on Monday named`, `and will meet`, `and a verdict is expected`."""
    keys = clause.keys[at : min(high + 1, at + 5)]
    finite = [k in events.lists["finite"] or k in events.lists["past_forms"] for k in keys]
    if not keys or clause.tokens[at].cap:
        return False
    if finite[0] or (keys[0].endswith("ed") and keys[0] not in events.lists["no_deed"]):
        return True
    if keys[0] in ("on", "in", "later"):
        return any(f or k.endswith("ed") for f, k in zip(finite[2:4], keys[2:4], strict=True))
    return keys[0] in ("a", "an", "the", "his", "her", "their", "its") and any(
        k in events.lists["finite"] for k in keys[2:]
    )


def _clause_before(clause: Clause, last: int, first: int) -> int:
    """The end of a clause whose neighbour's verb is at `first`: before its subject, where `and` opens it."""
    joined = [n for n in range(last + 1, first) if clause.keys[n] in ("and", "but", "while")]
    return joined[-1] - 1 if joined else first - 1


def _date(
    clause: Clause, trigger: Trigger, others: list[Trigger], reach: tuple[int, int], scene: Scene
) -> DateFinding | None:
    deeds = [clause.starts[o.at] for o in others if o.at != trigger.at]
    inside = (clause.starts[reach[0]], clause.tokens[reach[1]].end)
    begin = trigger.at if trigger.rule.startswith("stage") else trigger.first
    span = (clause.starts[begin], clause.tokens[trigger.last].end)
    sentence = (clause.starts[0], clause.tokens[-1].end)
    text, near = scene.doc.reading, scene.calendar.near
    lasting = trigger.rule.removeprefix("stage ") in LASTING
    done = trigger.tense != "firm" and trigger.rule.startswith(("verb", "stage"))
    return near(text, span, inside, deeds, lasting, done) or near(text, span, sentence, deeds, lasting, done)


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
    if trigger.rule.startswith(("verb", "stage")) or trigger.kind == "disaster":
        first, last = _subject_start(clause, trigger, low, events), _object_end(clause, last, high, events)
    for start, end in spans:
        at, to = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        led = (
            date
            and start == date.evidence.start
            and any(o.last < first and o.at != trigger.at for o in others)
        )
        if to < first and led:
            continue
        if to < first and "and" in clause.keys[to + 1 : first + 1] and (start, end) not in people:
            continue
        if low <= at and to - min(first, at) < _MOST and at >= trigger.first - 13:
            first = min(first, at)
        if (to <= high or start == (date.evidence.start if date else -1)) and max(last, to) - first < _MOST:
            last = max(last, to)
    return first, last


def _owner(clause: Clause, trigger: Trigger, low: int, scene: Scene) -> int:
    """The token where the one stands whose event it is: `Lee, in an interview`, `Lee during a visit`."""
    near = clause.starts[max(0, trigger.first - 3)]
    whose = [a for a in scene.between(clause.starts[0], clause.starts[trigger.first]) if a.end >= near]
    starts = clause.starts
    return min([trigger.first, *(bisect_right(starts, a.start) - 1 for a in whose if a.person >= 0)])


def noun_end(clause: Clause, at: int, events: EventWords) -> int:
    """Last token of the phrase that goes on behind a noun: names, dates, `in`, `with his counterpart`."""
    tokens, high = clause.tokens, min(len(clause.tokens) - 1, at + 12)
    if at + 1 < high and clause.keys[at + 1] in ("that", "which"):
        held = [n for n in range(at + 2, min(at + 9, high)) if clause.keys[n] in events.lists["light"]]
        at = held[0] if held else at
    while at < high and clause.gaps[at].strip("'’ ") == "":
        behind = tokens[at + 1]
        if not (behind.cap or behind.word[0].isdigit() or behind.key in events.lists["phrase"]):
            break
        at += 1
    while (
        at
        and clause.keys[at] in events.lists["phrase"]
        and not tokens[at].cap
        and clause.keys[at] not in events.lists["phrase_ends"]
    ):
        at -= 1
    return at


def _subject_start(clause: Clause, trigger: Trigger, low: int, events: EventWords) -> int:
    """Where the subject of a verb begins: up to a dozen words back, not over a comma."""
    split = aside(clause, trigger.first, events)
    at = begin = split[0] if split and split[0] >= low else trigger.first
    if low == begin - REACH or (low and "," in clause.gaps[low - 1]):
        low = max(0, begin - _LISTED)
    while at > low:
        listed = clause.headline and clause.tokens[at - 1].cap and clause.tokens[at].cap
        if "," in clause.gaps[at - 1] and not (listed or _listed(clause, at, begin, low, events)):
            break
        at -= 1
    if at < begin - _SUBJECT and "," not in clause.text[clause.starts[at] : clause.starts[begin]]:
        at = begin - _SUBJECT
    joined = [
        n + 1
        for n in range(at, begin)
        if clause.keys[n] in ("and", "but") and _verb_follows(clause, n + 1, begin, events)
    ]
    if (
        joined
        and not split
        and at < joined[-1] <= trigger.first
        and _bare_verb(clause, joined[-1], trigger, events)
    ):
        return joined[-1]
    return _past_leftovers(clause, at, begin, events)


def _listed(clause: Clause, at: int, end: int, low: int, events: EventWords) -> bool:
    """Whether a comma before `at` parts a list of names: `Lee, Ann Roe and Premier Kim met`."""
    known = events.lists["in_lists"] | events.lists["verbal"]
    behind, first = clause.tokens[at:end], at - 1
    if "and" not in clause.keys[at:end] or not all(
        t.cap or t.key in known or t.key.isdigit() for t in behind
    ):
        return False
    while first > low and "," not in clause.gaps[first - 1]:
        first -= 1
    opening = clause.tokens[first]
    stray = opening.adverb or opening.key in events.lists["openers"] | events.lists["days"]
    return not stray and all(t.cap or t.key in known for t in clause.tokens[first + 1 : at])


def _bare_verb(clause: Clause, at: int, trigger: Trigger, events: EventWords) -> bool:
    """Whether no subject stands between `and` and the verb: `and on Monday named`, `and will meet`."""
    return all(
        t.key in events.lists["verbal"]
        or t.key in ("on", "in", "later")
        or t.adverb
        or t.key in events.lists["days"]
        for t in clause.tokens[at : trigger.first]
    )


def _past_leftovers(clause: Clause, at: int, verb: int, events: EventWords) -> int:
    """Without what belongs to the words before: `by both chambers and is expected`, `on Monday to meet`."""
    tokens = clause.tokens
    qualified = at + 1 < len(tokens) and clause.keys[at + 1] in ("least", "most", "a")
    if clause.keys[at] in events.lists["prepositions"] and tokens[at + qualified].word[0].isdigit():
        return at
    if qualified and clause.keys[at] in ("at", "as") and clause.keys[at + 1] != "a":
        return at
    if clause.keys[at] in events.lists["prepositions"] and not tokens[at].cap and at < verb:
        joined = [n for n in range(at, verb) if clause.keys[n] in ("and", "but")]
        at = joined[-1] if joined else at + 1
        while at < verb and (tokens[at].cap or tokens[at].word[0].isdigit()):
            at += 1
    while at < verb and clause.keys[at] in events.lists["leading"]:
        at += 1
    return at


def _object_end(clause: Clause, at: int, high: int, events: EventWords) -> int:
    """Where the object ends: at a comma, or some words on."""
    least, end = at, min(high, at + 9)
    while at < end and not clause.gaps[at].strip("'’\"“”‘ "):
        at += 1
    while at > least and clause.keys[at] in events.lists["trailing"]:
        at -= 1
    return at


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
    found = dict.fromkeys(a.person for a in actors if a.person >= 0 and a.start < until)
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
    if trigger.tense == "firm" or (date and is_ahead(date.edtf, scene.doc.article.published.edtf)):
        return "planned"
    keys = set(clause.keys[max(0, trigger.first - 8) : trigger.last + 1])
    return "reported" if keys & {"reportedly", "allegedly", "apparently", "rumoured"} else "happened"
