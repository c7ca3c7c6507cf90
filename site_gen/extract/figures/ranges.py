"""Two numbers that are one figure: `10-12%`, `between $5 and $7 billion`, `three or four years`."""

from site_gen.extract.figures.change import moved
from site_gen.extract.figures.counted import phrase_end
from site_gen.extract.figures.quantities import Quantity, read_quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens, is_digits

_REACH = 16
_LEVEL = 100
"""Behind `to` and a percentage, a larger number without a unit is a level that something has come to."""
_LENDING = frozenset({"percent", "money", "physical"})
_DASHES = ("-", "–", "—", "‑")


def read_range(tokens: Tokens, left: Quantity, words: Vocabulary) -> Quantity:
    """`left` joined with the quantity after it, where the two are the ends of a range; else `left` itself."""
    if lent := _lent(tokens, left, words):
        return lent
    joint = _joint(tokens, left, words)
    at = left.last + (3 if joint == "-to-" else 1 if joint else 0)
    joint = "to" if joint == "-to-" else joint
    if not joint or at >= len(tokens.low):
        return left
    at += joint == "to" and tokens.near[at] in ("-", "about", "around", "as") and tokens.near[at] != ""
    right = _next_quantity(tokens, at, words)
    if right is None or not _fit(left, right, joint, tokens, words):
        return left
    return _joined(tokens, left, right, joint)


def _joint(tokens: Tokens, left: Quantity, words: Vocabulary) -> str:
    word, before = tokens.near[left.last], tokens.near[left.first - 1]
    if before in _DASHES and tokens.near[left.first - 2].isdigit():
        return ""
    if word in _DASHES and tokens.near[left.last + 1] == "to" and tokens.near[left.last + 2] in _DASHES:
        return "-to-"
    if word in _DASHES:
        return "-"
    if word == "to":
        apart = _moved_by(tokens, left, words) or _is_year(left) or _moved_from(tokens, left, words)
        return "" if apart else "to"
    if word == "and" and (before == "between" or tokens.near[left.first - 2] == "between"):
        return "and"
    return "or" if word == "or" and not left.unit and left.value < 20 else ""


def _lent(tokens: Tokens, left: Quantity, words: Vocabulary) -> Quantity | None:
    """`raised from 6.25 to 6.50 per cent`, `25 or 50 basis points`: the unit of the number behind is its own too."""
    word = tokens.near[left.last]
    if left.unit or left.number.form != "digits" or word not in ("to", "or"):
        return None
    if left.number.scale != 1 and word != "to":
        return None
    if _is_year(left):
        return None  # `rose from 2029 to $3 million`
    before = left.first - 1
    if word == "to" and not (tokens.near[before] == "from" and moved(tokens, before, words, _REACH)):
        return None
    right = _next_quantity(tokens, left.last + 1, words)
    if right is None or right.kind not in _LENDING or right.number.form != "digits":
        return None
    if word == "or" and right.value == left.value + 1:
        return None
    lends = left.number.scale == 1 and (left.value < right.number.base or word == "to")
    scale = right.number.scale if lends else 1.0
    minor = right.value / right.number.value if right.number.value else 1.0
    return left._replace(
        value=left.value * scale * minor,
        unit=right.unit,
        kind=right.kind,
        per=right.per,
        assumed=right.assumed,
        rule="unit of the number behind",
    )


def _moved_by(tokens: Tokens, left: Quantity, words: Vocabulary) -> bool:
    """`rose 5 cents to $2.24`: the size of a change and the level after it are two figures."""
    if left.number.form == "fraction" and tokens.near[left.first - 1] == "by":
        return True
    at = left.first - 1
    if tokens.near[at] == "by" and _is_large(tokens, left) and moved(tokens, at, words, _REACH):
        return True  # `the number of jobless rose by 284,000 to 2.6 million`
    while tokens.near[at] in ("about", "another", "some", "nearly", "a", "further", "around"):
        at -= 1
    before = tokens.near[at]
    return bool(left.unit) and (before == "by" or before in words.up or before in words.down)


def _moved_from(tokens: Tokens, left: Quantity, words: Vocabulary) -> bool:
    """`had risen, from $180 to $240`: where a change began and where it ended are two figures."""
    at = left.first - 1
    large = _is_large(tokens, left)
    return (bool(left.unit) or large) and tokens.near[at] == "from" and bool(moved(tokens, at, words, _REACH))


def _is_large(tokens: Tokens, left: Quantity) -> bool:
    return left.number.form == "digits" and "," in tokens.words[left.number.first]


def _is_year(left: Quantity) -> bool:
    return (
        not left.unit
        and left.number.form == "digits"
        and 1900 <= left.value <= 2100
        and left.number.scale == 1
    )


def _next_quantity(tokens: Tokens, at: int, words: Vocabulary) -> Quantity | None:
    for where in (at, at + 1, at + 2):
        word = tokens.near[where]
        if word and (is_digits(word) or word in words.numbers.starts):
            found = read_quantity(tokens, where, words)
            return found if found and found.first == at else None
    return None


def _fit(left: Quantity, right: Quantity, joint: str, tokens: Tokens, words: Vocabulary) -> bool:
    if (
        left.unit
        and right.unit
        and (left.unit, left.per and right.per) != (right.unit, left.per and right.per)
    ):
        return False
    if joint == "to" and _apart(tokens, left, right, words):
        return False
    if joint == "-" and not (left.unit or right.unit):
        small = left.number.form == right.number.form == "digits" and 0 < left.value < right.value
        return small and not _is_year(left) and phrase_end(tokens, right.last, words) > right.last
    if joint == "-":
        close = tokens.glued(left.last - 1) == tokens.glued(left.last)
        if not tokens.glued(left.last) and left.number.form != right.number.form:
            return False
        return close and bool(left.unit or right.unit) and left.number.base < right.number.value
    if joint == "or":
        return right.value == left.value + 1 or (
            right.value > left.value and not left.unit and right.number.scale == 1
        )
    if left.value < right.value and phrase_end(tokens, right.last, words) > right.last:
        return True
    return bool(
        left.unit or right.unit or (joint == "and") or tokens.near[left.first - 1] == "from" or _counts(right)
    )


def _apart(tokens: Tokens, left: Quantity, right: Quantity, words: Vocabulary) -> bool:
    """`up 1.49% to 4259.8`, `1.8 million litres a day to 240 sites`: `to` leads to a level, or to who has it."""
    if right.unit or not left.unit:
        return False
    if left.kind == "percent" and right.value > _LEVEL:
        return True
    served = phrase_end(tokens, right.last, words) > right.last and left.kind in ("physical", "money")
    return served and right.value < left.value


def _counts(right: Quantity) -> bool:
    return right.number.scale > 1


def _joined(tokens: Tokens, left: Quantity, right: Quantity, joint: str) -> Quantity:
    low, high = left.value, right.value
    scale = right.number.scale
    if scale > 1 and left.number.scale == 1 and left.number.base < abs(right.number.base):
        low *= scale
    if (
        not left.unit
        and right.kind == "money"
        and right.value
        and right.number.value
        and right.number.value * 0.01 == right.value
    ):
        low *= 0.01
    unit = right if right.unit else left
    frm = joint == "to" and tokens.near[left.first - 1] == "from"
    return unit._replace(
        first=left.first,
        lead=left.lead,
        last=right.last,
        number=right.number,
        value=(low + high) / 2,
        low=low,
        high=high,
        per=right.per or left.per,
        assumed=left.assumed and right.assumed if left.unit and right.unit else unit.assumed,
        rule=f"{unit.rule}, range",
        joined="to" if frm else "",
    )
