"""Resolve and analyse alone: articles are read once, then every stage is run over them, cold and after an edit.

Each size is measured in a process of its own, so that the memory is that of the joins.
"""

import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from site_gen import analyse, resolve
from site_gen.config import SiteConfig
from site_gen.engine.content import ContentScan
from site_gen.engine.flow import Flow
from site_gen.engine.local import local_rows
from site_gen.engine.reading import read_content
from site_gen.engine.settings import BuildRequest
from site_gen.engine.shelves import groups, table_values
from site_gen.engine.store import Store, open_store
from site_gen.plugins import Toolbox
from site_gen.records import Article
from site_gen.tables import ARTICLES, FINDINGS, StageSpec

STAGES: tuple[StageSpec[object], ...] = (*resolve.STAGES, *analyse.STAGES)
_LOCAL_SAMPLE = 200
_EDITS = 5


class JoinCost(NamedTuple):
    """What the joins of a number of articles cost."""

    articles: int
    alone: float
    """Seconds for what each article contributes by itself."""
    together: float
    """Seconds for all other stages."""
    memory: float
    """Bytes by which the process grew."""
    runs: float
    """Runs after one edit, the mean of several."""
    edit: float
    """Seconds for them, the median of several."""


def measure_joins(sizes: list[int], content: Path | None) -> None:
    """Print the cost of each size, and how it grows with the size."""
    costs = [_in_a_process(size, content) for size in sizes]
    for cost in costs:
        each = 1000 / cost.articles
        print(
            f"joins: {cost.articles:,} articles: {(cost.alone + cost.together) * each:.2f} ms an article "
            f"({cost.alone * each:.2f} alone, {cost.together * each:.2f} together), "
            f"{cost.memory / cost.articles / 1000:.0f} KB an article; one edit: {cost.runs:.0f} runs, "
            f"{cost.edit * 1000:.0f} ms"
        )
    if len(costs) > 1:
        few, many = costs[0], costs[-1]
        print(f"joins: log-log slope {few.articles:,} to {many.articles:,}: {_slope(few, many):.2f}")


def _slope(few: JoinCost, many: JoinCost) -> float:
    spent = [cost.alone + cost.together for cost in (few, many)]
    return math.log(spent[1] / spent[0]) / math.log(many.articles / few.articles)


def _in_a_process(size: int, content: Path | None) -> JoinCost:
    command = [
        sys.executable,
        "-m",
        "benchmarks.joins_speed",
        str(size),
        *([str(content)] if content else []),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-1000:])
    return JoinCost(*map(float, done.stdout.split()))._replace(articles=size)


def _measure(size: int, content: Path | None) -> JoinCost:
    with tempfile.TemporaryDirectory() as scratch:
        folder = content or Path(scratch) / "content"
        if content is None:
            write_corpus(folder, size, "md")
        chosen = _linked(folder, Path(scratch) / "chosen", size)
        store = open_store(Path(scratch) / "cache.db", b"joins")
        flow = Flow(store)
        _read(chosen, store, flow)
        alone = _alone(store) * size
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        flow.run(STAGES)
        store.commit()
        together = time.process_time() - started
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1000
        edits = [_edit(chosen, store, number) for number in range(_EDITS)]
        store.close()
        runs = sum(sum(made.values()) for made, _ in edits) / len(edits)
        return JoinCost(size, alone, together, memory, runs, sorted(spent for _, spent in edits)[_EDITS // 2])


def _linked(content: Path, chosen: Path, size: int) -> Path:
    """A folder with the first articles of `content`."""
    chosen.mkdir()
    for file in sorted(content.iterdir())[:size]:
        (chosen / file.name).write_bytes(file.read_bytes())
    return chosen


def _read(folder: Path, store: Store, flow: Flow) -> None:
    scan = ContentScan(BuildRequest(folder, folder.parent / "output", SiteConfig()), store)
    scan.look()
    read_content(scan, flow, lambda *_: None, Toolbox())
    flow.flush()


def _alone(store: Store) -> float:
    """Seconds an article for the stages that read one article alone, and for packing what they emit."""
    articles: dict[str, Article] = {}
    for key, article in table_values(store, ARTICLES):
        articles[key] = article
        if len(articles) == _LOCAL_SAMPLE:
            break
    found = [(articles[key], findings) for key, findings in table_values(store, FINDINGS) if key in articles]
    best = math.inf
    for _ in range(3):
        started = time.process_time()
        for article, findings in found:
            groups(local_rows(article, findings))
        best = min(best, time.process_time() - started)
    return best / len(found)


def _edit(folder: Path, store: Store, turn: int) -> tuple[Counter[str], float]:
    """Add a sentence to one article; the runs that follow, and their seconds."""
    files = sorted(folder.iterdir())
    file = files[(2 * turn + 1) * len(files) // (2 * _EDITS)]
    file.write_text(
        file.read_text("utf-8") + f"\nEdition {turn} adds one sentence about the harbour.\n", "utf-8"
    )
    flow = Flow(store)
    _read(folder, store, flow)
    started = time.process_time()
    flow.run(STAGES)
    store.commit()
    return flow.runs, time.process_time() - started


if __name__ == "__main__":
    print(*_measure(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
