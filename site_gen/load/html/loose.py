"""Prose that stands in no paragraph of its own, given one: text beside paragraphs, or between double line breaks.

trafilatura leaves such text out, or joins it into one paragraph.
"""

from collections.abc import Iterator
from typing import Any

_HOLDERS = frozenset({"article", "body", "center", "div", "main", "section", "td"})
_WRAPPERS = frozenset({"font", "span"})
_INLINE = frozenset(
    "a abbr acronym b bdi big cite code del dfn em font i ins kbd mark q s small span strike strong sub sup time tt u "
    "var wbr".split()
)
_SENTENCE = 60
"""Characters; shorter text beside paragraphs is a label."""


def settled(tree: Any) -> bool:
    """Give loose prose of a page's tree its paragraphs, in place; whether any was there."""
    holders = [e for e in tree.iter(*_HOLDERS, *_WRAPPERS, "p") if _is_loose(e)]
    for element in holders:
        _split(element)
    return bool(holders)


def _is_loose(element: Any) -> bool:
    """Several runs of text in an element, or one beside blocks; one of them at least is a sentence."""
    if element.tag in _WRAPPERS and any(
        up.tag in ("p", "a", "h1", "h2", "h3") for up in element.iterancestors()
    ):
        return False
    if element.tag in _WRAPPERS and element.find("br") is None:
        return False
    parts = list(_parts(element))
    runs = [run for run in parts if isinstance(run, list)]
    return len(parts) > 1 and any(_is_prose(run) for run in runs)


def _parts(element: Any) -> Iterator[Any]:
    """The runs of an element, each a list of strings and inline elements, and the blocks between them, in order."""
    run: list[Any] = [element.text or ""]
    for child in element:
        breaks = _breaks(run, child)
        if breaks or not _is_inline(child):
            yield from [_without_break(run)] if _has_words(run) else []
            yield from [] if breaks else [child]
            run = [child.tail or ""]
        else:
            run += [child, child.tail or ""]
    if _has_words(run):
        yield _without_break(run)


def _breaks(run: list[Any], child: Any) -> bool:
    """A line break after another one with nothing between: the end of a paragraph."""
    if child.tag != "br":
        return False
    before = next((part for part in reversed(run) if not isinstance(part, str) or part.strip()), None)
    return before is None or getattr(before, "tag", "") == "br"


def _is_inline(child: Any) -> bool:
    if child.tag == "br" or not isinstance(child.tag, str):
        return True
    return child.tag in _INLINE and all(
        part.tag in _INLINE or part.tag in ("br", "img") for part in child.iter("*")
    )


def _without_break(run: list[Any]) -> list[Any]:
    """A run without the line break that ends it."""
    last = next((n for n in range(len(run) - 1, -1, -1) if not isinstance(run[n], str) or run[n].strip()), 0)
    return run[:last] if getattr(run[last], "tag", "") == "br" else run


def _has_words(run: list[Any]) -> bool:
    return any(_text(part).strip() for part in run)


def _is_prose(run: list[Any]) -> bool:
    text = _said(run)
    return len(text) >= _SENTENCE and not _linked(run) and any(mark in text for mark in ".?!\u3002")


def _linked(run: list[Any]) -> bool:
    """Mostly links, as menus and lists of other articles are."""
    links = [link for part in run if not isinstance(part, str) for link in part.iter("a")]
    return 2 * sum(len(_text(link)) for link in links) >= len(_said(run))


def _said(run: list[Any]) -> str:
    return " ".join("".join(_text(part) for part in run).split())


def _split(element: Any) -> None:
    """Its runs as paragraphs; a paragraph with several becomes several."""
    parts, parent = list(_parts(element)), element.getparent()
    if element.tag == "p" and (parent is None or not all(isinstance(part, list) for part in parts)):
        return
    made = [child for part in parts for child in _children(element, part)]
    if element.tag == "p":
        made[-1].tail = element.tail
        place = parent.index(element)
        parent[place : place + 1] = made
    else:
        element.text = None
        element[:] = made


def _children(element: Any, part: Any) -> list[Any]:
    """What stands for a part: a run as a paragraph, or as it is where it is mostly links; a block without its tail."""
    if isinstance(part, list) and _linked(part):
        made = element.makeelement("div")
        made.text = part[0] if isinstance(part[0], str) else ""
        made.extend(child for child in part if not isinstance(child, str))
        return [made]
    if isinstance(part, list):
        return [_paragraph(element, part)]
    part.tail = None
    return [part]


def _paragraph(element: Any, run: list[Any]) -> Any:
    made = element.makeelement("p", dict(element.attrib) if element.tag == "p" else {})
    last = None
    for part in run:
        if not isinstance(part, str):
            made.append(part)
            part.tail = None
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return made


def _text(part: Any) -> str:
    if isinstance(part, str):
        return part
    return "".join(part.itertext()) if isinstance(part.tag, str) else ""
