"""For whom people sign: `signed by X for Mali and by Y, head of the Front`, `X signed it for the government`."""

from site_gen.extract.agreements.listed import listed
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.words import Words
from site_gen.records import Party

_STOPS = ".;:—!?"
_BEFORE = frozenset({"and", "by"})
_ASIDE = 12
"""Words from who signs to the verb, where what he is stands between: `X, a deputy minister, signed`."""
_TITLES = 4
"""Words of a title between `by` and the name."""


def signed_by(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """The sides of those who sign, named from token `at` on: whom each signs for, or else where each belongs."""
    found: list[Party] = []
    free = at
    for here in range(at, len(clause.tokens)):
        if here > at and any(c in clause.gaps[here - 1] for c in _STOPS):
            break
        if clause.keys[here] in _BEFORE:
            free = here + 1
        if here < at or not clause.is_person(here) or not 0 <= here - free <= _TITLES:
            continue
        last = _last_of(clause, here)
        found += (
            on_behalf(clause, last + 1, sides, words)
            or sides.within(clause.starts[here], clause.tokens[last].end)
            or _of_body(clause, last + 1, sides, words)
        )
        free = len(clause.tokens)
    return list(dict.fromkeys(found))


def signed_for(clause: Clause, verb: int, at: int, sides: Sides, words: Words) -> list[Party]:
    """The sides for whom people sign: `X signed the accord for Guinea, and Y for the Front`; `at` is behind it."""
    far = _ASIDE if verb and clause.gaps[verb - 1].strip() == "," else _TITLES - 1
    if not verb or not any(clause.is_person(here) for here in range(max(0, verb - far), verb)):
        return []
    first = on_behalf(clause, at, sides, words)
    if not first:
        return []
    further = next((n for n in range(at, len(clause.tokens)) if clause.is_person(n)), 0)
    return first + (signed_by(clause, further, sides, words) if further else [])


def on_behalf(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """The side behind `for` or `on behalf of`: a name, or the country's government."""
    ahead = clause.keys[at : at + 3]
    begin = at + 1 if ahead[:1] == ["for"] else at + 3 if ahead == ["on", "behalf", "of"] else 0
    if not begin or begin >= len(clause.tokens):
        return []
    nouns = clause.keys[begin : begin + 3]
    if nouns[:1] == ["the"] and nouns[1:2] and nouns[1] in words.lists["governments"] and nouns[2:] != ["of"]:
        return [sides.home] if sides.home else []
    return listed(clause, begin, sides, words)


def _of_body(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """The body behind a name, `of the Crew Union`, or behind what somebody is of it, `, head of Calder Lines`."""
    for here in range(at, min(at + _TITLES + 1, len(clause.tokens) - 1)):
        if clause.keys[here] in ("of", "from"):
            return [party for party in listed(clause, here + 1, sides, words) if not party.code][:1]
        if clause.tokens[here].cap or (here > at and not clause.joined(here - 1)):
            return []
    return []


def _last_of(clause: Clause, at: int) -> int:
    """The last token of the person's name that holds a token."""
    while at + 1 < len(clause.tokens) and clause.is_person(at + 1) and clause.joined(at):
        at += 1
    return at
