"""Files that many runs contribute to: put together from fragments when a fragment changed."""

from collections.abc import Iterable, Iterator

from site_gen.engine.codec import decode
from site_gen.engine.shelves import streamed
from site_gen.engine.store import Store
from site_gen.export.fragment import FRAGMENTS, Assembly, Family


def changed_assemblies(
    assemblies: Iterable[Assembly], touched: set[str], stale: set[str]
) -> Iterator[Assembly]:
    """Files of which a section was touched, or whose published copy is not as we left it."""
    for assembly in assemblies:
        sections = {f"{assembly.path}#{section.name}" for section in assembly.sections}
        if sections & touched or assembly.path in stale:
            yield assembly


def assembled(assembly: Assembly, store: Store) -> Iterator[bytes]:
    """The file's bytes, in pieces."""
    yield assembly.head.encode()
    for section in assembly.sections:
        yield section.opening.encode()
        between = section.between.encode()
        for number, part in enumerate(fragments(store, f"{assembly.path}#{section.name}")):
            yield between + part if number else part
        yield section.closing.encode()
    yield assembly.tail.encode()


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
    found = [raw.decode() for raw in fragments(store, f"{family.path}#{part}")]
    for path, text in family.files(part, found):
        yield path, text.encode()


def fragments(store: Store, key: str) -> Iterator[bytes]:
    """Fragments of a section in order; only those that share an order are compared by content."""
    for raw in streamed(store, FRAGMENTS, key):
        yield decode(raw, str).encode()
