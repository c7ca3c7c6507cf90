"""YAML past its errors: a line that cannot be read is set aside, so that one run names what is wrong in the others.

Only whole lines of the first level are set aside, `key: value` with nothing indented below: then what is said of the
rest does not follow from the line that is missing.
"""

import re

from site_gen.errors import Problem
from site_gen.load.front_matter.strict_yaml import Node, parse_yaml
from site_gen.load.refused import Refused

_MOST = 20
"""Errors that are looked past in one document."""
_OWN_LINE = re.compile(r"[\w\"'-][^\n:]{0,60}:(?:[ \t]|(?=\S))[^\n]*")
_DEEPER = re.compile(r"\r?\n[ \t]+\S")
_LISTED = re.compile(r"\r?\n- ")
"""Entries in the column of their key; of a key that has no value beside it."""


def readable_yaml(
    text: str, start: int, end: int, path: str, depth: int, about: str = "front matter: "
) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document in `text[start:end]` without the lines that cannot be read, and what is wrong with each of them.

    None where the rest cannot be read without the broken line either.
    """
    problems: list[Problem] = []
    while len(problems) < _MOST:
        try:
            return parse_yaml(text, start, end, path, depth, about), tuple(problems)
        except Refused as refused:
            problems.append(refused.problem)
            shorter = _without_line(text, start, end, refused.problem.line)
            if shorter is None:
                break
            text = shorter
    return None, tuple(problems)


def _without_line(text: str, start: int, end: int, number: int) -> str | None:
    """`text` with blanks for a line of the first level; None where the line is none, or has lines of its own."""
    at = 0
    for _ in range(number - 1):
        at = text.find("\n", at) + 1
    match = _OWN_LINE.match(text, at, end) if number and at >= start else None
    if match is None:
        return None
    line = match.group().rstrip("\r")
    stop = match.start() + len(line)
    if _DEEPER.match(text, stop, end) or (line.endswith(":") and _LISTED.match(text, stop, end)):
        return None
    return text[:at] + " " * (match.end() - at) + text[match.end() :]
