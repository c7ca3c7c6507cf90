"""Numbers without a unit that count on: `12,000 more than a year ago`, `counted 118`, `by $2 billion to 29 billion`."""

from site_gen.extract.figures.counted import is_plural, phrase_end, singular
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_LARGE = 1000


def joint(tokens: Tokens, last: Quantity, found: Quantity) -> list[str]:
    return [word for word in tokens.low[last.last : found.lead] if word.isalpha()]


def stepped_to(tokens: Tokens, found: Quantity, before: list[Quantity]) -> bool:
    """`grew by 1.9 billion euros to 29.3 billion`: millions without a unit, behind the step that led to them."""
    if not before or before[-1].kind != "money" or found.noun >= 0 or found.number.scale < _LARGE:
        return False
    return tokens.near[before[-1].lead - 1] == "by" and joint(tokens, before[-1], found) == ["to"]


def how_many_more(tokens: Tokens, found: Quantity) -> bool:
    """`214,000 people, 12,000 more than a year ago`, `31 districts, four fewer than in March`: how many more."""
    told = tokens.near[found.last] in ("more", "fewer", "less") and tokens.near[found.last + 1] == "than"
    return told and tokens.near[found.lead - 1] in (",", "—", "–", "(")


def counted_by_another(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> bool:
    """`said 180 wells were dug, while aid workers counted 118.`: the same counted by somebody else."""
    last = next((q for q in reversed(before) if q.kind == "count" and q.unit), None)
    if last is None or tokens.near[found.lead - 1] not in words.sets["tallying"] or not last.value:
        return False
    return tokens.near[found.last] in _STOPS and 1 / _ALIKE <= found.value / last.value <= _ALIKE


_STOPS = frozenset({"", ".", ",", ";", ")"})
_ALIKE = 10


def recorded_of_them(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`2,400 cases, with 243 recorded on Monday`: some of those counted before."""
    return (
        tokens.near[found.lead - 1] in ("with", "including")
        and tokens.near[found.last] in words.sets["recorded"]
    )


def number_moved(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`job` of `bringing the number of jobs in the north to 21`, `cut the number of jobs from 27,500 to 25,200`."""
    begin = max(0, found.lead - _BEFORE)
    ahead = tokens.low[begin : found.lead - 1]
    if "number" not in ahead:
        return ""
    at = begin + len(ahead) - 1 - ahead[::-1].index("number")
    verbs = tokens.low[max(0, at - 3) : at] if tokens.near[found.lead - 1] == "to" else tokens.low[begin:at]
    moves = any(word in words.sets["leading"] or word in words.up or word in words.down for word in verbs)
    end = phrase_end(tokens, at + 2, words)
    if (
        not moves
        or tokens.near[at + 1] != "of"
        or end <= at + 2
        or not is_plural(tokens.words[end - 1], words)
    ):
        return ""
    return singular(tokens.low[at + 2 : end][-2:], words)


_BEFORE = 14
