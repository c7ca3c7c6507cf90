"""Embargo and expiry: an article and the day a build is for in; out why the article is held back, if it is.

A build has no clock. The day is what the editor gives it (`--day`, `day:` in site.yaml); without one an embargo
holds, because publishing too early cannot be mended, and an expiry does not, but is named.
"""

from collections.abc import Iterator

from site_gen.engine.day import LIMITED_NAME
from site_gen.errors import Problem
from site_gen.records import Article
from site_gen.tables import Table

LIMITED: Table[str] = Table(LIMITED_NAME, str)
"""Paths of files that hold an article with an embargo or an expiry."""


def limited(article: Article) -> bool:
    """Whether the day of a build has a say in this article."""
    return bool(article.embargo or article.expires)


def withheld(article: Article, day: str) -> bool:
    """Whether the article may not be published on `day`; empty where no day is given."""
    early = bool(article.embargo) and (not day or day[: len(article.embargo)] < article.embargo)
    late = bool(article.expires and day) and day[: len(article.expires)] > article.expires
    return early or late


def release_notes(article: Article, path: str, day: str) -> Iterator[Problem]:
    """What the report says of an article that is limited in time."""
    if article.embargo and not day:
        message = f"held back: embargo until {article.embargo}, and this build is for no day"
        day_of = f"build with `--day {_first(article.embargo)}` or later"
        hint = f"{day_of}, put `day:` into site.yaml, or take `embargo` out"
        yield Problem(path, 0, 0, "embargo", message, hint, severity="warning")
    elif article.embargo and day[: len(article.embargo)] < article.embargo:
        message = f"held back: embargo until {article.embargo}, and this build is for {day}"
        yield Problem(path, 0, 0, "embargo", message, severity="note")
    elif article.expires and not day:
        message = f"published, though it expires after {article.expires}: this build is for no day"
        hint = "build with `--day today`, or put `day:` into site.yaml"
        yield Problem(path, 0, 0, "expiry-open", message, hint, severity="warning")
    elif article.expires and day[: len(article.expires)] > article.expires:
        message = f"taken out: it expired after {article.expires}, and this build is for {day}"
        yield Problem(path, 0, 0, "expired", message, severity="note")


def _first(edtf: str) -> str:
    return edtf + "-01-01"[len(edtf) - 10 :] if len(edtf) < 10 else edtf
