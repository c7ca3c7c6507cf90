"""Numbers that point back: `of those, 20`, `of that sum 7 million`, `worth 85 million, with 76 million guaranteed`."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.text.numbers import Tokens

_MILLION = 1_000_000
_OF_THAT = [["of", word] for word in ("that", "this", "the", "it", "these", "its")]
_BEGINS = 7


def of_those(tokens: Tokens, found: Quantity) -> bool:
    """`Of those, 228 (72%) were severe and 40 were children`."""
    if found.lead <= 1 and tokens.near[found.lead - 1] in ("", "only", "just") and not found.noun >= 0:
        if tokens.near[found.last] == "of" and tokens.near[found.last + 1] in ("them", "these", "those"):
            return True
        return tokens.near[found.last] in ("has", "have", "had") and tokens.near[found.last + 1] == "been"
    if tokens.low[0] != "of" or tokens.near[1] not in ("those", "them", "these", "whom"):
        return False
    joined = tokens.near[found.lead - 1] in (",", "and", "these", "those", "them")
    return joined and tokens.near[found.last] in (
        "(",
        "were",
        "are",
        "was",
        "have",
        "had",
        "remain",
        "remained",
    )


def of_that_sum(tokens: Tokens, found: Quantity, before: list[Quantity], summed: Quantity | None) -> Quantity:
    """`Of that sum 7 million goes to the port`: millions of the money that the sentence before told."""
    if summed is None or before or found.unit or found.noun >= 0 or found.number.scale < _MILLION:
        return found
    if tokens.low[:2] not in _OF_THAT or found.lead > _BEGINS:
        return found
    return found._replace(unit=summed.unit, kind="money", assumed=summed.assumed, rule="part of a sum")


def of_sum(tokens: Tokens, found: Quantity, before: list[Quantity]) -> bool:
    """`a deal worth 85 million euros, with 76 million guaranteed`: millions without a unit, of money told before."""
    if not before or before[-1].kind != "money" or found.number.scale < _MILLION or found.noun >= 0:
        return False
    after = tokens.near[found.last]
    if tokens.low[max(0, found.lead - 2) : found.lead] == ["of", "which"]:
        return True
    joined = tokens.near[found.lead - 1] in ("and", "with", "plus", ",", "against", "or", "including")
    return joined and (after in ("", ".", ",", "in", "guaranteed", "up", "for", "to") or after.endswith("ed"))
