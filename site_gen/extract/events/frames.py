"""Which event of a sentence is the frame of the others: during the visit, on the sidelines of the summit."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import EventFinding

_FRAMES = frozenset({"visit", "summit", "meet", "gathering"})
_TALKS = ("meet", "summit")
_NOUNS = {
    "visit": ("visit",), "trip": ("visit",), "summit": ("summit",), "conference": ("summit",),
    "meeting": _TALKS, "talks": _TALKS,
}  # fmt: skip


def held_by(clause: Clause, trigger: Trigger, frame: Trigger | None) -> bool:
    """Whether a deed lies within the sentence's frame: it comes behind it, or close before it."""
    return frame is None or trigger.first > frame.first or frame.first - trigger.last <= 6


def frame_of(
    clause: Clause, triggers: list[Trigger], found: list[EventFinding], base: int, events: EventWords
) -> int:
    """Place in `found` of the frame of a sentence whose triggers begin at `base`; -1 for none."""
    beside = [n for n, t in enumerate(triggers) if t.kind in _FRAMES and _beside(clause, t.first)]
    if beside:
        return base + beside[0]
    for number, trigger in enumerate(triggers):
        if (
            trigger.kind in _FRAMES
            and trigger.rule.startswith(("noun", "name"))
            and _frames(clause, trigger.first, trigger.last, events)
        ):
            return base + number
    return _again(clause, triggers, found, base, events)


def _beside(clause: Clause, first: int) -> bool:
    return not {"sidelines", "margins"}.isdisjoint(clause.keys[max(0, first - 4) : first])


def _frames(clause: Clause, first: int, last: int, events: EventWords) -> bool:
    before = clause.keys[max(0, first - 4) : first + 1]
    if not events.lists["frame"].isdisjoint(before) or {"outcome", "outcomes", "result"} & set(before):
        return True
    behind = clause.keys[last + 1 : last + 7]
    return not events.lists["frame_verbs"].isdisjoint(behind)


def _again(
    clause: Clause, triggers: list[Trigger], found: list[EventFinding], base: int, events: EventWords
) -> int:
    """`during that visit`: the last event of the kind that was told before this sentence."""
    if not base:
        return -1
    told = {t.at for t in triggers}
    for at in [n for n, key in enumerate(clause.keys) if key in _NOUNS]:
        kinds = _NOUNS[clause.keys[at]]
        if at in told or not _frames(clause, max(0, at - 1), at, events):
            continue
        determiners = set(clause.keys[max(0, at - 3) : at]) | {
            t.key for t in clause.tokens[max(0, at - 1) : at] if t.owns
        }
        if not determiners & events.lists["again"] and not any(
            t.owns for t in clause.tokens[max(0, at - 3) : at]
        ):
            continue
        for number in range(base - 1, -1, -1):
            if found[number].kind in kinds:
                return number
    return -1
