"""Where an event was: the place that its words name, and which names of places only tell who took part."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Actor
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined, without

_ANTECEDENT = re.compile(r",? where\b")


_IN_APPOSITION = re.compile(r", an? (?:[a-z-]+ ){1,4}in (?:the )?$")
"""`Cuba, an island country in the Caribbean`: where the one lies that is named before."""


_OF = frozenset({"of"})
_ASKED = frozenset({"request", "invitation", "behest", "insistence", "urging", "initiative"})
"""`at the request of France`: who asked for it, and not where it was."""


def is_where(clause: Clause, actor: Actor, events: EventWords) -> bool:
    """Whether the name tells where: `in Lima`, `near Kherson`."""
    if _ANTECEDENT.match(clause.text, actor.end):
        return True
    before = clause.text[max(0, actor.start - 20) : actor.start].split()
    ahead = before[-1].lower() if before else ""
    behind = clause.text[actor.end : actor.end + 16].split()
    if ahead == "the" and behind and behind[0].strip(".,").lower() in events.lists["rooms"]:
        return False  # `in the Benin gallery` of a museum elsewhere
    named = ahead == "the" and clause.text[actor.end : actor.end + 2].strip().isupper() and not clause.heading
    if named and actor.place and actor.place.kind != "body":
        return False  # `over the Panama Papers`
    if ahead == "of" and before[-2:-1] and before[-2] in joined(events.lists["in_lists"], _ASKED):
        return False
    ahead = before[-2].lower() if ahead == "the" and len(before) > 1 else ahead
    city = clause.text[max(0, actor.start - 40) : actor.start].rstrip().rpartition(" ")
    if city[2].endswith(",") and city[0].rpartition(" ")[2].lower() in without(events.lists["where"], _OF):
        return True
    return ahead in events.lists["where"] and "adjective" not in (actor.place.rule if actor.place else "")


def _end_before(clause: Clause, trigger: Trigger) -> int:
    """Where the word before a noun ends: `Peru visit`."""
    return clause.tokens[trigger.at - 1].end


def place_of(clause: Clause, trigger: Trigger, actors: list[Actor], events: EventWords) -> str:
    """The place that the words of an event name as where it was; empty for none."""
    if trigger.kind == "visit":
        behind = [a.place for a in actors if a.place and a.start > clause.starts[trigger.at]]
        noun = not trigger.rule.startswith("verb") and trigger.at > 0
        ahead = _end_before(clause, trigger) if noun else -1
        before = [a.place for a in actors if a.place and a.end == ahead and "adjective" not in a.place.rule]
        return next((p.name for p in (*behind, *before) if p.kind != "body"), "")
    for actor in actors:
        if _IN_APPOSITION.search(clause.text, max(0, actor.start - 40), actor.start):
            continue
        where = actor.place and actor.place.kind != "body" and is_where(clause, actor, events)
        if where and actor.place and not _buyer(clause, trigger, actor, events):
            return actor.place.name
    return ""


def _buyer(clause: Clause, trigger: Trigger, actor: Actor, events: EventWords) -> bool:
    """`upheld the sale to Canada's Orion`, `cleared exports to Peru`: to whom, and not where it was decided."""
    ahead = clause.text[max(0, actor.start - 8) : actor.start].split()[-1:]
    owner = clause.text.startswith(("'s", "’s", "' ", "’ "), actor.end) and ahead in (["of"], ["over"])
    return owner or (trigger.kind in events.lists["settled"] and ahead in (["to"], ["from"]))


GOES = 12
"""Words from who goes somewhere to what for."""


def goes(clause: Clause, at: int) -> bool:
    """Whether somebody goes somewhere in the words before, without another verb of a person's in between."""
    return not _GOING.isdisjoint(clause.keys[max(0, at - GOES) : at])


_GOING = frozenset(
    "leave leaves left travel travels travelled traveled fly flies flew arrive arrives arrived visit visits go goes"
    " went depart departs departed head heads".split()
)
