"""Two counts with one noun that are of two deeds: the dead of two weeks, the runs of two matches."""

import re
from functools import cache

from site_gen.analyse.gist import in_common
from site_gen.analyse.in_sentence import text_before
from site_gen.analyse.tables import GISTS, FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import any_of, country_words, group_of, word_set
from site_gen.tables import Reader

_SOON = 3
"""Days between two reports of one deed, as far as they are news."""
_ALIKE = 0.22
"""The part of their rare words that reports of other weeks have in common where they count the dead of one deed."""
_NAMED = re.compile(r"[A-Z][\w’'-]*[a-z]")
_FURTHER = re.compile(r"\b(?:[Aa] further|[Aa]nother|[Aa]n additional) (?:about |some |estimated )?$")
_FEW = r"(?:two|three|four|five|six|seven|several|few|\d)"
_YEAR = re.compile(r"(?:19|20)\d\d")


def of_two_incidents(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether two counts are of two deeds of one kind."""
    if a.unit_kind != "count" or b.unit_kind != "count":
        return False
    if any(of(a) != of(b) for of in (_is_further, _is_summed)):
        return True
    if _is_score(a) or _is_score(b):
        return not _of_one_match(a, b)
    return _are_tolls(a, b) and _days_apart(a, b) > _SOON and not _of_one_deed(a, b, reader)


def _is_further(point: FigurePoint) -> bool:
    """Whether it comes on top of what there was: `a further eight buildings were set on fire`."""
    return _FURTHER.search(text_before(point)) is not None


def _is_summed(point: FigurePoint) -> bool:
    """Whether it is what several days, or several deeds, come to: `in three days`, `in separate incidents`."""
    return _summed().search(point.sentence.exact) is not None


@cache
def _summed() -> re.Pattern[str]:
    deeds = any_of("analysis", "summed_deeds")
    return re.compile(
        rf"\b(?:in|over|within|during) (?:the )?(?:past |last |space of )*{_FEW} (?:days|nights)\b"
        r"|\b(?:over|during) the (?:past|last) (?:week|month|fortnight)\b"
        rf"|\bin (?:separate|a series of|a string of|{_FEW}) (?:[a-z]+ )?(?:{deeds})\b",
        re.I,
    )


def _is_score(point: FigurePoint) -> bool:
    """Whether it counts what a game has many of: `three wickets`."""
    return point.unit in word_set("analysis", "game_counts")


def _of_one_match(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether reports of one day tell it of somebody whom both name."""
    ours, theirs = ({fold(n) for n in _NAMED.findall(p.measure)} - country_words() for p in (a, b))
    return _days_apart(a, b) <= 1 and not ours.isdisjoint(theirs)


def _are_tolls(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both count people who were killed or hurt."""
    return all(p.head in _harmed() or not _harm_words().isdisjoint(_told(p)) for p in (a, b))


def _told(point: FigurePoint) -> frozenset[str]:
    return frozenset(fold(point.sentence.exact).split())


@cache
def _harmed() -> frozenset[str]:
    return frozenset({"dead", "injured"})


@cache
def _harm_words() -> frozenset[str]:
    groups = group_of("analysis", "measures")
    return frozenset(word for word, first in groups.items() if first in _harmed()) | word_set(
        "analysis", "shot"
    )


def _of_one_deed(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether both name one day or year, or the reports have much in common besides the names of a long story."""
    first, second = days(a.period), days(b.period)
    if first and second and first.length == second.length == 1:
        return gap(first, second) <= _SOON
    years = [{*_YEAR.findall(p.sentence.exact)} for p in (a, b)]
    if years[0] & years[1]:
        return True
    ours, theirs = reader.one(GISTS, a.article), reader.one(GISTS, b.article)
    return not ours or not theirs or in_common(ours, theirs) >= _ALIKE


def _days_apart(a: FigurePoint, b: FigurePoint) -> int:
    first, second = days(a.published), days(b.published)
    return gap(first, second) if first and second else 0
