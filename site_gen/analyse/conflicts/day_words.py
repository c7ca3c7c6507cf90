"""Days that each report tells by a word of its own: `this morning`, `on Monday`."""

import re

_OWN = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|overnight|(?:this|last) (?:morning|afternoon|evening|night))\b",
    re.I,
)
_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|(?<=:\d\d))")
_NEXT_DAY, _WEEK = 2, 7


def each_its_own(one: str, other: str, apart: int) -> bool:
    """Whether two days, by the words that tell them, are hardly of one deed; `apart`: days between the two reports.

    `This morning` of a report and of one days later are two mornings; so are weekdays of reports of two weeks.
    """
    if any(c.isdigit() for c in _HOUR.sub("", one + other)):
        return False
    own = _OWN.search(one) is not None and _OWN.search(other) is not None
    return apart >= (_NEXT_DAY if own else _WEEK)
