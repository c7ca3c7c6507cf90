"""Events of a document: triggers sentence by sentence, then what a later mention adds to an earlier one."""

from msgspec.structs import replace

from site_gen.extract.agreements.cast import Cast
from site_gen.extract.agreements.dating import is_ahead
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words, read_words
from site_gen.extract.events.announced import find_announced, has_said
from site_gen.extract.events.carry import carry_dates
from site_gen.extract.events.dated import (
    BY_DAY,
    OPENS,
    find_dated,
    find_opening,
    is_exact,
    is_later,
    is_year,
)
from site_gen.extract.events.frames import frame_of, held_by
from site_gen.extract.events.hollow import is_judge, is_of_nobody, is_tally
from site_gen.extract.events.reach import Reach, reach_of
from site_gen.extract.events.same_day import at_once, same_day, with_their_when
from site_gen.extract.events.scene import Scene, opening_of, read_scene
from site_gen.extract.events.steps import stage_sentences
from site_gen.extract.events.telling import tell
from site_gen.extract.events.title import subject_of, title_of
from site_gen.extract.events.told_deeds import Told, deeds_told, is_spoken
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords, may_tell, read_event_words
from site_gen.records import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    QuoteFinding,
)
from site_gen.text.lists import joined

_GATHERINGS = frozenset({"meet", "summit"})
_REFILLED = frozenset({"verb name", "verb appoint", "verb reshuffle"})
"""They tell of offices, and say something without a person: `named new ministers`."""


def find_events(
    cast: Cast,
    dates: tuple[DateFinding, ...],
    agreements: tuple[AgreementFinding, ...],
    quotes: tuple[QuoteFinding, ...],
) -> tuple[EventFinding, ...]:
    """All events of an article, in order of the words that tell them."""
    doc, words, events = cast.doc, read_words(cast.lexicon), read_event_words(cast.lexicon)
    stages = stage_sentences(agreements)
    wanted = {n for n, held in enumerate(doc.words) if may_tell(held, events)}
    wanted |= {number for number in stages if number >= 0}
    ahead = [d for d in dates if d.role == "event" and (is_exact(d.edtf or "") or is_year(d.edtf or ""))]
    wanted |= {d.evidence.sentence for d in ahead} - {-1}
    wanted |= {opening_of(doc)} - {-1}
    clauses = cast.clauses([doc.sentences[n] for n in sorted(wanted)])
    if not clauses:
        return ()
    scene = read_scene(cast, dates, agreements)
    spoken = tuple((q.evidence.start, q.evidence.end) for q in quotes)
    found: list[EventFinding] = []
    for number, clause in clauses.items():
        if clause.tokens and clause.keys[0] not in ("how", "why"):
            told = deeds_told(clause, stages.get(number, []), agreements, spoken, scene, words, events)
            reaches = _reaches(clause, told, scene, events)
            if more := _by_day(clause, told, reaches, spoken, scene, words, events):
                told = sorted([*told, *more], key=lambda t: (t[0].first, t[0].last))
                reaches = _reaches(clause, told, scene, events)
            if told:
                _add(found, clause, told, reaches, agreements, scene, words, events)
    return tuple(_not_ahead(event, doc.article.published.edtf) for event in carry_dates(_distinct(found)))


def _not_ahead(event: EventFinding, written: str | None) -> EventFinding:
    """Without a day after the report where it tells what was done: `signed before the summit in May 2033`."""
    if event.status == "planned" or not is_ahead(event.date, written):
        return event
    return replace(event, date=None, date_evidence=None)


def _add(
    found: list[EventFinding],
    clause: Clause,
    told: list[Told],
    reaches: list[Reach],
    agreements: tuple[AgreementFinding, ...],
    scene: Scene,
    words: Words,
    events: EventWords,
) -> None:
    triggers = [t for t, _ in told]
    base = len(found)
    for (trigger, numbers), reach in zip(told, reaches, strict=True):
        event = tell(clause, trigger, triggers, reach, scene, words, events)
        if not event.title and len(found) > base and found[-1].title:
            event = _shared(clause, trigger, triggers[len(found) - base - 1], found[-1], event, scene, events)
        if numbers:
            parties = tuple(dict.fromkeys(p for n in numbers for p in agreements[n].parties))
            date = event.date or _stage_date(clause.starts[trigger.at], [agreements[n] for n in numbers])
            event = replace(event, agreements=numbers, parties=parties or event.parties, date=date)
        before = triggers[len(found) - base - 1] if len(found) > base else trigger
        if len(found) > base and not event.date and at_once(clause, before, trigger, scene):
            event = replace(event, date=found[-1].date, date_evidence=found[-1].date_evidence)
        found.append(_inherited(clause, trigger, event, found[base:], _doers(clause, before, scene)))
    with_their_when(found, base, clause, triggers)
    triggers = _drop_hollow(found, base, triggers, clause.heading, scene, events)
    frame = frame_of(clause, triggers, found, base, events)
    if frame < 0:
        return
    for number in range(base, len(found)):
        event = found[number]
        holder = triggers[frame - base] if frame >= base else None
        if number != frame and event.kind != "visit" and held_by(clause, triggers[number - base], holder):
            date = event.date or found[frame].date
            shown = event.date_evidence or found[frame].date_evidence
            found[number] = replace(event, within=frame, date=date, date_evidence=shown)


def _by_day(
    clause: Clause,
    told: list[Told],
    reaches: list[Reach],
    spoken: tuple[tuple[int, int], ...],
    scene: Scene,
    words: Words,
    events: EventWords,
) -> list[Told]:
    """The deeds that are known by their day alone, of the days that no trigger has taken, or open the report."""
    dates = scene.calendar.between(clause.starts[0], clause.tokens[-1].end)
    own = [r for r in reaches if r.date in dates]  # not of a day told from another: `a day before she came`
    taken = {r.date.evidence.start for r in own if r.date and not _beyond_as(clause, r)}
    free = [
        d
        for d in dates
        if (is_exact(d.edtf or "") or (is_year(d.edtf or "") and is_later(d, scene)))
        and d.evidence.start not in taken
    ]
    opens = scene.doc.sentence_at(clause.starts[0]) == scene.opening
    if not (free or opens):
        return []
    found = {t.at: t for t in find_opening(clause, words, events)} if opens else {}
    found |= {t.at: t for t in find_dated(clause, free, scene, words, events)}
    found = {t.at: t for t in find_announced(clause, free, words, events)} | found
    return [
        (t, ())
        for t in found.values()
        if not is_spoken(clause, t, spoken)
        and not any(k.first <= t.at <= k.last for k, _ in told)
        and not _called_off(clause, t, events)
        and not (t.kind == "announce" and has_said(clause, t, [k for k, _ in told], events))
    ]


def _called_off(clause: Clause, trigger: Trigger, events: EventWords) -> bool:
    """`called off a strike due to start on May 20`: what was to come is not to come."""
    if trigger.tense != "firm":
        return False
    ahead = clause.keys[max(0, trigger.at - 9) : trigger.at]
    return any(k in events.lists["cancelling"] and (k != "called" or "off" in ahead) for k in ahead)


def _beyond_as(clause: Clause, reach: Reach) -> bool:
    """`seized the airport on Tuesday as protesters marched`: the day is the first deed's too."""
    led = reach.low > 0 and clause.keys[reach.low - 1] == "as"
    return led and reach.date is not None and reach.date.evidence.start < clause.starts[reach.low]


def _reaches(clause: Clause, told: list[Told], scene: Scene, events: EventWords) -> list[Reach]:
    triggers = [t for t, _ in told]
    found = [reach_of(clause, t, triggers, scene, events) for t in triggers]
    for n in range(1, len(found)):
        if found[n].date is None and same_day(clause, triggers[n - 1], triggers[n], found[n - 1], events):
            found[n] = found[n]._replace(date=found[n - 1].date)
    return found


def _shared(
    clause: Clause,
    trigger: Trigger,
    before: Trigger,
    first: EventFinding,
    event: EventFinding,
    scene: Scene,
    events: EventWords,
) -> EventFinding:
    """A second verb of one subject, with that subject in its title."""
    ahead = clause.keys[trigger.first - 1] if trigger.first else ""
    starts = event.evidence.start >= clause.tokens[before.last].end
    between = clause.text[event.evidence.start : clause.starts[trigger.first]].lower().split()
    linking = joined(events.lists["verbal"], events.lists["phrase"], events.lists["days"])
    own = [word for word in between if word not in linking]
    if "of" in between or any(not word.endswith("ly") for word in own):
        return event
    subject = subject_of(clause, before, first.title) if starts and ahead not in ("who", "which") else ""
    if not subject or not trigger.rule.startswith(("verb", "stage")):
        return event
    last = max(n for n, t in enumerate(clause.tokens) if t.start < event.evidence.end)
    title = title_of(
        clause, trigger, (trigger.first, last), first.people or event.people, scene, events, subject
    )
    return replace(event, title=title)


def _stage_date(at: int, agreements: list[AgreementFinding]) -> str | None:
    """The date that the agreements' stage told at an offset has: beside a visit, `signed` has it too."""
    dates = [s.date for a in agreements for s in a.stages if s.evidence.start <= at < s.evidence.end]
    return next((date for date in dates if date), None)


def _told(event: EventFinding) -> bool:
    return bool(event.name or event.date or event.parties)


def _drop_hollow(
    found: list[EventFinding],
    base: int,
    triggers: list[Trigger],
    heading: bool,
    scene: Scene,
    events: EventWords,
) -> list[Trigger]:
    """Take out what is told of nobody: an interview or an oath without a person, a heading's `summit in Delhi`."""
    full = [
        bool(e.people)
        or (e.rule in _REFILLED and bool(e.title))
        or not (e.kind in events.lists["personal"] or (heading and e.kind in _GATHERINGS and not _told(e)))
        for e in found[base:]
    ]
    nameless = events.lists["nameless"]
    full = [
        keep
        and (bool(e.people or e.title or e.name) or e.kind not in nameless)
        and bool(e.people or e.title or e.name or e.date or e.parties or e.place or e.agreements)
        and (bool(e.date and e.title) or not e.rule.endswith(BY_DAY))
        and (bool(e.title) or not e.rule.endswith(OPENS))
        and not is_of_nobody(e, events)
        and not is_judge(e, scene, events)
        and not is_tally(e)
        for e, keep in zip(found[base:], full, strict=True)
    ]
    found[base:] = [e for e, keep in zip(found[base:], full, strict=True) if keep]
    return [t for t, keep in zip(triggers, full, strict=True) if keep]


def _doers(clause: Clause, trigger: Trigger, scene: Scene) -> frozenset[int]:
    """The people named before a verb: who does it, and not to whom it is done."""
    return frozenset(a.person for a in scene.between(clause.starts[0], clause.starts[trigger.at]))


def _inherited(
    clause: Clause, trigger: Trigger, event: EventFinding, before: list[EventFinding], doers: frozenset[int]
) -> EventFinding:
    """A second verb has the subject of the first: `flew to Cairo and signed`, `will travel to meet`."""
    if (
        not before
        or not trigger.rule.startswith(("verb", "stage"))
        or before[-1].rule.startswith(("noun", "name"))
    ):
        return event
    first = event.evidence.start == clause.starts[trigger.first]
    if not first or before[-1].evidence.end > event.evidence.start:
        return event
    led = [p for p in before[-1].people if p in doers or event.evidence.exact.startswith("to ")]
    people = tuple(dict.fromkeys((*led[:1], *event.people)))
    return replace(event, people=people, parties=event.parties or before[-1].parties[:1])


def _distinct(found: list[EventFinding]) -> list[EventFinding]:
    """Without later repetitions: a caption set twice, a summit named again without more."""
    seen: dict[tuple[str, str], int] = {}
    place: dict[int, int] = {}
    kept: list[EventFinding] = []
    for number, event in enumerate(found):
        key = (event.kind, (event.name or event.evidence.exact).lower().replace("’", "'"))
        first = seen.setdefault(key, len(kept))
        repeated = first < len(kept) and (event.name or len(event.evidence.exact) > 30)
        if repeated and (event.date is None or event.date == kept[first].date):
            place[number] = first
            continue
        place[number] = len(kept)
        kept.append(event)
    return [replace(e, within=place[e.within]) if e.within >= 0 else e for e in kept]
