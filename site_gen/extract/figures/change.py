"""Up, down or the same: the direction that the sentence gives a figure, and the figure it started from."""

from site_gen.extract.figures.phrases import is_time
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def direction(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """up, down, same, or empty: from a verb of change shortly before, or `higher`, `lower` right behind."""
    after = tokens.near[found.last]
    if after in words.sets["directions"] and found.unit in words.sets["distances"]:
        return ""  # `fell 300 metres from the school`
    if after in words.sets["more_so"] or after in words.sets["less_so"]:
        return "up" if after in words.sets["more_so"] else "down"
    if found.kind == "percent" and after in ("above", "below"):
        return "up" if after == "above" else "down"
    if (
        found.kind == "percent"
        and after in ("up", "down")
        and tokens.near[found.last + 1] in ("at", "on", "from", "to")
    ):
        return after
    if after in words.change_nouns and found.kind in ("percent", "money", "physical"):
        return "up" if after in words.rises else "down"
    compared = tokens.near[found.last + 1] == "than" or found.kind == "percent"
    if after in ("more", "less", "fewer") and compared:
        return "up" if after == "more" else "down"
    if named := _named(tokens, found, words):
        return named
    sign = tokens.near[found.first]
    if sign in ("+", "-") and found.kind == "percent":
        return "up" if sign == "+" else "down"
    at = found.lead - 1 - (tokens.near[found.lead - 1] == "between")
    if tokens.near[at] == "by" and found.kind != "count":
        return moved(tokens, at, words, 24)
    return _by_verb(tokens, found, words) or _over_object(tokens, found, words)


def _named(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`an increase of 35% from`: the step is named before its size."""
    noun = tokens.near[found.lead - 2]
    step = noun in words.change_nouns and noun != "loss"
    if tokens.near[found.lead - 1] != "of" or found.kind not in _SIZES or not step:
        return ""
    return "up" if noun in words.rises else "down"


_HELD_AGAINST = frozenset(
    {"peak", "high", "low", "record", "average", "total", "target", "goal", "estimate", "forecast"}
)
_SIZES = frozenset({"percent", "money", "physical"})


def _over_object(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`raised the key lending rate to 6.25%`, `eased to a three-month low of 6.77%`: a verb with something between."""
    at = found.lead - 1
    if tokens.near[at] == "of" and tokens.near[at - 1] in (
        "low",
        "high",
        "peak",
        "record",
        "average",
        "rate",
        "pace",
    ):
        at = next((n for n in range(at - 2, max(-1, at - 8), -1) if tokens.low[n] in ("to", "at")), -1)
        return _by_verb(tokens, found._replace(lead=at), words) if at > 0 else ""
    if tokens.near[at] != "to" or found.kind not in ("percent", "money", "physical"):
        return ""
    for where in range(at - 1, max(-1, at - 10), -1):
        word = tokens.low[where]
        pronoun = where == at - 2 and tokens.low[at - 1] in ("that", "it", "them", "this")
        if word in words.transitive or (pronoun and (word in words.up or word in words.down)):
            noun = word in words.change_nouns and tokens.near[where - 1] in words.articles
            moved = "up" if word in words.up else "down" if word in words.down else ""
            return "" if noun else moved
        if not word[0].isalnum() and word not in ("-", "'s", "’s"):
            break
    return ""


def _by_verb(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    if tokens.near[found.lead - 1] == "down" and tokens.near[found.lead - 2] in words.sets["felling"]:
        return ""  # `bringing down dozens of houses`
    for at in range(found.lead - 1, max(-1, found.lead - 7), -1):
        word = tokens.low[at]
        if word in words.up or word in words.down:
            amount = _amount(tokens, found, at, words) or (
                word in ("up", "down") and tokens.near[at - 1] in words.particles
            )
            return "" if amount else "up" if word in words.up else "down"
        if word in words.same and found.lead - at <= 2:
            return "same"
        if word not in words.between_change and not word.endswith("ly"):
            break
    return ""


def _amount(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`raised $5 million`, `added 300 jobs`: the figure is what was raised, not how far it rose."""
    if (
        tokens.low[at] in ("grow", "grows", "grew")
        and found.lead == at + 1
        and tokens.near[found.last] == "of"
    ):
        return True  # `grow 55% of the world's cocoa`
    if tokens.low[at] not in words.transitive or found.kind in ("percent", "duration"):
        return False
    if tokens.near[found.last] in ("to", "at"):
        return False
    return at >= found.lead - 2 and tokens.near[found.lead - 1] not in ("to", "by")


def starts_from(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """Whether the figure is what a change started from: `from $21 billion`, `compared with the previous 3%`."""
    at = found.lead - 1
    at = _over_time(tokens, at, words)
    while tokens.near[at] in words.sets["earlier"]:
        at -= 1
    if tokens.near[at] == "of" and tokens.near[at - 1] in _HELD_AGAINST:
        at -= 2
        far = at - 6
        while at > far and (
            tokens.near[at] in words.articles
            or (tokens.near[at].isalpha() and tokens.near[at] not in words.stops)
        ):
            at -= 1
    before = tokens.near[at]
    return before in ("from", "versus", "vs", "against") or (
        before in ("with", "to") and tokens.near[at - 1] in ("compared", "compares")
    )


def _over_time(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Back over `last year's`, `the previous year's`, `May's`: when it was so, between `from` and a figure."""
    if tokens.near[at] not in ("'s", "’s") or not is_time(tokens.low[at - 1], words):
        return at
    at -= 2
    while tokens.near[at] in words.sets["of_windows"] or tokens.near[at] in words.articles:
        at -= 1
    return at


def compared(tokens: Tokens, start: Quantity) -> bool:
    """`12%, compared with 10% a year ago`: set beside each other, without a verb of change between."""
    before = tokens.near[start.lead - 1]
    told = before in ("against", "versus") and start.kind != "count"  # not `nine votes against four`
    return told or (before in ("with", "to") and tokens.near[start.lead - 2] in ("compared", "compares"))


def by_value(here: float, start: float) -> str:
    """The direction that two values give."""
    return "up" if here > start else "down" if here < start else "same"


def moved(tokens: Tokens, at: int, words: Vocabulary, reach: int = 18) -> str:
    """The direction of the last word of change in the tokens before one; empty where there is none."""
    for where in range(at - 1, max(-1, at - reach - 1), -1):
        if tokens.low[where] in words.up:
            return "up"
        if tokens.low[where] in words.down:
            return "down"
    return ""


def follows(tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary) -> bool:
    """`12% to $3.4 billion`, `7 miles (11 km)`: the level that a step led to, or the same in another unit."""
    last, lead = quantities[index - 1].last, quantities[index].lead
    passed = _MERE | words.sets["times"]
    joint = [word for word in tokens.low[last:lead] if word not in passed]
    if quantities[index - 1].kind == "percent" and (
        joint == ["at"] or (joint[:1] == ["to"] and joint[2:] == ["at"])
    ):
        return True  # `ended down 1% at 1,463 points`, `lost 1% to end at 1,334`
    if joint[:1] and joint[0] in words.change_nouns and "," not in joint:
        return joint[-1] == "to"
    if joint[:1] == ["to"] and joint[-1] == "of" and not {",", "and"} & set(joint):
        return True
    step = quantities[index - 1].kind == "percent"
    stepped = step and (joint[:2] == [",", "to"] or _over_basis(joint))
    if step and quantities[index].kind == "percent" and joint[:1] == ["and"] and _is_gapped(joint, words):
        return True
    return (joint[:1] == ["to"] and len(joint) <= 2) or stepped or joint in (["("], ["(", "or"], [",", "or"])


def _is_gapped(joint: list[str], words: Vocabulary) -> bool:
    """`and rents` of `clothing rose 2.9% and rents 2.2%`: the verb is told once."""
    return 1 < len(joint) <= _GAP and all(word.isalpha() and word not in words.breaks for word in joint[1:])


_GAP = 3


def _over_basis(joint: list[str]) -> bool:
    """`12% from a year earlier to $3.4 billion`, `6% in volume to 700 tonnes`: what the step is told by."""
    led = joint[-1:] == ["to"] and joint[0] in ("from", "in", "on", "over", "since") and len(joint) <= _BASIS
    return led and {",", "and", "but", ";", "("}.isdisjoint(joint)


_BASIS = 5
_MERE = frozenset({"a", "an", "the", "record", "new", "all-time", "just", "last", "this"})
