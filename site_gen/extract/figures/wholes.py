"""What a share tells that names its whole: `a deficit of 3% of GDP`, `$5 million, or 2% of revenue`."""

from collections.abc import Callable

from site_gen.extract.figures.fates import skipped
from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.subjects import subject_of
from site_gen.extract.figures.verbs import is_verb, sums
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_LONGEST = 5


def share_of(
    tokens: Tokens,
    found: Quantity,
    words: Vocabulary,
    mask: bytearray,
    previous: str,
    whole: str,
    said: Callable[[], str],
) -> str:
    """`Defence spending of GDP`: the subject too, where a verb says that it comes to a share of something.

    `said` tells what the words before the figure say that it measures.
    """
    at = skipped(tokens, found.lead - 1, words)
    if not whole or tokens.near[at - 1] == "there":
        return whole or (said() if _moves(tokens, at, words) else "")
    if named := _named(tokens, at, words, mask):
        return f"{named} of {whole}"
    if at < 0:
        return whole
    if tokens.low[at] == "for" and tokens.near[at - 1] in words.sets["accounting"]:
        return _of(subject_of(tokens, at - 1, words, mask, previous), whole)
    if whole.lower() in words.sets["votes"] and tokens.low[at] in words.sets["winning"]:
        return _of(subject_of(tokens, at, words, mask, previous), whole)
    if previous and _restates(tokens, found):
        return _restated(previous, whole, words)
    if whole.lower() in words.sets["economies"]:
        return _of(_object(tokens, at, words, mask) or said(), whole)
    if not _moves(tokens, at, words):
        return whole
    step = tokens.low[at] in _LEVELS
    if tokens.near[at - step - 1] == "to" and tokens.words[at - step - 2][0].isupper():
        return whole  # `the vow made at the Oslo Summit to reach 5 percent of GDP`
    return _of(said(), whole)


def _restates(tokens: Tokens, found: Quantity) -> bool:
    """`, or 2% of revenue`, `(41% of the population)`: a figure that was told before, as a share."""
    at = found.lead - 1
    at -= tokens.near[at] == "or"
    return found.kind == "percent" and tokens.near[at] in (",", "(")


def _restated(previous: str, whole: str, words: Vocabulary) -> str:
    """`population in need` of `people in need (41% of the population)`, else `research spending of revenue`."""
    who, _, rest = previous.partition(" ")
    if who.lower() in words.sets["persons"] and whole.lower() in words.sets["bodies_of_people"]:
        return f"{whole} {rest}".strip()
    return _of(previous, whole)


def _object(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`deficit` of `bring the deficit below 3% of GDP`: the noun right before a limit."""
    if mask[at] or not nounish(tokens, at, words) or is_verb(tokens, at, words):
        return ""
    return text_of(tokens, phrase_left(tokens, at, words, mask), at + 1, mask)


_LEVELS = frozenset({"to", "at", "by", "for"})


def _moves(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a verb stands before a figure that says what its subject comes to."""
    at -= at >= 0 and tokens.low[at] in _LEVELS
    return at >= 0 and (
        tokens.low[at] in words.copulas or tokens.low[at] in words.up or tokens.low[at] in words.down
    )


def _of(part: str, whole: str) -> str:
    """`deficit of GDP`; the whole alone where the part is not known, or long."""
    if f" of {whole}" in part:
        return part
    return f"{part} of {whole}" if part and part != whole and len(part.split()) <= _LONGEST else whole


def _named(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """The noun before a share: `external debt` of `cut external debt from 163 percent of GDP`, `a deficit of 3%`."""
    if at < 1 or mask[at - 1] or not nounish(tokens, at - 1, words) or sums(tokens, at - 1, words):
        return ""
    begin = phrase_left(tokens, at - 1, words, mask)
    verb = begin - 1 - (tokens.near[begin - 1] in ARTICLES)
    moved = at > 1 and tokens.low[at] in ("from", "to") and tokens.near[verb] in words.transitive
    if tokens.low[at] != "of" and not moved:
        return ""
    inside = text_of(tokens, begin, at, mask).rpartition(" with ")[2]
    return inside.removeprefix("a ").removeprefix("an ")
