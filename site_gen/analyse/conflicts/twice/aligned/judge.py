"""Whether two places that are each other's best speak of one thing."""

from math import log2

from site_gen.analyse.conflicts.twice.aligned.align import Likeness
from site_gen.analyse.conflicts.twice.aligned.match import Match

_ENOUGH, _CLOSE, _AROUND = 1.5, 0.5, (0.8, 0.3)
_ONLY, _LIKE, _ALIKE = 0.8, 0.5, 1.35
_APART = {"count": 0.3}
_UNLIKE, _FREE, _FAR, _NEARLY = 1.0, 0.6, 2.5, 0.9
_WORDS, _SHARE, _ONE_NUMBER, _OTHERS = 2.0, 0.6, 1.3, 2.5


def one_thing(kind: str, ours: float, theirs: float, match: Match) -> bool:
    """`kind` of what stands there, and the two sizes, which are 0 where there is none.

    Values that are near each other are likely of one thing, and so are those that are the only ones of their kind.
    """
    like = match.like
    if kind == "words":
        enough = _OTHERS if like.others else _ONE_NUMBER if _counts(like) else _WORDS
        alike = like.score >= enough or (like.share >= _SHARE and not (like.others and _counts(like)))
        return not like.apart and like.close >= 1.0 and alike
    if like.apart or (
        like.close + like.beside < _CLOSE and not (match.only and like.score >= _AROUND[kind == "money"])
    ):
        return False
    score = like.score + _ONLY * match.only
    if ours and theirs:
        ratio = max(ours, theirs) / min(ours, theirs)
        if ratio > _FAR and (kind != "count" or like.close < _NEARLY):
            return False
        score += _LIKE if ratio <= _ALIKE else -_APART.get(kind, _UNLIKE) * max(0.0, log2(ratio) - _FREE)
    return score >= _ENOUGH


def _counts(like: Likeness) -> bool:
    """Whether one number stands close to both."""
    return any(stem.startswith("#") for stem in like.words)
