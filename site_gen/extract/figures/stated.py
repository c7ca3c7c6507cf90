"""Words that seem to tell of a figure: `the £5.2bn project` foretells none, `said in Lima` is not where it is."""

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


def of_another_figure(tokens: Tokens, at: int, lead: int, words: Vocabulary) -> bool:
    """`target` of `a target of 17%, and spending of $45 million`: it tells of the figure right behind it alone."""
    spent = (
        words.status.get(tokens.low[at]) == "target"
        and tokens.near[at + 1] == "of"
        and at + 2 < lead
        and tokens.low[at + 2][:1] in _FIGURES
    )
    return spent and "," in tokens.low[at + 2 : lead]


_FIGURES = frozenset("0123456789$€£¥")


def is_their_plan(tokens: Tokens, at: int) -> bool:
    """`plans` of `put the cost of her plans at 11 billion`: a noun that tells no aim of the figure."""
    owned = tokens.near[at - 1] in ("her", "his", "its", "their", "the", "'s", "’s")
    return owned and tokens.low[at] in ("plan", "plans", "offer", "proposal") and tokens.near[at + 1] == "at"


def is_sought(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`emissions need to fall by 28%`: it must come to that."""
    if (
        tokens.low[at] not in words.sets["needing"]
        or tokens.near[at + 1] != "to"
        or tokens.near[at - 1] == "not"
    ):
        return False
    verb = tokens.near[at + 2]
    return verb in words.sets["striving"] or verb in words.copulas or verb in words.up or verb in words.down


def strives(tokens: Tokens, lead: int, words: Vocabulary) -> bool:
    """`To limit the rise to 2 degrees, ...`: what the first words of a sentence strive for."""
    if tokens.low[0] != "to" or "," in tokens.low[:lead]:
        return False
    verb = tokens.near[1]
    return verb in words.sets["striving"] or verb in words.up or verb in words.down


def is_prospect(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`output is set to rise to 5 million`: it is to come."""
    ahead = tokens.low[at] in words.sets["prospects"] and tokens.near[at + 1] == "to"
    return ahead and tokens.near[at - 1] in ("is", "are", "was", "were", "looks", "look", "now")
