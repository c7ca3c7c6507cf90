"""What a loader is told, and what it gives back."""

from typing import Literal

from msgspec import Struct, field

from site_gen.errors import Problem
from site_gen.lexicon import Lexicon
from site_gen.limits import Limits
from site_gen.records import Article


class LoadOptions(Struct, frozen=True):
    """What a loader reads beside the file: words and the site's conventions."""

    lexicon: Lexicon
    date_order: Literal["", "dmy", "mdy"] = ""
    """How `03/04/2025` is meant; empty: it is an error."""
    language: str = "en"
    """Language of articles that do not say theirs."""
    limits: Limits = field(default_factory=Limits)
    months: tuple[str, ...] = ()
    """Months (`2025-11`) in which other articles of the collection say that they were published."""


class Loaded(Struct, frozen=True):
    """The articles of one file, in order, and what was wrong with it."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def nothing_in(path: str, furniture: bool) -> Problem:
    """The warning for a file without an article."""
    message = f"no article in this file: it {'holds only page furniture' if furniture else 'is empty'}"
    return Problem(path, 0, 0, "empty-file", message, severity="warning")
