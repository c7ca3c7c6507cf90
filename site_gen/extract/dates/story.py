"""Whether a text is a history, which tells time by its own dates and not by the day it was published."""

from collections.abc import Sequence
from typing import Final

from site_gen.extract.dates.calendar import When
from site_gen.extract.dates.scan import Item

_YEARS: Final = 6
_PAST_SHARE: Final = 0.8
_PRESENT_SHARE: Final = 0.04
_BEFORE: Final = 2
_OPENERS: Final = frozenset(
    {"in", "during", "of", "since", "from", "early", "late", "mid", "around", "about"}
)
_YEARLY: Final = frozenset({"year", "yearrange", "fiscal", "decade", "century", "quarter", "half"})
_SPANS: Final = _YEARLY | {"month", "season"}


def is_story(items: Sequence[Item], published: When | None) -> bool:
    """True where the day of publication is unknown, or the text tells the past alone.

    A history names many years, nearly all of them well before its publication, and hardly ever a day of the
    present (`yesterday`, `on Tuesday`, `last week`), which no report can do without.
    """
    if published is None:
        return True
    years = [_year(item) for item in items if "year" in item.slots or "bc" in item.slots]
    past = sum(1 for year in years if year <= published.year - _BEFORE)
    present = sum(1 for item in items if _present(item))
    return (
        len(years) >= _YEARS and past >= _PAST_SHARE * len(years) and present <= _PRESENT_SHARE * len(items)
    )


def is_passing(item: Item, tense: int, targets: frozenset[str]) -> bool:
    """Whether a date says nothing of where an undated text stands.

    So is a time that is aimed at (`by 2029`, `a goal for 2030`) and a bare year that does not open its sentence:
    `the 2033 bond`, `6% in 2025`.
    """
    if item.form.kind not in _SPANS:
        return False
    if not targets.isdisjoint(item.line.tokens[max(0, item.first - 3) : item.first]):
        return True
    before = item.line.tokens[item.first - 1] if item.first else "in"
    return tense > 0 or (item.form.kind in _YEARLY and (item.first > _BEFORE or before not in _OPENERS))


def _year(item: Item) -> int:
    digits = item.slots.get("year", "")
    return int(digits) if digits.isdigit() else 0


def _present(item: Item) -> bool:
    if "deictic" in item.slots or item.form.name == "tonight":
        return True
    if item.form.name == "rel-unit":
        return "last" in item.slots or "this" in item.slots
    return item.form.kind == "weekday"
