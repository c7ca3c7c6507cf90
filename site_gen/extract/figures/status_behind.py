"""Whether the words behind a figure make it a forecast or an aim."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.status_before import promises, to_be
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def status_behind(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`$5 million expected`, `3 million tonnes are forecast`, `a $2 billion target`."""
    at = found.last
    if found.kind in ("percent", "ratio") and tokens.near[at] == "of":
        at = _behind_whole(tokens, at, words)
    while tokens.near[at] in ("had", "has", "have", "been"):
        at += 1
    after = tokens.near[at]
    if after in ("is", "are", "was") and (told := _is_so(tokens, at + 1, words)):
        return told
    if after in ("is", "are", "was", "were"):
        after = tokens.near[at + 1]
    if after in ("that", "the", "which") or after in words.sets["forecasters"]:
        after = _expected(tokens, at, words) or after
    if found.kind in ("money", "percent") and _heads(tokens, at, words):
        return "estimate"
    if words.status.get(after) == "estimate" and after.endswith(("ed", "cast")):
        return "estimate"
    if after in ("will", "would") and not _within_phrase(tokens, found):
        return "commitment" if promises(tokens, at + 1, words) else "estimate"
    if after in ("target", "goal"):
        return "target"
    return "commitment" if after in ("pledge", "commitment", "pledged", "promised") else "actual"


def _is_so(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`is to be paid`, `is what the bridge will cost`: to come; empty for what is so."""
    if tokens.near[at] == "what":
        return "" if _WOULD.isdisjoint(tokens.low[at : at + _WHAT]) else "estimate"
    return to_be(tokens, at, words) if tokens.low[at - 1] != "was" else ""


def _behind_whole(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """`will` of `a third of the sum will go to the port`: the verb behind what the figure is part of; `at` for none."""
    for where in range(at + 1, min(at + _WHOLE, tokens.size)):
        word = tokens.low[where]
        if word in _WILL:
            return where
        if not word.isalpha() or (word in words.breaks and word not in words.articles):
            break
    return at


_WHOLE, _WHAT = 6, 11
_WOULD = frozenset({"will", "would", "could", "may", "might"})
_WILL = frozenset({"will", "would", "is", "are", "has", "have", "had"})
_GOVERNS = frozenset({"for", "in", "at", "among", "across", "on", "with", "by", "against"})


def _within_phrase(tokens: Tokens, found: Quantity) -> bool:
    """`pay for about 4,300 workers will rise`: what is to come is told of the pay, and not of who gets it."""
    before = tokens.near[found.lead - 1] if found.lead > 0 else ""
    return found.kind == "count" and before in _GOVERNS and found.lead > 1


def _expected(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`4.2% that economists had expected`: the verb of those who foretold it."""
    ahead = tokens.low[at : at + 6]
    who = next((n for n, word in enumerate(ahead) if word in words.sets["forecasters"]), -1)
    return (
        next((word for word in ahead[who + 1 :] if words.status.get(word) == "estimate"), "")
        if who >= 0
        else ""
    )


def _heads(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`the 94 cents a share profit forecast`: what is foretold stands at the end of the phrase behind a figure."""
    for where in range(at, min(at + 4, tokens.size)):
        if tokens.low[where] in words.sets["foretold"]:
            return tokens.low[where] != "target"
        if not tokens.words[where].isalpha() or tokens.low[where] in words.breaks:
            return False
    return False
