"""Code of modules that was kept is used only where it is that of the file, and Python's own import does the rest."""

import importlib
import inspect
import os
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from site_gen import kept, modules
from site_gen.kept_parts import KeptParts

_PARTS = 30


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept._folder.cache_clear()
    monkeypatch.syspath_prepend(tmp_path / "lib")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(modules, "_installed", None)
    yield tmp_path / "cache" / "site-gen"
    _forget()
    kept._folder.cache_clear()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return _written(tmp_path / "lib" / "desk_of_test")


def _written(package: Path, said: str = "told") -> Path:
    (package / "inner").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "inner" / "__init__.py").write_text("WHAT = 'a package'\n")
    for number in range(_PARTS):
        file = package / f"part{number}.py"
        file.write_text(f"def told() -> str:\n    return '{said} {number}'\n")
    for file in package.rglob("*.py"):
        _aged(file)
    return package


def _aged(file: Path) -> None:
    """Let a file look as if nobody had touched it just now; the time of its last change cannot be set."""
    os.utime(file, (1_700_000_000, 1_700_000_000))


def _forget() -> None:
    for name in [name for name in sys.modules if name.startswith("desk_of_test")]:
        del sys.modules[name]


def _told(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], set[type]]:
    """What all modules say in a process that begins now, and what has loaded them; then they are kept."""
    _forget()
    importlib.invalidate_caches()
    monkeypatch.setattr(modules, "_installed", None)
    monkeypatch.setattr(modules, "GRAIN", 0)
    modules.install()
    parts = [importlib.import_module(f"desk_of_test.part{number}") for number in range(_PARTS)]
    inner = importlib.import_module("desk_of_test.inner")
    modules.keep_modules()
    sys.meta_path.pop(0)
    assert inspect.getsource(parts[0]).startswith("def told()")
    assert list(inner.__path__) == [str(Path(str(inner.__file__)).parent)]
    return [*(part.told() for part in parts), inner.WHAT], {type(part.__loader__) for part in parts}


_ALL = [*(f"told {number}" for number in range(_PARTS)), "a package"]


def test_modules_are_read_once_and_then_taken_from_what_was_kept(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _told(monkeypatch) == (_ALL, {SourceFileLoader})
    assert _told(monkeypatch) == (_ALL, {modules._Loader})


def test_a_module_that_was_changed_is_read_again(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _told(monkeypatch)
    (package / "part3.py").write_text("def told() -> str:\n    return 'said 3'\n")  # as long as before
    _aged(package / "part3.py")
    assert _told(monkeypatch) == (
        ["said 3" if t == "told 3" else t for t in _ALL],
        {modules._Loader, SourceFileLoader},
    )


def test_a_module_that_was_changed_just_now_is_not_kept(
    package: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modules, "GRAIN", 3_600_000_000_000)  # however long the imports take
    modules.install()
    for number in range(_PARTS):
        importlib.import_module(f"desk_of_test.part{number}")
    modules.keep_modules()
    known = KeptParts(kept.mapped("modules", modules._source()))
    assert not any(name.startswith("desk_of_test") for name in known)


def test_a_package_of_the_same_name_elsewhere_is_another(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _told(monkeypatch)
    _written(tmp_path / "other" / "desk_of_test", "retold")
    monkeypatch.syspath_prepend(tmp_path / "other")
    assert _told(monkeypatch)[0][0] == "retold 0"


@pytest.mark.parametrize("left", [0, 5, 40, -1])
def test_what_is_damaged_is_read_again(
    left: int, package: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _told(monkeypatch)
    (held,) = folder.glob("modules-*")
    held.write_bytes(held.read_bytes()[:left])
    assert _told(monkeypatch) == (_ALL, {SourceFileLoader})
    assert _told(monkeypatch) == (_ALL, {modules._Loader})


def test_without_a_place_no_module_is_read_twice(
    package: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.write_text("a file where the folder should be")
    monkeypatch.setattr(modules, "_read", lambda *_: pytest.fail("read again"))
    assert _told(monkeypatch) == (_ALL, {SourceFileLoader})


def test_a_module_alone_is_left_to_python(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _told(monkeypatch)
    finder = modules._Modules(KeptParts(kept.mapped("modules", modules._source())))
    assert finder.find_spec("desk_of_test") is None
    assert finder.find_spec("desk_of_test.part1", ["elsewhere"]) is None
    assert finder.find_spec("desk_of_test.part1", [str(package)]) is not None
