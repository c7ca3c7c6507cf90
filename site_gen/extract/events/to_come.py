"""Verbs that tell what is to come, by their form and the words before them."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.words import EventWords


def timetabled(clause: Clause, at: int, events: EventWords) -> bool:
    """`the school reopens on 10 March`, `the owners take over on 1 April`: the present, of a day to come."""
    if clause.tokens[at].cap or not at or clause.keys[at - 1] in events.lists["no_verb_behind"]:
        return False
    if clause.keys[at] in events.lists["timetabled"]:
        return True
    with_it = events.timetabled_with.get(clause.keys[at])
    return with_it is not None and not with_it.isdisjoint(clause.keys[at + 1 : at + 2])


def slated_for(clause: Clause, at: int) -> bool:
    """`a campaign is planned for early June`: what is to come, by a noun that no list knows."""
    if clause.keys[at] not in ("planned", "scheduled", "slated", "set", "due") or clause.keys[at - 1] not in (
        "is",
        "are",
    ):
        return False
    return clause.keys[at + 1 : at + 2] in (["for"], ["on"], ["in"]) and not clause.heading


def slated_behind(clause: Clause, last: int, before: int) -> bool:
    """Whether words behind a thing, and ahead of its day, say it is planned: `the summit, which is planned for`."""
    there = (at for at in range(last, len(clause.tokens)) if clause.tokens[at].end <= before)
    return any(slated_for(clause, at) for at in there if at)


def to_come(clause: Clause, at: int, later: bool, events: EventWords) -> bool:
    """`will receive`, `must deliver`, `is due to open`, `are to sign`."""
    keys = clause.keys[max(0, at - 3) : at]
    word = clause.keys[at]
    no_base = word in events.lists["no_base"] and not (word == "end" and keys[-1] == "will")
    if not clause.tokens[at].word.isalpha() or no_base or _due_to(keys, word, events):
        return False
    if (
        keys[-1] == "will"
        or (keys[-1] == "must" and later)
        or (keys[-1] == "would" and (later or _foretold(clause, at, events)))
    ):
        return True
    return keys[-1] == "to" and (
        keys[-2:-1] in (["is"], ["are"]) or not events.lists["slated"].isdisjoint(keys)
    )


def _due_to(keys: list[str], word: str, events: EventWords) -> bool:
    """`due to maintenance in May`: the noun of a reason."""
    return keys[-2:] == ["due", "to"] and word.endswith(tuple(events.lists["noun_endings"]))


def _foretold(clause: Clause, at: int, events: EventWords) -> bool:
    """`said the bank would open`: what was to come when it was said."""
    return not events.lists["saying"].isdisjoint(clause.keys[:at])
