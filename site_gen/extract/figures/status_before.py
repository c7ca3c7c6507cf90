"""Whether the words before a figure make it a forecast, an aim or a thing done."""

from itertools import pairwise

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.stated import (
    is_prospect,
    is_sought,
    is_their_plan,
    is_undertaking,
    of_another_figure,
)
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def status_at(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """What a word before the figure says of its status; empty for nothing."""
    word = tokens.low[at]
    if word not in words.tells_status or of_another_figure(tokens, at, found.lead, words):
        return ""
    hyphened = tokens.near[at - 1] in ("-", "‑") and tokens.glued(at - 1)  # `heat-seeking`
    beaten = word in words.sets["beaten"] and tokens.near[at + 1] not in ("of", "for", "at")
    if beaten and not words.sets["beating"].isdisjoint(tokens.low[max(0, at - 3) : at]):
        return ""  # `surpassed estimates in two of the 13 quarters`
    kind = None if hyphened else words.status.get(word)
    if word in words.sets["seeking"] and _asked_for(tokens, found, at, words):
        return "target"
    if word == "called" and "for" in tokens.low[at + 1 : at + 6]:
        told = words.sets["foretold"] | words.sets["forecasters"]
        return "target" if told.isdisjoint(tokens.low[max(0, at - 10) : at]) else "estimate"
    if (plain := _settled(tokens, found, at, words)) is not None:
        return plain
    if kind and word in ("may", "can") and _allowed(tokens, found, at, words):
        return "actual"
    if (
        word == "plan"
        and tokens.near[at - 2] == "under"
        and tokens.near[at + 1] == "to"
        and at + 2 >= found.lead
    ):
        return ""
    if (word in _HITS and _is_hit(tokens, found, at, words)) or tokens.near[at + 1] in words.sets[
        "asked_for"
    ]:
        return ""
    if (
        kind
        and not tokens.words[at - 1][-1].isdigit()
        and not (kind == "estimate" and tokens.words[at] == "May")
    ):
        promised = word in ("will", "would") and promises(tokens, at + 1, words)
        return "commitment" if promised else kind
    moved = tokens.near[at - 1] == "to" and (word in words.up or word in words.down)
    return "target" if moved and _by_year(tokens, found) else ""


def _settled(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str | None:
    """What `is to`, `puts at`, `sees` and `projects` say; None for any other word."""
    word = tokens.low[at]
    if word in ("is", "are"):
        told = to_be(tokens, at + 1, words) if "after" not in tokens.low[at : found.first] else ""
        return "target" if told == "estimate" and tokens.near[found.last] == "by" else told
    if word in _PUT:
        return "estimate" if found.kind == "money" and _reckons(tokens, found, at, words) else ""
    if word == "sees":
        return "estimate" if found.kind == "percent" else ""
    if word == "seen" and tokens.near[at - 1] in ("is", "are", "was", "were"):
        return "estimate"
    if is_their_plan(tokens, at):
        return ""
    if is_sought(tokens, at, words):
        return "target"
    if is_prospect(tokens, at, words):
        return "estimate"
    if word in words.sets["undertakings"]:
        return "" if is_undertaking(tokens, at, words) else None
    return None


_PUT = frozenset({"put", "puts", "putting"})


def _reckons(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`insurers put the damage at $5 million`; what `the contract puts the cost at` is settled."""
    who = tokens.near[at - 1]
    settled = who in words.sets["documents"] or who in words.sets["settled_by"]
    return tokens.near[found.lead - 1] == "at" and not settled


def to_be(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`are to rise by 4%`, `is to build 300 homes`: what is settled but to come."""
    verb = tokens.near[at + 1]
    if (
        tokens.near[at] != "to"
        or not verb.isalpha()
        or verb in words.articles
        or not tokens.words[at + 1].islower()
    ):
        return ""
    return "commitment" if promises(tokens, at + 1, words) else "estimate"


def promises(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`spend` of `will spend`, `set aside` of `would set aside`."""
    return tokens.near[at] in words.commitment_verbs or tokens.low[at : at + 2] == ["set", "aside"]


def _asked_for(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`had asked for 8%`, `had sought $40 an hour`: no fact yet."""
    if tokens.low[at] in words.sets["sought"]:
        return found.kind != "count"
    return tokens.low[at] in words.sets["asking"] and tokens.near[at + 1] == "for" and at + 1 < found.first


_HITS = frozenset({"targeting", "targeted", "targets"})


def _is_hit(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`targeting 100 more tankers`, `targeted the bloc with tariffs of 20 percent`: who is struck, and no aim."""
    if tokens.low[at] == "targeted" and "with" in tokens.low[at + 1 : found.first]:
        return True
    if found.kind == "money" and not words.sets["traded"].isdisjoint(tokens.low[found.last : found.last + 4]):
        return True
    return (
        found.kind == "count"
        and found.unit.rpartition(" ")[2] not in words.change_nouns
        and tokens.near[at - 1] not in ("is", "are", "was", "were")
        and not _by_year(tokens, found)
    )


def _allowed(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`may draw up to $3 billion`: what is allowed, not what is foretold."""
    verb = tokens.near[at + 1]
    if verb == "be":
        verb = tokens.near[at + 2]
    foretold = verb in words.copulas or verb in words.up or verb in words.down
    return found.qualifier in words.sets["ceilings"] and not foretold and verb not in ("take", "have", "see")


def _by_year(tokens: Tokens, found: Quantity) -> bool:
    """`to triple aid to $360 billion by 2035`."""
    following = tokens.low[found.last : found.last + 7]
    return any(word == "by" and len(year) == 4 and year.isdigit() for word, year in pairwise(following))
