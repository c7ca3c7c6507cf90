"""A process that builds again and again looks at the output only where something else has touched it."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from site_gen.engine import memory as memories
from site_gen.engine.build import build
from site_gen.engine.memory import Memory
from tests.build.conftest import Desk


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One item for every time that all files of the output were looked at."""
    seen: list[str] = []
    look = memories.published_files
    monkeypatch.setattr(memories, "published_files", lambda output: seen.append(str(output)) or look(output))
    return seen


def _edit(desk: Desk, word: str) -> None:
    desk.write("treaty.txt", f" date 2025-03-09 Kenya and Ghana signed the {word} Agreement in Accra.\n")


def test_edits_in_one_process_look_at_the_output_once(desk: Desk, looks: list[str]) -> None:
    memory = Memory()
    for word in ("Coast", "River", "River", "Forest"):
        _edit(desk, word)
        build(desk.request(), memory=memory)
    assert len(looks) == 1


def _removed(desk: Desk) -> None:
    (desk.output / "index.html").unlink()


def _replaced(desk: Desk) -> None:
    other = desk.output / "other"
    other.write_text("not ours")
    other.replace(desk.output / "index.html")


def _built_by_another(desk: Desk) -> None:
    _edit(desk, "Valley")
    desk.build()
    _edit(desk, "Harbour")


def _cleared(desk: Desk) -> None:
    for path in sorted((desk.output / "articles").iterdir()):
        path.unlink()


@pytest.mark.parametrize("touch", [_removed, _replaced, _built_by_another, _cleared])
def test_what_others_do_to_the_output_is_seen_and_mended(
    desk: Desk, new_desk: Callable[[], Desk], touch: Callable[[Desk], None]
) -> None:
    memory = Memory()
    for word in ("Coast", "River"):
        _edit(desk, word)
        build(desk.request(), memory=memory)
    touch(desk)
    build(desk.request(), memory=memory)
    clean = new_desk()
    for path in desk.content.iterdir():
        clean.write(path.name, path.read_text("utf-8"))
    clean.build()
    assert desk.files() == clean.files()


@pytest.mark.parametrize("name", ["CNAME", "more/notes.txt", "theirs/deep/new/notes.txt"])
def test_a_foreign_file_put_beside_ours_stays(desk: Desk, name: str) -> None:
    (desk.output / "theirs/deep/old").mkdir(parents=True)
    (desk.output / "theirs/deep/old/kept.txt").write_text("kept\n")
    memory = Memory()
    build(replace(desk.request(), adopt=True), memory=memory)
    (desk.output / name).parent.mkdir(parents=True, exist_ok=True)
    (desk.output / name).write_text("news.example\n")
    for word in ("Coast", "River"):
        _edit(desk, word)
        build(desk.request(), memory=memory)
    assert (desk.output / name).read_text() == "news.example\n"
    assert (desk.output / "theirs/deep/old/kept.txt").read_text() == "kept\n"
