"""Days that the build of a sentence gives to a deed: `on Thursday, when the board meets`, `summoned him for 10 May`."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.extent import the_day
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding


def day_before_when(clause: Clause, low: int, scene: Scene) -> DateFinding | None:
    """`in May - when the first jet will land`, `on Thursday, when the board meets`: the day that `when` tells of."""
    if low < 2 or clause.keys[low - 1] != "when":
        return None
    end = clause.starts[low - 1]
    near = [d for d in scene.calendar.between(max(0, end - 30), end) if d.edtf]
    return (
        near[-1]
        if near and scene.doc.reading[near[-1].evidence.end : end].strip() in (",", "-", "–", "—", "")
        else None
    )


def day_that(clause: Clause, trigger: Trigger, scene: Scene) -> DateFinding | None:
    """`since May 3, the day Lee stepped down`: the day that is told of."""
    at = the_day(clause, trigger)
    if at < 2 or clause.gaps[at - 2].strip() != ",":
        return None
    end = clause.starts[at - 1]
    near = [d for d in scene.calendar.between(max(0, end - 30), end) if d.edtf]
    return near[-1] if near and clause.text[near[-1].evidence.end : end].strip() == "," else None


def called_for(clause: Clause, trigger: Trigger, scene: Scene, events: EventWords) -> DateFinding | None:
    """`has summoned the minister for 10 May`: the day for which somebody is called."""
    if clause.keys[trigger.at] not in events.lists["summoning"]:
        return None
    dates = scene.calendar.between(clause.tokens[trigger.last].end, clause.tokens[-1].end)
    return next((d for d in dates if clause.text.endswith(" for ", 0, d.evidence.start)), None)


def of_picture(clause: Clause, trigger: Trigger, date: DateFinding) -> bool:
    """`Workers wave signs after members voted, Sunday, May 3, 2031, near the works`: when the picture was taken."""
    said, start = date.evidence.exact, date.evidence.start
    if not (said[-4:].isdigit() and "day, " in said and clause.text[max(0, start - 2) : start] == ", "):
        return False
    led = [n for n in range(trigger.first) if clause.keys[n] in _LED]
    return bool(led) and all(clause.joined(n) for n in range(led[-1], trigger.first))


_LED = frozenset({"after", "as", "before", "following", "during"})
