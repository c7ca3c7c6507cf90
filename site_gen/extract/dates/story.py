"""Whether a text is a history, which tells time by its own dates and not by the day it was published."""

from collections.abc import Sequence
from typing import Final

from site_gen.extract.dates.calendar import When
from site_gen.extract.dates.scan import Item

_YEARS: Final = 6
_PAST_SHARE: Final = 0.8
_PRESENT_SHARE: Final = 0.04
_BEFORE: Final = 2


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


def _year(item: Item) -> int:
    digits = item.slots.get("year", "")
    return int(digits) if digits.isdigit() else 0


def _present(item: Item) -> bool:
    if "deictic" in item.slots or item.form.name == "tonight":
        return True
    if item.form.name == "rel-unit":
        return "last" in item.slots or "this" in item.slots
    return item.form.kind == "weekday"
