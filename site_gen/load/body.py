"""The blocks of a plain text: title, paragraphs, headings, captions, and the page's furniture set apart."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.load.authors import author_names, names_beside_day
from site_gen.load.boxes import summary_lines
from site_gen.load.captions import caption_rule, credit_end, credit_start
from site_gen.load.dateline import FoundDateline, find_dateline, known_agency
from site_gen.load.days import BadDay, Day, read_day
from site_gen.load.furniture import Furniture, furniture_of, furniture_rule
from site_gen.load.header import date_lines
from site_gen.load.headings import headline_in, in_title_case, looks_like_heading
from site_gen.load.lines import Line, content_lines, folded, trimmed
from site_gen.load.outlet import outlet_of
from site_gen.load.pasted import ended, formed, headline_at, opening_at, signed
from site_gen.load.units import Unit, is_item, units_of
from site_gen.records import Block, Removal, Span

_LEADING = re.compile(
    r"\s*(?:date|dated|published|publication date)\s?:?\s{1,3}(?P<date>\d{4}-\d{2}-\d{2})\b[ \t]*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?<=[.!?\"”’)])\s{0,3}[(\[](?P<inner>[A-Za-z][^()\[\]\n]{1,60})[)\]]\.?$")
_CREDITS = re.compile(
    r"(?<=[.!?\"”’)])\s{0,3}(?:\((?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled)\b"
    r"(?: and (?:[Ww]riting|[Ee]diting))? (?:by|in)\b[^()\n]{2,400}\))?\s{0,3}(?:Our Standards: [^\n]{2,80})?$"
)
"""Who reported and edited, at the end of a paragraph that holds the entire report."""
_CREDITED = 500
_BYLINE = re.compile(
    r"(?:[^|]{2,50}\|\s?)?(?:(?:written|reported|posted|story|words|published) )?by:?\s+(?=\S)", re.IGNORECASE
)
_HEAD = 8
_TOP = 4
"""Lines among which a date may stand before the first words."""
_SENTENCE = 40
_SENTENCE_END = (".", "!", "?", "”", '"', "’", ":", ")")
_SOURCE = re.compile(r"^(?:Source|SOURCE|Via):\s?")
_BULLET = re.compile(r"(?:[•▪●‣◦–*-]|\d{1,3}[.)])\s+")


class Body(Struct, frozen=True):
    """What was read out of a text: its blocks, and what it says about itself."""

    blocks: tuple[Block, ...] = ()
    title_span: Span | None = None
    stated: tuple[str, Span] | None = None
    """A publication date that the text states (EDTF), and where."""
    bad_date: tuple[BadDay, int] | None = None
    """A stated date that is none, and where it stands."""
    dateline: FoundDateline | None = None
    agency: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    """Where it was published, as lines of the page say."""
    url: str = ""
    """The page's own address, where it stands above the text."""


def read_body(text: str, lexicon: Lexicon, start: int = 0, titled: bool = False) -> Body:
    """The blocks of `text` from `start`; `titled` where the title is known already."""
    known = furniture_of(lexicon)
    stated, begin, bad = _leading_date(text, start)
    units = formed(text, _ruled(text, begin, lexicon, titled))
    title = None if titled else _title_at(text, units, known, lexicon)
    units = ended(text, signed(text, units, title, lexicon), lexicon)
    opening = _opening_at(text, units, title, lexicon)
    dateline = (
        find_dateline(text, units[opening].start, units[opening].end, lexicon) if opening >= 0 else None
    )
    blocks = [Block("furniture", *trimmed(text, start, begin), rule="leading-date")] if begin > start else []
    for n in range(len(units)):
        if title is not None and n < title and not units[n].rule:
            blocks.append(Block("furniture", units[n].start, units[n].end, rule="above-title"))
        elif n == title:
            blocks += _title_blocks(text, units[n])
        else:
            blocks += _unit_blocks(text, units, n, lexicon, dateline, n == opening)
    outlet = outlet_of(text, blocks, lexicon)
    return Body(
        blocks=_grouped(blocks),
        title_span=next((Span(b.start, b.end) for b in blocks if b.rule == "title"), None),
        stated=stated or published_line(text, blocks),
        bad_date=bad,
        dateline=dateline,
        agency=(dateline.dateline.agency if dateline else "")
        or agency_of(text, blocks, lexicon)
        or outlet.agency,
        authors=authors_of(text, blocks, lexicon),
        outlet=outlet.name,
        url=outlet.url,
    )


def removals_of(text: str, blocks: Sequence[Block]) -> tuple[Removal, ...]:
    """What was set apart: each piece of furniture with its rule and words."""
    return tuple(
        Removal(Span(b.start, b.end), b.rule, text[b.start : b.end])
        for b in blocks
        if b.kind == "furniture" and b.rule != "dateline"
    )


def _leading_date(text: str, start: int) -> tuple[tuple[str, Span] | None, int, tuple[BadDay, int] | None]:
    """The date before the article, where the rest begins, and what is wrong with the date."""
    match = _LEADING.match(text, start)
    if not match:
        return None, start, None
    day = read_day(match["date"])
    if isinstance(day, BadDay):
        return None, match.end(), (day, match.start("date"))
    return (day.edtf, Span(*match.span("date"))), match.end(), None


def _ruled(text: str, begin: int, lexicon: Lexicon, titled: bool) -> list[Unit]:
    known = furniture_of(lexicon)
    lines = _parted(text, content_lines(text, begin))
    rules = [furniture_rule(text[line.start : line.end], known) for line in lines]
    told = [(text[a.start : a.end], rule) for a, rule in zip(lines, rules, strict=True)]
    for n in date_lines(told, titled, lexicon):
        rules[n] = "published"
    for n in summary_lines(told, lexicon):
        rules[n] = rules[n] or "summary"
    units = units_of(text, lines, rules)
    known_lines = {(line.start, line.end) for line in lines}
    again = [
        u
        if u.rule or (u.start, u.end) in known_lines
        else u._replace(rule=furniture_rule(text[u.start : u.end], known))
        for u in units
    ]
    return list(_repeated(text, _link_lists(text, again, known.lists)))


def _parted(text: str, lines: list[Line]) -> list[Line]:
    """`lines` with `date 2031-03-04` before the first words of a paragraph near the top as a line of its own."""
    for n, line in enumerate(lines[1:_TOP], 1):
        match = _LEADING.match(text, line.start, line.end)
        if match and match.end() < line.end and not isinstance(read_day(match["date"]), BadDay):
            day = Line(*trimmed(text, *match.span()), line.gap)
            return [*lines[:n], day, Line(*trimmed(text, match.end(), line.end), False), *lines[n + 1 :]]
    return lines


def _link_lists(text: str, units: Sequence[Unit], lists: frozenset[str]) -> Iterator[Unit]:
    """Lists after `Related articles` and its like that are no sentences belong to it, up to the next paragraph.

    A question between two lines of the page is the headline of another article.
    """
    rule = ""
    for unit, after in zip(units, (*units[1:], None), strict=False):
        asked = text[unit.end - 1] == "?" and after is not None and bool(after.rule)
        if unit.rule:
            rule = unit.rule if unit.rule in lists else ""
        elif unit.end - unit.start > 160 or (text[unit.end - 1] in _SENTENCE_END and not asked):
            rule = ""
        yield unit._replace(rule=unit.rule or rule)


def _repeated(text: str, units: Iterator[Unit]) -> Iterator[Unit]:
    """A line given twice in a row is the article's once."""
    last = ""
    for unit in units:
        if unit.rule:
            yield unit
            continue
        words = folded(text[unit.start : unit.end])
        yield unit._replace(rule="repeated-line") if words == last and len(words) >= 20 else unit
        last = words


def _title_at(text: str, units: Sequence[Unit], known: Furniture, lexicon: Lexicon) -> int | None:
    """The number of the line that is the headline: it stands apart, or the next is longer or no text."""
    title = headline_at(text, units, known.lists, lexicon)
    if title is None:
        return None
    follows = units[opening_at(text, units, lexicon)]
    longer = follows.end - follows.start > units[title].end - units[title].start
    return title if units[title].isolated or longer or units[title + 1].rule else None


def _opening_at(text: str, units: Sequence[Unit], title: int | None, lexicon: Lexicon) -> int:
    """The first paragraph: where a dateline stands, if one does. -1 where there is none among the first lines."""
    first = opening_at(text, units, lexicon)
    prose = [n for n, unit in enumerate(units) if not unit.rule and n != title and n >= first - 2][:5]
    for n in prose:
        if find_dateline(text, units[n].start, units[n].end, lexicon):
            return n
    return -1


def _title_blocks(text: str, unit: Unit) -> list[Block]:
    first, last = headline_in(text[unit.start : unit.end])
    title = Block("heading", unit.start + first, unit.start + last, 1, "title")
    sides = (trimmed(text, unit.start, title.start), trimmed(text, title.end, unit.end))
    before, after = ([Block("furniture", *at, rule="outlet")] if at[0] < at[1] else [] for at in sides)
    return [*before, title, *after]


def _unit_blocks(
    text: str, units: Sequence[Unit], n: int, lexicon: Lexicon, dateline: FoundDateline | None, opening: bool
) -> list[Block]:
    unit = units[n]
    signed = dateline.dateline.agency if dateline else ""
    line = text[unit.start : unit.end]
    if unit.rule:
        return [Block("furniture", unit.start, unit.end, rule=unit.rule)]
    if known_agency(_SOURCE.sub("", line.strip("()[]-–— ."), count=1), lexicon):
        return [Block("furniture", unit.start, unit.end, rule="agency-tail")]
    if dateline and opening:
        head = Block("furniture", *dateline.dateline.span, rule="dateline")
        return [head, *without_tail(text, *trimmed(text, head.end, unit.end), lexicon, signed)]
    if caption := _caption(text, unit, units, n, lexicon):
        return caption
    if _is_heading(text, units, n):
        return [Block("heading", unit.start, unit.end, 2, "heading-line")]
    if is_item(line[:4]) and _in_list(text, units, n):
        return [Block("item", unit.start + len(_bullet(line)), unit.end, 1)]
    return without_tail(text, unit.start, unit.end, lexicon, signed)


def _caption(text: str, unit: Unit, units: Sequence[Unit], n: int, lexicon: Lexicon) -> list[Block]:
    line = text[unit.start : unit.end]
    rule = caption_rule(line)
    credit = unit.start + credit_start(line, lexicon)
    if credit < unit.end:
        rule = rule or "caption-credit"
    elif not rule and _given_twice(units, n) and len(line) <= 300 and not looks_like_heading(line):
        rule = "caption-repeated"
    if not rule:
        return []
    rest = trimmed(text, credit, unit.end)
    begin = unit.start + credit_end(line)
    blocks = (
        [Block("furniture", *trimmed(text, unit.start, begin), rule="credit")] if begin > unit.start else []
    )
    blocks += [Block("caption", begin, credit, rule=rule)] if credit > begin else []
    return [*blocks, Block("furniture", *rest, rule="credit")] if rest[0] < rest[1] else blocks


def _given_twice(units: Sequence[Unit], n: int) -> bool:
    return n + 1 < len(units) and units[n + 1].rule == "repeated-line"


def _is_heading(text: str, units: Sequence[Unit], n: int) -> bool:
    """A headline-like line that a longer paragraph follows: alone between blank lines, or in title case."""
    unit = units[n]
    line = text[unit.start : unit.end]
    if not looks_like_heading(line) or is_item(line[:4]):
        return False
    follows = next((u for u in units[n + 1 :] if not u.rule), None)
    if follows is None or follows.end - follows.start <= len(line):
        return False
    return unit.isolated or in_title_case(line) or len(line) <= 60


def _in_list(text: str, units: Sequence[Unit], n: int) -> bool:
    """A lone line that begins with a dash or a number is a paragraph; a list has a neighbour of its form."""
    near = [u for u in (*units[max(0, n - 1) : n], *units[n + 1 : n + 2]) if not u.rule]
    return any(is_item(text[u.start : u.start + 4]) for u in near)


def _bullet(line: str) -> str:
    match = _BULLET.match(line)
    return match.group() if match else ""


def without_tail(text: str, start: int, end: int, lexicon: Lexicon, signed: str = "") -> list[Block]:
    """A paragraph, without the agency's signature at its end; `signed` is the agency of the dateline."""
    if start >= end:
        return []
    credits = _CREDITS.search(text, max(start, end - _CREDITED), end)
    if credits and text[credits.start() : end].strip():
        stop, at = trimmed(text, start, credits.start())[1], trimmed(text, credits.start(), end)
        paragraph = without_tail(text, start, stop, lexicon, signed)
        return [*paragraph, Block("furniture", *at, rule="agency-tail")]
    tail = _TAIL.search(text, max(start, end - 70), end)
    if tail and (tail["inner"] == signed or _is_tail(tail["inner"], lexicon)):
        stop = trimmed(text, start, tail.start())[1]
        at = trimmed(text, tail.start(), end)
        return [Block("paragraph", start, stop), Block("furniture", *at, rule="agency-tail")]
    return [Block("paragraph", start, end)]


def _is_tail(inner: str, lexicon: Lexicon) -> bool:
    rule = furniture_rule(f"({inner})", furniture_of(lexicon))
    return bool(known_agency(inner, lexicon)) or rule == "agency-tail"


def _grouped(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Items that follow each other belong to one list."""
    result: list[Block] = []
    group = 0
    for before, block in zip([None, *blocks], blocks, strict=False):
        if block.kind == "item":
            group += before is None or before.kind != "item"
            block = Block("item", block.start, block.end, block.level, block.rule, block.inlines, group)
        result.append(block)
    return tuple(result)


def published_line(text: str, blocks: Sequence[Block]) -> tuple[str, Span] | None:
    """The date of a line like `Published: Aug 29, 2025`.

    The date of an update, or a month, counts where there is no other.
    """
    found: list[tuple[bool, bool, int, str, Span]] = []
    head = _head(text, blocks)
    for number, block in enumerate(blocks):
        if block.rule == "published" or (block.rule == "byline" and number < head):
            line = text[block.start : block.end]
            day = read_day(line)
            whole = isinstance(day, Day) and len(day.edtf) == 10
            if isinstance(day, Day) and (whole or (block.rule == "published" and len(day.edtf) == 7)):
                late = "updat" in line[:20].lower() or "modif" in line[:20].lower()
                span = Span(block.start + day.start, block.start + day.end)
                found.append((late, not whole, number, day.edtf, span))
    return min(found)[3:] if found else None


def agency_of(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> str:
    for block in blocks:
        if block.rule == "agency-tail":
            inner = text[block.start : block.end].strip("()[]-–— .")
            for words in (inner, *re.findall(r"[A-Z][A-Za-z]{1,12}", inner)):
                if agency := known_agency(words, lexicon):
                    return agency
    return ""


def authors_of(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[str, ...]:
    """The names of a byline near the top, or of the line that says when."""
    head = blocks[: _head(text, blocks)]
    for block in head:
        line = text[block.start : block.end]
        signed_by = block.rule == "byline-name" or (block.rule == "byline" and _BYLINE.match(line))
        if signed_by and (names := author_names(line)):
            return names
    for block in head:
        if block.rule == "published" and (names := names_beside_day(text[block.start : block.end], lexicon)):
            return names
    return ()


def _head(text: str, blocks: Sequence[Block]) -> int:
    """How many blocks belong to an article's head: all before its first sentence."""
    prose = (
        n
        for n, b in enumerate(blocks)
        if b.kind == "paragraph" and b.end - b.start > _SENTENCE and text[b.end - 1] in _SENTENCE_END
    )
    return max(_HEAD, next(prose, 0))
