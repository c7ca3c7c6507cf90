"""After any sequence of edits the site is the one that a clean build makes."""

import random
import subprocess
import sys
from collections.abc import Callable

import pytest

from site_gen.engine import listing
from site_gen.engine.build import build
from site_gen.engine.flow import Flow
from site_gen.engine.listing import EarlyLook
from site_gen.engine.memory import Memory
from site_gen.engine.store import Store
from tests.build.conftest import ARTICLES, Desk

SENTENCES = (
    "Prime Minister Leila Haddad of Morocco met President Paulo Mendes of Brazil in Rabat on 3 May 2024.",
    "Morocco and Brazil signed the Atlantic Grain Agreement on 3 May 2024.",
    "Trade between the two countries reached $4.2 billion in 2023, up from $3.1 billion in 2021.",
    '"We are partners," Haddad said.',
    "The Atlantic Grain Agreement entered into force in June 2024.",
    "Foreign Minister Samir Haddad of Morocco said the talks would go on next month.",
    "Brazil pledged to invest 2 billion reais by 2030.",
    "Trade between the two countries reached $4.6 billion in 2023.",
)


def _edit(desk: Desk, chance: random.Random) -> None:
    name = f"story{chance.randrange(5)}.{chance.choice(['txt', 'md'])}"
    path = desk.content / name
    if path.exists() and chance.random() < 0.3:
        path.unlink()
        return
    if path.exists() and chance.random() < 0.2:
        path.rename(desk.content / f"moved{chance.randrange(3)}.txt")
        return
    body = "\n\n".join(chance.sample(SENTENCES, chance.randint(1, 5)))
    head = f"---\ntitle: Story {chance.randrange(9)}\ndate: 2024-05-0{chance.randint(1, 9)}\n---\n\n"
    desk.write(name, (head if name.endswith("md") else " date 2024-05-04 ") + body + "\n")


_WAYS = {
    "a process each": lambda _desk, _memory: None,
    "one process that remembers": lambda _desk, memory: memory,
    "a process each, with an early look": lambda desk, _memory: Memory(EarlyLook(desk.output)),
}


@pytest.mark.parametrize("way", _WAYS)
def test_random_edits_end_where_a_clean_build_does(
    desk: Desk, new_desk: Callable[[], Desk], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_MANY", 0)
    chance = random.Random(20240504)
    memory = Memory()
    build(desk.request(), memory=_WAYS[way](desk, memory))
    for _ in range(6):
        for _ in range(chance.randint(1, 3)):
            _edit(desk, chance)
        build(desk.request(), memory=_WAYS[way](desk, memory))
        clean = new_desk()
        for path in desk.content.iterdir():
            clean.write(path.name, path.read_bytes().decode())
        clean.build()
        assert desk.files() == clean.files()


def test_an_edit_of_one_sentence_writes_few_pages(desk: Desk) -> None:
    report = desk.build()
    desk.write("loan.txt", ARTICLES["loan.txt"].replace("would lend", "will lend"))
    again = desk.build()
    assert 0 < again.written < report.written / 2


def test_edits_and_killed_builds_end_where_a_clean_build_does(
    desk: Desk, new_desk: Callable[[], Desk]
) -> None:
    """Builds are processes of their own, some of them killed at a moment that chance chooses."""
    chance = random.Random(20250612)
    desk.build()
    killed = 0
    for _ in range(5):
        before = desk.files()
        _edit(desk, chance)
        killed += _killed_build(desk, chance.uniform(0.15, 0.9))
        _edit(desk, chance)
        if chance.random() < 0.5:
            killed += _killed_build(desk, chance.uniform(0.3, 1.2))
        assert set(desk.files()) >= {"index.html", "data/records.json"} or desk.files() == before
    desk.build()
    clean = new_desk()
    for path in desk.content.iterdir():
        clean.write(path.name, path.read_bytes().decode())
    clean.build()
    assert killed > 0
    assert desk.files() == clean.files()


def _killed_build(desk: Desk, seconds: float) -> bool:
    """Start a build and kill it after some time; whether it was still at work."""
    command = [sys.executable, "-m", "site_gen", "build", "-q"]
    command += ["--content", str(desk.content), "--output", str(desk.output)]
    process = subprocess.Popen(command, cwd=desk.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.wait() < 0


def test_a_sentence_that_tells_no_fact_has_nothing_compared_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    flows: list[Flow] = []

    class NotedFlow(Flow):
        def __init__(self, store: Store) -> None:
            super().__init__(store)
            flows.append(self)

    for number in range(3):
        body = "Trade between Morocco and Brazil reached $4.{0} billion in 2023, the ministry said.\n"
        desk.write(f"trade{number}.txt", f" date 2024-05-0{number + 1} " + body.format(number * 3))
    desk.build()
    monkeypatch.setattr("site_gen.engine.flow.Flow", NotedFlow)
    path = desk.content / "trade1.txt"
    desk.write(path.name, path.read_text("utf-8") + "\nThe wind was calm.\n")
    desk.build()
    compared = {stage for stage, times in flows[0].runs.items() if times and "compared" in stage}
    assert flows[0].runs["articles"] == 1
    assert not compared
