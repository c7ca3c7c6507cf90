"""The subject of a verb: where it ends, with a day, a place or an aside between the two, and where it begins."""

from site_gen.extract.agreements.listed import begins_aside, in_row, of_list
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words

_ASIDE = 14
"""Words that an aside between subject and verb has at most."""


def end_of_subject(clause: Clause, verb: int) -> int:
    """The token behind the subject of a verb."""
    return _before_place(clause, _before_day(clause, _before_aside(clause, verb)))


def _before_day(clause: Clause, verb: int) -> int:
    """The token behind the subject of `Ghana on Monday signed`, `Ghana on 4 May 2031 signed`."""
    for at in range(verb - 1, max(0, verb - 5), -1):
        if clause.keys[at] == "on":
            day = clause.tokens[at + 1 : verb]
            named = all(t.word[0].isdigit() or t.key in _DAYS or t.key[:3] in _MONTHS for t in day)
            return at if day and named else verb
    return verb


def _before_place(clause: Clause, verb: int) -> int:
    """The token behind the subject of `Ghana and the Harbour Museum in Lagos signed`."""
    for at in range(verb - 1, max(1, verb - 4), -1):
        if clause.keys[at] == "in":
            named = all(t.cap for t in clause.tokens[at + 1 : verb]) and at + 1 < verb
            return at if named and clause.tokens[at - 1].cap and clause.joined(at - 1) else verb
    return verb


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _before_aside(clause: Clause, verb: int) -> int:
    """The token behind the subject: at the comma of `A and B, which runs the port, signed`, else the verb."""
    if not verb or clause.gaps[verb - 1].strip() != ",":
        return verb
    for at in range(verb - 1, max(0, verb - _ASIDE), -1):
        if clause.keys[at] in ("which", "who") and clause.gaps[at - 1].strip() == ",":
            return at if clause.tokens[at - 1].cap else verb
    return verb


def step_back(clause: Clause, at: int, words: Words) -> int:
    """How many tokens before `at` still belong to a run of names joined by commas, `and` and asides; 0 for none."""
    if in_row(clause, at - 1) and of_list(clause, at - 1, words):
        return 1
    if clause.gaps[at - 1].strip() != ",":
        return 0
    for back in range(at - 1, max(0, at - _ASIDE), -1):
        if begins_aside(clause, back):
            return at - back + 1
    return 0
