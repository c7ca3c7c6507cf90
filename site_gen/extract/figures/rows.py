"""Figures told in a row, each of a thing of its own: `the deposit, lending and repo rates at 3%, 4% and 5%`."""

from site_gen.extract.figures.phrases import nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_JOINTS = ([","], ["and"], [",", "and"])
_REACH, _ITEM = 16, 8


def told_in_row(
    tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary, mask: bytearray
) -> str:
    """What a figure of a row measures; empty where it is of none, or as many things are not named before it."""
    first, size = _row(tokens, quantities, index)
    if size < 2:
        return ""
    ends = _items(tokens, quantities[first].lead - 1, size, words, mask)
    return _with_head([text_of(tokens, *item, mask) for item in ends])[index - first] if ends else ""


def _row(tokens: Tokens, quantities: list[Quantity], index: int) -> tuple[int, int]:
    """Where the row begins, and how many figures it has."""
    first, last = index, index
    while first and _joined(tokens, quantities[first - 1], quantities[first]):
        first -= 1
    while last + 1 < len(quantities) and _joined(tokens, quantities[last], quantities[last + 1]):
        last += 1
    return first, last - first + 1


def _joined(tokens: Tokens, before: Quantity, after: Quantity) -> bool:
    alike = (
        before.kind == after.kind
        and before.unit == after.unit
        and before.kind in ("percent", "money", "physical")
    )
    return alike and tokens.low[before.last : after.lead] in _JOINTS


def _items(tokens: Tokens, at: int, size: int, words: Vocabulary, mask: bytearray) -> list[tuple[int, int]]:
    """The noun phrases `A, B and C` before a token, as many as there are figures; none where they are not."""
    joint = next((n for n in range(at, max(0, at - _REACH), -1) if tokens.low[n] == "and" or mask[n]), 0)
    end = phrase_right(tokens, joint + 1, words, mask) if joint and not mask[joint] else 0
    if end <= joint + 1 or not nounish(tokens, end - 1, words):
        return []
    found = [(joint + 1, end)]
    end = joint - (tokens.near[joint - 1] == ",")
    while len(found) < size - 1:
        comma = next(
            (n for n in range(end - 1, max(0, end - _ITEM), -1) if tokens.low[n] == "," or mask[n]), 0
        )
        if not comma or mask[comma]:
            return []
        found.append((comma + 1, end))
        end = comma
    if end < 1 or mask[end - 1] or not nounish(tokens, end - 1, words):
        return []
    return [(phrase_left(tokens, end - 1, words, mask), end), *reversed(found)]


def _with_head(items: list[str]) -> list[str]:
    """`deposit`, `lending` and `repo rates` are all rates."""
    *rest, last = items
    head = last.split()[-1]
    shared = (
        " " in last and head.islower() and head.endswith("s") and not any(item.endswith("s") for item in rest)
    )
    return [*(f"{item} {head}" for item in rest), last] if shared else items
