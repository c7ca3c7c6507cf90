"""Items that stand side by side and tell one time: `9 a.m. on Tuesday`, `from 1950 to 1953`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from site_gen.extract.dates.grammar import Form
from site_gen.extract.dates.lengths import clock_value
from site_gen.extract.dates.scan import Item

_BETWEEN: Final = frozenset(
    {(), ("on",), ("at",), (",",), ("of",), ("around",), ("about",), ("by",), (",", "at")}
)
_DAYS: Final = frozenset({"day", "weekday"})


def joined(items: Iterable[Item], moves: frozenset[str]) -> Iterator[Item]:
    """The items of a line; a clock time joined with the day beside it, and the two ends of a range.

    `moves`: verbs after which `from ... to ...` is no range.
    """
    there = [_timed(item) if item.form.kind == "clock" else item for item in items]
    if len(there) < 2:  # as in most lines
        yield from there
        return
    yield from _pairs(_pairs(_pairs(there, _one), _named), lambda left, right: _range(left, right, moves))


def _named(left: Item, right: Item) -> Item | None:
    """`Thursday (Oct. 22)` is one day."""
    tokens = left.line.tokens
    if (left.form.kind, right.form.kind) != ("weekday", "day") or tokens[left.last : right.first] != ["("]:
        return None
    if tokens[right.last : right.last + 1] != [")"]:
        return None
    return right._replace(first=left.first, last=right.last + 1)


def _pairs(items: Iterable[Item], join: Callable[[Item, Item], Item | None]) -> Iterator[Item]:
    held: Item | None = None
    for item in items:
        both = join(held, item) if held else None
        if held and both is None:
            yield held
        held = both or item
    if held:
        yield held


def _timed(item: Item) -> Item:
    return item._replace(slots={**item.slots, "at": clock_value(item.slots)})


def _one(left: Item, right: Item) -> Item | None:
    kinds = (left.form.kind, right.form.kind)
    if kinds == ("clock", "clock"):
        return _restated(left, right)
    if "clock" not in kinds or not (_DAYS.intersection(kinds) or _deictic(left, right)):
        return None
    if tuple(left.line.tokens[left.last : right.first]) not in _BETWEEN:
        return None
    form = right.form if kinds[0] == "clock" else left.form
    return Item(
        left.line, form, left.first, right.last, {**left.slots, **right.slots}, {**left.at, **right.at}
    )


def _restated(left: Item, right: Item) -> Item | None:
    """`10:30 a.m. (0930 GMT)` is one time."""
    tokens = left.line.tokens
    if tokens[left.last : right.first] != ["("] or tokens[right.last : right.last + 1] != [")"]:
        return None
    return left._replace(last=right.last + 1)


def _deictic(left: Item, right: Item) -> bool:
    return "deictic" in left.slots or "deictic" in right.slots


_RANGE: Final = Form("pair", "range", "", (), frozenset(), frozenset())
_TO: Final = frozenset({"-", "–", "—", "to", "through", "until", "till"})
_ENDS: Final = frozenset({"day", "month", "year", "season", "quarter", "decade", "weekday"})


def _range(left: Item, right: Item, moves: frozenset[str]) -> Item | None:
    between = left.line.tokens[left.last : right.first]
    before = left.line.tokens[max(0, left.first - 6) : left.first]
    if len(between) != 1 or not _ENDS.issuperset((left.form.kind, right.form.kind)) or left.ends:
        return None
    if between[0] in ("until", "till") and before[-1:] == ["on"]:
        return None  # `extended it on Thursday until 2032`
    if between[0] not in _TO and not (between[0] == "and" and before[-1:] == ["between"]):
        return None
    if not moves.isdisjoint(before):
        return None
    return Item(left.line, _RANGE, left.first, right.last, {}, {}, (_dated_like(left, right), right))


def _dated_like(left: Item, right: Item) -> Item:
    """The start of a range with the year that only its end states (`November to January 2025`: 2024)."""
    year = right.slots.get("year")
    if year is None or "year" in left.slots or "month" not in left.slots or "month" not in right.slots:
        return left
    earlier = int(left.slots["month"]) > int(right.slots["month"])
    return left._replace(slots={**left.slots, "year": str(int(year) - earlier)})
