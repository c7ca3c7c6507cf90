"""The phrase behind a figure that says what it measures: `60% of its revenue`, `a $150,000 contract`."""

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.phrases import ARTICLES, extended, is_time, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def phrase_behind(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`60% of its revenue`, `a $150,000 contract`, `$1 billion in gains`."""
    if found.per and found.per[0] in "$£€":
        return ""
    at = over_figures(tokens, found.last, mask)
    at += _leads_noun(tokens, found, at, words)
    if (tokens.near[at].endswith("ed") and not _of_length(tokens, found, at)) or tokens.near[at] == "plus":
        return ""
    if _how(tokens, found, at, words):
        return ""
    if found.kind == "money" and _kept(tokens, found, at, words):
        return tokens.words[at + 1]
    led_to = found.kind == "percent" and tokens.near[found.lead - 1] in ("to", "by")
    if tokens.near[at] == "of" or (
        tokens.near[at] == "in" and not led_to and found.kind in ("money", "duration", "percent")
    ):
        return _of(tokens, at, words, mask)
    if found.kind == "duration" and tokens.near[found.last - 1].endswith("s"):
        owned = tokens.near[found.last] in ("'", "’")  # `72 hours' notice`
        end = phrase_right(tokens, found.last + 1, words, mask) if owned else 0
        return text_of(tokens, found.last + 1, end, mask) if end else ""
    end = phrase_right(tokens, at, words, mask)
    while at < end and tokens.low[at] in ("us", "dollars", "dollar", "or", "about"):
        at += 1
    if (
        end <= at
        or (at > found.last and tokens.low[at - 1] == ",")
        or (is_time(tokens.low[end - 1], words) and not _is_named_time(tokens, found, at, end))
        or tokens.low[at] in ARTICLES
    ):
        return ""
    return text_of(tokens, at, extended(tokens, end, words, mask), mask)


def _is_named_time(tokens: Tokens, found: Quantity, at: int, end: int) -> bool:
    """`grace period` of `a 10-year grace period`."""
    return found.kind == "duration" and end - at > 1 and tokens.low[end - 1] == "period"


def _leads_noun(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`more` of `40% more groundwater`, `worth` of `$5 million worth of grain`: it stands before what is measured."""
    word, after = tokens.near[at], tokens.near[at + 1]
    if word in ("more", "less", "extra", "worth") and after in ("in", "of", "for"):
        return True
    plain = after.isalpha() and after not in words.breaks and tokens.words[at + 1].islower()
    return found.kind == "percent" and word in ("more", "less", "fewer") and plain


def _how(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`is 12% cheaper`, `rose 5% sharply`: no noun stands behind the figure."""
    word = tokens.near[at]
    compared = word in words.sets["comparatives"] and found.kind in ("percent", "duration")
    if word in _WHOLE and _so_far(tokens, found, words):
        return True  # `is 70 percent complete`
    return compared or (word.endswith("ly") and word not in words.sets["nouns_in_ly"])


def _kept(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`$5 million on deposit`, `with $4.2 billion in cash`: what the money is."""
    ahead = tokens.low[at : at + 2]
    return ahead == ["on", "deposit"] or (
        ahead == ["in", "cash"] and tokens.near[found.lead - 1] in words.sets["holding"]
    )


def meant_for(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`$5 billion go to education`, `including $3 billion for pay`: what a sum is for."""
    at = over_figures(tokens, found.last, mask) + (tokens.near[found.last] in ("go", "goes", "went"))
    if found.kind != "money" or tokens.near[at] not in ("to", "for"):
        return ""
    end = phrase_right(tokens, at + 1, words, mask)
    if end <= at + 1 or is_time(tokens.low[end - 1], words):
        return ""
    return text_of(tokens, at + 1, _with_pair(tokens, end, words, mask), mask)


def _with_pair(tokens: Tokens, end: int, words: Vocabulary, mask: bytearray) -> int:
    """`water and sanitation` of `$78 million for water and sanitation, $61 million for health`."""
    if tokens.near[end] != "and" or any(mask[end + 1 : end + 3]):
        return end
    more = phrase_right(tokens, end + 1, words, mask)
    return more if more > end + 1 and tokens.near[more] in (",", ".", ";", "and", "") else end


def share_for(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`food` of `the plan includes $212 million for food`: a part of a sum is told by what it is for."""
    aside = at > 0 and tokens.low[at - 1 : at + 1] in (["set", "aside"], ["sets", "aside"])
    if tokens.near[found.last] != "for" or not (aside or tokens.near[at] in words.sets["comprising"]):
        return ""
    return meant_for(tokens, found, words, mask)


def _of_length(tokens: Tokens, found: Quantity, at: int) -> bool:
    """`a five-month suspended sentence`: a participle between a length and what is so long."""
    return (
        found.kind == "duration"
        and tokens.near[found.last - 2] in ("-", "‑")
        and tokens.near[at + 1].isalpha()
    )


def over_figures(tokens: Tokens, at: int, mask: bytearray) -> int:
    """Past a hyphen, and past the same in another unit: `2,000 hectares (around 5,000 acres) of land`."""
    if tokens.near[at] in ("-", "–") and tokens.glued(at):
        at += 1
    while tokens.near[at] in ("(", ",", ")", "/") and (
        mask[min(at + 1, len(mask) - 1)]
        or (tokens.low[at] == "(" and any(mask[at + 2 : at + 3]))
        or (at and mask[at - 1] and tokens.near[at] == ")")
    ):
        opened = tokens.low[at] in ("(", "/")
        at += 1
        at += opened and not mask[at] and any(mask[at + 1 : at + 2])
        while at < len(mask) and mask[at]:
            at += 1
    return at + (tokens.near[at] in ('"', "”") and tokens.near[at + 1] == "of")


def _of(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """The phrase behind `of` or `in`, unless that names a time, a place or a manner."""
    if tokens.low[at] == "in" and (any(mask[at + 1 : at + 2]) or tokens.near[at + 1] in words.numbers.starts):
        return ""  # `in two instalments`
    if tokens.low[at] == "in" and tokens.near[at + 1] in ("value", "volume"):
        return ""  # `fell 6% in volume`
    if tokens.near[at + 1] == "those" and tokens.low[at] == "of":
        return those_who(tokens, at + 1, words, mask)
    if tokens.near[at + 1] == "the" and tokens.near[at + 2] in words.sets["people_so"]:
        return tokens.words[at + 2]
    if tokens.near[at + 1] in ARTICLES and tokens.near[at + 2] == "own":
        at += 2
    end = phrase_right(tokens, at + 1, words, mask)
    if (
        end <= at + 1
        and tokens.near[at + 1].removesuffix("s") in words.change_nouns
        and tokens.near[at + 2] in ".,"
    ):
        return tokens.words[at + 1]
    if end <= at + 1 or is_time(tokens.low[end - 1], words):
        return ""
    end = _over_pair(tokens, end, words, mask)
    first = at + 1 + (tokens.low[at + 1] in ARTICLES)
    if tokens.low[at] == "in" and (
        _is_session(tokens, at + 1, end, words)
        or tokens.low[at + 1] in ARTICLES
        or tokens.words[first][0].isupper()
        or tokens.low[end - 1] in words.sets["manners"]
    ):
        return ""
    return text_of(tokens, at + 1, extended(tokens, end, words, mask), mask)


def _over_pair(tokens: Tokens, end: int, words: Vocabulary, mask: bytearray) -> int:
    """`village and district roads` of `40 km of village and district roads`: the noun stands behind both."""
    if tokens.near[end] != "and" or is_plural(tokens.words[end - 1], words):
        return end
    more = phrase_right(tokens, end + 1, words, mask)
    plural = end + 2 < more and is_plural(tokens.words[more - 1], words) and not any(mask[end:more])
    return more if plural and tokens.words[end - 1].islower() and tokens.words[end + 1].islower() else end


def those_who(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`those who died` of `62% of those who died had fled`, `those surveyed`: who they are."""
    end = at + 1
    end += tokens.near[end] in ("who", "in", "with", "from", "aged", "under", "over")
    while end < min(at + _THOSE, tokens.size) and tokens.low[end].isalpha() and not mask[end]:
        if tokens.low[end] in _HELPING or (end > at + 2 and tokens.low[end] in words.says):
            break
        end += 1
    return " ".join(tokens.words[at:end]) if end > at + 1 else ""


_THOSE = 5
_HELPING = frozenset("had has have were was are is will would do did could said say think backed".split())


def _is_session(tokens: Tokens, at: int, end: int, words: Vocabulary) -> bool:
    """`in morning trade`, `in early London trading`: when shares changed hands."""
    traded = tokens.low[end - 1] in ("trade", "dealings", "deals") or tokens.near[end] == "trading"
    return traded and tokens.low[at] in words.sets["sessions"]


def _so_far(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`contained` of `the fire is 82 percent contained`: what the subject is, to that part."""
    word = tokens.near[found.last]
    said = found.kind == "percent" and tokens.near[found.lead - 1] in ("is", "was", "are", "were")
    done = word.endswith("ed") and len(word) > len("need") and word not in words.sets["no_fates"]
    return said and (done or word in _WHOLE)


_WHOLE = frozenset({"complete", "full", "effective", "built", "finished"})


def along(tokens: Tokens, found: Quantity, told: str, words: Vocabulary) -> str:
    """`wall high` of `the wall will be 3 metres high`: which of its lengths."""
    if told and _so_far(tokens, found, words):
        return f"{told} {tokens.words[found.last]}"
    which = found.kind == "physical" and tokens.near[found.last] in words.sets["dimensions"]
    return f"{told} {tokens.words[found.last]}".strip() if which else told
