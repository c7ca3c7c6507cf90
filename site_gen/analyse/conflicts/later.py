"""Two values of one thing of which one is of another time: a second step, a forecast, what was to be done."""

import re
from functools import cache

from site_gen.analyse.in_sentence import text_before, text_behind
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import word_set

_TO = re.compile(r"\bto (?:about |some |around |nearly |just )?$")
_OPPOSITE = {("up", "down"), ("down", "up")}
_DAYS = 3
_DONE = re.compile(
    r"\b(?:has|have|had)(?: \w+ly| so far| now| since| also| already)? \w+(?:ed|en|t|ne|ld)\b[^;:]*$"
)
_COMPOUND = re.compile(r"\b(?!\w+ty-(?:one|two|three|four|five|six|seven|eight|nine)$)[\w’']+-[a-z]+$")
"""`nine-member`, and not `Twenty-eight`."""
_ALL = re.compile(r"\b(?:all|the|its|has|have|had|with) (?:\w+ )?$", re.I)


def of_another_time(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both may be so, one after the other."""
    if (
        _steps_apart(a, b)
        or _moves_of_two_days(a, b)
        or _is_forecast(a) != _is_forecast(b)
        or _turn(a) != _turn(b)
    ):
        return True
    return any(later(*pair) for later in (_done_since, _done_so_far) for pair in ((a, b), (b, a)))


def _steps_apart(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether it was raised to the one, and lowered to the other."""
    return (a.change, b.change) in _OPPOSITE and all(_TO.search(text_before(p)) for p in (a, b))


def _moves_of_two_days(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one fell and the other rose, told on days of their own: shares do so every day."""
    first, second = days(a.published), days(b.published)
    return (a.change, b.change) in _OPPOSITE and bool(first and second) and gap(first, second) > _DAYS  # type: ignore[arg-type]


def _done_so_far(early: FigurePoint, late: FigurePoint) -> bool:
    """Whether weeks later fewer are told to have done it than were to: `410 workers have left`."""
    first, second = days(early.published), days(late.published)
    if not first or not second or second.first - first.last <= _WEEKS or late.value >= early.value:
        return False
    behind = text_behind(late)
    return early.unit_kind == late.unit_kind == "count" and _HAVE_DONE.match(behind) is not None


_WEEKS = 14
_HAVE_DONE = re.compile(r" ?(?:[a-z]+ ){0,2}(?:has|have) (?:so far |now |already )?(?!been\b)[a-z]+\b")


def _turn(point: FigurePoint) -> str:
    """Which of several bids it was: `its opening offer`, `the revised bid`; empty where no word says so."""
    return next(
        (turn for turn in ("opening_turns", "later_turns") if _bid(turn).search(point.sentence.exact)), ""
    )


def _is_forecast(point: FigurePoint) -> bool:
    """Whether somebody only sees it coming: `we see the rate at 4 percent`; a plan is no forecast."""
    return _pattern("forecast").search(text_before(point)) is not None


def _done_since(early: FigurePoint, late: FigurePoint) -> bool:
    """Whether the one is of what is to be done, and the other of what has been done, days later."""
    first, second = days(early.published), days(late.published)
    if not first or not second or second.first - first.last <= _DAYS:
        return False
    return (
        early.unit_kind != "percent"
        and _pattern("to_come").search(text_before(early)) is not None
        and gap(first, second) > _DAYS
        and _DONE.search(text_before(late)) is not None
    )


def counted_as_size(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is only the size of a body (`a nine-member board`), and the other is of some of its members."""
    sizes = [_COMPOUND.search(p.evidence.exact) is not None for p in (a, b)]
    if a.unit_kind != "count" or sizes[0] == sizes[1]:
        return False
    other = b if sizes[0] else a
    return " " in other.unit or _ALL.search(text_before(other)) is None


@cache
def _bid(turn: str) -> re.Pattern[str]:
    first, then = (word_set("analysis", key) for key in (turn, "bids"))
    return re.compile(rf"\b(?:{'|'.join(sorted(first))}) (?:{'|'.join(sorted(then))})\b", re.I)


@cache
def _pattern(cues: str) -> re.Pattern[str]:
    words = sorted(word_set("analysis", cues), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.I)
