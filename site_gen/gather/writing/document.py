"""A piece as the whole text of a file, checked by reading it back."""

from msgspec.structs import replace

from site_gen.gather.piece import Piece
from site_gen.gather.writing.body import Line, body_of, lines_of
from site_gen.gather.writing.escape import plain
from site_gen.gather.writing.matter import front_matter, with_import


def written(piece: Piece, retrieved: str, links: bool = False) -> str:
    """Front matter and body, with or without the links in it.

    `retrieved` is the day on which the article was taken from its address.
    """
    if piece.verbatim:
        return with_import(piece, retrieved)
    lines = lines_of(piece.article)
    body = checked_body(lines if links else [_unlinked(line) for line in lines])
    return f"{front_matter(piece, retrieved)}\n{body}"


def _unlinked(line: Line) -> Line:
    """A line without its links; their words stay."""
    kept = (replace(b, inlines=tuple(i for i in b.inlines if i.tag != "a")) for b in line.blocks)
    return replace(line, blocks=tuple(kept))


def checked_body(lines: list[Line]) -> str:
    """The body in the form that is pleasant to edit; lines that would be misread in it are written with care."""
    if not lines:
        return ""
    body = body_of(lines)
    if _reads_as(body) == _expected(lines):
        return body
    parts: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[at].kind in ("item", "cell") and lines[end].kind == lines[at].kind:
            end += 1
        part = lines[at:end]
        nice = body_of(part)
        parts.append(nice if _reads_as(nice) == _expected(part) else body_of(part, careful=True))
        at = end
    return "\n".join(parts)


def _reads_as(body: str) -> list[str]:
    """The words of the blocks that the loader makes of a body."""
    from site_gen.load.markdown.render import rendered
    from site_gen.load.markup import blocks_of

    try:
        return [plain(block.text) for block in blocks_of(rendered(body))]
    except RecursionError:
        return []


def _expected(lines: list[Line]) -> list[str]:
    return [plain(line.words) for line in lines]
