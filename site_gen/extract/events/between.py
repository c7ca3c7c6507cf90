"""Both sides of a gathering: `talks between the Lund government and the rebels`, up to the end of the second."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined

_NEAR = 6
"""Words from the noun to `between`."""
_SIDES = 22
"""Words from `between` to the `and` before the last side."""
_SIDE = 9
_ENDS = ("trailing", "finite", "past_forms", "verbal", "clause_ends", "calendar")


def between_end(clause: Clause, noun: int, events: EventWords) -> int:
    """The last token of what stands behind `between` behind a noun; -1 for no such."""
    near = clause.keys[noun + 1 : noun + 1 + _NEAR]
    if "between" not in near:
        return -1
    opened = noun + 1 + near.index("between")
    last = _last_and(clause, opened, events)
    return _side_end(clause, last, events) if last >= 0 else -1


def _last_and(clause: Clause, opened: int, events: EventWords) -> int:
    """The `and` before the last side, behind commas only where these part names."""
    for at in range(opened + 1, min(opened + _SIDES, len(clause.tokens) - 1)):
        gap = clause.gaps[at - 1].strip("'’ ")
        if clause.keys[at] == "and":
            return at if gap in ("", ",") else -1
        if gap not in ("", ",") or (gap and not clause.tokens[at].cap and clause.keys[at] not in _OPENERS):
            return -1
    return -1


_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})


def _side_end(clause: Clause, last: int, events: EventWords) -> int:
    """`the Free Coast movement` of `and the Free Coast movement in Oslo`; -1 where nothing follows."""
    end, ends = last, joined(*(events.lists[kind] for kind in _ENDS))
    for at in range(last + 1, min(last + _SIDE, len(clause.tokens))):
        token = clause.tokens[at]
        if clause.gaps[at - 1].strip("'’\"“”‘ ") or (token.key == "of" and end == last):
            break
        plain = not token.cap and token.key not in ("of", *_OPENERS)
        if plain and (token.key in ends or token.key.endswith(("ed", "ing", "ly"))):
            break
        end = at
    while end > last and clause.keys[end] in ("of", *_OPENERS):
        end -= 1
    return end if end > last else -1
