"""The lists of records that a site publishes."""

from typing import Any

from msgspec import Struct

from site_gen.export.data.shapes import (
    ArticleShape,
    DateShape,
    LineageShape,
    OpinionShape,
    ProblemShape,
    TopicShape,
)
from site_gen.export.data.story import (
    AgreementShape,
    ConflictShape,
    EventShape,
    FigureShape,
    PersonShape,
    QuoteShape,
    SeriesShape,
)


class Kind(Struct, frozen=True):
    """One list of records."""

    name: str
    """Its key in `records.json`."""
    one: str
    """One of them."""
    shape: type[Any]


KINDS = (
    Kind("articles", "article", ArticleShape),
    Kind("dates", "date", DateShape),
    Kind("leaders", "leader", PersonShape),
    Kind("people", "person", PersonShape),
    Kind("agreements", "agreement", AgreementShape),
    Kind("figures", "figure", FigureShape),
    Kind("series", "series", SeriesShape),
    Kind("quotes", "quote", QuoteShape),
    Kind("events", "event", EventShape),
    Kind("topics", "topic", TopicShape),
    Kind("lineages", "lineage", LineageShape),
    Kind("conflicts", "conflict", ConflictShape),
    Kind("opinions", "opinion", OpinionShape),
    Kind("problems", "problem", ProblemShape),
)
"""In the order of `records.json`."""
