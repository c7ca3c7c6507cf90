"""What `who` and `which` stand for: the person, the body or the thing right before them."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined

_PLURAL = ("s", "people", "police", "men", "women", "children")
_WHAT = re.compile(
    r", an? (?:[\w’'-]+ ){1,5}"
    r"|, (?:(?:then|now|once|formerly|the|an?|its|his|her) [^,;:]{3,60}|[a-z][a-z -]+ (?:of|at|for) [^,;:]{3,50}), "
)
"""`Lee, a former banker who`, `Lee, then the bank's chief economist, who`."""
_REACH = 16
_SUBJECTS = (["the"], ["a"], ["an"], ["its"], ["their"])


def antecedent(clause: Clause, at: int, scene: Scene, events: EventWords) -> str:
    """The person right before `, who`, the body or thing right before `, which`."""
    if clause.keys[at] == "which" and clause.keys[at + 1 : at + 2] in _SUBJECTS:
        return ""  # `the contract with Doha, which the club signed`
    begin = clause.starts[max(0, at - _REACH)]
    near = [a for a in scene.between(begin, clause.starts[at]) if a.person >= 0]
    many = at and clause.joined(at - 1) and clause.keys[at - 1] in events.lists["collective"]
    if clause.keys[at] == "who" and many and clause.keys[at - 1].endswith(_PLURAL):
        counted = at > 1 and clause.tokens[at - 2].word[0].isdigit() and clause.joined(at - 2)
        return clause.text[clause.starts[at - 1 - counted] : clause.tokens[at - 1].end]
    between = clause.text[near[-1].end : clause.starts[at]] if near else ""
    close = near and (between.strip(" ,0123456789") == "" or _WHAT.fullmatch(between))
    key, apart = clause.keys[at], at > 0 and "," in clause.gaps[at - 1]
    if apart and key == "who" and clause.keys[at - 1] in events.lists["collective"]:
        return thing_before(clause, at, events)
    if apart and key == "which" and clause.keys[at - 1] in events.lists["calendar"]:
        return _before_day(clause, at, events)
    if apart and key == "which":
        begun = _begun_before(clause, at, events) or _named_before(clause, at)
        return begun or thing_before(clause, at, events)
    return scene.people[near[-1].person].name if close and clause.keys[at] == "who" else ""


_ON = frozenset({"on", "in"})


def _before_day(clause: Clause, at: int, events: EventWords) -> str:
    """`signed an accord on working hours on 3 May, which`: what has its article, without the day."""
    end = at - 1
    while end > 1 and (
        clause.keys[end] in joined(events.lists["calendar"], _ON) or clause.keys[end].isdigit()
    ):
        end -= 1
    begins = (n for n in range(end, max(-1, end - 8), -1) if clause.keys[n] in ("a", "an", "the"))
    first = next(begins, -1)
    return clause.text[clause.starts[first] : clause.tokens[end].end] if first >= 0 else ""


def _begun_before(clause: Clause, at: int, events: EventWords) -> str:
    """`Norland's war on Ruvo, which was launched in May`: what began, and not where."""
    if events.lists["starting"].isdisjoint(clause.keys[at + 1 : at + 4]):
        return ""
    first = at - 1
    while first and clause.tokens[first].cap and clause.joined(first - 1):
        first -= 1
    if clause.keys[first] not in events.lists["prepositions"] or first < 1:
        return ""
    for begin in range(first - 1, max(-1, first - 6), -1):
        token = clause.tokens[begin]
        if begin < first - 1 and (token.owns or token.key in ("the", "a", "an", "its", "their")):
            return clause.text[clause.starts[begin] : clause.tokens[at - 1].end]
        if token.cap or (begin and not clause.joined(begin - 1)):
            break
    return ""


def _named_before(clause: Clause, at: int) -> str:
    """The body right before `, which`: a run of capitalised words."""
    first = at
    while first and clause.tokens[first - 1].cap and (first == at or clause.joined(first - 1)):
        first -= 1
    if first == at:
        return ""
    first = _of_body(clause, first)
    first -= first > 0 and clause.keys[first - 1] == "the" and clause.joined(first - 1)
    return clause.text[clause.starts[first] : clause.tokens[at - 1].end]


def _of_body(clause: Clause, first: int) -> int:
    """Where `the Supreme Court in Lund` begins, of which `Lund` begins at a token; that token for no body."""
    at = first - 2
    if (
        at < 0
        or clause.keys[first - 1] not in ("in", "of")
        or not clause.tokens[at].cap
        or not clause.joined(at)
    ):
        return first
    while at and clause.tokens[at - 1].cap and clause.joined(at - 1):
        at -= 1
    return at


def thing_before(clause: Clause, at: int, events: EventWords) -> str:
    """`the new loan, which`, `in exchange for judicial reforms, which`: the noun and what describes it."""
    for first in range(at - 1, max(-1, at - 6), -1):
        opens = clause.keys[first] in ("the", "a", "an", "its", "their", "his", "her")
        behind = first > 0 and clause.keys[first - 1] in events.lists["prepositions"]
        if behind and first < at - 1 and clause.keys[first - 1] == "to" and not clause.tokens[first].cap:
            return ""  # `the tool to curb inflation, which`
        if (opens or behind) and clause.keys[first] not in events.lists["possessive"]:
            return clause.text[clause.starts[first] : clause.tokens[at - 1].end]
        if opens or not first or not clause.joined(first - 1):
            break
    return ""
