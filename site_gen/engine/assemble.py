"""Files that many runs contribute to, put together from fragments; what stands as it was is copied as bytes.

An assembly is in parts. How long each part is in the published file is remembered, so that after an edit only the
parts that were touched are made from their fragments, however long the file is.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from site_gen.engine.codec import decode, encode, pack, unpack
from site_gen.engine.shelves import sorted_rows
from site_gen.engine.store import Store
from site_gen.export.fragment import FRAGMENTS, Assembly, Family, Section


class Span(NamedTuple):
    """Bytes of the published file."""

    start: int
    end: int


Sizes = dict[str, dict[str, int]]
"""Section -> key of each of its parts -> its length in bytes, in the order of the file."""


class Assembled:
    """A file in the making. After `pieces` are through, `keep` remembers how long each part is."""

    def __init__(self, assembly: Assembly, store: Store, touched: set[str], published: bool) -> None:
        """`touched`: keys of fragments that changed; `published`: the published file is as we left it."""
        self._assembly = assembly
        self._store = store
        self._touched = touched
        self._spans = _spans(assembly, self._remembered()) if published else {}
        self._sizes: Sizes = {}

    def pieces(self) -> Iterator[bytes | Span]:
        """What the file is made of, in order: bytes, or where they stand in the published one."""
        return _joined(self._pieces())

    def _pieces(self) -> Iterator[bytes | Span]:
        yield self._assembly.head.encode()
        for section in self._assembly.sections:
            yield section.opening.encode()
            yield from self._parts(section)
            yield section.closing.encode()
        yield self._assembly.tail.encode()

    def keep(self) -> None:
        """Remember the lengths for the next build."""
        self._store.set_fact(self._fact, pack(encode(self._sizes)))

    @property
    def _fact(self) -> str:
        return f"parts of {self._assembly.path}"

    def _remembered(self) -> Sizes:
        raw = self._store.fact(self._fact)
        return decode(unpack(raw), Sizes) if raw else {}

    def _parts(self, section: Section) -> Iterator[bytes | Span]:
        between = section.between.encode()
        keys = part_keys(self._assembly, section.name, self._store)
        made = sorted_rows(self._store, FRAGMENTS, [key for key in keys if self._is_due(key)])
        sizes = self._sizes[section.name] = {}
        last = -1
        for number, key in enumerate(keys):
            lead = between if number else b""
            if self._is_due(key):
                text = between.join(texts(next(made)))
                sizes[key], last = len(text), -1
                yield lead + text
                continue
            start, end = self._spans[key]
            sizes[key] = end - start
            if start - len(lead) == last:
                yield Span(last, end)
            else:
                yield lead
                yield Span(start, end)
            last = end

    def _is_due(self, key: str) -> bool:
        return key in self._touched or key not in self._spans


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
    found = [raw.decode() for raw in fragments(store, [f"{family.path}#{part}"])]
    for path, text in family.files(part, found):
        yield path, text.encode()


def fragments(store: Store, keys: Iterable[str]) -> Iterator[bytes]:
    """The fragments of some parts, in order; only those that share an order are compared by content."""
    for rows in sorted_rows(store, FRAGMENTS, keys):
        yield from texts(rows)


def texts(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Fragments as they are written, from rows as they are stored."""
    return (decode(raw, str).encode() for raw in rows)


def _joined(pieces: Iterable[bytes | Span]) -> Iterator[bytes | Span]:
    """Spans that follow one another as one."""
    held: Span | None = None
    for piece in pieces:
        if held and isinstance(piece, Span) and piece.start == held.end:
            held = Span(held.start, piece.end)
            continue
        if held:
            yield held
        held = piece if isinstance(piece, Span) else None
        if not held:
            yield piece
    if held:
        yield held


def _spans(assembly: Assembly, sizes: Mapping[str, Mapping[str, int]]) -> dict[str, Span]:
    """Where each part stands in a file whose parts are this long."""
    found: dict[str, Span] = {}
    at = len(assembly.head.encode())
    for section in assembly.sections:
        at += len(section.opening.encode())
        gap = 0
        for key, size in sizes.get(section.name, {}).items():
            found[key] = Span(at + gap, at + gap + size)
            at, gap = found[key].end, len(section.between.encode())
        at += len(section.closing.encode())
    return found
