"""Deeds of one sentence that are of one day, though it is told of one of them alone."""

from msgspec.structs import replace

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.extent import second_of_one
from site_gen.extract.events.reach import Reach
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import EventFinding

_COMES = frozenset({"visit", "meet", "summit"})
_HARM = frozenset({"disaster", "attack", "die"})


def with_their_when(found: list[EventFinding], base: int, clause: Clause, triggers: list[Trigger]) -> None:
    """`Six were killed and 19 hurt when a silo blew up on Tuesday`: all on the day of what did it."""
    for number in range(len(found) - 2, base - 1, -1):
        event, after = found[number], found[number + 1]
        one, two = triggers[number - base], triggers[number - base + 1]
        between = clause.keys[one.last + 1 : two.first]
        joined = "when" in between or (one.kind == two.kind and "and" in between)
        harm = one.kind in _HARM and two.kind in _HARM and one.tense == two.tense == "done"
        if (
            event.date is None
            and after.date
            and harm
            and joined
            and "," not in clause.gaps[one.last : two.first]
        ):
            found[number] = replace(event, date=after.date, date_evidence=after.date_evidence)


def at_once(clause: Clause, before: Trigger, trigger: Trigger, scene: Scene) -> bool:
    """`signed six accords on Thursday as President Lee began a visit`: the second on the day of the first."""
    joined = [n for n in range(before.last + 1, trigger.first) if clause.keys[n] == "as"]
    if not joined or trigger.kind not in _COMES or trigger.tense != before.tense:
        return False
    return any(a.person >= 0 for a in scene.between(clause.starts[joined[-1]], clause.starts[trigger.first]))


def same_day(clause: Clause, before: Trigger, trigger: Trigger, reach: Reach, events: EventWords) -> bool:
    """`In July, parliament ratified the treaty, and the president signed the law`: the day opens the sentence."""
    if reach.date is None:
        return False
    if reach.date.evidence.start < clause.starts[before.first] and second_of_one(
        clause, trigger, [before], events
    ):
        return before.tense == trigger.tense  # `on Monday overturned the verdict and ordered a new trial`
    if reach.date.evidence.start > clause.starts[min(1, len(clause.starts) - 1)]:
        return False
    verbs = before.rule.startswith(("verb", "stage")) and trigger.rule.startswith(("verb", "stage"))
    if not verbs or before.tense != trigger.tense or clause.text[reach.date.evidence.end] != ",":
        return False
    between = clause.keys[before.last + 1 : trigger.first]
    apart = {"had", "who", "which", "that", "after", "before", "since", "when", "said"}
    return "and" in between and apart.isdisjoint(between)
