"""Entries put into the store: appended in a clean build, exchanged in place after an edit."""

from array import array
from collections import Counter
from collections.abc import Sequence

from site_gen.engine.codec import encode
from site_gen.engine.shelves import Entry, Group, entries, keyed, mark_of, marks, owned
from site_gen.engine.store import Store

FULL = 16_000
"""Bytes after which a chunk takes no more."""
_HELD = 16_000_000
"""Bytes kept before they are written."""
_ENTRY = 40
"""Bytes of an entry beside its key and its rows, and what it takes to hold it."""

Place = tuple[str, str]
"""A table's name and a key."""


class Shelver:
    """The writing side of the tables. What was put is in the store after `write`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._next = store.select("SELECT coalesce(max(id), 0) FROM rows")[0][0] + 1
        known = store.select("SELECT id, name, listed FROM tables")
        self._tables: dict[int, tuple[str, bool]] = {
            number: (name, bool(listed)) for number, name, listed in known
        }
        self._chunks: dict[int, list[Entry]] = {}
        self._shelves: dict[int, int] = {}
        """Chunk -> its shelf."""
        self._sizes: dict[int, int] = {}
        """Bytes of each chunk."""
        self._last: dict[int, int] = {}
        """Shelf -> the chunk that takes new entries."""
        self._dirty: dict[int, None] = {}
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
            self._owners[owner] = _cells({self._append(owner, group): mark_of(group) for group in found})

    def exchange(self, owner: int, found: Sequence[Group]) -> set[Place]:
        """Make `found` all that `owner` has emitted; returns the keys whose rows differ."""
        new = {mark_of(group): group for group in found}
        pending = self._owners.get(owner)
        before = owned(self.store, owner) if pending is None else marks(pending)
        now = {chunk: mark for chunk, mark in before.items() if new.pop(mark, None)}
        other = {group.shelf: (mark, group) for mark, group in new.items()}
        changed: set[Place] = set()
        for chunk in before.keys() - now.keys():
            mark = self._sort_out(owner, chunk, other, changed)
            if mark is not None:
                now[chunk] = mark
        for mark, group in other.values():
            self._find(group.shelf)
            now[self._append(owner, group)] = mark
            changed.update((group.table, key) for key, _ in group.counts)
        if now != before:
            self._owners[owner] = _cells(now)
        return changed

    def write(self) -> Counter[Place]:
        """Hand everything to the store; returns by how many rows the listed keys have grown."""
        db = self.store.db
        gone = [(chunk,) for chunk in self._dirty if not self._chunks[chunk]]
        rows = [(c, self._shelves[c], encode(self._chunks[c])) for c in self._dirty if self._chunks[c]]
        db.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
        db.executemany("DELETE FROM rows WHERE id = ?", gone)
        db.executemany(
            "INSERT OR REPLACE INTO owners VALUES (?, ?)", [o for o in self._owners.items() if o[1]]
        )
        db.executemany(
            "DELETE FROM owners WHERE id = ?", [(owner,) for owner, ids in self._owners.items() if not ids]
        )
        counted, self._counted = self._counted, Counter()
        self._chunks, self._shelves, self._sizes, self._last = {}, {}, {}, {}
        self._dirty, self._owners, self._bytes = {}, {}, 0
        return counted

    def _append(self, owner: int, group: Group) -> int:
        table, listed, shelf, key, order, rows, packed, counts = group
        chunk = self._last.get(shelf)
        if chunk is None or self._sizes[chunk] > FULL:
            chunk = self._next
            self._next += 1
            self._chunks[chunk], self._shelves[chunk], self._sizes[chunk] = [], shelf, 0
            self._last[shelf] = chunk
            if shelf >> 32 not in self._tables:
                self._name(shelf >> 32, group)
        self._chunks[chunk].append(Entry(key, owner, order, rows, packed))
        size = len(packed) + _ENTRY
        self._sizes[chunk] += size
        self._bytes += size
        self._dirty[chunk] = None
        if listed:
            for one, times in counts:
                self._counted[table, one] += times
        return chunk

    def _name(self, number: int, group: Group) -> None:
        self._tables[number] = (group.table, group.listed)
        self.store.db.execute("INSERT INTO tables VALUES (?, ?, ?)", (number, group.table, group.listed))

    def _find(self, shelf: int) -> None:
        """Look up the chunk of a shelf that takes new entries."""
        if shelf not in self._last:
            found = self.store.select("SELECT max(id) FROM rows WHERE shelf = ?", shelf)[0][0]
            if found is not None:
                self._load(found)
                self._last[shelf] = found

    def _load(self, chunk: int) -> None:
        if chunk not in self._chunks:
            shelf, value = self.store.select("SELECT shelf, value FROM rows WHERE id = ?", chunk)[0]
            self._chunks[chunk], self._shelves[chunk], self._sizes[chunk] = entries(value), shelf, len(value)

    def _sort_out(
        self, owner: int, chunk: int, new: dict[int, tuple[int, Group]], changed: set[Place]
    ) -> int | None:
        """Bring a chunk's entry of `owner` up to date; what is done is taken out of `new`, by shelf.

        Returns the mark of the entry that the chunk holds from now on, if any.
        """
        self._load(chunk)
        held, shelf = self._chunks[chunk], self._shelves[chunk]
        place = next((n for n, entry in enumerate(held) if entry.owner == owner), None)
        if place is None:
            return None
        mark, group = new.pop(shelf, (None, None))
        self._compare(shelf, held[place], group, changed)
        self._dirty[chunk] = None
        if group:
            held[place] = Entry(group.key, owner, group.order, group.rows, group.packed)
        else:
            del held[place]
        return mark

    def _compare(self, shelf: int, entry: Entry, group: Group | None, changed: set[Place]) -> None:
        """Note the keys that differ between an entry and what takes its place."""
        table, listed = self._tables[shelf >> 32]
        old, new = keyed(entry), keyed(group) if group else {}
        for key in old.keys() | new.keys():
            if old.get(key) != new.get(key):
                changed.add((table, key))
            if listed:
                self._counted[table, key] += len(new.get(key, ())) - len(old.get(key, ()))


def _cells(held: dict[int, int]) -> bytes:
    """Chunks and marks as `marks` reads them."""
    return array("q", [number for pair in sorted(held.items()) for number in pair]).tobytes()
