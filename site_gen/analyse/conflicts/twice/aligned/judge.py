"""Whether two places that are each other's best speak of one thing."""

from math import inf, log2
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Likeness
from site_gen.analyse.conflicts.twice.aligned.match import Match

_ENOUGH, _CLOSE, _ONLY, _LIKE, _ALIKE, _FREE = 1.5, 0.5, 0.8, 0.5, 1.35, 0.6
"""What two places have in common; what stands close; what it counts that they are the only ones, or near."""
_WORDS, _SHARE, _ONE_NUMBER, _OTHERS = 2.0, 0.6, 1.3, 2.5


class _Measure(NamedTuple):
    """How values of one kind are judged."""

    around: float = 0.8
    """What two that are the only ones have in common of which nothing stands close."""
    unlike: float = 1.0
    """What each doubling of the one takes off."""
    far: float = 2.5
    """How many times the other one value may be."""
    sure: float = inf
    """What stands close to two of one thing, however far they are apart."""


_MEASURES = {"money": _Measure(around=0.3), "count": _Measure(unlike=0.3, sure=0.9)}
_ANY = _Measure()


def one_thing(kind: str, ours: float, theirs: float, match: Match) -> bool:
    """`kind` of what stands there, and the two sizes, which are 0 where there is none.

    Values that are near each other are likely of one thing, and so are those that are the only ones of their kind.
    """
    like, measure = match.like, _MEASURES.get(kind, _ANY)
    close = like.close + like.beside >= _CLOSE or (match.only and like.score >= measure.around)
    if like.apart or not close:
        return False
    score = like.score + _ONLY * match.only
    if ours and theirs:
        ratio = max(ours, theirs) / min(ours, theirs)
        if ratio > measure.far and like.close < measure.sure:
            return False
        score += _LIKE if ratio <= _ALIKE else -measure.unlike * max(0.0, log2(ratio) - _FREE)
    return score >= _ENOUGH


def one_said(match: Match) -> bool:
    """The same of words that are said of a thing: more must stand close to them."""
    like = match.like
    enough = _OTHERS if like.others else _ONE_NUMBER if _counts(like) else _WORDS
    alike = like.score >= enough or (like.share >= _SHARE and not (like.others and _counts(like)))
    return not like.apart and like.close >= 1.0 and alike


def _counts(like: Likeness) -> bool:
    """Whether one number stands close to both."""
    return any(stem.startswith("#") for stem in like.words)
