"""Up, down or the same: the direction that the sentence gives a figure, and the figure it started from."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_SKIP = frozenset("by to a an the another about nearly almost around roughly some further just only more than over under less up sharply slightly as much or at another total by close".split())


_PARTICLE_VERBS = frozenset("give gave given gives giving make makes made making set sets setting back backed turn turned hook took take taking boiling boil boils ended pick picked racked rack wind end ends go went gone going come came".split())


def direction(tokens: Tokens, found: Quantity, words: Vocabulary, left: int) -> str:
    """up, down, same, or empty: from a verb of change shortly before, or `higher`, `lower` right behind."""
    after = tokens.peek(found.last)
    if after in ("higher", "lower"):
        return "up" if after == "higher" else "down"
    if after in words.change_nouns and found.kind in ("percent", "money"):
        return ""
    sign = tokens.peek(found.first)
    if sign in ("+", "-") and found.kind == "percent":
        return "up" if sign == "+" else "down"
    at = found.lead - 1
    if tokens.peek(at) == "by" and found.kind != "count":
        return moved(tokens, max(left, at - 24), at, words)
    while at >= left and found.lead - at <= 6:
        word = tokens.low[at]
        if word in words.up or word in words.down:
            if word in words.transitive and found.kind not in ("percent", "duration") and at >= found.lead - 2 and tokens.peek(found.lead - 1) not in ("to", "by"):
                return ""
            if word in ("up", "down") and tokens.peek(at - 1) in _PARTICLE_VERBS:
                return ""
            return "up" if word in words.up else "down"
        if word in words.same and found.lead - at <= 2:
            return "same"
        if word not in _SKIP and not word.endswith("ly"):
            break
        at -= 1
    return ""


def starts_from(tokens: Tokens, found: Quantity) -> bool:
    """Whether the figure is what a change started from: `from $21 billion`, `compared with 3%`."""
    before = tokens.peek(found.lead - 1)
    if before in ("a", "the", "just", "only"):
        before = tokens.peek(found.lead - 2)
    if before == "from":
        return True
    pair = (tokens.peek(found.lead - 2), before)
    return pair in (("compared", "with"), ("compared", "to"), ("against", "")) or before in ("versus", "vs", "against")


def moved(tokens: Tokens, first: int, last: int, words: Vocabulary) -> str:
    """The direction of the last word of change between two tokens; empty where there is none."""
    for at in range(last - 1, max(first - 1, last - 13), -1):
        if tokens.low[at] in words.up:
            return "up"
        if tokens.low[at] in words.down:
            return "down"
    return ""
