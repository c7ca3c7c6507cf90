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
_LINE_MARKS = frozenset("[-=|:+`~0123456789 ")
_BEFORE_MARKS = frozenset("\n\r \t>")
_RUN = re.compile(r"[^\W\d_][^\s&>]*(?: [^\s&>]+)*|.", re.DOTALL)
"""Words of one line together, anything else by itself."""
_PIECE = re.compile(r"[^\W\d_]+|.", re.DOTALL)
"""Letters together, anything else by itself."""
_STEP = 32
"""Characters that are compared at first."""
_REACH = 3_000
_WASTE = 60_000


class Aligner:
    """Walks one source once; `place` is called with the blocks' texts in order."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.at = start
        self.waste = _WASTE + len(source)
        """Steps that may still be lost on blocks that are not found, so that all of them cost linear time."""

    def place(self, text: str) -> list[int] | None:
        """Offset in the source for each character of `text` (-1 for a space); None where it is not found."""
        found: list[int] = []
        at, budget = self.at, min(_REACH, self.waste)
        for run in _RUN.findall(text):
            plain = self._plain(run, at)
            if plain >= 0:
                at = plain + len(run)
                found += [-1 if char == " " else place for place, char in enumerate(run, plain)]
                continue
            at, budget = self._place_run(run, at, budget, found)
            if at < 0:
                self.waste -= min(_REACH, self.waste) + len(found)
                return None
        self.at = at
        return found

    def _place_run(self, run: str, at: int, budget: int, found: list[int]) -> tuple[int, int]:
        """Add the places of a run to `found`, a piece with markup before or in it and what follows as it is in turn."""
        done = 0
        while done < len(run) and at >= 0:
            piece = _PIECE.match(run, done)
            assert piece
            at, budget = self._place_piece(piece[0], at, budget, found)
            done = piece.end()
            if at >= 0 and (same := self._same(run, done, at)):
                found += [-1 if run[n] == " " else at + n - done for n in range(done, done + same)]
                at, done = at + same, done + same
        return at, budget

    def _same(self, run: str, done: int, at: int) -> int:
        """How much of a run stands in the source as it is, from `done` on; in time that grows with what does."""
        size, step, grows = 0, _STEP, True
        while step and done + size < len(run):
            part = run[done + size : done + size + step]
            same = self.source.startswith(part, at + size)
            size += len(part) * same
            grows = grows and same
            step = step * 2 if grows else step // 2
        return size - (size > 0 and run[done + size - 1] == " ")

    def _place_piece(self, piece: str, at: int, budget: int, found: list[int]) -> tuple[int, int]:
        """Add the places of letters or of one character to `found`; where it goes on, and the steps that are left."""
        if piece.isspace():
            found.append(-1)
            return at, budget
        plain = self._plain(piece, at)
        if plain >= 0:
            found += range(plain, plain + len(piece))
            return plain + len(piece), budget
        for char in piece:
            at, budget = self._step_to(char, at, budget)
            if at < 0:
                break
            found.append(at)
            at += self._width(char, at)
        return at, budget

    def _plain(self, run: str, at: int) -> int:
        """Where `run` stands if it begins with a letter and follows as it is, at once or behind a space; else -1."""
        if not run[0].isalpha():
            return -1
        source = self.source
        if source.startswith(" ", at) and at and source[at - 1] not in _BEFORE_MARKS:
            at += 1
        return at if source.startswith(run, at) else -1

    def _step_to(self, char: str, at: int, budget: int) -> tuple[int, int]:
        """The next place of `char` from `at`, over markup and white space; -1 when the budget of steps is spent."""
        source, end = self.source, len(self.source)
        while at < end and budget > 0:
            here = source[at]
            mark = self._line_mark(at) if here in _LINE_MARKS else None
            if not mark:
                if here == char or (here == "&" and self._width(char, at) > 1):
                    return at, budget
                mark = None if here.isspace() else _MARKUP.match(source, at)
            at = mark.end() if mark and mark.end() > at else at + 1
            budget -= not here.isspace()
        return -1, budget

    def _line_mark(self, at: int) -> re.Match[str] | None:
        """Markup that takes its whole line, or begins one, at `at`."""
        if at and self.source[at - 1] not in _BEFORE_MARKS:
            return None
        before = self.source[max(0, at - 13) : at]
        line = before.rpartition("\n")[2]
        if len(line) > 12 or line.strip(" \t>"):
            return None
        return _LINE_MARKUP.match(self.source, at)

    def _width(self, char: str, at: int) -> int:
        """Characters of the source that stand for `char` at `at`: more than one for an entity."""
        entity = _ENTITY.match(self.source, at) if self.source[at] == "&" else None
        return entity.end() - at if entity and unescape(entity.group()) == char else 1
