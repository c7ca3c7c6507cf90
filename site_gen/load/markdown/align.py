"""Rendered text back to its source: where each character of a block stands in the Markdown file.

Blocks come out of the renderer in the order of the source, so one pointer walks the source, stepping over markup
that the next character cannot be. A block whose words are not met within reach is given up rather than misplaced.
"""

import re
from html import unescape

_MARKUP = re.compile(
    r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,800}\)|\[[^\]\n]{0,200}\])"
    r"|\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,800}\)|\[[^\]\n]{0,200}\])"
    r"|\\(?=[!-/:-@\[-`{-~])|[*_`~#>\[\]|+<=:-]"
)
_LINE_MARKUP = re.compile(
    r"[ \t]*(?:\[[^\]\n]{1,200}\]:[^\n]*|[-=| :+]{3,}[ \t]*(?=\r?\n|$)|(?:`{3,}|~{3,})[^\n]*|\d{1,9}[.)](?=\s))"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_REACH = 4000


class Aligner:
    """Walks one source once; `place` is called with the blocks' texts in order."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.at = start

    def place(self, text: str) -> list[int] | None:
        """Offset in the source for each character of `text` (-1 for a space); None where it is not found."""
        found: list[int] = []
        at = self.at
        budget = _REACH
        for char in text:
            if char.isspace():
                found.append(-1)
                continue
            at, budget = self._step_to(char, at, budget)
            if at < 0:
                return None
            found.append(at)
            at += self._width(char, at)
        self.at = at
        return found

    def _step_to(self, char: str, at: int, budget: int) -> tuple[int, int]:
        """The next place of `char` from `at`, over markup first, over anything within the budget else."""
        source = self.source
        while at < len(source):
            if source[at] == char and not self._line_mark(at):
                return at, budget
            entity = _ENTITY.match(source, at) if source[at] == "&" else None
            if entity and unescape(entity.group()) == char:
                return at, budget
            if source[at].isspace():
                at += 1
                continue
            mark = self._line_mark(at) or _MARKUP.match(source, at)
            if mark and mark.end() > at:
                at = mark.end()
                continue
            at, budget = at + 1, budget - 1
            if budget < 0:
                return -1, budget
        return -1, budget

    def _line_mark(self, at: int) -> re.Match[str] | None:
        if at and self.source[at - 1] not in "\n\r \t>":
            return None
        begin = self.source.rfind("\n", 0, at) + 1
        if at - begin > 12 or self.source[begin:at].strip(" \t>"):
            return None
        return _LINE_MARKUP.match(self.source, at)

    def _width(self, char: str, at: int) -> int:
        if (
            self.source[at] == "&"
            and (entity := _ENTITY.match(self.source, at))
            and unescape(entity.group()) == char
        ):
            return entity.end() - at
        return 1
