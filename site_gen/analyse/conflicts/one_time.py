"""Whether two figures may be of one time: their periods, the day of news, the day that only a plan was told."""

import re

from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.words import word_set

_BY = re.compile(r"\b(?:by|as of|up to|until) (?:\w+ )?(?:\d|\w+day\b|(?-i:[A-Z][a-z]+ \d))", re.I)
_STILL = re.compile(r"\b(?:was|were|is|are|had|has|have|remain|remained) still\b|\bstill (?:in|on|being)\b")
_OPENED = re.compile(r"(?:When|In|By|During|At|Back in|As of) ")
_DUE = re.compile(
    r"\b(?:by|before|until|within) (?:the (?:end|middle|beginning|close) of|early|mid|late|next|\d|(?-i:[A-Z][a-z]+))",
    re.I,
)
_PAID = re.compile(r"\b(?:pay|pays|paying|repay|transfer|hand over|provide|raise|deliver)\b")
_AIMED = re.compile(
    r"\b(?:plan|programme|program|scheme|project|proposal|bid|strategy|law|deal|agreement|contract)"
    r" (?:\w+ ){0,3}?to (?:\w+ ){1,2}$"
)
"""`adopted a plan to build 400 homes`."""
_SLACK = 3
"""Days by which reports of one piece of news give it another day."""
_YEAR, _MONTH = 366, 28


def place_in(point: FigurePoint) -> int:
    """Where a figure begins in its sentence."""
    return point.evidence.start - point.sentence.start


def told_by_day(point: FigurePoint) -> bool:
    """Whether it says by which day it was counted."""
    return _BY.search(point.sentence.exact) is not None


def same_time(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the periods may be one; a day of news may be the day before."""
    ours, theirs = days(a.period), days(b.period)
    if _of_the_first(a) != _of_the_first(b):
        return False
    if any(other(*pair) for other in (_of_another_year, _names_other_years) for pair in ((a, b), (b, a))):
        return False
    if (
        ours is None
        or theirs is None
        or is_planned(a)
        or is_planned(b)
        or _is_due(a) != _is_due(b)
        or (a.unit_kind == "physical" and a.unit in word_set("analysis", "sizes"))
    ):
        return True
    short, long = sorted((ours.length, theirs.length))
    if short > 300 and ours != theirs:
        return False
    if long <= 7 and gap(ours, theirs) <= _SLACK:
        return overlap(ours, theirs) or not (_counted_then(a) and _counted_then(b))
    if short >= _MONTH and long > 2 * short:
        return False  # of a quarter, and of nine months
    return overlap(ours, theirs) and long <= 3 * short + 31


def _counted_then(point: FigurePoint) -> bool:
    """Whether it is what there was at its time: `by Monday evening`, `were still in hospital`."""
    return told_by_day(point) or _STILL.search(point.sentence.exact) is not None


def _is_due(point: FigurePoint) -> bool:
    """Whether its time is the day by which it is to be paid: `was told to pay 2 million by the end of the year`."""
    ahead, behind = point.sentence.exact[: place_in(point)], point.sentence.exact[place_in(point) :]
    return point.unit_kind == "money" and bool(_DUE.search(behind) and _PAID.search(ahead))


def is_planned(point: FigurePoint) -> bool:
    """Whether a figure that is told as a fact is of what is yet to be done: the day is that of the plan alone."""
    return point.status == "actual" and _AIMED.search(point.sentence.exact, 0, place_in(point)) is not None


def _of_another_year(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is of a year long before its report, of which the other's sentence says nothing."""
    told, written = days(a.period), days(a.published)
    if b.period or not told or not written or gap(told, written) < _YEAR or told.last > written.first:
        return False
    year = (a.period or "")[:4]
    return year not in b.sentence.exact and _in_one_clause(year, a)


def _names_other_years(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is of a year, and the other's sentence, which dates it by a day at most, names other ones alone."""
    year, told = _FISCAL.fullmatch(a.period or ""), days(b.period)
    if not year or (told and told.length > 1):
        return False
    named = {(first, last) for first, last in _FISCAL_YEAR.findall(b.sentence.exact)}
    return bool(named) and (year[1], year[2][-2:]) not in {(first, last[-2:]) for first, last in named}


_FISCAL = re.compile(r"(\d{4})/(\d{4})")
_FISCAL_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:[/–-]| to )((?:20)?\d\d)\b(?![/–-])")


def _of_the_first(point: FigurePoint) -> bool:
    """Whether it is of the first of several years only: `30 percent of exports in the first year`."""
    return point.unit_kind == "percent" and _FIRST_OF_SEVERAL.search(point.sentence.exact) is not None


_FIRST_OF_SEVERAL = re.compile(
    r"\b(?:in|for|during|over) (?:the|its|their) (?:first|opening) (?:year|month|quarter)s?\b"
)


def _in_one_clause(year: str, point: FigurePoint) -> bool:
    """Whether nothing parts a year from the figure."""
    text, at = point.sentence.exact, place_in(point)
    stands = text.find(year)
    between = text[stands:at] if stands < at else text[at + len(point.evidence.exact) : stands]
    if stands < at and _OPENED.match(text) and between[len(year) : len(year) + 1] == ",":
        between = between[len(year) + 1 :]  # `When Lee visited Lima in 2008, trade was worth $1.5bn`
    return stands >= 0 and not re.search(r"[;:]|,(?!\d)|\band\b", between)
