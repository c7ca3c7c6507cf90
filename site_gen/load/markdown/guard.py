"""Keeps `markdown` away from what takes it quadratic time or too deep a recursion.

Its inline patterns try every opening bracket against the rest of the paragraph (10,000 brackets took it 8.7 s), and
its block parser copies the rest of a paragraph for every rule line in it. In a paragraph with more such marks than
anyone writes they stand for themselves: they are handed on as private characters and put back into the result.
"""

import re
from html import escape

_MOST_OPEN = 60
_MOST_MARKS = 400
_MOST_RULES = 40
_MOST_NESTED = 12
_PRIVATE = 0xF0000
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"[\[\]!*_`<>&\\#|=+-]")
_NESTING = re.compile(r"[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)])[ \t]*){%d}" % (_MOST_NESTED + 1))  # noqa: UP031
_MARKER = re.compile(r">|[-*+](?=[ \t])|\d(?=[.)])")
_INDENT = re.compile(r"^[ \t]{60,}(?=\S)", re.MULTILINE)
_RULE = re.compile(r"^[ \t>]*[-=*_|:][-=*_|: \t]*$", re.MULTILINE)
_STANDING_FOR = re.compile("[\U000f0020-\U000f007e]")


def guarded(source: str) -> str:
    """`source` as it may be given to `markdown`: the same but for paragraphs that no one writes."""
    source = _STANDING_FOR.sub("\ufffd", source)
    parts: list[str] = []
    at = 0
    for gap in _PARAGRAPH.finditer(source):
        parts += [_paragraph(source[at : gap.start()]), gap.group()]
        at = gap.end()
    parts.append(_paragraph(source[at:]))
    return "".join(parts)


def restored(html: str) -> str:
    """The rendered HTML with the marks that were kept from `markdown` put back as text."""
    return _STANDING_FOR.sub(lambda mark: escape(chr(ord(mark[0]) - _PRIVATE)), html)


def _paragraph(words: str) -> str:
    if len(words) < _MOST_OPEN:
        return words
    words = _INDENT.sub(" " * 8, words)
    if _too_many(words):
        return _MARKS.sub(_hidden, words)
    if "\n" in words or _NESTING.match(words):
        words = "\n".join(_MARKER.sub(_hidden, x) if _NESTING.match(x) else x for x in words.split("\n"))
    return words


def _hidden(mark: re.Match[str]) -> str:
    return chr(_PRIVATE + ord(mark[0]))


def _too_many(words: str) -> bool:
    opened = words.count("[")
    if opened > _MOST_OPEN and opened - words.count("](") - words.count("][") > _MOST_OPEN:
        return True
    if any(words.count(mark) > _MOST_MARKS for mark in "[*_`<&!\\"):
        return True
    return words.count("\n") > _MOST_RULES and len(_RULE.findall(words)) > _MOST_RULES
