"""Entries put into the store: appended in a clean build, exchanged in place after an edit."""

from array import array
from collections import Counter
from collections.abc import Sequence

from site_gen.engine.shelves import (
    Group,
    chunk_of,
    entry_of,
    head_of,
    keyed,
    mark_of,
    marks,
    owned,
    pieces_of,
)
from site_gen.engine.store import Store

FULL = 16_000
"""Bytes after which a chunk takes no more."""
_HELD = 16_000_000
"""Bytes kept before they are written."""
_ENTRY = 40
"""What it takes to hold an entry, beside its bytes."""

Place = tuple[str, str]
"""A table's name and a key."""


class Chunk:
    """Entries of one shelf, each behind the head that tells its owner."""

    __slots__ = ("dirty", "number", "pieces", "shelf", "size")

    def __init__(self, number: int, shelf: int, pieces: list[bytes], size: int = 0) -> None:
        self.number = number
        self.shelf = shelf
        self.pieces = pieces
        self.size = size
        """In bytes."""
        self.dirty = not pieces
        """Whether it is other than the store has it."""


class Shelver:
    """The writing side of the tables. What was put is in the store after `write`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._next = store.select("SELECT coalesce(max(id), 0) FROM rows")[0][0] + 1
        known = store.select("SELECT id, name, listed FROM tables")
        self._tables: dict[int, tuple[str, bool]] = {
            number: (name, bool(listed)) for number, name, listed in known
        }
        self._chunks: dict[int, Chunk] = {}
        self._last: dict[int, Chunk] = {}
        """Shelf -> the chunk that takes new entries."""
        self._owners: dict[int, bytes] = {}
        self._counted: Counter[Place] = Counter()
        self._bytes = 0

    @property
    def heavy(self) -> bool:
        """Whether enough waits to be written."""
        return self._bytes > _HELD

    def add(self, owner: int, found: Sequence[Group]) -> None:
        """Take in what an owner emits for the first time."""
        if found:
            head, cells = head_of(owner), array("q")
            for group in found:
                cells.append(self._append(head, group))
                cells.append(mark_of(group))
            self._owners[owner] = cells.tobytes()

    def exchange(self, owner: int, found: Sequence[Group]) -> set[Place]:
        """Make `found` all that `owner` has emitted; returns the keys whose rows differ."""
        head = head_of(owner)
        new = {mark_of(group): group for group in found}
        pending = self._owners.get(owner)
        before = owned(self.store, owner) if pending is None else marks(pending)
        now = {chunk: mark for chunk, mark in before.items() if new.pop(mark, None)}
        other = {group.shelf: (mark, group) for mark, group in new.items()}
        changed: set[Place] = set()
        for chunk in before.keys() - now.keys():
            mark = self._sort_out(head, self._loaded(chunk), other, changed)
            if mark is not None:
                now[chunk] = mark
        for mark, group in other.values():
            self._find(group.shelf)
            now[self._append(head, group)] = mark
            changed.update((group.table, key) for key, _ in group.counts)
        if now != before:
            self._owners[owner] = _cells(now)
        return changed

    def write(self) -> Counter[Place]:
        """Hand everything to the store; returns by how many rows the listed keys have grown."""
        db = self.store.db
        dirty = [chunk for chunk in self._chunks.values() if chunk.dirty]
        db.executemany(
            "INSERT OR REPLACE INTO rows VALUES (?, ?, ?)",
            ((chunk.number, chunk.shelf, chunk_of(chunk.pieces)) for chunk in dirty if chunk.pieces),
        )
        db.executemany("DELETE FROM rows WHERE id = ?", [(c.number,) for c in dirty if not c.pieces])
        owners = sorted(self._owners.items())  # so that neighbours in the file are written together
        db.executemany("INSERT OR REPLACE INTO owners VALUES (?, ?)", [told for told in owners if told[1]])
        db.executemany("DELETE FROM owners WHERE id = ?", [(owner,) for owner, cells in owners if not cells])
        counted, self._counted = self._counted, Counter()
        self._chunks, self._last, self._owners, self._bytes = {}, {}, {}, 0
        return counted

    def _append(self, head: bytes, group: Group) -> int:
        table, listed, shelf, counts, entry = group
        chunk = self._last.get(shelf)
        if chunk is None or chunk.size > FULL:
            chunk = self._begun(shelf, table, listed)
        chunk.pieces.append(head + entry)
        chunk.dirty = True
        size = len(entry) + _ENTRY
        chunk.size += size
        self._bytes += size
        if listed:
            for key, times in counts:
                self._counted[table, key] += times
        return chunk.number

    def _begun(self, shelf: int, table: str, listed: bool) -> Chunk:
        """A new chunk at the end of a shelf."""
        if shelf >> 32 not in self._tables:
            self._tables[shelf >> 32] = (table, listed)
            self.store.db.execute("INSERT INTO tables VALUES (?, ?, ?)", (shelf >> 32, table, listed))
        chunk = self._chunks[self._next] = self._last[shelf] = Chunk(self._next, shelf, [])
        self._next += 1
        return chunk

    def _find(self, shelf: int) -> None:
        """Look up the chunk of a shelf that takes new entries."""
        if shelf not in self._last:
            found = self.store.select("SELECT max(id) FROM rows WHERE shelf = ?", shelf)[0][0]
            if found is not None:
                self._last[shelf] = self._loaded(found)

    def _loaded(self, number: int) -> Chunk:
        if number not in self._chunks:
            shelf, raw = self.store.select("SELECT shelf, value FROM rows WHERE id = ?", number)[0]
            self._chunks[number] = Chunk(number, shelf, pieces_of(raw), len(raw))
        return self._chunks[number]

    def _sort_out(
        self, head: bytes, chunk: Chunk, new: dict[int, tuple[int, Group]], changed: set[Place]
    ) -> int | None:
        """Bring a chunk's entry of an owner up to date; what is done is taken out of `new`, by shelf.

        Returns the mark of the entry that the chunk holds from now on, if any.
        """
        place = next((n for n, piece in enumerate(chunk.pieces) if piece.startswith(head)), None)
        if place is None:
            return None
        mark, group = new.pop(chunk.shelf, (None, None))
        self._compare(chunk.shelf, chunk.pieces[place][len(head) :], group, changed)
        chunk.dirty = True
        if group:
            chunk.pieces[place] = head + group.entry
        else:
            del chunk.pieces[place]
        return mark

    def _compare(self, shelf: int, entry: bytes, group: Group | None, changed: set[Place]) -> None:
        """Note the keys that differ between an entry and what takes its place."""
        table, listed = self._tables[shelf >> 32]
        old, new = keyed(entry_of(entry)), keyed(entry_of(group.entry)) if group else {}
        for key in old.keys() | new.keys():
            if old.get(key) != new.get(key):
                changed.add((table, key))
            if listed:
                self._counted[table, key] += len(new.get(key, ())) - len(old.get(key, ()))


def _cells(held: dict[int, int]) -> bytes:
    """Chunks and marks as `marks` reads them."""
    return array("q", [number for pair in sorted(held.items()) for number in pair]).tobytes()
