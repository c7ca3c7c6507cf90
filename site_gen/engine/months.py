"""Datelines without a year are read by the months of the other articles: which those are, and who waits on them."""

import json
from collections.abc import Iterator

from site_gen.engine.store import Store
from site_gen.load.collection_year import is_yearless, stated_month
from site_gen.records import Article
from site_gen.tables import Row, Table

_FACT = "months"
_MONTHS: Table[str] = Table("months stated", str)
"""Ids of articles by the month in which they say that they were published."""
_YEARLESS: Table[str] = Table("day without a year", str)
"""Ids of articles by the file that holds them."""


def months_then(store: Store) -> tuple[str, ...]:
    """The months of the last build."""
    found = store.fact(_FACT)
    return tuple(json.loads(found)) if found else ()


def months_now(store: Store) -> tuple[str, ...]:
    """The months as they are now; they are remembered."""
    found = [
        key
        for (key,) in store.select("SELECT key FROM keys WHERE tbl = ? AND n > 0 ORDER BY key", _MONTHS.name)
    ]
    store.set_fact(_FACT, json.dumps(found).encode())
    return tuple(found)


def yearless_files(store: Store) -> set[str]:
    """Files that hold an article whose only date is a dateline without a year."""
    return {key for (key,) in store.select("SELECT key FROM keys WHERE tbl = ? AND n > 0", _YEARLESS.name)}


def month_rows(article: Article, path: str) -> Iterator[Row]:
    """What an article of the file at `path` says of its month, or that it waits on the others."""
    if is_yearless(article):
        yield Row(_YEARLESS, path, article.id)
    elif month := stated_month(article):
        yield Row(_MONTHS, month, article.id)
