"""An import: sources in, files written, a report of what became of each."""

from pathlib import Path

from msgspec import Struct, field

from site_gen.errors import Problem
from site_gen.gather.identity import address_key
from site_gen.gather.memory import Memory
from site_gen.gather.piece import Piece, Raw
from site_gen.gather.read import read_raw
from site_gen.gather.shelf import Held, Shelf, retrieved_in, signed, untouched, write_again, write_new
from site_gen.gather.writing import written
from site_gen.load.options import LoadOptions


class SourceReport(Struct):
    """What became of one source."""

    name: str
    files: list[tuple[str, Path]] = field(default_factory=list)
    """(outcome, file) of each article, in order."""
    problems: list[Problem] = field(default_factory=list)
    note: str = ""
    """Why there was nothing to do, e.g. `not changed since the last time`."""

    def count(self, outcome: str) -> int:
        """How many articles had this outcome."""
        return sum(found == outcome for found, _ in self.files)


def import_raw(
    raw: Raw, shelf: Shelf, memory: Memory, options: LoadOptions, again: bool = False, links: bool = False
) -> SourceReport:
    """Write the articles of one source into the shelf's folder.

    `again` brings back what an editor deleted; `links` keeps the links in the texts.
    """
    found = read_raw(raw, options)
    report = SourceReport(raw.name, problems=list(found.problems))
    for piece in found.pieces:
        try:
            outcome, path = _put(piece, raw.retrieved, shelf, memory, again, links)
        except UnicodeError as error:
            report.problems.append(Problem(raw.name, 0, 0, "encoding", f"'{piece.article.title}': {error}"))
            continue
        report.files.append((outcome, path))
    if not found.pieces and not found.problems:
        message = "no article was found in it"
        report.problems.append(Problem(raw.name, 0, 0, "empty-file", message, severity="warning"))
    return report


def _put(
    piece: Piece, retrieved: str, shelf: Shelf, memory: Memory, again: bool, links: bool
) -> tuple[str, Path]:
    url = address_key(piece.article.url) if piece.article.url else ""
    held = shelf.by_id.get(shelf.known_as(piece.identity, url))
    if held:
        return _update(piece, retrieved, held, links)
    if piece.identity in memory.seen and not again:
        return "deleted", shelf.folder / memory.seen[piece.identity]
    file = shelf.name_for(piece.article.title, piece.identity)
    path = write_new(shelf.folder, file, signed(written(piece, retrieved, links)))
    shelf.stems.add(path.stem.lower())
    shelf.hold(piece.identity, Held(path, url, piece.article.completeness == "summary"))
    memory.seen[piece.identity] = file
    return "new", path


def _update(piece: Piece, retrieved: str, held: Held, links: bool) -> tuple[str, Path]:
    if piece.article.completeness == "summary" and not held.summary:
        return "summary", held.path
    before = held.path.read_bytes().decode("utf-8", "replace")
    if signed(written(piece, retrieved_in(before) or retrieved, links)) == before:
        return "unchanged", held.path
    if not untouched(before):
        return "kept", held.path
    write_again(held.path, signed(written(piece, retrieved, links)))
    return "updated", held.path
