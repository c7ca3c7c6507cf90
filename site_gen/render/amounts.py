"""Values with their units, as a newspaper writes them."""

from functools import cache
from typing import Protocol

from site_gen.lexicon import packaged_subject

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_ROUGH = {
    100: "hundreds",
    1e3: "thousands",
    1e4: "tens of thousands",
    1e5: "hundreds of thousands",
    1e6: "millions",
}
"""What is said of a count by its order of magnitude alone, by the least that it may be."""
_DURATIONS = {
    "Y": "year",
    "P1Y": "year",
    "M": "month",
    "P1M": "month",
    "W": "week",
    "P1W": "week",
    "D": "day",
}
_DURATIONS |= {"P1D": "day", "H": "hour", "PT1H": "hour", "PT1M": "minute", "PT1S": "second", "S": "second"}
_SINGULAR_IN_S = ("ss", "us")


@cache
def _plurals() -> dict[str, str]:
    """Plurals that no rule gives, by their singular; those of words that have none are the words themselves."""
    known: dict[str, str] = packaged_subject("figures")["plurals"]
    return {one: many for many, one in reversed(known.items())} | {"person": "people", "percent": "percent"}


class Amount(Protocol):
    """What a figure's value is made of."""

    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def kind(self) -> str: ...


def in_words(amount: Amount) -> str:
    """`JPY 10 trillion`, `USD 25.17 billion`, `3.5 %`, `hundreds of people`; the normalised value, unrounded."""
    low, high = amount.low, amount.high
    if low in _ROUGH and high == low * 10 and amount.kind == "count":
        name = unit_name(amount.unit, high)
        return f"{_ROUGH[low]} of {name}" if name else _ROUGH[low]
    if low is not None and high is not None and low != high:
        return with_unit(f"{number(low)} to {number(high)}", amount.unit, amount.kind, high)
    return with_unit(number(amount.value), amount.unit, amount.kind, amount.value)


def number(value: float) -> str:
    """Up to six significant digits, in millions, billions or trillions from a million on."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_digits(value / scale)} {name}"
    return _digits(value)


def with_unit(digits: str, unit: str, kind: str, value: float = 2) -> str:
    """Digits with the unit where it belongs: a currency before, anything else behind."""
    if kind == "money":
        return f"{unit} {digits}"
    if unit in ("percent", "%") or (kind == "percent" and not unit):
        return f"{digits} %"
    name = unit_name(unit, value) if kind != "physical" or len(unit) > 3 else unit
    return f"{digits} {name}" if name else digits


def unit_name(unit: str, value: float = 2) -> str:
    """A unit as a word, in the plural unless the value is one."""
    name = _DURATIONS.get(unit, unit)
    return name if value == 1 or not name[-1:].islower() else _many(name)


def _many(name: str) -> str:
    name, per, rest = name.partition(" per ")
    if per:
        return f"{_many(name)}{per}{rest}"
    head, space, last = name.rpartition(" ")
    if last in _plurals() or (last.endswith("s") and not last.endswith(_SINGULAR_IN_S)):
        return f"{head}{space}{_plurals().get(last, last)}"
    if last.endswith(("ch", "sh", "x", "z", *_SINGULAR_IN_S)):
        return f"{name}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


def _digits(value: float) -> str:
    if abs(value) >= 1000:
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{value:.6g}"
