"""Keeps `markdown` away from what takes it quadratic time or too deep a recursion.

Its inline patterns try every opening bracket against the rest of the paragraph: 10,000 brackets took 8.7 s. A
paragraph with more unmatched marks than anyone writes is passed on with these marks escaped: it reads the same.
"""

import re

_MOST_OPEN = 60
_MOST_MARKS = 400
_MOST_NESTED = 12
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"[\[\]!*_`<&]")
_NESTING = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){%d}" % (_MOST_NESTED + 1), re.MULTILINE)
_INDENT = re.compile(r"^[ \t]{60,}(?=\S)", re.MULTILINE)
_MARKER = re.compile(r"(>|[-*+](?=[ \t])|\d(?=[.)]))")


def guarded(source: str) -> str:
    """`source` as it may be given to `markdown`: the same but for paragraphs that no one writes."""
    parts: list[str] = []
    at = 0
    for gap in _PARAGRAPH.finditer(source):
        parts += [_paragraph(source[at : gap.start()]), gap.group()]
        at = gap.end()
    parts.append(_paragraph(source[at:]))
    return "".join(parts)


def _paragraph(words: str) -> str:
    words = _INDENT.sub(" " * 8, words)
    if _NESTING.search(words):
        words = "\n".join(_unnested(line) for line in words.split("\n"))
    if len(words) > _MOST_OPEN and _too_many(words):
        words = _MARKS.sub(
            lambda mark: "&lt;" if mark[0] == "<" else "&amp;" if mark[0] == "&" else "\\" + mark[0], words
        )
    return words


def _unnested(line: str) -> str:
    return _MARKER.sub(r"\\\1", line) if _NESTING.match(line) else line


def _too_many(words: str) -> bool:
    opened = words.count("[")
    if opened > _MOST_OPEN and opened - words.count("](") - words.count("][") > _MOST_OPEN:
        return True
    return any(words.count(mark) > _MOST_MARKS for mark in "[*_`<&!")
