"""Who does a deed, or what takes effect: whether such a subject stands before the verb."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Scene, aside, in_series, window
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined


def thing_ahead(clause: Clause, at: int) -> bool:
    """Whether what takes effect stands before the verb: not in `agreed a truce, to take effect in May`."""
    return at > 0 and not (clause.keys[at - 1] == "to" and (at < 2 or "," in clause.gaps[at - 2]))


def of_many(clause: Clause, at: int) -> bool:
    """`the measures enter into force`: the present of several."""
    before = clause.tokens[at - 1] if at else clause.tokens[at]
    return before.key.endswith("s") and not before.cap and not before.owns


def has_subject(clause: Clause, at: int, scene: Scene, events: EventWords, passive: bool) -> bool:
    """Whether somebody does it: the word before the verb is a name, a pronoun or a collective."""
    head = at - 1
    while head >= 0 and (clause.keys[head] in events.lists["verbal"] or clause.tokens[head].adverb):
        head -= 1
    if head < 0:
        return False
    if (split := aside(clause, at, events)) and _heads(clause, split[0], events):
        return True
    low, _ = window(clause, at, at, events)
    if in_series(clause, at, events):
        return True
    if clause.keys[head] == "who" and head and clause.keys[head - 1] in events.lists["collective"]:
        return True
    if "," in clause.gaps[head] or clause.keys[head] in ("who", "which"):
        return bool(scene.between(clause.starts[low], clause.tokens[head].end))
    token = clause.tokens[head]
    known = joined(*(events.lists[kind] for kind in ("collective", "pronouns", "armed", "ending")))
    return passive or token.cap or token.key in known or _chief(clause, head, low, known)


def _heads(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether the word before an aside can do something: a name, a collective."""
    token = clause.tokens[at]
    return token.cap or token.key in events.lists["collective"]


def _chief(clause: Clause, at: int, low: int, known: frozenset[str]) -> bool:
    """A head noun some words back: `lawmakers from both camps`, `a group of farmers`."""
    return any(
        clause.keys[n] in known or (clause.tokens[n].cap and n > low) for n in range(max(low, at - 4), at)
    )


def describes(clause: Clause, at: int, events: EventWords) -> bool:
    """`took a banned drug`, `met banned leaders`: what kind of a thing it is."""
    before = clause.keys[at - 1] if at else ""
    if before not in ("a", "an") and before not in events.lists["past_forms"]:
        return False
    if at + 1 >= len(clause.tokens):
        return False
    behind = clause.tokens[at + 1]
    return clause.joined(at) and behind.word.isalpha() and behind.word.islower()
