"""Where a record was read: a span of an article's text, with the words that stand there."""

from typing import NamedTuple, NewType

from msgspec import Struct

ArticleId = NewType("ArticleId", str)
"""Stable name of an article, made from its path; also its address on the site."""


class Span(NamedTuple):
    """A half-open range of code points in one article's text."""

    start: int
    end: int


class Evidence(Struct, frozen=True, array_like=True, order=True):
    """The words of one article that a record was made from.

    A W3C TextPositionSelector and TextQuoteSelector in one: `exact` always equals
    the article's text from `start` to `end`.
    """

    article: ArticleId
    start: int
    end: int
    exact: str
    sentence: int
    """Index of the sentence that holds `start`, as in `Findings.sentences`; -1 outside of all (a title)."""
