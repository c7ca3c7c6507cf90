"""`site-gen serve` as a process: from saving an article to the open page's news of it, and to its new words."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.corpus import write_corpus

_PATIENCE = 600
"""Seconds that the first build may take."""


class Served(NamedTuple):
    """A desk that is being served."""

    process: subprocess.Popen[str]
    articles: Path
    port: int


def measure_serving(count: int, runs: int) -> None:
    """Print medians of wall time, and of what it cost the processor of the serving process."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_corpus(folder / "content", count, "md")
        subprocess.run([sys.executable, "-m", "site_gen", "build", "--quiet"], cwd=folder, check=False)
        with _serving(folder) as desk:
            found = [_edit(desk, number) for number in range(runs + 1)][1:]  # the first warms up
    wall, cpu = (median(column) for column in zip(*found, strict=True))
    print(
        f"serve: {count:,} articles, medians of {runs}: edit to page {wall * 1000:.0f} ms wall, {cpu * 1000:.0f} ms CPU"
    )


@contextmanager
def _serving(folder: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "site_gen", "serve", "--port", "0"]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield Served(process, folder / "content", _port(process))
    finally:
        process.terminate()
        process.wait(10)


def _port(process: subprocess.Popen[str]) -> int:
    """The port that the server says it has; what it says after the first build is awaited."""
    assert process.stdout is not None
    said = process.stdout.readline()
    process.stdout.readline()
    return int(said.split("127.0.0.1:")[1].split("/")[0])


def _edit(desk: Served, number: int) -> tuple[float, float]:
    files = sorted(desk.articles.iterdir())
    file = files[len(files) // 2]
    words = f"Edition {number} adds one sentence about the harbour."
    text = file.read_text("utf-8") + f"\n{words}\n"
    line, edition = _listen(desk.port)
    time.sleep(0.5)
    cpu, started = _cpu(desk.process.pid), time.perf_counter()
    file.write_text(text, "utf-8")
    while _next(line) == edition:
        pass
    while words not in _page(desk.port, file.stem):
        time.sleep(0.002)
    return time.perf_counter() - started, _cpu(desk.process.pid) - cpu


def _listen(port: int) -> tuple[http.client.HTTPResponse, int]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    line.request("GET", "/-/news")
    answer = line.getresponse()
    return answer, _next(answer)


def _next(news: http.client.HTTPResponse) -> int:
    """The edition that the next news tells of."""
    while not (line := news.readline()).startswith(b"data: "):
        if not line:
            raise SystemExit("the server has closed the line")
    return int(json.loads(line[6:])["edition"])


def _page(port: int, name: str) -> str:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    line.request("GET", f"/articles/{name}.html")
    return line.getresponse().read().decode()


def _cpu(process: int) -> float:
    """Seconds of processor time of a process so far; zero where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
