"""Whether a clause tells what was, or what will be."""

from functools import cache
from typing import NamedTuple

from site_gen.extract.dates.scan import Line
from site_gen.lexicon import Lexicon

_REACH = 14


class Cues(NamedTuple):
    """Words that turn a clause to the future or the past."""

    future: frozenset[str]
    past: frozenset[str]
    never: frozenset[str]
    """Words that end like a past tense and are none."""


@cache
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of the lexicon."""
    tense = lexicon["dates"]["tense"]
    return Cues(
        frozenset(str(tense["future"]).split()),
        frozenset(str(tense["past"]).split()),
        frozenset(str(tense["never"]).split()),
    )


def direction(cues: Cues, line: Line, first: int, last: int) -> int:
    """-1 where the words around `first` to `last` tell the past, 1 the future, 0 where they tell nothing.

    The nearest cue to the left decides, then the nearest to the right: news puts the time after its verb.
    """
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if found := _cue(cues, line.tokens[place]):
            return found
    for place in range(last, min(len(line.tokens), last + _REACH)):
        if found := _cue(cues, line.tokens[place]):
            return found
    return 0


def _cue(cues: Cues, token: str) -> int:
    if token in cues.future:
        return 1
    if token in cues.past or (len(token) > 4 and token.endswith("ed") and token not in cues.never):
        return -1
    return 0
