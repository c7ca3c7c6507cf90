"""Paragraphs out of lines: divided by blank lines or one a line, joined where an editor's program wrapped them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from site_gen.load.lines import Line

_WIDEST = 140
_LONG = 40
"""Characters of a line that may be no heading, label or name."""
_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", ")", "]")


class Unit(NamedTuple):
    """One paragraph-like piece of the text; `rule` set where a line was told to be furniture."""

    start: int
    end: int
    isolated: bool
    """A blank line stands before it and after it (or the text's edge)."""
    rule: str = ""


def is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Whether the lines were cut to a width: none is long, and most of those that have a next one end mid-sentence."""
    inner = [a for a, b in pairwise(lines) if not b.gap]
    if len(inner) < 2 or max(line.end - line.start for line in lines) > _WIDEST:
        return False
    width = max(line.end - line.start for line in inner)
    running = sum(not text[a.end - 1].endswith(_ENDS) for a in inner)
    full = sum(a.end - a.start > 0.6 * width for a in inner)
    return width >= 40 and running > 0.6 * len(inner) and full > 0.6 * len(inner)


def units_of(text: str, lines: Sequence[Line], rules: Sequence[str]) -> list[Unit]:
    """The units of `lines`, given the furniture rule of each line (empty for prose)."""
    wrapped = is_wrapped(text, lines)
    width = max((line.end - line.start for line in lines), default=0) if wrapped else 0
    units: list[Unit] = []
    first = 0
    for n in range(len(lines)):
        last = n + 1 == len(lines) or _breaks(text, lines[n], lines[n + 1], rules[n] or rules[n + 1], width)
        if last or not (wrapped or _goes_on(text, lines[n], lines[n + 1])):
            units.append(_unit(lines, first, n, rules[first]))
            first = n + 1
    return units


def _breaks(text: str, line: Line, following: Line, rule: str, width: int) -> bool:
    """Whether a paragraph ends with `line`: at a blank line, furniture, a list item, or a short last line."""
    if following.gap or rule or is_item(text[following.start : following.start + 4]):
        return True
    short = line.end - line.start < 0.6 * width
    return short and text[line.end - 1].endswith(_ENDS) and not text[following.start].islower()


def _goes_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence was broken by hand: a long line without an end, and a small letter behind it."""
    long = line.end - line.start >= _LONG
    return long and not text[line.end - 1].endswith(_ENDS) and text[following.start].islower()


def is_item(head: str) -> bool:
    """Whether a line that begins so is an item of a list: a bullet, or a number with a stop."""
    return head.startswith(("• ", "•\t", "▪ ", "● ", "‣ ", "◦ ", "– ", "* ", "- ")) or (
        head[:1].isdigit() and head.lstrip("0123456789")[:2] in (". ", ") ")
    )


def _unit(lines: Sequence[Line], first: int, last: int, rule: str) -> Unit:
    after = last + 1 == len(lines) or lines[last + 1].gap
    return Unit(lines[first].start, lines[last].end, lines[first].gap and after, rule)
