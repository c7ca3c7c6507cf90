"""Every kind of change to a desk: few pages are rendered, and the site is what a clean build makes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.engine import build as building
from site_gen.engine import rendering, workers
from tests.build.conftest import Desk

TABLE = yaml.safe_load((Path(__file__).parent / "changes.yaml").read_text("utf-8"))
INPUT = ("content", "templates", "site.yaml", "decisions.yaml")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk of the table with its site; copies of it are changed."""
    desk = Desk(tmp_path_factory.mktemp("changes") / "desk")
    for name, text in TABLE["desk"].items():
        desk.write(f"../{name}", text)
    assert desk.build().errors == 0
    return desk


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are rendered from now on."""
    paths: list[str] = []
    render = rendering.render_page

    def counted(job: Any, due: Any, *rest: Any) -> Any:
        paths.append(due.path)
        return render(job, due, *rest)

    monkeypatch.setattr(rendering, "render_page", counted)
    monkeypatch.setattr(workers, "cores", lambda: 1)  # what other processes do is not seen here
    return paths


@pytest.mark.parametrize("name", TABLE["changes"])
def test_a_change_renders_few_pages_and_ends_where_a_clean_build_does(
    name: str, built: Desk, tmp_path: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = TABLE["changes"][name]
    desk = Desk(shutil.copytree(built.folder, tmp_path / "desk"))
    for step in case["do"]:
        _do(step, desk, monkeypatch)
    rendered.clear()
    desk.build()
    assert len(rendered) <= case["most"], sorted(rendered)
    if case.get("same"):
        assert _differing(desk, built) == []
    else:
        assert _differing(desk, built) != []
        assert _differing(desk, _clean(desk, tmp_path / "clean")) == []
    rendered.clear()
    assert desk.build().written == len(rendered) == 0, "the build after it has nothing to do"


def _differing(one: Desk, other: Desk) -> list[str]:
    """Paths of files that only one has, or that differ."""
    mine, theirs = one.files(), other.files()
    return sorted(path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path))


def _clean(desk: Desk, folder: Path) -> Desk:
    folder.mkdir()
    for name in INPUT:
        source = desk.folder / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy2(source, folder / name)
    clean = Desk(folder)
    clean.build()
    return clean


def _do(step: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    if isinstance(step, str):
        _DEEDS[step](desk, monkeypatch)
        return
    (kind, target), *rest = step.items()
    _STEPS[kind](desk, target, dict(rest))


def _edit(desk: Desk, target: str, step: dict[str, str]) -> None:
    path = desk.folder / target
    text, before = path.read_bytes().decode(), path.stat()
    assert step["old"] in text
    path.write_bytes(text.replace(step["old"], step["new"]).encode())
    if step.get("stamp") == "kept":
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _rename(desk: Desk, target: list[str], _step: dict[str, str]) -> None:
    old, new = (desk.folder / name for name in target)
    new.parent.mkdir(exist_ok=True)
    old.rename(new)


def _swap(desk: Desk, target: list[str], _step: dict[str, str]) -> None:
    one, other = (desk.folder / name for name in target)
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)


def _lose(desk: Desk, target: str, _step: dict[str, str]) -> None:
    found = list(desk.output.glob(target))
    assert found
    for path in found:
        path.unlink()


def _tamper(desk: Desk, target: str, _step: dict[str, str]) -> None:
    path = desk.output / target
    path.write_bytes(b"not what we wrote" + path.read_bytes()[17:-3])


_STEPS: dict[str, Callable[[Desk, Any, dict[str, str]], None]] = {
    "edit": _edit,
    "write": lambda desk, target, step: desk.write(f"../{target}", step["text"]),
    "delete": lambda desk, target, _: (desk.folder / target).unlink(),
    "rename": _rename,
    "swap": _swap,
    "touch": lambda desk, target, _: os.utime(desk.folder / target, (2_000_000_000, 2_000_000_000)),
    "lose": _lose,
    "tamper": _tamper,
}
_DEEDS: dict[str, Callable[[Desk, pytest.MonkeyPatch], object]] = {
    "build": lambda desk, _: desk.build(),
    "code": lambda _, patch: patch.setattr(
        building, "code_digest", lambda plugins=(): b"other code" + b"." * 6
    ),
}
