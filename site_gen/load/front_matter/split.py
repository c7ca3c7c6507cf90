"""Where front matter begins and ends."""

import re
from typing import NamedTuple

from site_gen.errors import Problem, problem_at
from site_gen.limits import Limits
from site_gen.load.refused import Refused

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n){0,50}[ \t]*(?:[\w\"'-][^\n:]{0,60}:(?:\s|$)|---|\.\.\.|\{)")
_TIGHT = re.compile(r"[\w-]{1,40}:(?!//)\S[^\n]{0,200}\r?\n(?:[^\n]{0,300}\n){0,40}?---[ \t]*\r?(?:\n|$)")
"""Keys without the space after their colon: no YAML, but meant as front matter where it is closed."""
_KEY = re.compile(r"[ \t]*(?:[\w\"'-][^\n:]{0,60}:(?:\s|$)|-\s|#|[\[\]{}]|\s*$)|[ \t]+\S")


class Split(NamedTuple):
    """Front matter as a span of the text, and where the body begins."""

    start: int
    end: int
    body: int
    form: str = "yaml"
    """`yaml`, `toml`, or `header`: lines at the top of the file."""


def split_front_matter(text: str, path: str, limits: Limits) -> Split | None:
    """The front matter that `text` opens with; None where it has none.

    Raises `Refused` where it is not closed or larger than the limit.
    """
    opened = _OPEN.match(text)
    if not opened or not (_FIRST.match(text, opened.end()) or _TIGHT.match(text, opened.end())):
        return None
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        raise Refused(_not_closed(text, path, opened.end()))
    refuse_large(text, path, opened.end(), closed.start(), limits)
    return Split(opened.end(), closed.start(), min(len(text), closed.end() + 1))


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
