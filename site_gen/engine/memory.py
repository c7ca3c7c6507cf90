"""What a process that builds again and again remembers of the output, so that it need not look at every file.

It holds for as long as the cache tells of the same exchange and no folder of the output has changed: a file that was
put there, taken away or replaced is seen. One that was overwritten in its place is not, until another process builds.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from site_gen.engine.listing import EarlyLook, FileStat, published_files
from site_gen.engine.spare import turn
from site_gen.engine.store import Store


class Memory:
    """The files of one output, and which of them are ours. Empty until a build has ended well."""

    def __init__(self, early: EarlyLook | None = None) -> None:
        """`early`: a look at the output that has begun already."""
        self._early = early
        self._there: dict[str, FileStat] | None = {}
        self._unread: EarlyLook | None = None
        self._output = Path()
        self.ours: set[str] | None = None
        """Those that the last build has published; None where nobody has asked the cache for them yet."""
        self.held = False
        """Whether the two were remembered, and need not be compared with the cache."""
        self._folders: set[str] = set()
        """Those that hold, or have held, a file or such a folder."""
        self._mark: object = None

    def look(self, output: Path, store: Store) -> None:
        """Bring `there` up to date. What is remembered counts again only after `keep`."""
        self.held = self._mark is not None and self._mark == self._mark_of(output, store)
        self._mark, self._output = None, output
        if not self.held:
            self._unread, self._early, self.ours = self._early, None, None
            self._there = None if self._unread else published_files(output)
            self._folders = _folders(self._there or ())

    @property
    def sum(self) -> int | None:
        """What stands for `there` (`sum_of`), where that is known before it. Waits for a look that has begun."""
        return self._unread.sum() if self._unread and self._there is None else None

    @property
    def there(self) -> dict[str, FileStat]:
        """Every file in the output."""
        if self._there is None:
            found = self._unread.files() if self._unread else None
            self._there = published_files(self._output) if found is None else found
            self._folders = _folders(self._there)
        return self._there

    def change(self, written: dict[str, FileStat], gone: Iterable[str]) -> None:
        """Take in what a build has published."""
        if self._there is None or self.ours is None:
            return  # nothing is remembered: see `keep`
        self._there |= written
        self.ours |= written.keys()
        self._folders |= _folders(written)
        for path in gone:
            self._there.pop(path, None)
            self.ours.discard(path)

    def keep(self, output: Path, store: Store) -> None:
        """Remember `there` and `ours`: they are what the output and the cache hold now, where both are known."""
        if self._unread:
            self._unread.end()
        known = self._there is not None and self.ours is not None
        self._mark = self._mark_of(output, store) if known else None

    def _mark_of(self, output: Path, store: Store) -> object:
        try:
            seen = [os.stat(output / folder) for folder in sorted(self._folders)]
        except OSError:
            return None
        return output.resolve(), turn(store), [(info.st_ino, info.st_mtime_ns) for info in seen]


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders on the way to some files, the output among them: a new folder changes the one that holds it."""
    found = {""}
    for folder in {path.rpartition("/")[0] for path in paths}:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
