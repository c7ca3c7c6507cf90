"""A small engine in memory: every stage for every key, rows sorted by order and content."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import load_file
from site_gen.load.options import LoadOptions
from site_gen.records import Article, Findings
from site_gen.tables import ARTICLES, FINDINGS, Row, StageSpec, Table


class Memory:
    """Tables in memory, and a reader over them."""

    def __init__(self) -> None:
        self.cells: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))

    def put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.cells[row.table.name][row.key].append(row)

    def rows(self, table: Table[Any], key: str) -> tuple[Any, ...]:
        found = self.cells[table.name].get(key, [])
        return tuple(r.value for r in sorted(found, key=lambda r: (r.order, msgspec.json.encode(r.value))))

    def one(self, table: Table[Any], key: str) -> Any:
        rows = self.rows(table, key)
        return rows[0] if rows else None

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        return tuple(sorted(self.cells[table.name]))

    def count(self, table: Table[Any]) -> int:
        return len(self.keys(table))

    def all(self, table: Table[Any]) -> list[Any]:
        return [value for key in self.keys(table) for value in self.rows(table, key)]


def run_stages(
    stages: Iterable[StageSpec[Any]],
    articles: Iterable[tuple[Article, Findings]],
    rows: Iterable[Row] = (),
) -> Memory:
    """All stages over the articles, with further input rows (decisions, topics)."""
    memory = Memory()
    memory.put(rows)
    for article, findings in articles:
        memory.put([Row(ARTICLES, article.id, article), Row(FINDINGS, article.id, findings)])
    for stage in stages:
        made = [
            row
            for key in memory.keys(stage.reads)
            for row in stage.run(key, memory.rows(stage.reads, key), memory)
        ]
        memory.put(made)
    return memory


def tell(stages: Iterable[StageSpec[Any]], texts: Mapping[str, str], rows: Iterable[Row] = ()) -> Memory:
    """All stages over articles given as path -> text."""
    lexicon = load_lexicon()
    loaded = [
        article
        for path, text in texts.items()
        for article in load_file(text.encode(), path, LoadOptions(lexicon)).articles
    ]
    return run_stages(stages, [(article, extract(article, lexicon)) for article in loaded], rows)
