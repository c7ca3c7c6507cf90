"""Where front matter begins and ends."""

import re

from msgspec import Struct

from site_gen.errors import Problem, problem_at
from site_gen.limits import Limits
from site_gen.load.refused import Refused

_OPEN = re.compile(r"(?:[ \t]*\r?\n){0,20}(?P<fence>---|-{4,40}|- - -|[—–]{1,20})[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n){0,50}[ \t]*(?:[\w\"'-][^\n:]{0,60}:(?:\s|$)|---|\.\.\.|\{)")
_TIGHT = re.compile(r"[\w-]{1,40}:(?!//)\S[^\n]{0,200}\r?\n(?:[^\n]{0,300}\n){0,40}?---[ \t]*\r?(?:\n|$)")
"""Keys without the space after their colon: no YAML, but meant as front matter where it is closed."""
_KEY = re.compile(r"[ \t]*(?:[\w\"'-][^\n:]{0,60}:(?:\s|$)|-\s|#|[\[\]{}]|\s*$)|[ \t]+\S")


class Split(Struct, frozen=True):
    """Front matter as a span of the text, and where the body begins."""

    start: int
    end: int
    body: int
    form: str = "yaml"
    """`yaml`, `toml`, or `header`: lines at the top of the file."""
    fence: str = "---"
    """The line that it stands between, where that is not as it should be: word processors join hyphens to a dash."""


def split_front_matter(text: str, path: str, limits: Limits) -> Split | None:
    """The front matter that `text` opens with; None where it has none.

    Raises `Refused` where it is not closed or larger than the limit.
    """
    opened = _OPEN.match(text)
    if not opened or not (_FIRST.match(text, opened.end()) or _TIGHT.match(text, opened.end())):
        return None
    fence = opened["fence"]
    closed = (_CLOSE if fence == "---" else _odd_close(fence)).search(text, opened.end())
    if not closed and fence != "---":
        return None
    if not closed:
        raise Refused(_not_closed(text, path, opened.end()))
    refuse_large(text, path, opened.end(), closed.start(), limits)
    return Split(opened.end(), closed.start(), min(len(text), closed.end() + 1), fence=fence)


def fence_problem(text: str, path: str, fence: str) -> Problem:
    """Front matter that stands between lines of something like three hyphens: it is read, with a word to the editor."""
    message = f"front matter stands between lines of three hyphens, not of '{fence}'"
    at = text.index(fence)
    return problem_at(path, text, at, "front-matter-fence", message, "write --- above and below", "warning")


def _odd_close(fence: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:---|{re.escape(fence)})[ \t]*\r?$", re.MULTILINE)


def refuse_large(text: str, path: str, start: int, end: int, limits: Limits) -> None:
    """Raise `Refused` for front matter beyond the limit."""
    if end - start > limits.front_matter_bytes:
        message = (
            f"the front matter is longer than {limits.front_matter_bytes:,} characters (front_matter_bytes)"
        )
        hint = "close it where it should end, or raise limits.front_matter_bytes in site.yaml"
        raise Refused(problem_at(path, text, 0, "front-matter-size", message, hint))


def _not_closed(text: str, path: str, start: int) -> Problem:
    at, number = start, 2
    while at < len(text) and number < 400:
        if not _KEY.match(text, at):
            break
        at = text.find("\n", at) + 1 or len(text)
        number += 1
    hint = f"put a line with --- before line {number}, where the text seems to begin"
    return problem_at(path, text, 0, "front-matter-open", "the front matter is not closed", hint)
