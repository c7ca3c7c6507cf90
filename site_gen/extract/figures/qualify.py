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
            if begin < 0 or tuple(tokens.low[begin : at + 1][::-1]) != form:
                continue
            if not any(no(tokens, found, begin, at, words) for no in _NONE):
                return found._replace(
                    direction=direction, qualifier=" ".join(tokens.low[begin : at + 1]), lead=begin
                )
        if tokens.low[at] not in words.emphasis:
            break
        at -= 1
    return _after(tokens, found, words)


def _spans(tokens: Tokens, found: Quantity, begin: int, at: int, words: Vocabulary) -> bool:
    """`$5 billion over ten years`: in which time, and not more than that."""
    spanned = begin == at and tokens.low[at] == "over" and found.kind == "duration"
    return spanned and tokens.near[begin - 1] not in words.sets["lasting"]


def _apart(tokens: Tokens, found: Quantity, begin: int, at: int, words: Vocabulary) -> bool:
    """`half a point more than the 4.8% of May`, `46% less than the average`: how far off it is stands before."""
    if tokens.low[at] != "than":
        return False
    stepped = tokens.near[begin - 1] in words.sets["steps"]
    return stepped or "the" in tokens.low[at + 1 : found.first]


def _led_up(tokens: Tokens, found: Quantity, begin: int, at: int, words: Vocabulary) -> bool:
    """`climbed up to 90 from 74`, `goes up to 90 from 74`: where a rise led, and no limit."""
    verb = tokens.near[begin - 1]
    moved = (verb in words.up and verb not in words.transitive) or verb in words.sets["going"]
    up_to = tokens.low[begin : at + 1] == ["up", "to"]
    return up_to and moved and "from" in tokens.low[found.last : found.last + 3]


def _of_the(tokens: Tokens, found: Quantity, _begin: int, at: int, words: Vocabulary) -> bool:
    """`above the 2% ceiling`, `around the 37m-long wall`: a preposition before a figure that is known."""
    known = tokens.low[at] in words.sets["also_prepositions"] and "the" in tokens.low[at + 1 : found.first]
    marks = words.sets["marks"]
    return known and tokens.near[found.last] not in marks and tokens.near[found.last - 1] not in marks


def _part_of_verb(tokens: Tokens, _found: Quantity, begin: int, at: int, words: Vocabulary) -> bool:
    """`handed over 13 prisoners`: what was done to them, and no limit."""
    return begin == at and tokens.low[at] == "over" and tokens.near[begin - 1] in words.over_verbs


def _across(tokens: Tokens, _found: Quantity, begin: int, at: int, words: Vocabulary) -> bool:
    """`flew radar over 312 lakes`: where to, and no limit."""
    if begin != at or tokens.low[at] != "over":
        return False
    return not words.sets["moving_over"].isdisjoint(tokens.low[max(0, begin - 3) : begin])


_NONE = (_across, _of_the, _led_up, _spans, _apart, _part_of_verb)
"""What looks like a qualifier, and is none."""


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
