"""To what a time in a sentence belongs."""

from bisect import bisect_left
from functools import cache

from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import Word
from site_gen.resolve.words import word_set

_FAR = 6
"""Words between a verb and its time, at most."""


def heads(words: tuple[Word, ...], first: int, last: int) -> tuple[str, ...]:
    """The verb before a time, or right behind it, in its clause; and the word before the time."""
    at = bisect_left([w.at for w in words], first)
    clause = words[at - 1].clause if at else 0
    ahead = [w for w in words[max(0, at - _FAR) : at] if w.clause == clause and not w.name]
    behind = [w for w in words[at : at + 3] if w.at >= last and not w.name]
    verbs = [w.stem for w in reversed(ahead) if w.verb][:1] or [w.stem for w in behind if w.verb][:1]
    found = dict.fromkeys(verbs + [w.stem for w in ahead[-1:]])
    return tuple(stem for stem in found if stem not in _mute())


@cache
def _mute() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("synonyms", "mute"))
