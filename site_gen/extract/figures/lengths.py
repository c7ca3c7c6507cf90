"""What a length of time measures that stands behind `for`: `maintenance for 15 years`, `shut for two weeks`."""

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.subjects import subject_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_BEING = frozenset("is are was were be been being remain remained stay stayed".split())
_LONGEST, _RANK = 5, 8


def lasting(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """What is told to last so long; `at` is the word before `for`. Empty where that is no noun and no deed."""
    if at < 0 or mask[at] or not tokens.low[at].isalpha():
        return ""
    if tokens.near[at - 1] in _BEING and tokens.low[at] not in words.stops:
        return _who(tokens, at, words, mask)
    if tokens.low[at] in words.sets["asking"]:
        return f"{_who(tokens, at, words, mask)} for"
    ranked = any(
        word.endswith("est") or word in words.sets["ranked"] for word in tokens.low[max(0, at - _RANK) : at]
    )
    if ranked or not nounish(tokens, at, words) or not tokens.words[at].islower():
        return ""
    begin = phrase_left(tokens, at, words, mask)
    rated = tokens.near[begin - 1] in ("a", "an") and mask[begin - 2]  # `$50 a session for five years`
    counted = tokens.near[begin - 1].isdigit() and begin == at  # `in 14 countries for 72 weeks`
    if rated or counted:
        return ""
    verb = begin - 1 - (tokens.near[begin - 1] in ARTICLES)
    done = tokens.near[verb].endswith("ed") and tokens.words[verb].islower() and not mask[verb]
    return text_of(tokens, verb if done else begin, at + 1, mask).rpartition(" and ")[2]


def _who(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`Schools shut`: the verb, with its subject where that is short."""
    subject = subject_of(tokens, at, words, mask, "")
    short = 0 < len(subject.split()) <= _LONGEST
    return f"{subject} {tokens.words[at]}" if short else tokens.words[at]
