"""Events that are none: a number of a whole year, a deed of nobody, a judge who is not the accused."""

from site_gen.extract.events.dated import is_year
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.words import EventWords
from site_gen.records import EventFinding


def is_tally(event: EventFinding) -> bool:
    """`81 people died in 2031`: a number of a whole year, and no event."""
    return event.kind == "die" and is_year(event.date or "") and event.title[:1].isdigit()


def is_of_nobody(event: EventFinding, events: EventWords) -> bool:
    """`they have ordered firewood`, `was rejected in May`: nobody knows who, or what."""
    first = event.evidence.exact.partition(" ")[0].lower()
    known = event.people or event.parties or event.title or event.agreements or event.name
    return not known and (first in events.lists["personal_pronouns"] or first in _VERBS)


_VERBS = frozenset({"was", "were", "is", "are", "has", "have", "had", "been"})


def is_judge(event: EventFinding, scene: Scene, events: EventWords) -> bool:
    """`Judge Lee read the sentence. He was convicted of fraud`: who judges is not whom `he` means there."""
    first = event.evidence.exact[:4].lower()
    if event.kind != "accuse" or not event.people or not first.startswith(("he ", "she ")):
        return False
    titles = " ".join(o.title for o in scene.people[event.people[0]].offices).lower().split()
    return not events.lists["judging"].isdisjoint(titles)
