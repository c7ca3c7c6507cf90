"""How long and how often: durations, recurrences, and times that name no date."""

import re
from typing import Final

from site_gen.extract.dates.anchor import year_of_month
from site_gen.extract.dates.calendar import When, edtf, month_named, shifted, within
from site_gen.extract.dates.meaning import Meaning, Question

_TWO_PARTS: Final = {"F": ("W", 2), "K": ("D", 2)}
_YEAR: Final = 12
_HOURS: Final = 24
_DIGITS: Final = 4
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap]m)?")


def amount(asked: Question) -> float | None:
    """How many units; None for `a few` and the like."""
    slots = asked.item.slots
    extra = 0.5 if asked.has("half") else 0
    if "vague" in slots:
        return None
    if "tens" in slots and "ones" in slots:
        return int(slots["tens"]) + int(slots["ones"]) + extra
    if asked.has("couple"):
        return 2
    text = slots.get("num") or slots.get("count")
    return (
        float(text.replace(",", "")) + extra
        if text and text.replace(",", "").replace(".", "").isdigit()
        else None
    )


def length_value(asked: Question) -> str:
    """TIMEX3 of a length: `P2W`, `PT30M`, `PXD`."""
    slots = asked.item.slots
    unit = slots.get("unit") or slots.get("units") or slots.get("clockunit", "D")
    number = amount(asked)
    if unit in _TWO_PARTS:
        unit, times = _TWO_PARTS[unit]
        number = number * times if number is not None else None
    return _value("X" if number is None else f"{number:g}", unit)


def _value(number: str, unit: str) -> str:
    prefix = "P"
    if unit.startswith("T"):
        prefix, unit = "PT", unit[1:]
    if unit == "Q":
        return f"{prefix}{number}Q"
    return f"{prefix}{number}{ {'E': 'DE', 'C': 'CE'}.get(unit, unit) }"


def duration(asked: Question) -> Meaning | None:
    """`two weeks`, `the past five years`, `half a century`, `for decades`."""
    slots = asked.item.slots
    if "span" in slots or asked.item.form.name == "half-unit":
        return _half(asked)
    value = length_value(asked)
    if asked.begins and asked.tense >= 0 and (told := _from_now(asked, value)):
        return told
    if asked.item.form.name in ("ahead", "to-come", "plural"):
        value = _value("X", slots.get("units", "Y"))
    if asked.item.form.name == "long":
        value = _value("1", slots.get("unit") or slots["long"])
    if asked.item.form.name == "rel-span":
        value = _value("1", slots["unit"])
    return Meaning("DURATION", value, _bounds(asked), "duration")


def _from_now(asked: Question, value: str) -> Meaning | None:
    """`takes effect in 72 hours`, `opens in three weeks`: a length whose end is a day to come."""
    slots, number, now = asked.item.slots, amount(asked), asked.reach.now()
    unit = slots.get("unit") or slots.get("units") or slots.get("clockunit", "")
    if unit == "TH" and number and number % _HOURS == 0:
        unit, number = "D", number // _HOURS
    if now is None or asked.reach.story or unit not in "DWMY" or not number or number != int(number):
        return None
    when = shifted(now, int(number), unit)
    return when and Meaning("DURATION", value, edtf(when), "event", now)


def _half(asked: Question) -> Meaning | None:
    slots = asked.item.slots
    unit = slots.get("unit") or slots.get("units") or slots.get("clockunit", "D")
    whole = {"C": ("50", "Y"), "E": ("5", "Y"), "Y": ("6", "M"), "TH": ("30", "TM"), "D": ("12", "TH")}.get(
        unit
    )
    return Meaning("DURATION", _value(*whole) if whole else _value("0.5", unit), None, "duration")


def _bounds(asked: Question) -> str | None:
    """The interval of `the past five years` and `the next two months`, told as exactly as its unit."""
    slots = asked.item.slots
    line, at = asked.item.line, asked.item.last
    if line.tokens[at : at + 1] == ["of"]:
        return _part_of(asked, _year_behind(asked, line.tokens[at + 1 : at + 3]))
    if line.tokens[at : at + 1] in (["to"], ["through"], ["until"], ["ended"], ["ending"], ["till"]):
        return _months_to(asked, at + 1)
    step = next((int(slots[k]) for k in ("last", "next") if k in slots), 0)
    unit = slots.get("unit") or slots.get("units")
    number = amount(asked) if asked.item.form.name != "rel-span" else 1
    base = asked.reach.now() if not asked.reach.story else asked.reach.then()
    if not step or unit is None or unit in "FKQC" or base is None or number is None or number != int(number):
        return None
    count = int(number) * (10 if unit == "E" else 1)
    unit = "Y" if unit == "E" else unit
    other, here = shifted(base, step * count, unit), shifted(base, 0, unit)
    if unit == "Y" and (month := within(base, "M")) and other:
        other, here = (other if step < 0 else month._replace(year=other.year)), month
    known = other and here and abs(other.year) < _YEARS_TOLD
    return _interval(other, here, step, unit) if known and other and here else None


_YEARS_TOLD = 10_000
"""Years have four digits: `the last 2024 decades` have no beginning."""


def _months_to(asked: Question, at: int) -> str | None:
    """`the three months to July`, `the 12 months ended June 2024`: the interval that ends with that month."""
    slots, number = asked.item.slots, amount(asked)
    behind = [token for token in asked.item.line.tokens[at : at + 5] if token not in (".", ",", "in")]
    month = month_named(behind[0]) if behind else 0
    if not month or not number or number > _YEAR or (slots.get("unit") or slots.get("units")) != "M":
        return None
    year = next((int(token) for token in behind[1:] if token.isdecimal() and len(token) == _DIGITS), None)
    if year is None and asked.reach.published:
        year, _ = year_of_month(asked.reach, month, 0, -1, asked.item.line.number)
    first = year and shifted(When(year, "M", month), 1 - int(number), "M")
    return f"{edtf(first)}/{year:04d}-{month:02d}" if first and year else None


def _year_behind(asked: Question, tokens: list[str]) -> str:
    """The year of `of 2024`, `of the year`, `of last year`; empty for none."""
    if tokens and tokens[0].isdigit():
        return tokens[0]
    now = None if asked.reach.story else asked.reach.now()
    if now is None or tokens[1:] != ["year"] or tokens[0] not in _YEARS:
        return ""
    return f"{now.year + _YEARS[tokens[0]]:04d}"


_YEARS: Final = {"the": 0, "this": 0, "last": -1, "next": 1}


def _part_of(asked: Question, year: str) -> str | None:
    """`the first nine months of 2024`, `the last three months of 2024`."""
    slots, number = asked.item.slots, amount(asked)
    months = int(number) if number and (slots.get("unit") or slots.get("units")) == "M" else 0
    if not 0 < months < _YEAR or not year.isdigit() or len(year) != _DIGITS:
        return None
    if "last" in slots or asked.has("final"):
        return f"{year}-{_YEAR + 1 - months:02d}/{year}-12"
    return f"{year}-01/{year}-{months:02d}" if slots.get("nth") == "1" or asked.has("first") else None


def _interval(other: When, here: When, step: int, unit: str) -> str:
    first, last = (other, here) if step < 0 else (here, other)
    if unit == "W":
        return f"{edtf(first).partition('/')[0]}/{edtf(last).rpartition('/')[2]}"
    about = "~" if other.unit == "Y" else ""
    return f"{edtf(first)}{about}/{edtf(last)}" if step < 0 else f"{edtf(first)}/{edtf(last)}{about}"


def recurrence(asked: Question) -> Meaning | None:
    """`every year`, `weekly`, `each Monday`, `per month`."""
    slots = asked.item.slots
    if "advset" in slots:
        return Meaning("SET", slots["advset"], None, "recurring")
    if "weekday" in slots:
        return Meaning("SET", f"XXXX-WXX-{slots['weekday']}", None, "recurring")
    if "month" in slots:
        return Meaning("SET", f"XXXX-{int(slots['month']):02d}", None, "recurring")
    if "season" in slots:
        return Meaning("SET", f"XXXX-{slots['season']}", None, "recurring")
    if "tod" in slots:
        return Meaning("SET", f"XXXX-XX-XXT{slots['tod']}", None, "recurring")
    return _every(asked)


def _every(asked: Question) -> Meaning:
    unit = (
        asked.item.slots.get("unit")
        or asked.item.slots.get("units")
        or asked.item.slots.get("clockunit", "D")
    )
    number = amount(asked)
    return Meaning("SET", _value(f"{number:g}" if number else "1", unit), None, "recurring")


def reference(asked: Question) -> Meaning | None:
    """`now`, `recently`, `soon`."""
    slots = asked.item.slots
    value = next(
        (slots[k] for k in ("nowword", "pastword", "pastnoun", "futureword") if k in slots), "PRESENT_REF"
    )
    if asked.item.form.name == "near-term":
        value = "FUTURE_REF"
    return Meaning("DATE", value, None, "vague")


def clock_value(slots: dict[str, str]) -> str:
    """TIMEX3 time of a clock time: `T14:30`; empty where it is none."""
    if "noon" in slots:
        return slots["noon"]
    if "hhmm" in slots:
        text = slots["hhmm"].zfill(4)
        return f"T{text[:2]}:{text[2:]}" if len(text) == 4 and text < "2400" and text[2:] < "60" else ""
    match = _CLOCK.fullmatch(slots.get("clock") or slots.get("clockam") or slots.get("hour", ""))
    if match is None:
        return ""
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    half = slots.get("ampm") or (match.group(3) or "").upper()
    hour = hour % 12 + (12 if half == "PM" else 0) if half else hour
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
