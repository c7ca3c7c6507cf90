"""Files that many runs contribute to, put together from fragments; what stands as it was is copied as bytes.

An assembly is in parts. How long each part is in the published file is remembered, so that after an edit only the
parts that were touched are made from their fragments, however long the file is.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from site_gen.engine.codec import DIGEST, decode, digest, encode
from site_gen.engine.shelves import decoded, sorted_rows
from site_gen.engine.store import Store
from site_gen.export.fragment import FRAGMENTS, Assembly, Family, Section

_BETWEEN = "\0"
"""Stands between names."""


class Span(NamedTuple):
    """Bytes of the published file."""

    start: int
    end: int


class Parts(Struct, frozen=True):
    """The parts of a section as they stand in the published file."""

    names: Sequence[str] = ()
    """What their keys end in, in order."""
    sizes: Sequence[int] = ()
    """How many bytes each has."""
    digests: bytes = b""
    """What stands for each, one behind the other."""
    starts: Sequence[int] = ()
    """Where each begins."""


_Told: Any = tuple[list[str], dict[str, tuple[int, bytes, bytes]]]
"""Lists of names, each as one text, and for each section which is its own, its sizes as packed numbers, and digests."""


class Assembled:
    """A file in the making. After `pieces` are through, there is a `digest`, and `keep` remembers the parts."""

    def __init__(self, assembly: Assembly, store: Store, touched: set[str], published: bool) -> None:
        """`touched`: keys of fragments that changed; `published`: the published file is as we left it."""
        self._assembly = assembly
        self._store = store
        self._touched = touched
        self._published = _standing(assembly, self._remembered()) if published else {}
        self._made: dict[str, tuple[str, bytes, bytes]] = {}

    def pieces(self) -> Iterator[bytes | Span]:
        """What the file is made of, in order: bytes, or where they stand in the published one."""
        yield self._assembly.head.encode()
        for section in self._assembly.sections:
            yield section.opening.encode()
            yield from self._parts(section)
            yield section.closing.encode()
        yield self._assembly.tail.encode()

    @property
    def digest(self) -> bytes:
        """What stands for the file: made of the digests of its parts, as most of them are never read."""
        return digest(b"".join([digest(digests) for _, _, digests in self._made.values()]))

    def keep(self) -> None:
        """Remember lengths and digests for the next build."""
        lists = [*dict.fromkeys(names for names, _, _ in self._made.values())]
        told = {section: (lists.index(names), *rest) for section, (names, *rest) in self._made.items()}
        self._store.set_fact(self._fact, encode((lists, told)))

    @property
    def _fact(self) -> str:
        return f"parts of {self._assembly.path}"

    def _remembered(self) -> dict[str, Parts]:
        raw = self._store.fact(self._fact)
        if not raw:
            return {}
        lists, told = decode(raw, _Told)
        split = [names.split(_BETWEEN) for names in lists]
        return {
            section: Parts(split[number], array("q", sizes), digests)
            for section, (number, sizes, digests) in told.items()
            if sizes
        }

    def _parts(self, section: Section) -> Iterator[bytes | Span]:
        between = section.between.encode()
        start = f"{self._assembly.path}#{section.name}#"
        names = [key[len(start) :] for key in part_keys(self._assembly, section.name, self._store)]
        before = self._published.get(section.name, Parts())
        due = {key[len(start) :] for key in self._touched if key.startswith(start)}
        made = sorted_rows(self._store, FRAGMENTS, [start + name for name in _due(names, before, due)])
        sizes, digests = array("q"), bytearray()
        for first, last, at in _stretches(names, before, due):
            if first:
                yield between
            if at is None:
                text = between.join(texts(next(made)))
                sizes.append(len(text))
                digests += digest(text)
                yield text
            else:
                end = at + last - first
                sizes += array("q", before.sizes[at:end])
                digests += before.digests[at * DIGEST : end * DIGEST]
                yield Span(before.starts[at], before.starts[end - 1] + before.sizes[end - 1])
        self._made[section.name] = (_BETWEEN.join(names), sizes.tobytes(), bytes(digests))


def _due(names: Sequence[str], before: Parts, touched: set[str]) -> list[str]:
    """The parts that have to be made, in order."""
    due = touched if names == before.names else touched | (set(names) - set(before.names))
    return [name for name in names if name in due] if due else []


def _stretches(
    names: Sequence[str], before: Parts, touched: set[str]
) -> Iterator[tuple[int, int, int | None]]:
    """All parts in order: one that has to be made, or some that stand behind each other in the published file.

    The numbers of the first and of the one behind the last, and where the first stands there.
    """
    first = 0
    for name in (*_due(names, before, touched), None):
        last = len(names) if name is None else bisect_left(names, name, first)
        yield from _runs(names, before.names, first, last)
        if name is not None:
            yield last, last + 1, None
        first = last + 1


def _runs(
    names: Sequence[str], before: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    """Parts that are as published; where others stood between them, one half after the other."""
    if first >= last:
        return
    at = bisect_left(before, names[first])
    if bisect_left(before, names[last - 1]) - at == last - 1 - first:
        yield first, last, at
        return
    middle = (first + last) // 2
    yield from _runs(names, before, first, middle)
    yield from _runs(names, before, middle, last)


def part_keys(assembly: Assembly, section: str, store: Store) -> list[str]:
    """The keys of a section's parts, in order."""
    start = f"{assembly.path}#{section}"
    query = "SELECT key FROM keys WHERE tbl = ? AND n > 0 AND key >= ? AND key < ? ORDER BY key"
    return [key for (key,) in store.select(query, FRAGMENTS.name, f"{start}#", f"{start}$")]


def is_touched(assembly: Assembly, touched: Iterable[str]) -> bool:
    """Whether a fragment of the file changed."""
    start = f"{assembly.path}#"
    return any(key.startswith(start) for key in touched)


def changed_parts(family: Family, store: Store, touched: set[str], everything: bool) -> list[str]:
    """Parts of a family whose fragments were touched; all of them where `everything`."""
    start = f"{family.path}#"
    found = {key for key in touched if key.startswith(start)}
    if everything:
        query = "SELECT key FROM keys WHERE tbl = ? AND key >= ? AND key < ?"
        found |= {key for (key,) in store.select(query, FRAGMENTS.name, start, f"{family.path}$")}
    return sorted(key[len(start) :] for key in found)


def family_files(family: Family, part: str, store: Store) -> Iterator[tuple[str, bytes]]:
    """The files of one part, with their bytes."""
    for rows in sorted_rows(store, FRAGMENTS, [f"{family.path}#{part}"]):
        for path, text in family.files(part, decoded(rows, str)):
            yield path, text.encode()


def fragments(store: Store, keys: Iterable[str]) -> Iterator[bytes]:
    """The fragments of some parts, in order; only those that share an order are compared by content."""
    for rows in sorted_rows(store, FRAGMENTS, keys):
        yield from texts(rows)


def texts(rows: Sequence[bytes]) -> Iterator[bytes]:
    """Fragments as they are written, from rows as they are stored."""
    return (text.encode() for text in decoded(rows, str))


def _standing(assembly: Assembly, remembered: Mapping[str, Parts]) -> dict[str, Parts]:
    """Parts with where each stands in a file whose parts are this long."""
    found: dict[str, Parts] = {}
    at = len(assembly.head.encode())
    for section in assembly.sections:
        at += len(section.opening.encode())
        parts = remembered.get(section.name, Parts())
        gap = len(section.between.encode())
        starts = [*accumulate((size + gap for size in parts.sizes), initial=at)]
        found[section.name] = replace(parts, starts=starts)
        at = starts[-1] - gap if parts.names else at
        at += len(section.closing.encode())
    return found
