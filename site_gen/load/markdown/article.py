"""A Markdown file to an article."""

from collections.abc import Iterator

from msgspec.structs import replace

from site_gen.errors import Problem
from site_gen.load.assemble import article_of, has_prose
from site_gen.load.body import Body, read_body
from site_gen.load.dress import dressed
from site_gen.load.markdown.align import Aligner
from site_gen.load.markdown.render import rendered
from site_gen.load.markup import RawBlock, blocks_of
from site_gen.load.options import Loaded, LoadOptions, nothing_in
from site_gen.load.outlet import outlet_of
from site_gen.load.reading import reading_of
from site_gen.load.stated import stated_matter
from site_gen.records import Block, Inline, Span
from site_gen.text.document import PROSE

_LOST = 0.02
"""Share of a file that may stay without a place before it is read as plain text."""


def load_markdown(text: str, path: str, options: LoadOptions) -> Loaded:
    """The article of a Markdown file; none where its front matter is refused or it holds no prose."""
    matter = stated_matter(text, path, options)
    if not matter.usable:
        return Loaded((), matter.problems)
    body, markup, problems = _body(text, matter.body, path, options, matter.stated.title)
    problems = (*matter.problems, *problems)
    if not has_prose(body):
        return Loaded((), (*problems, nothing_in(path, bool(body.blocks))))
    reading = reading_of(text, body.blocks, markup)
    return Loaded((article_of(text, path, "md", body, matter.stated, options, reading),), problems)


def _body(
    text: str, start: int, path: str, options: LoadOptions, title: str
) -> tuple[Body, list[Span], tuple[Problem, ...]]:
    try:
        blocks, markup, lost = _placed(text, start, blocks_of(rendered(text[start:])))
    except RecursionError:
        return _as_plain(text, start, path, options, title, "nested too deeply")
    if lost > _LOST * (len(text) - start):
        return _as_plain(text, start, path, options, title, "too tangled")
    body = dressed(text, blocks, options.lexicon, title)
    outlet = outlet_of(text, body.blocks, options.lexicon)
    agency = body.agency or outlet.agency
    return replace(body, outlet=outlet.name, url=outlet.url, agency=agency), markup, ()


def _as_plain(
    text: str, start: int, path: str, options: LoadOptions, title: str, reason: str
) -> tuple[Body, list[Span], tuple[Problem, ...]]:
    message = f"{reason} to be read as Markdown; read as plain text"
    problem = Problem(path, 0, 0, "markdown", message, severity="warning")
    return read_body(text, options.lexicon, start, bool(title)), [], (problem,)


def _placed(text: str, start: int, raw: tuple[RawBlock, ...]) -> tuple[list[Block], list[Span], int]:
    """The blocks at their places in the source, the spans of markup inside them, characters not placed."""
    aligner = Aligner(text, start)
    blocks: list[Block] = []
    markup: list[Span] = []
    lost = 0
    for block in raw:
        places = aligner.place(block.text)
        solid = [at for at in places or () if at >= 0]
        if not places or not solid:
            lost += len(block.text)
            continue
        end = aligner.at
        inlines = tuple(_inlines(block, places, end))
        blocks.append(Block(block.kind, solid[0], end, block.level, "", inlines, block.group))
        if block.kind in PROSE and text[solid[0] : end] != block.text:
            markup += _gaps(text, solid, end)
    return blocks, markup, lost


def _gaps(text: str, solid: list[int], end: int) -> Iterator[Span]:
    """What stands between the characters that are read, white space aside."""
    for before, after in zip(solid, [*solid[1:], end], strict=True):
        if after > before + 1 and not text[before + 1 : after].isspace() and text[before] != "&":
            yield Span(before + 1, after)


def _inlines(block: RawBlock, places: list[int], end: int) -> Iterator[Inline]:
    for inline in block.inlines:
        solid = [at for at in places[inline.start : inline.end] if at >= 0]
        if solid:
            yield Inline(inline.tag, solid[0], min(end, solid[-1] + 1), inline.href)
