"""Words that seem to tell of a figure and do not: a `£5.2bn project` foretells none, nor is it in Lima that is said there."""

from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def is_undertaking(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether `project` or `projects` is a noun, not a verb as in `the bank projects 2%`, `they project 3%`."""
    after, before = tokens.near[at + 1], tokens.near[at - 1]
    if tokens.words[at][0].isupper() and at:
        return True
    if tokens.low[at].endswith("s"):
        return not after.isalnum() or (after in words.stops and after not in words.articles)
    if before in ("to", "we", "they", "i", "now", "still", "who") or before in words.sets["forecasters"]:
        return False
    return not (before.endswith("s") and after.isalpha() and tokens.low[at + 1] in words.articles)


def said_at(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`said` of `the minister said in Lima on Monday`, `told a briefing on Monday`: whether a day, behind a token, is
    that of the saying."""
    far = max(0, at - _FAR)
    while at > far and tokens.low[at] not in words.speech:
        if not (
            tokens.words[at][0].isupper()
            or tokens.low[at] in _BESIDE
            or tokens.low[at] in words.sets["speaking"]
        ):
            return False
        at -= 1
    return tokens.low[at] in words.speech


_FAR = 6
_BESIDE = frozenset({"in", "at", "a", "an", "the", "news", "press"})
