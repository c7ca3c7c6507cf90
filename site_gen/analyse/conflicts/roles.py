"""Whether two sentences tell of two things for the parts that are played in them, or for what became of them."""

import re
from functools import cache

from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.words import word_set

_PARTIES = re.compile(
    r"(?:The )?([A-Z][\w’'-]+)(?! and\b|,)(?= ).*?\b(?:in|to|from|into|against|over|of|on) (?:the )?([A-Z][\w’'-]+)"
)
_SIDES = (("outcome_yes", "outcome_no"), ("step_up", "step_down"))


def turned_round(one: str, other: str) -> bool:
    """Whether the first name of each sentence is the second of the other, behind a preposition that says which way."""
    ours, theirs = _PARTIES.match(one), _PARTIES.match(other)
    return bool(ours and theirs) and ours.groups() == theirs.groups()[::-1]  # type: ignore[union-attr]


def of_two_groups(one: str, other: str) -> bool:
    """Whether each tells what another sort of people may, must or will do: `Men will retire`, `Teachers may`."""
    ours, theirs = _GROUP.match(one), _GROUP.match(other)
    if not ours or not theirs:
        return False
    first, second = (found[1].lower() for found in (ours, theirs))
    return first != second and first not in other.lower() and second not in one.lower()


_GROUP = re.compile(
    r"(?:All |The )?((?!This\b|Its\b|Talks\b|Plans\b)[A-Za-z][a-z]*(?:s|en|people)) "
    r"(?:may|might|can|could|will|must|have to|are to|need)\b"
)


def other_outcomes(one: str, other: str) -> bool:
    """Whether one tells only of the one outcome or step, and the other only of its opposite: accepted, turned down."""
    first, second = f" {fold(one)} ", f" {fold(other)} "
    return any(
        {_outcomes(first, sides), _outcomes(second, sides)} == {(True, False), (False, True)}
        for sides in _SIDES
    )


def _outcomes(told: str, sides: tuple[str, str]) -> tuple[bool, bool]:
    yes, no = (any(f" {cue} " in told for cue in word_set("analysis", part)) for part in sides)
    return yes, no


def by_who_pays(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether all that two sums have in common is who pays: `the company has cover of`, `costs the company`."""
    shared = set(a.words) & set(b.words)
    return a.unit_kind == "money" and bool(shared) and shared <= _payers()


@cache
def _payers() -> frozenset[str]:
    return frozenset(measure_words(" ".join(word_set("analysis", "payers"))))
