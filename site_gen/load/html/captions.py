"""Captions of a page's pictures, which trafilatura leaves out, put back where they stood."""

from collections.abc import Sequence
from typing import Any

from site_gen.load.lines import folded
from site_gen.load.markup import RawBlock

_MOST = 500


def with_captions(blocks: Sequence[RawBlock], tree: Any) -> tuple[RawBlock, ...]:
    """`blocks` with the captions of figures after the block that stands before them in the page.

    Only figures between blocks of the body count; those of lists of links before and after it do not.
    """
    places = {folded(block.text)[:80]: n for n, block in reversed(list(enumerate(blocks)))}
    found: dict[int, list[RawBlock]] = {}
    seen = {folded(block.text) for block in blocks}
    last = -1
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "li", "figcaption"):
        words = " ".join("".join(element.itertext()).split())
        if element.tag != "figcaption":
            last = places.get(folded(words)[:80], last)
        elif words and len(words) <= _MOST and folded(words) not in seen and last < len(blocks) - 1:
            seen.add(folded(words))
            if last >= 0 or _in_article(element):
                found.setdefault(last, []).append(RawBlock("caption", words))
    return _merged(blocks, found)


def _in_article(element: Any) -> bool:
    return any(parent.tag in ("article", "main") for parent in element.iterancestors())


def _merged(blocks: Sequence[RawBlock], found: dict[int, list[RawBlock]]) -> tuple[RawBlock, ...]:
    result = list(found.get(-1, ()))
    for n, block in enumerate(blocks):
        result += [block, *found.get(n, ())]
    return tuple(result)
