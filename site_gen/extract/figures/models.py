"""Things counted by the name of their model: `12 F-35s`, `22 Airbus A321s`, `two Su-34s`."""

from site_gen.text.numbers import Tokens

_DASHES = frozenset("-–‑")
_NAMES, _LETTERS = 2, 5


def model_end(tokens: Tokens, at: int) -> int:
    """Where a model in the plural ends that begins at a token, behind its maker at most; `at` for none."""
    if at >= tokens.size or not tokens.words[at][0].isupper():
        return at
    for first in range(at, min(at + _NAMES + 1, tokens.size - 2)):
        if not (tokens.words[first][0].isupper() and tokens.words[first].isalpha()):
            return at
        if (end := _model(tokens, first)) > first:
            return end
    return at


def model_name(tokens: Tokens, at: int, end: int) -> str:
    """`airbus a321`: in the singular."""
    parts = "".join(tokens.low[n] + ("" if tokens.glued(n) else " ") for n in range(at, end - 1))
    return parts.strip()


def _model(tokens: Tokens, first: int) -> int:
    """Letters, a number and `s`, with no blank between them."""
    if len(tokens.words[first]) > _LETTERS or not tokens.glued(first):
        return first
    number = first + 1
    if tokens.low[number] in _DASHES:
        number += 1
    if number + 1 >= tokens.size or not tokens.low[number].isdigit():
        return first
    end = number + 1
    if tokens.words[end].isupper() and tokens.glued(end - 1) and tokens.glued(end):
        end += 1  # `F-16Cs`
    joined = all(tokens.glued(n) for n in range(first, end))
    return end + 1 if end < tokens.size and joined and tokens.low[end] == "s" else first
