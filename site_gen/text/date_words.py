"""EDTF dates in words, with exactly the precision they have."""

import re
from functools import lru_cache

_MONTHS = "January February March April May June July August September October November December".split()
_MACHINE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_EDTF = re.compile(r"\b(?:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d|\d{4}(?:-\d\d(?:-\d\d)?[~?%]?|[~?%]))(?![\w-])")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
_HALVES = {40: "first", 41: "second"}


@lru_cache(maxsize=4096)
def in_words(edtf: str) -> str:
    """`29 August 2025`, `about 2015`, `between 23 November 2025 and February 2026`; unchanged if unreadable.

    ISO 8601-2 level 0 and 1, seasons, quarters and halves of a year, and the `[a..b]` of level 2.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        return _one_of(edtf[1:-1])
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    return _single(edtf)


def point_in_words(edtf: str) -> str:
    """The same for something that took place on one day, so that an interval bounds that day."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return in_words(edtf)
    return _one_of(f"{start.strip('.')}..{end.strip('.')}")


def at_in_words(edtf: str) -> str:
    """A date as it opens a sentence: `On 29 August 2025`, `Between 7 and 13 July 2025`, `In August 2025`."""
    words = in_words(edtf)
    if "/" in edtf and words[:1].isdigit() and " to " in words:
        return f"Between {words.replace(' to ', ' and ')}"
    if words[:1].isdigit() and " " in words and words.split()[0].isdigit() and len(words.split()[0]) < 3:
        return f"On {words}"
    first = words.split()[0] if words else ""
    if first in _MONTHS or first.isdigit() or first == "the" or first in _SEASONS.values():
        return f"In {words}"
    return words[:1].upper() + words[1:]


def dated(text: str) -> str:
    """A sentence of the analysis with its EDTF dates in words."""
    return _EDTF.sub(lambda match: in_words(match.group()), text)


def machine(edtf: str) -> str:
    """What HTML's `datetime` takes of a date: a year, a month or a day; empty for anything else."""
    date = edtf.rstrip("?~%")
    return date if _MACHINE.fullmatch(date) else ""


def _single(date: str) -> str:
    base = date.rstrip("?~%")
    words = _plain(base)
    mark = date[len(base) :]
    if "%" in mark or ("~" in mark and "?" in mark):
        return f"perhaps about {words}"
    if "~" in mark:
        return f"about {words}"
    return f"perhaps {words}" if "?" in mark else words


def _plain(date: str) -> str:
    parts = date.split("T")[0].split("-")
    if date.startswith("-") or not all(p.replace("X", "0").isdigit() for p in parts):
        return date
    year = f"the {parts[0][:3]}0s" if parts[0].endswith("X") else parts[0]
    if parts[0].endswith("XX"):
        year = f"the {parts[0][:2]}00s"
    if len(parts) == 1 or not parts[1].isdigit():
        return year
    month = _month(int(parts[1]))
    if not month:
        return date
    if len(parts) > 2 and parts[2].isdigit():
        return f"{int(parts[2])} {month} {year}"
    return f"{month} {year}"


def _month(number: int) -> str:
    if 1 <= number <= 12:
        return _MONTHS[number - 1]
    if number in _QUARTERS:
        return f"the {_QUARTERS[number]} quarter of"
    if number in _HALVES:
        return f"the {_HALVES[number]} half of"
    return _SEASONS.get(number, "")


def _one_of(inside: str) -> str:
    first, dots, last = inside.partition("..")
    if not dots:
        return " or ".join(_single(part.strip()) for part in inside.split(","))
    if first and last:
        return f"between {_single(first)} and {_single(last)}"
    return f"on or before {_single(last)}" if last else f"on or after {_single(first)}"


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_single(end)}" if end not in ("", "..") else ""
    if end in ("", ".."):
        return f"from {_single(start)}" + (" on" if end == ".." else "")
    if len(start) == len(end) == 4 and start.isdigit() and end.isdigit() and int(end) == int(start) + 1:
        return f"fiscal {start}-{end[2:]}"
    return f"from {_single(start)} to {_single(end)}" if not _same(start, end) else _short(start, end)


def _same(start: str, end: str) -> bool:
    return start[:7] == end[:7] and len(start) == len(end) == 10


def _short(start: str, end: str) -> str:
    return f"{int(start[8:])} to {_single(end)}" if start[8:].isdigit() else f"from {start} to {end}"
