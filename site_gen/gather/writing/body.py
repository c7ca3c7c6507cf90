"""The body of an article as Markdown: what is not the article's is left out, nothing of its words is changed."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from site_gen.gather.writing.escape import escaped, fully_escaped, opening, plain
from site_gen.gather.writing.inline import marked
from site_gen.records import Article, Block

_LONGEST = 50_000
"""Characters of a line."""
_KEPT = frozenset({"dateline", "agency-tail", "credit"})
"""Furniture that says where an article comes from; the loader sets it apart again."""


class Line(Struct, frozen=True):
    """Blocks of the article that stand in one line."""

    kind: str
    words: str
    level: int
    group: int
    start: int
    blocks: tuple[Block, ...]


def lines_of(article: Article) -> list[Line]:
    """The lines of an article that are to be written, in order; a heading that repeats the title is not."""
    lines: list[Line] = []
    for blocks in _together(article):
        kept = [b for b in blocks if b.kind != "furniture" or b.rule in _KEPT]
        own = next((b for b in kept if b.kind != "furniture"), None)
        words = article.text[kept[0].start : kept[-1].end] if kept else ""
        if not plain(words) or (own and own.rule == "title"):
            continue
        shown = own or kept[0]
        lines.append(Line(shown.kind, words, shown.level, shown.group, kept[0].start, tuple(kept)))
    return lines or list(_headline(article))


def _headline(article: Article) -> Iterator[Line]:
    """Of an article that is no more than its headline, that."""
    for block in article.blocks:
        if block.kind != "furniture":
            yield Line("paragraph", article.text[block.start : block.end], 0, 0, block.start, (block,))


def _together(article: Article) -> Iterator[list[Block]]:
    """Blocks between which no line ends."""
    run: list[Block] = []
    for block in article.blocks:
        if run and "\n" in article.text[run[-1].end : block.start]:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def body_of(lines: Sequence[Line], careful: bool = False) -> str:
    """Markdown of the lines; `careful` writes no emphasis and no links, and escapes every mark."""
    escape = fully_escaped if careful else escaped
    parts: list[str] = []
    n = 0
    while n < len(lines):
        last = _run_end(lines, n)
        parts.append(_run(lines[n:last], escape, careful))
        n = last
    return "\n\n".join(parts) + "\n"


def _run_end(lines: Sequence[Line], n: int) -> int:
    """Where the run of items, cells or code that begins at `n` ends."""
    if lines[n].kind not in ("item", "cell"):
        return n + 1
    end = n + 1
    while end < len(lines) and lines[end].kind == lines[n].kind:
        end += 1
    return end


def _run(lines: Sequence[Line], escape: Callable[[str], str], careful: bool) -> str:
    first = lines[0]
    if first.kind == "item":
        return "\n".join(_items(lines, escape, careful))
    if first.kind == "cell":
        return "\n".join(_rows(lines, escape, careful))
    if first.kind == "code":
        return f"```\n{first.words.strip(chr(10)).replace('```', '` ` `')}\n```"
    words = _words(first, escape, careful)
    if first.kind == "heading":
        return f"{'#' * max(2, min(first.level, 6))} {_closed(words)}"
    if first.kind == "caption" and not careful and "*" not in words:
        return f"*{words}*"
    return f"> {opening(words)}" if first.kind == "quote" else _folded(opening(words))


def _folded(words: str) -> str:
    """A paragraph in lines that a loader takes; a line that ends inside a paragraph is a space."""
    parts = []
    while len(words) > _LONGEST:
        cut = words.rfind(" ", 1, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        parts.append(words[:cut])
        words = opening(words[cut:].lstrip())
    return "\n".join([*parts, words])


def _words(line: Line, escape: Callable[[str], str], careful: bool) -> str:
    """One line of Markdown."""
    inlines = () if careful else [i for b in line.blocks for i in b.inlines]
    return plain(marked(line.words, line.start, inlines, escape))


def _closed(heading: str) -> str:
    """A heading whose closing `#` is a character of its own."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") and not heading.endswith("\\#") else heading


def _items(lines: Sequence[Line], escape: Callable[[str], str], careful: bool) -> Iterator[str]:
    depth = 0
    for line in lines:
        depth = min(max(1, line.level), depth + 1, 4)
        yield f"{'    ' * (depth - 1)}- {opening(_words(line, escape, careful))}"


def _rows(lines: Sequence[Line], escape: Callable[[str], str], careful: bool) -> Iterator[str]:
    """A table; a first row that lacks one cell lacks the empty one in its corner."""
    rows: dict[int, list[str]] = {}
    for line in lines:
        rows.setdefault(line.group, []).append(_words(line, escape, careful).replace("|", "&#124;"))
    width = max(map(len, rows.values()))
    head, *rest = rows.values()
    if rest and len(head) == width - 1 and all(len(row) == width for row in rest):
        head = ["", *head]
    for n, row in enumerate([head, *rest]):
        yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
        if n == 0:
            yield f"|{' --- |' * width}"
