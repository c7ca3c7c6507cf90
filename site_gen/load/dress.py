"""What marked-up blocks have in common with plain lines: datelines, signatures of agencies and lines of furniture."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from site_gen.lexicon import Lexicon
from site_gen.load.body import Body, agency_of, authors_of, published_line, without_tail
from site_gen.load.captions import credit_start
from site_gen.load.dateline import FoundDateline, find_dateline
from site_gen.load.furniture import Furniture, furniture_of, furniture_rule
from site_gen.load.header import date_lines
from site_gen.load.lines import folded, trimmed
from site_gen.records import Block, Inline, Span

_PROSE = 80
"""Characters of a paragraph that is surely prose."""
_SETTABLE = frozenset({"paragraph", "heading", "item"})


def dressed(text: str, blocks: Sequence[Block], lexicon: Lexicon, title: str = "") -> Body:
    """A body made of `blocks`, furniture among them set apart, and the dateline found.

    A first heading that repeats `title`, or any heading of level 1 before all prose, is the title's place.
    """
    known = furniture_of(lexicon)
    prose = next(
        (n for n, b in enumerate(blocks) if b.kind == "paragraph" and b.end - b.start > _PROSE), len(blocks)
    )
    ruled = [_ruled(text, block, known, n > prose) for n, block in enumerate(blocks)]
    lines = [(text[b.start : b.end], b.rule if b.kind in _SETTABLE else "furniture") for b in ruled[:12]]
    for n in date_lines(lines, bool(title), lexicon):
        ruled[n] = Block("furniture", ruled[n].start, ruled[n].end, rule="published")
    titled = _title_at(text, ruled, title)
    if titled is not None:
        ruled[titled] = replace(ruled[titled], kind="heading", level=1, rule="title")
    opening, dateline = _opening(text, ruled, lexicon)
    result: list[Block] = []
    for n, block in enumerate(ruled):
        result += _split(text, block, lexicon, dateline, n == opening)
    return Body(
        blocks=tuple(result),
        title_span=next((Span(b.start, b.end) for b in result if b.rule == "title"), None),
        stated=published_line(text, result),
        dateline=dateline,
        agency=(dateline.dateline.agency if dateline else "") or agency_of(text, result, lexicon),
        authors=authors_of(text, result, lexicon),
    )


def _ruled(text: str, block: Block, known: Furniture, within: bool) -> Block:
    """The block, set apart where it is furniture; `within` the prose a section's name is a heading: `## Opinion`."""
    if block.kind not in _SETTABLE or block.end - block.start > known.longest:
        return block
    rule = furniture_rule(text[block.start : block.end], known)
    if not rule or (rule == "section" and within and block.kind == "heading"):
        return block
    return Block("furniture", block.start, block.end, rule=rule)


def _title_at(text: str, blocks: Sequence[Block], title: str) -> int | None:
    for n, block in enumerate(blocks[:6]):
        if block.kind == "paragraph" and block.end - block.start > 200:
            return None
        words = folded(text[block.start : block.end])
        if block.kind in _SETTABLE and (
            words == folded(title) if title else (block.kind, block.level) == ("heading", 1)
        ):
            return n
    return None


def _opening(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[int, FoundDateline | None]:
    prose = [n for n, block in enumerate(blocks) if block.kind == "paragraph"][:4]
    for n in prose:
        if found := find_dateline(text, blocks[n].start, blocks[n].end, lexicon):
            return n, found
    return -1, None


def _split(
    text: str, block: Block, lexicon: Lexicon, dateline: FoundDateline | None, opening: bool
) -> Iterable[Block]:
    """A paragraph without its dateline and its agency's signature, which become furniture."""
    if block.kind == "caption":
        return _without_credit(text, block, lexicon)
    if block.kind != "paragraph":
        return [block]
    signed = dateline.dateline.agency if dateline else ""
    found: list[Block] = []
    start = block.start
    if dateline and opening:
        found.append(Block("furniture", *dateline.dateline.span, rule="dateline"))
        start = trimmed(text, found[0].end, block.end)[0]
    for part in without_tail(text, start, block.end, lexicon, signed):
        inlines = _kept(block.inlines, part) if part.kind == "paragraph" else ()
        found.append(replace(part, inlines=inlines))
    return found


def _without_credit(text: str, block: Block, lexicon: Lexicon) -> list[Block]:
    at = block.start + credit_start(text[block.start : block.end], lexicon)
    rest = trimmed(text, at, block.end)
    if at <= block.start or rest[0] >= rest[1]:
        return [block]
    caption = replace(block, end=at, inlines=_kept(block.inlines, replace(block, end=at)))
    return [caption, Block("furniture", *rest, rule="credit")]


def _kept(inlines: Sequence[Inline], block: Block) -> tuple[Inline, ...]:
    clipped = (replace(i, start=max(i.start, block.start), end=min(i.end, block.end)) for i in inlines)
    return tuple(i for i in clipped if i.start < i.end)
