"""What can be wrong: `Problem`, a value about content, and the exceptions of the edge.

SiteGenError        anything we raise on purpose; its text is fit for the user
+-- UsageError      arguments, config or folders that cannot be used; nothing was changed (exit 2)
|   +-- TemplateError   a template that cannot be read, or asks for what is not there
+-- PublishError    the site could not be written; the old one stands (exit 3)
"""

from msgspec import Struct
from msgspec.structs import replace


class SiteGenError(Exception):
    """Base of the errors we raise on purpose."""


class UsageError(SiteGenError):
    """The request cannot be carried out as given."""


class TemplateError(UsageError):
    """A template is broken; its text says where, and how to mend it."""


class PublishError(SiteGenError):
    """Writing failed; the published site is untouched."""


class Problem(Struct, frozen=True, order=True):
    """Something in the content that the build could not use, or used with a doubt."""

    path: str
    """Relative to the content folder, `/` as separator; `site.yaml` and the like as they are named."""
    line: int
    """1-based; 0 where the whole file is meant."""
    column: int
    """1-based, in characters; 0 where the whole line is meant."""
    code: str
    """Stable identifier, e.g. `date-invalid`."""
    message: str
    hint: str = ""
    """How to mend it, with the mended text where it can be known."""
    excerpt: str = ""
    """The line itself."""
    severity: str = "error"
    """`error`: the article was left out. `warning`: it was used all the same."""

    def in_file(self, path: str) -> "Problem":
        """The same in another file, or under another name of the file."""
        return replace(self, path=path)


WITHHELD = frozenset({"draft", "embargo", "expired"})
"""Codes which say that an editor holds an article back: nothing about its file is published."""

_WINDOW = 150
"""Columns of a long line that are shown; further on, what stands around the column is."""
_BEFORE = 60


def problem_at(
    path: str, text: str, offset: int, code: str, message: str, hint: str = "", severity: str = "error"
) -> Problem:
    """A `Problem` whose line, column and excerpt are worked out from an offset in `text`."""
    offset = max(0, min(offset, len(text)))
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    stop = end if end >= 0 else len(text)
    first = offset - _BEFORE if offset - start >= _WINDOW else start
    excerpt = ("…" if first > start else "") + text[first : min(stop, first + 200)].rstrip("\r")
    line = text.count("\n", 0, offset) + 1
    return Problem(path, line, offset - start + 1, code, message, hint, excerpt, severity)


def problem_text(problem: Problem) -> str:
    """`path:line:column: error[code]: message`, the line, a caret, and how to mend it."""
    place = ":".join([problem.path, *(str(n) for n in (problem.line, problem.column) if n)])
    lines = [f"{place}: {problem.severity}[{problem.code}]: {problem.message}"]
    if problem.excerpt:
        lines.append(f"    {problem.excerpt}")
        if problem.column:
            lines.append(f"    {_indent(problem)}^")
    if problem.hint:
        lines.append(f"    help: {problem.hint}")
    return "\n".join(map(visible, lines))


def visible(words: str) -> str:
    """`words` as a terminal may show them: control and direction characters stand as signs, not as orders."""
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() else _sign(c) for c in words)


def _sign(char: str) -> str:
    if char in "\t\u00a0\u3000":
        return " "
    return chr(0x2400 + ord(char)) if ord(char) < 32 else "\ufffd"


def _indent(problem: Problem) -> str:
    """Blanks as wide as what stands before the column: wide letters take two places, combining ones none."""
    from unicodedata import combining, east_asian_width

    cut = problem.column > _WINDOW and problem.excerpt.startswith("…")
    before = problem.excerpt[: _BEFORE + 1 if cut else problem.column - 1]
    return "".join("" if combining(c) else "  " if east_asian_width(c) in "WF" else " " for c in before)
