"""Captions of a page's pictures, which trafilatura leaves out, put back where they stood."""

from collections.abc import Sequence
from typing import Any

from site_gen.load.lines import folded
from site_gen.load.markup import RawBlock

_MOST = 500
_LEAST = 4
"""Words; fewer are a credit."""
_ROW = 2
"""More captions than these in a row are a gallery, or a list of other articles."""
_ARTICLE = frozenset({"article", "main"})
_ASIDE = frozenset({"a", "aside", "nav", "footer", "form"})


def with_captions(blocks: Sequence[RawBlock], tree: Any) -> tuple[RawBlock, ...]:
    """`blocks` with the captions of figures after the block that stands before them in the page.

    Only figures between blocks of the body count; those of lists of links, among them or around them, do not.
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
            if (last >= 0 or _within(element, _ARTICLE)) and _is_caption(element, words):
                found.setdefault(last, []).append(RawBlock("caption", words))
    return _merged(blocks, {n: captions for n, captions in found.items() if len(captions) <= _ROW})


def _is_caption(element: Any, words: str) -> bool:
    """Not the text of a teaser, which leads to another page, nor a name alone."""
    if len(words.split()) < _LEAST or _within(element, _ASIDE):
        return False
    linked = sum(len(" ".join("".join(link.itertext()).split())) for link in element.iter("a"))
    figure = next((parent for parent in element.iterancestors() if parent.tag == "figure"), element)
    headed = next(figure.iter("h1", "h2", "h3", "h4"), None) is not None
    return 2 * linked < len(words) and not headed


def _within(element: Any, tags: frozenset[str]) -> bool:
    return any(parent.tag in tags for parent in element.iterancestors())


def _merged(blocks: Sequence[RawBlock], found: dict[int, list[RawBlock]]) -> tuple[RawBlock, ...]:
    result = list(found.get(-1, ()))
    for n, block in enumerate(blocks):
        result += [block, *found.get(n, ())]
    return tuple(result)
