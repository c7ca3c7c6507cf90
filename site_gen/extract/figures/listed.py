"""What a figure of a list measures: `destroyed 14,000 homes, 500 shops and 4,300 barns`; a name before its bracket."""

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_LONGEST = 5
_JOINTS = frozenset({"and", ",", "or"})
_INTO = frozenset({"to", "into", "towards", "toward", "for"})


def with_head(
    tokens: Tokens, found: Quantity, told: str, previous: str, words: Vocabulary, mask: bytearray
) -> str:
    """`destroyed shops` of `destroyed 14,000 homes, 500 shops`: what was told with the first of a list."""
    joint = found.lead - 1
    own = tokens.near[found.last] in words.sets["helping"] or tokens.near[found.last] in words.sets["deeds"]
    if " " not in previous or tokens.near[joint] not in _JOINTS or own or not found.unit:
        return told
    joint -= tokens.near[joint - 1] == ","
    first = joint
    while first > 0 and joint - first < _LONGEST and not mask[first - 1]:
        first -= 1
    noun = text_of(tokens, first, joint)
    if (
        not noun
        or not mask[first - 1]
        or not previous.endswith(f" {noun}")
        or told.startswith(previous.split()[0])
    ):
        return told
    return f"{previous.removesuffix(noun)}{told}"


def named_before_bracket(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`Marin Power` of `with Marin Power (100MW) and Tarn Gas (60MW)`."""
    at = found.lead - 2
    if at < 1 or tokens.low[at + 1] != "(" or tokens.near[found.last] != ")" or mask[at]:
        return ""
    if not tokens.words[at][0].isupper() or found.kind == "count" or not nounish(tokens, at, words):
        return ""
    begin = at
    while begin > 0 and (tokens.words[begin - 1][0].isupper() or tokens.low[begin - 1] == "&"):
        begin -= 1
    return text_of(tokens, begin, at + 1)


def going_to(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`clean energy` of `the plan states that 50% will go into clean energy`."""
    if tokens.low[found.last : found.last + 2] not in (["will", "go"], ["would", "go"]):
        return ""
    at = found.last + 2
    end = phrase_right(tokens, at + 1, words, mask) if tokens.near[at] in _INTO else 0
    return text_of(tokens, at + 1, end, mask) if end > at + 1 else ""


def spent_by(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """Where `spending` begins in `Spending by the United States rose`; `begin` where no such noun stands before it."""
    at = begin - 1 - (tokens.near[begin - 1] == "the")
    if at < 1 or tokens.low[at] != "by" or mask[at - 1] or not nounish(tokens, at - 1, words):
        return begin
    if tokens.near[at - 2] == "," or tokens.low[at - 1] in words.also_nouns:
        return begin  # `the programme, run by the ministry`
    return phrase_left(tokens, at - 1, words, mask)


def with_its_own(tokens: Tokens, found: Quantity, at: int) -> bool:
    """`Norland, with spending of 4% of output, and Sudland, with 3%`: the second of the same."""
    named = found.kind == "percent" and at > 1 and tokens.low[at] == "with" and tokens.low[at - 1] == ","
    return named and tokens.words[at - 2][0].isupper()


def worth_it(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`house` of `had sold his house, worth $5 million`: the noun before the comma."""
    if tokens.near[at - 1] != "," or mask[at - 2] or not nounish(tokens, at - 2, words):
        return ""
    begin = phrase_left(tokens, at - 2, words, mask)
    return text_of(tokens, begin, at - 1) if tokens.near[begin - 1] in ARTICLES else ""


def of_those_told(tokens: Tokens, found: Quantity, previous: str) -> str:
    """`schools` of `A survey of 948 schools found that 97% of them had ...`."""
    told = found.kind == "percent" and tokens.low[found.last : found.last + 3] == ["of", "them", "had"]
    return previous.split(" of ")[-1] if told else ""
