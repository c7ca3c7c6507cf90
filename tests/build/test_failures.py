"""The disk fails at the n-th file operation of a build: the old site stands whole, and the next build is as if new.

After SQLite's tests of failing input and output. A choice of n runs always; all of them with `SITE_GEN_FAILURES=all`.
"""

import contextlib
import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from tests.build.conftest import ARTICLES, Desk

OPERATIONS = (
    "open",
    "link",
    "makedirs",
    "mkdir",
    "rename",
    "replace",
    "unlink",
    "scandir",
    "fdopen",
    "write",
)
"""What of `os` a build writes, links, moves and lists with."""
FAULTS: dict[str, Callable[[], BaseException]] = {
    "disk full": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "too many files": lambda: OSError(errno.EMFILE, "Too many open files"),
    "stopped": KeyboardInterrupt,
    "no memory": MemoryError,
}
ALL = os.environ.get("SITE_GEN_FAILURES") == "all"


class Disk:
    """Counts the operations outside of the content folder, and fails at one of them."""

    def __init__(self, patch: pytest.MonkeyPatch, desk: Desk) -> None:
        self.count = 0
        self.fail_at = 0
        self.fault: Callable[[], BaseException] = OSError
        self._content = os.fspath(desk.content)
        self._folder = os.fspath(desk.folder)
        for name in OPERATIONS:
            patch.setattr(os, name, self._counting(getattr(os, name)))

    def _counting(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            path = str(arguments[0]) if arguments else ""
            ours = path.startswith(self._folder) or isinstance(arguments[0], int)
            if ours and not path.startswith(self._content):
                self.count += 1
                if self.count == self.fail_at:
                    raise self.fault()
            return operation(*arguments, **named)

        return counted


def _chosen(count: int, kind: str) -> list[int]:
    """Numbers of operations to fail: all, or the first, the last, and some between."""
    if ALL:
        return list(range(1, count + 1))
    if kind != "disk full":
        return [3, count // 2, count - 1]
    return sorted({1, 2, 5, count // 4, count // 2, *range(count - 3, count + 1)})


def _edit(desk: Desk) -> None:
    desk.write("loan.txt", ARTICLES["loan.txt"].replace("250", "260"))
    (desk.content / "treaty.txt").unlink(missing_ok=True)
    desk.write("new.txt", "Mayor Erik Dahl of Bergen opened the new quay on 12 March 2025.\n")


def _restore(desk: Desk) -> None:
    (desk.content / "new.txt").unlink()
    for name, text in ARTICLES.items():
        desk.write(name, text)


@pytest.mark.parametrize("kind", FAULTS)
def test_a_failure_at_any_operation_leaves_a_whole_site(
    kind: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    old = desk.files()
    disk = Disk(monkeypatch, desk)
    disk.fault = FAULTS[kind]
    _edit(desk)
    disk.count = 0
    desk.build()
    count, new = disk.count, desk.files()
    assert count > 50
    assert new != old
    for number in _chosen(count, kind):
        _restore(desk)
        disk.fail_at = 0
        desk.build()
        assert desk.files() == old
        _edit(desk)
        disk.count, disk.fail_at = 0, number
        with contextlib.suppress(Exception, KeyboardInterrupt):
            desk.build()
        disk.fail_at = 0
        assert desk.files() in (old, new), f"{kind} at operation {number} of {count}: neither old nor new"
        desk.build()
        assert desk.files() == new, f"{kind} at operation {number} of {count}: the next build differs"


SHORTAGES = {kind: FAULTS[kind] for kind in ("disk full", "too many files", "no memory")}


@pytest.mark.parametrize(
    "place", ["site_gen.engine.reading.read_file", "site_gen.load.load_file", "site_gen.extract.extract_each"]
)
@pytest.mark.parametrize("kind", SHORTAGES)
def test_a_shortage_while_an_article_is_read_leaves_out_no_article(
    kind: str, place: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    old = desk.files()
    _edit(desk)

    def short(*_arguments: Any) -> Any:
        raise SHORTAGES[kind]()

    with monkeypatch.context() as patch:
        patch.setattr(place, short)
        with pytest.raises((OSError, MemoryError)):
            desk.build()
    assert desk.files() == old
    desk.build()
    assert "new" in " ".join(path for path in desk.files().keys() - old.keys())
