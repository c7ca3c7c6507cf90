"""Rows of a table in, lines of CSV out. No cell can be taken for a formula by a spreadsheet."""

import re
from collections.abc import Iterable, Iterator

from site_gen.export.data.relational import Cell, TableShape, Values

_QUOTED = re.compile('[",\r\n]')
_FORMULA = re.compile("'*[=+\\-@\t\r]")
"""What a spreadsheet would run: such a text gets an apostrophe in front, as does one that already has some."""


def header(table: TableShape) -> str:
    """The first line."""
    return ",".join(column.name for column in table.columns) + "\n"


def lines(rows: Iterable[Values]) -> Iterator[str]:
    """A line for each row."""
    for row in rows:
        yield ",".join(map(_cell, row)) + "\n"


def harmless(text: str) -> str:
    """`text`, with an apostrophe in front where it begins like a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_written(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = harmless(value)
        return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
    return ("true" if value else "false") if isinstance(value, bool) else repr(value)
