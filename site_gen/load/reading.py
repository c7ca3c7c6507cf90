"""The text as extractors read it: same length, nothing in it but prose and headings."""

import re
from collections.abc import Iterable

from site_gen.records import Block, Span
from site_gen.text.document import PROSE

_ODD_SPACE = re.compile(
    r"[\t-\r\x1c-\x1f\x85\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
)


def reading_of(text: str, blocks: Iterable[Block], blanked: Iterable[Span] = ()) -> str:
    """`text` with all outside of prose blocks, and all of `blanked`, turned into spaces.

    Odd spaces and line breaks inside a block become spaces. After each block stands a line break, so that no
    pattern that is written with plain spaces reads across two blocks.
    """
    parts: list[str] = []
    at = 0
    for block in blocks:
        if block.kind in PROSE:
            parts += [_between(block.start - at), _ODD_SPACE.sub(" ", text[block.start : block.end])]
            at = block.end
    parts.append(_between(len(text) - at))
    return _without("".join(parts), blanked)


def _between(length: int) -> str:
    return "\n" + " " * (length - 1) if length > 0 else ""


def _without(reading: str, blanked: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(blanked):
        start = max(start, at)
        if start < end:
            parts += [reading[at:start], " " * (end - start)]
            at = end
    parts.append(reading[at:])
    return "".join(parts)
