"""Numbers that point back: `of those, 20`, `of that sum 7 million`, `worth 85 million, with 76 million guaranteed`."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_MILLION = 1_000_000
_LARGE = 1000
_OF_THAT = [["of", word] for word in ("that", "this", "the", "it", "these", "its")]
_BEGINS = 7


def of_those(tokens: Tokens, found: Quantity) -> bool:
    """`Of those, 228 (72%) were severe and 40 were children`."""
    if found.noun < 0 and tokens.low[found.last : found.last + 2] in (["of", "them"], ["of", "these"]):
        return True
    if found.noun < 0 and _opens(tokens, found.lead):
        if tokens.near[found.last] == "of" and tokens.near[found.last + 1] in ("them", "these", "those"):
            return True
        done = tokens.near[found.last + 1 + (tokens.near[found.last + 1] in ("already", "since", "now"))]
        return tokens.near[found.last] in ("has", "have", "had") and (done == "been" or done.endswith("ed"))
    if _so_far(tokens, found):
        return True
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


def _so_far(tokens: Tokens, found: Quantity) -> bool:
    """`Warsaw has so far ordered 460.`: of what the sentence before counted."""
    if (
        found.noun >= 0
        or tokens.near[found.last] not in (".", "")
        or not tokens.near[found.lead - 1].endswith("ed")
    ):
        return False
    return tokens.low[max(0, found.lead - 3) : found.lead - 1] == ["so", "far"]


def also_done(tokens: Tokens, found: Quantity) -> bool:
    """`40 trees will be felled and 120 planted.`: of the same, behind a passive."""
    done = tokens.near[found.last].endswith("ed") and tokens.near[found.last + 1] in (".", "", ",")
    if not done or found.noun >= 0 or tokens.near[found.lead - 1] not in ("and", ","):
        return False
    return not _PASSIVE.isdisjoint(tokens.low[max(0, found.lead - _BEGINS) : found.lead])


_PASSIVE = frozenset({"be", "been", "were", "was"})
_SO_FAR = [
    ["so", "far"],
    ["to", "date"],
    ["by", "then"],
    ["until", "now"],
    ["already"],
    ["only"],
    ["just"],
    [],
]


def _opens(tokens: Tokens, lead: int) -> bool:
    """Whether a number opens its sentence: `Only 12 of them`, `So far 5,100 have accepted`."""
    ahead = [word for word in tokens.low[: min(lead, _LEADING)] if word != ","]
    return lead < _LEADING and ahead in _SO_FAR


_LEADING = 4


def another_sum(
    tokens: Tokens, found: Quantity, before: list[Quantity], summed: Quantity | None, words: Vocabulary
) -> Quantity:
    """`trade came to $8 billion; by 2030 it should be 12 billion`, `Another 6 million goes to the port`: money too."""
    if found.unit or found.noun >= 0 or found.number.scale < _MILLION or found.kind != "count":
        return found
    money = next((q for q in reversed(before) if q.kind == "money"), None)
    if money and _amount(tokens, found, money, words):
        return _like(found, money)
    if money is None and tokens.near[found.lead - 1] in ("another", "further") and found.lead <= _LEADING:
        money = summed if not before else None
    if money is None and not before_sums(before) and _moved_to(tokens, found, words):
        return _like(found, summed) if summed else found
    if money is None and not before and summed and _foretold(tokens, found, words):
        alike = 1 / _ALIKE <= found.value / summed.value <= _ALIKE if summed.value else False
        return _like(found, summed) if alike and _closes(tokens, found.last) else found
    if money and _they_foretold(tokens, found, money, words):
        return _like(found, money)
    if money is None or not _closes(tokens, found.last) or not money.value:
        return found
    if not words.sets["giving"].isdisjoint(tokens.low[max(0, found.lead - _GIVEN) : found.lead]):
        return _like(found, money)  # `took in 14 million euros and paid its players 41 million`
    alike = 1 / _ALIKE <= found.value / money.value <= _ALIKE and tokens.near[found.lead - 1] in _COMES_TO
    if not (alike or summed is money):
        return found
    return _like(found, money)


def _foretold(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`Analysts had expected 1.31 billion`, behind a sum of money."""
    ahead = tokens.low[: found.lead]
    return (
        ahead[-1:] != []
        and ahead[-1] in words.sets["expecting"]
        and not words.sets["forecasters"].isdisjoint(ahead)
    )


def _they_foretold(tokens: Tokens, found: Quantity, money: Quantity, words: Vocabulary) -> bool:
    """`812 million euros, short of the 840 million that analysts had forecast`."""
    behind = tokens.low[found.last : found.last + _GIVEN]
    told = tokens.near[found.lead - 1] == "the" and not words.sets["forecasters"].isdisjoint(behind)
    return told and bool(money.value) and 1 / _ALIKE <= found.value / money.value <= _ALIKE


def before_sums(before: list[Quantity]) -> bool:
    """Whether anything but a share was told in the sentence."""
    return any(q.kind not in ("percent", "ratio") and q.unit for q in before)


def _moved_to(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`Debt fell by a third to 6 billion`, behind a sum: millions of what is always money."""
    ahead = tokens.low[: found.lead]
    if not words.sets["seeking"].isdisjoint(ahead[-2:]) or ahead[-1:] in (["lost"], ["paid"], ["spent"]):
        return _closes(tokens, found.last)  # `Prosecutors had sought 400 million`
    moved = any(word in words.up or word in words.down for word in ahead) and ahead[-1:] in (["to"], ["at"])
    return (
        moved and _closes(tokens, found.last) and not words.sets["money_things"].isdisjoint(ahead[:_SUBJECT])
    )


_SUBJECT, _GIVEN = 5, 3


def _like(found: Quantity, money: Quantity) -> Quantity:
    return found._replace(
        unit=money.unit, kind="money", assumed=money.assumed, rule="sum like the one before"
    )


def _amount(tokens: Tokens, found: Quantity, money: Quantity, words: Vocabulary) -> bool:
    """`a profit of $3 million on revenue of 45 million`, `including 190 million of debt`: millions of money again."""
    near = (
        tokens.near[money.lead - 1] != "("
        and found.first - money.last <= _REACH
        and found.value <= money.value * _FAR_OFF
    )
    led = not words.sets["of_amounts"].isdisjoint((tokens.near[found.lead - 1], tokens.near[found.first - 1]))
    led = led or (tokens.near[found.lead - 1] == "with" and found.number.scale >= _BILLION)
    whose = tokens.near[found.lead - 2] in words.sets["peopled"]
    return near and led and not whose and (_closes(tokens, found.last) or tokens.near[found.last] == "of")


_REACH, _FAR_OFF, _BILLION = 18, 1000, 1e9
_ALIKE = 10
_COMES_TO = frozenset("be is was to reach reached hit exceed exceeded pass passed total at".split())


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether nothing behind a number could be what it counts."""
    after = tokens.near[at]
    return not after[:1].isalpha() or after in (
        "in",
        "by",
        "a",
        "from",
        "to",
        "for",
        "goes",
        "went",
        "will",
        "is",
        "was",
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
    held = {"compared", "against", "from", "versus", "after"}.intersection(
        tokens.low[before[-1].last : found.lead]
    )
    if (
        held
        and tokens.near[found.lead - 1] == "of"
        and after in ("", ".", ",", ";", "a", "in", "the", "for", "last")
    ):
        return True  # `a loss of $260 million, compared with a profit of 410 million a year earlier`
    if tokens.low[max(0, found.lead - 2) : found.lead] == ["of", "which"]:
        return True
    if (
        after in ("more", "less")
        and tokens.near[found.last + 1] == "than"
        and tokens.near[found.lead - 1] == ","
    ):
        return True  # `a rescue of 220 million euros, 70 million more than was offered`
    joined = tokens.near[found.lead - 1] in ("and", "with", "plus", ",", "against", "or", "including")
    return joined and (after in ("", ".", ",", "in", "guaranteed", "up", "for", "to") or after.endswith("ed"))


def still_more(tokens: Tokens, found: Quantity) -> bool:
    """`destroyed 12,000 homes and left 30,000 more damaged`, `sold 8 million copies and 2 million since May`."""
    follow = tokens.near[found.last + 1]
    if (
        found.number.scale >= _LARGE
        and tokens.near[found.lead - 1] == "and"
        and tokens.near[found.last] == "since"
    ):
        return True
    return tokens.near[found.last] in ("more", "others") and (
        follow.endswith("ed") or follow in (".", ",", "", "still", "were", "are", "remain")
    )


def another_of_them(tokens: Tokens, found: Quantity) -> bool:
    """`destroyed 8,700 houses and damaged another 52,000`: more of the same, behind a verb."""
    again = tokens.near[found.lead - 1] in ("another", "further") and found.number.form == "digits"
    verb = tokens.near[found.lead - 2 - (tokens.near[found.lead - 2] == "a")]
    helped = ("were", "are", "have", "had", "will", "would", "could", "may", "might")
    if again and verb in _JOINTS and tokens.near[found.last] in helped:
        return True  # `1,150 buildings collapsed and a further 6,000 were damaged`
    return (
        again and verb.endswith("ed") and tokens.near[found.last] in (",", ".", ";", "", "in", "and", "since")
    )


_JOINTS = frozenset({"and", ",", "while", "but"})


def others(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> Quantity:
    """`63 people died and 41 others are missing`: people too."""
    if found.unit != "other":
        return found
    last = next((q.unit for q in reversed(before) if q.kind == "count"), "")
    harmed = not words.casualties.isdisjoint(tokens.low[found.last : found.last + _FATE])
    return found._replace(unit="people") if last == "people" or (harmed and not last) else found


_FATE = 4
