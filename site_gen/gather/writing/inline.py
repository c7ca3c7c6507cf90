"""Emphasis and links of a line."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from site_gen.records import Inline

_MARKS = {"em": "*", "strong": "**"}
_SAFE = "%/:?#[]@!$&'*+,;=~-._"


def marked(text: str, start: int, inlines: Sequence[Inline], escape: Callable[[str], str]) -> str:
    """`text` with its emphasis and links as Markdown; `start` is the offset at which the inlines count."""
    kept = _nested([_trimmed(i, text, start) for i in inlines if i.tag in _MARKS or i.tag == "a"])
    return _range(text, 0, len(text), kept, escape)


def _trimmed(inline: Inline, text: str, start: int) -> Inline:
    """Counted in `text`, without white space at its edges."""
    first, last = max(0, inline.start - start), max(0, inline.end - start)
    words = text[first:last]
    first += len(words) - len(words.lstrip())
    return Inline(inline.tag, first, first + len(words.strip()), inline.href)


def _nested(inlines: Sequence[Inline]) -> list[Inline]:
    """Those that neither cross one another nor repeat what is around them."""
    kept: list[Inline] = []
    for inline in sorted(inlines, key=lambda i: (i.start, -i.end)):
        around = [other for other in kept if other.end > inline.start]
        crossing = any(other.end < inline.end for other in around)
        if inline.start < inline.end and not crossing and not any(o.tag == inline.tag for o in around):
            kept.append(inline)
    return kept


def _range(text: str, first: int, last: int, inlines: Sequence[Inline], escape: Callable[[str], str]) -> str:
    parts: list[str] = []
    at, n = first, 0
    while n < len(inlines):
        outer = inlines[n]
        inner = [i for i in inlines[n + 1 :] if i.start < outer.end]
        words = _range(text, outer.start, outer.end, inner, escape)
        parts += [escape(text[at : outer.start]), _wrapped(outer, words)]
        at, n = outer.end, n + 1 + len(inner)
    return "".join([*parts, escape(text[at:last])])


def _wrapped(inline: Inline, words: str) -> str:
    if inline.tag == "a":
        href = quote(inline.href, safe=_SAFE)
        return f"[{words}]({href})" if href.lower().startswith(("http://", "https://", "mailto:")) else words
    mark = _MARKS[inline.tag]
    return f"{mark}{words}{mark}"
