"""How long the lengths of time are that a report tells."""

import re

_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}


def length_of(value: str) -> float:
    """Days of a TIMEX3 duration; 0 where it cannot be told."""
    found = _DURATION.match(value)
    return float(found[2]) * unit_of(value) if found else 0.0


def unit_of(value: str) -> float:
    """Days of the unit of a TIMEX3 duration; 0 where there is none."""
    found = _DURATION.match(value)
    return _DAYS.get(found[1] + found[3], 0.0) if found else 0.0


def from_now_on(text: str, first: int) -> bool:
    """Whether a length of time is what a thing will last: `for the next 20 years`."""
    return text[:first].lower().endswith(("for ", "spend ", "spends ", "serve ")) and text.startswith(
        "the next ", first
    )
