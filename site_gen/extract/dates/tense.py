"""Whether a clause tells what was, or what will be."""

from functools import cache
from typing import NamedTuple

from site_gen.extract.dates.scan import Line
from site_gen.lexicon import Lexicon

_REACH = 14
_FAR = 40
_AHEAD = frozenset({"to", "will", "shall", "would", "must", "should", "may", "might"})
_PASSIVE = frozenset({"be", "being"})
_OWNERS = frozenset({"the", "its", "their", "a", "this"})
_STOPS = frozenset(';"“”')


class Cues(NamedTuple):
    """Words that turn a clause to the future or the past."""

    future: frozenset[str]
    past: frozenset[str]
    never: frozenset[str]
    """Words that end like a past tense and are none."""
    verbs: frozenset[str]
    """After `to` they tell the future."""
    ahead: frozenset[str]
    """Right before a date, in mid-sentence, they tell the future."""


@cache
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of the lexicon."""
    subject = lexicon["dates"]
    tense = subject["tense"]
    future = f"{tense['future']} {subject['plain']}"
    lists = (future, tense["past"], tense["never"], subject["verbs"], tense["ahead"])
    return Cues(*(frozenset(str(words).split()) for words in lists))


def direction(cues: Cues, line: Line, first: int, last: int) -> int:
    """-1 where the words around `first` to `last` tell the past, 1 the future, 0 where they tell nothing.

    The nearest cue to the left decides, then the nearest to the right: news puts the time after its verb.
    Neither looks beyond a semicolon or a quotation mark.
    """
    if first > 1 and (line.tokens[first - 1] in cues.ahead or _waits_for(line, first, last)):
        return 1
    left, right = (
        range(first - 1, max(-1, first - 1 - _FAR), -1),
        range(last, min(len(line.tokens), last + _FAR)),
    )
    aimed = 1 if first and line.tokens[first - 1] == "by" else 0
    return _first_cue(cues, line, left) or _first_cue(cues, line, right) or aimed


def _waits_for(line: Line, first: int, last: int) -> bool:
    """`in time for the mid-November summit`, `ahead of the May vote`: a date that describes what is to come."""
    tokens = line.tokens
    at = first - (tokens[first] not in _OWNERS and first > 0 and tokens[first - 1] in _OWNERS) - 1
    if at < 1 or not "".join(tokens[last : last + 1]).isalpha():
        return False
    return (tokens[at - 1], tokens[at]) in (("time", "for"), ("ahead", "of"))


def _first_cue(cues: Cues, line: Line, places: range) -> int:
    words = 0
    for place in places:
        token = line.tokens[place]
        words += token[:1].isalpha()
        if words > _REACH:
            return 0
        if token in _STOPS:
            return 0
        if found := _cue(cues, token):
            return _in_company(cues, line, place, found)
        if token in cues.verbs and place and line.tokens[place - 1] == "to":
            return 1
    return 0


def _in_company(cues: Cues, line: Line, place: int, found: int) -> int:
    """The cue beside what stands before it: `to be debated`, `will be raised`, `had been due`."""
    before = line.tokens[max(0, place - 3) : place]
    if found < 0 and not _PASSIVE.isdisjoint(before[-2:]):
        return 1 if _AHEAD.intersection(before) else found
    return -1 if found > 0 and before[-1:] == ["been"] and "had" in before else found


def _cue(cues: Cues, token: str) -> int:
    if token in cues.future:
        return 1
    if token in cues.past or (len(token) > 4 and token.endswith("ed") and token not in cues.never):
        return -1
    return 0
