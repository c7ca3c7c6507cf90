"""The words that tell an event, and what verbs and nouns have in common."""

from typing import NamedTuple

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import Tense, broken
from site_gen.extract.events.scene import Actor
from site_gen.extract.events.words import EventWords


class Trigger(NamedTuple):
    """Words that tell an event: tokens `first` to `last`, the verb or noun at `at`."""

    kind: str
    at: int
    first: int
    last: int
    tense: Tense
    rule: str
    name: str = ""


def is_target(actor: Actor, target: str) -> bool:
    if target == "actor":
        return True
    if target == "person":
        return actor.person >= 0
    return actor.place is not None and actor.place.kind != "body" and "adjective" not in actor.place.rule


def token_at(clause: Clause, end: int, least: int) -> int:
    last = least
    while last + 1 < len(clause.tokens) and clause.starts[last + 1] < end:
        last += 1
    return last


def is_hollow(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether a word before takes the event back (`refused to meet`, `could attack`)."""
    hollow = events.lists["hollow"]
    if clause.keys[at - 1 : at] == ["to"] and _bidden(clause, at, events):
        return True
    for left in range(at - 1, max(-1, at - 5), -1):
        if broken(clause, left, ",("):
            return False
        key = clause.keys[left]
        if key in hollow or key.endswith(("n't", "n’t")):
            month = left > 0 and clause.tokens[left].word == "May"
            if not month:
                return True
    return False


_BIDDEN = 12


def _bidden(clause: Clause, at: int, events: EventWords) -> bool:
    """`called on the Free Coast to declare a truce`: what somebody is asked to do is not done."""
    for left in range(at - 2, max(-1, at - _BIDDEN), -1):
        if broken(clause, left, ",("):
            return False
        key = clause.keys[left]
        if key in events.lists["bidding"] or (key in _CALLS and clause.keys[left + 1] in ("on", "upon")):
            return True
    return False


_CALLS = frozenset({"called", "calls", "call", "calling"})
