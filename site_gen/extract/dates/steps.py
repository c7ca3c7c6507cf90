"""A date that another is told from: `said on Wednesday, two days after she signed`."""

import re
from typing import Final

from msgspec.structs import replace

from site_gen.extract.dates.calendar import When, edtf, shifted
from site_gen.records import DateFinding

_DAY: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_LENGTH: Final = re.compile(r"P(\d{1,3})([DWMY])")
_STEP: Final = re.compile(r".* (after|before)", re.DOTALL)


def step_of(length: DateFinding) -> int:
    """-1 where a length opens what was so long before (`two days after she signed`), 1 with `before`; else 0."""
    found = _STEP.fullmatch(length.evidence.exact)
    return 0 if found is None else -1 if found[1] == "after" else 1


def stepped(date: DateFinding, length: DateFinding, step: int) -> DateFinding | None:
    """`date` moved by `length`, told as exactly as both allow; None where either is inexact."""
    day, size = _DAY.fullmatch(date.edtf or ""), _LENGTH.fullmatch(length.timex.value)
    if day is None or size is None:
        return None
    year, month, number = (int(part or 0) for part in day.groups())
    moved = shifted(When(year, "D" if number else "M", month, number), step * int(size[1]), size[2])
    return None if moved is None else replace(date, edtf=edtf(moved))
