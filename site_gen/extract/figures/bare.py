"""Numbers without any unit: levels and sizes of changes, or nothing."""

from site_gen.extract.figures.quantities import Quantity, rate
from site_gen.extract.figures.vocabulary import Vocabulary, at_phrase
from site_gen.text.numbers import Tokens


def without_unit(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """A number without any unit counts only as a level or as the size of a change."""
    if found.unit or found.kind == "ratio":
        return ""
    if found.number.scale >= 1000 or found.low is not None:
        return ""
    before = tokens.near[found.lead - 1]
    typed = tokens.words[found.number.first]
    if "," in typed and (tokens.near[found.last] in words.change_nouns or rate(tokens, found.last, words)[1]):
        return ""
    if _level(tokens, found, words, before) or _quoted(tokens, found, words, before):
        return ""
    verb = tokens.near[found.lead - 2] if before in ("to", "at", "by") else before
    if verb in words.up or verb in words.down:
        return ""
    return "nothing counted"


def _quoted(tokens: Tokens, found: Quantity, words: Vocabulary, before: str) -> bool:
    """`403 to the euro`, `83 per dollar`, `a record low of 412`: a rate or a level without a unit."""
    if found.number.form != "digits":
        return False
    if before == "of" and tokens.near[found.lead - 2] in _EXTREMES:
        return True
    at = found.last + 1
    if tokens.near[found.last] not in ("to", "per", "against"):
        return False
    return at_phrase(words.money, tokens.low, at + (tokens.near[at] in ("the", "a", "one"))) is not None


_EXTREMES = frozenset({"low", "high", "peak", "lows", "highs", "trough"})


def _level(tokens: Tokens, found: Quantity, words: Vocabulary, before: str) -> bool:
    """`closed at 1,334.20`, `rose 8% to 3.65`, `estimates of 64,900`: a precise number for a level."""
    typed = tokens.words[found.number.first]
    if found.number.form != "digits" or not ("." in typed or "," in typed):
        return False
    if before in (
        "number",
        "numbered",
        "numbers",
        "numbering",
        "reached",
        "hit",
        "was",
        "were",
        "is",
        "are",
        "of",
        "totalled",
        "totaled",
        "totalling",
        "totaling",
    ):
        return True
    verbs = tokens.low[max(0, found.lead - 6) : found.lead - 1]
    return before in ("at", "to", "from", "above", "below") and any(
        word in words.up or word in words.down or word in words.copulas for word in verbs
    )
