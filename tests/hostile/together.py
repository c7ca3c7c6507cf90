"""All hostile cases in one desk, built by the command line, as `site-gen build` meets them in the wild."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.build.conftest import ARTICLES
from tests.hostile.cases import Case
from tests.hostile.desk import GOOD, SECRET, article_text, outside
from tests.hostile.judge import dangers


def site_gen(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a folder."""
    environment = {**os.environ, "HOSTILE_SECRET": SECRET}
    command = [sys.executable, "-m", "site_gen", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def good_desk(folder: Path) -> Path:
    """A desk with the good articles alone."""
    (folder / "content").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "content" / name).write_text(text)
    return folder


def moved(case: Case, number: int) -> Case:
    """The case in a folder of its own below the content, where no words of the desk are looked for."""
    puts = tuple(replace(put, name=b"c%05d/" % number + put.name) for put in case.puts)
    says = "" if case.puts[0].name.startswith(b"_lexicon/") else case.says
    return replace(case, puts=puts, says=says)


def faults_together(folder: Path, cases: Sequence[Case]) -> list[str]:
    """What is wrong with the site of all cases at once, built in `folder/all`."""
    good, everything = good_desk(folder / "good"), good_desk(folder / "all")
    assert site_gen(good, "build", "-q").returncode == 0
    placed = [moved(case, number) for number, case in enumerate(cases)]
    for case in placed:
        for put in case.puts:
            put.make(everything / "content")
    done = site_gen(everything, "build", "-q")
    said = done.stderr.decode("utf-8", "replace")
    faults = [] if done.returncode == 1 else [f"exit code {done.returncode}: {said[-500:]}"]
    faults += [f"a traceback: {said[-2000:]}"] if "Traceback" in said else []
    faults += _unnamed(placed, said)
    for path in sorted(GOOD):
        now, alone = ((desk / "output" / path) for desk in (everything, good))
        if not now.is_file() or article_text(now.read_bytes()) != article_text(alone.read_bytes()):
            faults.append(f"{path} differs")
    faults += outside(everything, {"content", "output", ".site-gen"})
    ours = site_dangers(good / "output")
    return faults + [danger for danger in site_dangers(everything / "output") if danger not in ours]


def site_dangers(output: Path) -> list[str]:
    """What is dangerous in any file of a site."""
    found = []
    for path in sorted(output.rglob("*")):
        if path.is_file() and "static" not in path.parts:
            raw = path.read_bytes()
            name = path.relative_to(output).as_posix()
            found += [f"{name}: {danger}" for danger in dangers(name, raw)]
            if b"root:x:0:0" in raw or SECRET.encode() in raw:
                found.append(f"{name}: leaks")
    return found


def _unnamed(cases: Sequence[Case], said: str) -> list[str]:
    """Faults of which the report does not name file, code and line."""
    lines = [line for line in said.splitlines() if "[" in line and not line.startswith(" ")]
    faults = []
    for case in cases:
        folder = os.fsdecode(case.puts[0].name).split("/")[0]
        own = [line for line in lines if folder in line and f"[{case.says}]" in line]
        if case.says and not own:
            faults.append(f"{case.name}: {case.says} is not named")
        elif case.line and not any(f":{case.line}:" in line or f":{case.line}: " in line for line in own):
            faults.append(f"{case.name}: line {case.line} is not named")
    return faults
