"""How exact a figure is, in the text's own word: nearly, over, up to, at least."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def qualified(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity:
    """`found` with the qualifier that stands before it (skipping `just`, `a`, `the`) or after it."""
    if found.number.form == "vague":
        found = found._replace(low=found.value, high=found.number.high)
    at = found.first - 1
    for _ in range(3):
        if at < 0:
            break
        for form, direction in words.qualifiers.get(tokens.low[at], ()):
            begin = at - len(form) + 1
            if begin >= 0 and tuple(tokens.low[begin : at + 1][::-1]) == form:
                return found._replace(
                    direction=direction, qualifier=" ".join(tokens.low[begin : at + 1]), lead=begin
                )
        if tokens.low[at] not in words.emphasis:
            break
        at -= 1
    return _after(tokens, found, words)


def _after(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity:
    for form, direction in words.after.get(tokens.near[found.last], ()):
        if direction and tuple(tokens.low[found.last : found.last + len(form)]) == form:
            return found._replace(direction=direction, qualifier=" ".join(form))
    if found.number.form == "vague":
        return found._replace(
            low=found.value,
            high=found.number.high,
            direction="approximate",
            qualifier=tokens.low[found.number.first],
        )
    return found
