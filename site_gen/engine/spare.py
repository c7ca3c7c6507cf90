"""The site before the last one, kept beside the output: with what has changed since, it becomes the next one.

Two folders take turns, so that publishing costs what changed and not what there is. The spare is used only when its
marker says that the output was exchanged with it in the very build that the cache remembers; the marker goes before the
folder is touched, so that a build that is killed leaves no spare that could be taken for whole.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from site_gen.engine.codec import digest
from site_gen.engine.listing import FileStat, published_files
from site_gen.engine.publish import link_file, link_files, remove_tree
from site_gen.engine.store import Store

_TURN, _CHANGED, _FOREIGN = "turn", "changed last", "foreign files"


def turn(store: Store) -> bytes | None:
    """The number of the exchange that the cache tells of."""
    return store.fact(_TURN)


class Spare:
    """The spare folder of one site."""

    def __init__(self, state: Path, store: Store) -> None:
        self.folder = state / "last"
        self._marker = state / "last.turn"
        self._store = store

    def take(self, foreign: dict[str, FileStat]) -> bool:
        """Whether the spare can be used; it is nobody else's from now on, or gone.

        `foreign`: files in the output that are not ours; with others than last time the spare is of no use.
        """
        known = turn(self._store)
        usable = (
            known is not None and self._read() == known and self._store.fact(_FOREIGN) == _stands_for(foreign)
        )
        self._marker.unlink(missing_ok=True)
        if not usable:
            remove_tree(self.folder)
        return usable

    def renew(self, output: Path, staging: Path, written: Iterable[str], gone: Iterable[str]) -> None:
        """Make the spare what the output is, with what stands in `staging` and without what is gone."""
        new, lost = set(written), set(gone)
        before = set((self._store.fact(_CHANGED) or b"").decode().split("\0")) - {""}
        there = {path for path in before - new - lost if os.path.lexists(f"{output}/{path}")}
        for path in before | new | lost:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(f"{self.folder}/{path}")
            self._prune(path)
        for path in there:
            self._room_for(path)
            link_file(f"{output}/{path}", f"{self.folder}/{path}")
        for path in new:
            self._room_for(path)
            os.rename(f"{staging}/{path}", f"{self.folder}/{path}")

    def note(self, changed: Iterable[str], foreign: dict[str, FileStat]) -> None:
        """Remember with this build what the next one needs."""
        number = int(self._store.fact(_TURN) or b"0") + 1
        self._store.set_fact(_TURN, str(number).encode())
        self._store.set_fact(_CHANGED, "\0".join(sorted(changed)).encode())
        self._store.set_fact(_FOREIGN, _stands_for(foreign))

    def keep(self, old: Path) -> None:
        """Keep `old`, which was the output until now."""
        if old != self.folder:
            os.rename(old, self.folder)
        self._marker.write_bytes(self._store.fact(_TURN) or b"")

    def fill(self, output: Path) -> None:
        """Make the spare what the output is, file by file: where nothing, or little, is left of the site before."""
        remove_tree(self.folder)
        self.folder.mkdir()
        link_files(output, self.folder, published_files(output))
        self._marker.write_bytes(self._store.fact(_TURN) or b"")

    def _read(self) -> bytes:
        try:
            return self._marker.read_bytes() if self.folder.is_dir() else b""
        except OSError:
            return b""

    def _room_for(self, path: str) -> None:
        os.makedirs(os.path.dirname(f"{self.folder}/{path}"), exist_ok=True)

    def _prune(self, path: str) -> None:
        """Remove the folders of a file that nothing is left in."""
        while path := path.rpartition("/")[0]:
            try:
                os.rmdir(f"{self.folder}/{path}")
            except OSError:
                return


def _stands_for(files: dict[str, FileStat]) -> bytes:
    return digest(repr(sorted(files.items())).encode("utf-8", "surrogateescape"))
