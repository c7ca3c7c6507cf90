"""Articles whose text is extracted rather than typed: blocks joined by one blank line, offsets counted in that."""

from collections.abc import Sequence

from msgspec.structs import replace

from site_gen.load.markup import RawBlock
from site_gen.records import Block


def joined(raw: Sequence[RawBlock]) -> tuple[str, list[Block]]:
    """The text of all blocks, and the blocks with their places in it."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for block in raw:
        text = block.text.strip("\n")
        inlines = tuple(replace(i, start=at + i.start, end=at + min(i.end, len(text))) for i in block.inlines)
        blocks.append(Block(block.kind, at, at + len(text), block.level, "", inlines, block.group))
        parts.append(text)
        at += len(text) + 2
    return "\n\n".join(parts), blocks
