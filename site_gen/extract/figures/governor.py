"""What a figure hangs on: the noun or the verb before it, over prepositions, times and other figures."""

from site_gen.extract.figures.antecedent import DASHES, named_bound, over_dashes
from site_gen.extract.figures.extremes import is_extreme, over_extreme
from site_gen.extract.figures.fates import skipped
from site_gen.extract.figures.phrases import is_time
from site_gen.extract.figures.status import over_clause
from site_gen.extract.figures.subjects import has_subject
from site_gen.extract.figures.verbs import is_verb
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_LEVELS = frozenset(["at", "to", "by", "from", "of", "between", "with", "than", "as"])


def left_out(tokens: Tokens, at: int, mask: bytearray) -> bool:
    """`and for 2023 to 3%`: only the time is new, what is measured was said before."""
    if at < 3 or tokens.low[at] not in ("to", "at", "by") or not mask[at - 1]:
        return False
    at -= 1
    while at > 0 and mask[at]:
        at -= 1
    return tokens.low[at] in ("for", "in") and tokens.near[at - 1] in ("and", ",", "but")


def led_to(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """`grew 17% on an annual basis to $36 million`: the level that a step led to."""
    if at < 1 or tokens.low[at] != "to":
        return False
    if tokens.low[at - 1] == "," and mask[at - 2]:
        return True
    if mask[at - 1] and _stepped(tokens, at - 1, words, mask):
        return True  # `Sony lost 2.7 percent to 5,182 yen`
    for where in range(at - 1, max(0, at - 9), -1):
        word = tokens.low[where]
        if mask[where] and (
            tokens.near[where + 1] in ("on", "from", "over", "in")
            or tokens.near[where + 1] in words.change_nouns
        ):
            return True
        if word in (",", ";") or (
            word in words.breaks
            and word not in ("on", "from", "over", "the", "an", "a", "in", "of")
            and word not in words.change_nouns
        ):
            return False
    return False


def _stepped(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """Whether the figure that ends at a token is a step that a verb with an object tells: `lost 2.7 percent`."""
    begin = at
    while begin > 0 and mask[begin - 1]:
        begin -= 1
    return tokens.near[begin - 1] in words.transitive and tokens.low[at] in ("percent", "%", "cent", "points")


def governor(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> int:
    """Back over prepositions, times, other figures and `total of` to the noun or verb the figure hangs on."""
    at = _unmoved(tokens, at, words)
    for _ in range(8):
        if at < 0:
            break
        word = tokens.low[at]
        if is_time(word, words):
            at = _over_time(tokens, at, words)
        elif (
            word in _LEVELS
            or mask[at]
            or word in words.same
            or is_extreme(tokens, at)
            or (
                word in words.sets["sums"]
                and not (is_verb(tokens, at, words) or named_bound(tokens, at, words))
            )
        ):
            over = over_extreme(tokens, at, words, mask) if is_extreme(tokens, at) else -1
            if over == at:
                break
            at = over if over >= 0 else skipped(tokens, at - 1, words)
        elif word in ("level", "levels") and "from" in tokens.low[max(0, at - 4) : at]:
            at = skipped(tokens, at - 1 - tokens.low[max(0, at - 4) : at][::-1].index("from") - 1, words)
        elif _only_leads(tokens, at, words):
            at -= 1
        elif word in DASHES and tokens.near[at + 1] in _LEVELS:
            at = over_dashes(tokens, at)
        elif word == "," and tokens.near[at + 1] in ("to", "at") and over_clause(tokens, at, words) < at - 1:
            at = over_clause(tokens, at, words)
        else:
            break
    return at


def _only_leads(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`wider` of `is wider than the 4.5% of May`, `for` of `sold for $5 million`."""
    word, after = tokens.low[at], tokens.near[at + 1]
    if word in words.sets["comparatives"]:
        return after in ("than", "to")
    return word == "for" and tokens.near[at - 1] in words.sets["for_a_price"]


def _unmoved(tokens: Tokens, level: int, words: Vocabulary) -> int:
    """`was` of `the yield was little changed at 3%`: the verb; the word before the figure where there is none."""
    if level < 1 or tokens.low[level] not in _LEVELS or tokens.low[level - 1] not in words.sets["unmoved"]:
        return level
    at = level - 2 - (tokens.near[level - 2] in ("little", "broadly", "largely", "almost", "barely"))
    return at if at > 0 and tokens.low[at] in words.copulas and has_subject(tokens, at, words) else level


def _over_time(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Back over `in March`, `year-on-year`, `last month`."""
    while at >= 0 and (tokens.low[at] in words.sets["time_links"] or is_time(tokens.low[at], words)):
        at -= 1
    return at
