"""Quotation marks in, quoted stretches out: straight, curly, guillemets, single, never closed."""

import re
from typing import Literal, NamedTuple

_MARK = re.compile(r"``|''|[\"“”«»‘’']")
_SURE = ('"', "“", "”", "«", "»", "‘", "``")
_SINGLE_OPENS = re.compile(r"(?<![^\s(\[—–])'")
_OPENERS = "“«"
_CLOSERS = "”»"
_EITHER = ('"',)
_SINGLE = ("‘", "'", "’")
_ELISION = re.compile(r"['’](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


class Quoted(NamedTuple):
    """Words between marks: the span with the marks, and that of the words alone."""

    start: int
    end: int
    inner: int
    inner_end: int
    kind: Literal["double", "single"]
    closed: bool


def has_marks(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark stands in a stretch of text, apostrophes after letters aside."""
    if any(text.find(mark, start, end) >= 0 for mark in _SURE):
        return True
    return text.find("'", start, end) >= 0 and _SINGLE_OPENS.search(text, start, end) is not None


def quoted_stretches(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of one paragraph, in order; one that is never closed runs to its end."""
    marks = [m for m in _MARK.finditer(text, start, end) if _may_quote(text, start, end, m)]
    found: list[Quoted] = []
    at = 0
    while at < len(marks):
        kind = _opens(text, start, end, marks[at])
        if kind is None:
            at += 1
            continue
        opened = marks[at]
        closing = _closing_double if kind == "double" else _closing_single
        at, closer = closing(text, start, end, marks, at)
        if closer is not None:
            found.append(Quoted(opened.start(), closer.end(), opened.end(), closer.start(), kind, True))
        elif kind == "double":
            stop = marks[at].start() if at < len(marks) else end
            stop = opened.end() + len(text[opened.end() : stop].rstrip())
            found.append(Quoted(opened.start(), stop, opened.end(), stop, kind, False))
    return tuple(q for q in found if text[q.inner : q.inner_end].strip())


def opens_paragraph(text: str, start: int, end: int, sign: str) -> bool:
    """Whether a paragraph begins with the mark `sign`: how a quotation of several paragraphs goes on."""
    return text.startswith(sign, start + len(text[start:end]) - len(text[start:end].lstrip()))


def _may_quote(text: str, start: int, end: int, mark: re.Match[str]) -> bool:
    """False for an apostrophe inside or in front of a word, inches, and the value of a markup attribute."""
    sign, at = mark.group(), mark.start()
    before, after = _around(text, start, end, mark)
    if sign in ("'", "’"):
        return not (before.isalnum() and after.isalnum()) and not _ELISION.match(text, at)
    return not (sign == '"' and (before == "=" or (before.isdigit() and after.isalnum())))


def _around(text: str, start: int, end: int, mark: re.Match[str]) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return before, after


def _opens(text: str, start: int, end: int, mark: re.Match[str]) -> Literal["double", "single"] | None:
    """The kind of stretch that `mark` opens where none is open."""
    sign = mark.group()
    before, after = _around(text, start, end, mark)
    if sign in _OPENERS or sign == "``":
        return None if after.isspace() and not before.isspace() else "double"
    free = before.isspace() or before in "([{—–-/>…"
    if sign in _EITHER:
        tight = before in ".,:;!?" and after.isalnum()
        return "double" if not after.isspace() and (free or tight) else None
    if sign == "‘" or (sign == "'" and (before.isspace() or before in "([—–")):
        return "single" if after.isalnum() or after in '[…“"' else None
    return None


def _closing_double(
    text: str, start: int, end: int, marks: list[re.Match[str]], at: int
) -> tuple[int, re.Match[str] | None]:
    """Place after the stretch opened by `marks[at]`, and its closing mark; the next opening one ends it."""
    place = at + 1
    while place < len(marks):
        if marks[place].group() in _SINGLE or (marks[place].group() == "''" and marks[at].group() != "``"):
            place += 1
        elif _closes(text, start, end, marks[place], marks[at].group()):
            return place + 1, marks[place]
        elif _nested(text, start, end, marks, place, marks[at].group()):
            place += 2
        else:
            return place, None
    return place, None


def _closes(text: str, start: int, end: int, mark: re.Match[str], opened: str) -> bool:
    """Whether a double mark can end an open stretch."""
    sign = mark.group()
    before, after = _around(text, start, end, mark)
    if sign in _CLOSERS:
        return not before.isspace() or after.isspace() or not after.isalnum()
    if sign in _OPENERS:
        return not before.isspace() and (after.isspace() or after in ".,;:!?)")
    if sign == "''":
        return opened == "``"
    return sign in _EITHER and (not before.isspace() or after.isspace())


def _nested(text: str, start: int, end: int, marks: list[re.Match[str]], place: int, outer: str) -> bool:
    """Whether the opening mark at `place` is closed at once, and so is the stretch that holds it after that.

    A curly pair inside a stretch that a straight mark opened needs no second closing mark.
    """
    needed = 1 if outer in _EITHER and marks[place].group() in _OPENERS else 2
    pair = marks[place + 1 : place + 1 + needed]
    return len(pair) == needed and all(
        m.group() not in _SINGLE and _closes(text, start, end, m, outer) for m in pair
    )


def _closing_single(
    text: str, start: int, end: int, marks: list[re.Match[str]], at: int
) -> tuple[int, re.Match[str] | None]:
    """The same for single marks; a plural possessive closes only where nothing later could."""
    fallback: tuple[int, re.Match[str] | None] = (at + 1, None)
    for place in range(at + 1, len(marks)):
        sign = marks[place].group()
        before, after = _around(text, start, end, marks[place])
        if sign == "‘" or (sign == "'" and before.isspace()):
            break
        if sign not in "'’" or before.isspace() or after.isalnum():
            continue
        if before in ",.?!…" or not (
            before == "s" and after == " " and _lower_follows(text, marks[place].end(), end)
        ):
            return place + 1, marks[place]
        if fallback[1] is None:
            fallback = place + 1, marks[place]
    return fallback


def _lower_follows(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at + 1].islower()
