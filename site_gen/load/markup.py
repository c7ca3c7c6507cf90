"""Clean HTML of an article's body to blocks: paragraphs, headings, lists, quotations, cells, captions, code."""

import re
from html.parser import HTMLParser
from typing import Literal

from msgspec import Struct, field

from site_gen.records import Inline

TAGS = frozenset(
    "p br a em strong b i blockquote ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr th td caption code pre "
    "figure figcaption time cite q sup sub dl dt dd div section article hr del s u span".split()
)
_INLINE = {"em": "em", "i": "em", "cite": "em", "strong": "strong", "b": "strong", "code": "code", "sup": "sup",
           "sub": "sub", "a": "a"}  # fmt: skip
_BREAKING = TAGS - {
    "br",
    "a",
    "em",
    "strong",
    "b",
    "i",
    "code",
    "time",
    "cite",
    "q",
    "sup",
    "sub",
    "del",
    "s",
    "u",
    "span",
}
_DEEPEST = 60
_SPACES = re.compile(r" [ \t\n\r\f\v]+|[\t\n\r\f\v][ \t\n\r\f\v]*")
"""What is to become one blank: not a blank by itself, as most are."""


Kind = Literal["paragraph", "heading", "item", "quote", "cell", "caption", "code"]


class RawBlock(Struct, frozen=True):
    """A block of markup: its text with white space collapsed, and inlines counted in that text."""

    kind: Kind
    text: str
    level: int = 0
    group: int = 0
    inlines: tuple[Inline, ...] = ()


def blocks_of(html: str) -> tuple[RawBlock, ...]:
    """The blocks of `html`, in order. It is sanitised first: nothing outside the allow-list is looked at."""
    import nh3

    clean = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags={
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "form",
            "button",
        },
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    walker = _Walker()
    walker.feed(clean)
    walker.close()
    walker.flush()
    return tuple(walker.blocks)


class _State(Struct):
    """Where in the markup the walker is."""

    stack: list[str] = field(default_factory=list)
    open_inlines: list[tuple[str, int, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    done: list[Inline] = field(default_factory=list)
    group: int = 0
    deeper: int = 0
    """Open tags beyond the depth that is followed."""
    broken: bool = False
    """Whether the last thing was a line break."""


class _Walker(HTMLParser):
    """Follows sanitised tags and closes a block wherever one begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RawBlock] = []
        self.state = _State()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        state = self.state
        if tag == "br":
            self._break()
        elif tag in _BREAKING:
            self.flush()
            state.group += tag in ("ul", "ol", "tr")
            if len(state.stack) < _DEEPEST:
                state.stack.append(tag)
            else:
                state.deeper += 1
        elif tag in _INLINE:
            state.open_inlines.append((tag, state.length, dict(attrs).get("href") or ""))

    def _break(self) -> None:
        """A second line break after one ends the paragraph; a cell goes on."""
        state = self.state
        if state.broken and state.length and not {"td", "th", "pre"} & set(state.stack):
            again = [(name, 0, href) for name, _, href in state.open_inlines]
            self.flush()
            state.open_inlines = again
        else:
            self.handle_data(" ")
        state.broken = True

    def handle_endtag(self, tag: str) -> None:
        state = self.state
        if tag in _BREAKING:
            self.flush()
            if state.deeper:
                state.deeper -= 1
            elif tag in state.stack:
                del state.stack[len(state.stack) - 1 - state.stack[::-1].index(tag) :]
        elif tag in _INLINE:
            self._close_inline(tag)

    def handle_data(self, data: str) -> None:
        state = self.state
        if "pre" not in state.stack[-2:]:
            data = _SPACES.sub(" ", data)
            if data.startswith(" ") and (not state.length or state.parts[-1].endswith(" ")):
                data = data[1:]
        if data:
            state.broken = state.broken and data.isspace()
            state.parts.append(data)
            state.length += len(data)

    def flush(self) -> None:
        """End the block that was being read."""
        state = self.state
        for tag, _, _ in list(state.open_inlines[::-1]):
            self._close_inline(tag)
        text = "".join(state.parts)
        kept = text.rstrip() if "pre" not in state.stack else text.rstrip("\n")
        if kept.strip():
            kind, level, group = _kind_of(state)
            inlines = tuple(_within(state.done, len(kept)))
            self.blocks.append(RawBlock(kind, kept, level, group, inlines))
        state.parts, state.length, state.done, state.open_inlines = [], 0, [], []

    def _close_inline(self, tag: str) -> None:
        state = self.state
        for place in range(len(state.open_inlines) - 1, -1, -1):
            name, start, href = state.open_inlines[place]
            if name == tag:
                del state.open_inlines[place]
                if state.length > start and (tag != "a" or href):
                    state.done.append(Inline(_INLINE[tag], start, state.length, href))
                return


def _kind_of(state: _State) -> tuple[Kind, int, int]:
    """Kind, level and group by the tags around."""
    stack = state.stack
    last = stack[-1] if stack else ""
    if len(last) == 2 and last[0] == "h" and last[1].isdigit():
        return "heading", int(last[1]), 0
    if "pre" in stack[-2:]:
        return "code", 0, 0
    if "figcaption" in stack or last == "caption":
        return "caption", 0, 0
    if last in ("td", "th") or any(tag in ("td", "th") for tag in stack[-3:]):
        return "cell", 0, state.group
    if "li" in stack or "dd" in stack[-2:] or "dt" in stack[-2:]:
        return "item", max(1, sum(tag in ("ul", "ol") for tag in stack)), state.group
    return ("quote", 0, 0) if "blockquote" in stack else ("paragraph", 0, 0)


def _within(inlines: list[Inline], length: int) -> list[Inline]:
    kept = [Inline(i.tag, i.start, min(i.end, length), i.href) for i in inlines if i.start < length]
    return sorted(kept, key=lambda i: (i.start, -i.end, i.tag))
