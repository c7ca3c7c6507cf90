"""What a relative date is resolved against: the day of publication, or where the story has got."""

from typing import NamedTuple

from site_gen.extract.dates.calendar import When, months_between, within

_STORY_YEARS = 2
_LEAP_YEARS = 15
_HEADING = 8


class Reach(NamedTuple):
    """How far a text has got when a date is read."""

    published: When | None
    """The day, month or year of publication, as far as known."""
    told: When | None = None
    """Where the story stands: the last date that was no aside."""
    last: When | None = None
    """The last date that the text named at all."""
    quarter: When | None = None
    """The last quarter that it named."""
    hint: When | None = None
    """The first full date of the text, for what comes before any."""
    line: int = -1
    """The sentence of `told`."""
    at: int = -1
    """The sentence of `last`."""
    south: bool = False
    """Whether the report comes from south of the equator, and a season is told."""
    opens: bool = False
    """Whether the country named most calls a fiscal year after the year in which it opens."""

    @property
    def story(self) -> bool:
        """Whether time is told by the text itself and not by the day of publication."""
        return self.published is None

    def present(self, unit: str = "Y") -> When | None:
        """What `last month` counts from: publication, where that is known as exactly as `unit`."""
        return self.published if self.published and within(self.published, unit) else None

    def now(self) -> When | None:
        """What `the end of the year` and `a decade ago` count from."""
        return self.published or self.told or self.hint

    def then(self, unit: str = "Y") -> When | None:
        """What `the next day` and `two years later` count from: the last date told as exactly as `unit`."""
        exact = (when for when in (self.last, self.told) if when and within(when, unit))
        return next(exact, self.told or self.published or self.hint)


def moved(
    reach: Reach, when: When, line: int, first: int, words: int, aside: bool = False, ahead: bool = False
) -> Reach:
    """The reach after a date was told as word `first` of the `words` of sentence `line`.

    A quarter that is `ahead` leaves the one that the report is about: `would go on into the fourth quarter`.
    """
    quarter = when if when.unit == "Q" and not (ahead and reach.quarter) else reach.quarter
    if aside or (words > _HEADING and _aside(reach, when, first)):
        return reach._replace(last=when, quarter=quarter, at=line)
    return reach._replace(told=when, last=when, quarter=quarter, line=line, at=line)


def _aside(reach: Reach, when: When, first: int) -> bool:
    """Whether a date is mentioned in passing: a leap of many years, or a year in mid-sentence."""
    told, published = reach.told, reach.published
    if told is None or (published and abs(when.year - published.year) < _STORY_YEARS):
        return False
    if abs(when.year - told.year) > _LEAP_YEARS:
        return reach.last is None or abs(when.year - reach.last.year) > _LEAP_YEARS
    return when.unit in "YEC" and told.unit not in "YEC" and (first > 2 or when.year == told.year)


def year_of_month(
    reach: Reach, month: int, day: int, tense: int, line: int
) -> tuple[int | None, When | None]:
    """The year that a month, or a day of it, without one is in; and what that was read from."""
    told = reach.told
    if reach.published is None or (tense <= 0 and _in_story(reach, line)):
        base = told or reach.hint
        if tense > 0 and reach.story and not (told and told.unit == "D"):
            return None, None
        return (_story_year(base, month, told is None), base) if base else (None, None)
    if reach.published.unit == "Y":
        return reach.published.year, reach.published
    return _news_year(reach.published, month, day, tense), reach.published


def _in_story(reach: Reach, line: int) -> bool:
    told, published = reach.told, reach.published
    return (
        told is not None
        and published is not None
        and line - reach.line <= 1
        and published.year - told.year >= _STORY_YEARS
        and told.unit not in "EC"
    )


def _story_year(base: When, month: int, before: bool) -> int:
    gap = months_between(base, When(base.year, "M", month))
    if gap is not None and before and gap > 0:
        return base.year - 1
    return base.year + (1 if gap is not None and not before and gap < -8 else 0)


def _news_year(published: When, month: int, day: int, tense: int) -> int:
    """The nearest one in the direction that the tense points to, unless the other is far nearer."""
    back = (published.part - month) * 30.4 + ((published.day - day) if day and published.unit == "D" else 0)
    if back < 0:
        back += 365
        ahead, past_year, next_year = 365 - back, published.year - 1, published.year
    else:
        ahead, past_year, next_year = 365 - back, published.year, published.year + 1
    weight = {-1: 20.0, 0: 3.0, 1: 0.12}[tense]
    return past_year if back <= ahead * weight else next_year


def until_now(tokens: list[str], at: int) -> bool:
    """`has been empty since March`, `as of June`: up to the day of the report, whatever year was told before."""
    if tokens[max(0, at - 2) : at] == ["as", "of"]:
        return True
    if tokens[max(0, at - 1) : at] != ["since"]:
        return False
    ahead = tokens[max(0, at - 14) : at]
    return not {"has", "have", "'ve"}.isdisjoint(ahead) and "had" not in ahead
