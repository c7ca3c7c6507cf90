"""The year of a dateline that names a day without one: by the months in which the other articles were published."""

from site_gen.load.dateline import FoundDateline
from site_gen.load.dateline_year import fits_weekday, latest_past_year
from site_gen.records import Article

_REACH = 3
"""Months that a report may lie before or behind the nearest other one. More than half a year would fit two years."""


def year_among(text: str, found: FoundDateline, months: tuple[str, ...]) -> int | None:
    """The one year in which the dateline's day lies close to some of `months` (`2025-11`), which other articles state.

    Of two years the one in which the day is the weekday that the text names; none before a year that it tells as
    past; None where two are left, or none.
    """
    first = latest_past_year(text, found) or 0
    counted = [12 * int(month[:4]) + int(month[5:7]) for month in months]
    years = {
        at // 12 for month in counted for at in range(month - _REACH, month + _REACH + 1) if _is(at, found)
    }
    years = {year if found.month < 12 else year - 1 for year in years}
    possible = sorted(year for year in years if year >= first)
    fitting = [year for year in possible if fits_weekday(text, year, found)]
    left = fitting or possible
    return left[0] if len(left) == 1 else None


def _is(at: int, found: FoundDateline) -> bool:
    return at % 12 == found.month % 12


def is_yearless(article: Article) -> bool:
    """Whether the article's only date is a dateline without a year: then the other articles have a say in it."""
    published, line = article.published, article.dateline
    if published.basis not in ("dateline", "unknown") or line is None or line.date_span is None:
        return False
    written = article.text[line.date_span.start : line.date_span.end]
    return not any(len(word) == 4 for word in written.replace(",", " ").split() if word.isdigit())


def stated_month(article: Article) -> str:
    """The month in which the article says it was published; empty where it does not, or names no month."""
    day = article.published.edtf or ""
    told = article.published.basis in ("stated", "dateline") and not is_yearless(article)
    return day[:7] if told and len(day) >= 7 and day[:4].isdigit() and day[5:7].isdigit() else ""
