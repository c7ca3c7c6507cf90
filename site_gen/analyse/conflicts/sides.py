"""Whether what two articles say may be two sides of one matter: a look at what is at hand, before more is read."""

from collections.abc import Container, Mapping
from typing import Any, Protocol

from site_gen.resolve.intervals import days, gap


class Side(Protocol):
    """What one article says."""

    @property
    def article(self) -> str:
        """Who says it."""

    @property
    def value(self) -> Any:
        """What it says."""

    @property
    def published(self) -> str:
        """EDTF of its publication; may be empty."""

    @property
    def pair(self) -> object:
        """The two countries that the article is about, where there are just two."""


def may_differ(a: Side, b: Side, said: Mapping[str, Container[Any]], most: int) -> bool:
    """Whether two articles that are no more than `most` days apart say different things, and neither says both.

    `said`: all that each article says of the matter.
    """
    if a.article == b.article or a.value == b.value or (a.pair and b.pair and a.pair != b.pair):
        return False
    if a.value in said[b.article] or b.value in said[a.article]:
        return False
    first, second = days(a.published), days(b.published)
    return not (first and second and gap(first, second) > most)
