"""The body of a page by trafilatura: precision first, the ordinary pass where the first kept too little.

A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool", ACL 2021. The share of 60 % was measured
on public pages with known bodies.
"""

from typing import Any

from msgspec.structs import replace

from site_gen.load.markup import RawBlock, blocks_of

_SHARE = 0.6
_LEAST = 200
_PROSE = 80
"""Characters of a cell; shorter ones are values or labels."""
_ENDS = ".?!\"'\u201d\u2019"


def body_blocks(text: str, tree: Any) -> tuple[RawBlock, ...]:
    """The blocks of the page's article, in order; those of its whole body where trafilatura finds none."""
    precise = _pass(text, favor_precision=True)
    ordinary = _pass(text)
    sharp = _size(precise) >= max(_LEAST, _SHARE * _size(ordinary))
    chosen = precise if sharp else ordinary
    if len(chosen) == 1 and (apart := _apart(chosen[0], tree)):
        return apart
    return _linked(chosen, _pass(text, sharp, links=True)) if chosen else _small_page(tree)


def _apart(block: RawBlock, tree: Any) -> tuple[RawBlock, ...]:
    """The blocks of a page that trafilatura joined into one for want of text; empty where it did not."""
    words = _bare(block.text)
    blocks = _small_page(tree)
    if len(blocks) < 2 or not all(_bare(part.text) in words for part in blocks):
        return ()
    return blocks


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _pass(text: str, favor_precision: bool = False, links: bool = False) -> tuple[RawBlock, ...]:
    import trafilatura

    try:
        found = trafilatura.extract(
            text,
            output_format="html",
            include_formatting=True,
            include_links=links,
            include_tables=True,
            include_comments=False,
            favor_precision=favor_precision,
        )
    except Exception:  # any page may come; the caller falls back to the whole body
        return ()
    return _without_layout(blocks_of(found)) if found else ()


def _without_layout(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """`blocks` with the cells of rows that hold sentences and nothing else as paragraphs: tables made for layout."""
    rows: dict[int, list[bool]] = {}
    for block in blocks:
        if block.kind == "cell":
            rows.setdefault(block.group, []).append(len(block.text) > _PROSE and block.text[-1] in _ENDS)
    return tuple(
        replace(block, kind="paragraph", group=0)
        if block.kind == "cell" and all(rows[block.group])
        else block
        for block in blocks
    )


def _linked(blocks: tuple[RawBlock, ...], linked: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """`blocks` with the links of a pass that keeps them; that pass alone chooses the text less well."""
    by_words = {(block.kind, block.text): block for block in linked}
    return tuple(
        replace(block, inlines=by_words.get((block.kind, block.text), block).inlines) for block in blocks
    )


def _size(blocks: tuple[RawBlock, ...]) -> int:
    return sum(len(block.text) for block in blocks)


def _small_page(tree: Any) -> tuple[RawBlock, ...]:
    """Pages too small for a heuristic: what stands in `article`, `main` or `body`, without navigation and the like."""
    from lxml import etree

    for name in ("article", "main", "body"):
        for element in tree.iter(name):
            blocks = blocks_of(etree.tostring(_pruned(element), encoding="unicode", method="html"))
            if blocks:
                return blocks
    return ()


def _pruned(element: Any) -> Any:
    from copy import deepcopy

    kept = deepcopy(element)
    for part in list(kept.iter("nav", "aside", "footer", "form", "button", "script", "style", "noscript")):
        if part.getparent() is not None:
            part.drop_tree()
    for part in [part for part in kept.iter("div", "ul", "ol", "p") if _is_menu(part)]:
        if part.getparent() is not None:
            part.drop_tree()
    return kept


def _is_menu(element: Any) -> bool:
    """Whether an element holds a few words, all of them links."""
    words = _bare("".join(element.itertext()))
    linked = "".join(_bare("".join(link.itertext())) for link in element.iter("a"))
    return 0 < len(words) < _LEAST and words == linked
