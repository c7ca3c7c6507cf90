"""YAML past its errors: a line that cannot be read is set aside, so that one run names what is wrong in the others.

Only whole lines of the first level are set aside, `key: value` with nothing indented below: then what is said of the
rest does not follow from the line that is missing.
"""

import re

from msgspec.structs import replace

from site_gen.errors import Problem, problem_at
from site_gen.load.front_matter.strict_yaml import Node, parse_yaml
from site_gen.load.refused import Refused

_MOST = 20
"""Errors that are looked past in one document."""
_OWN_LINE = re.compile(r"[\w\"'-][^\n:]{0,60}:(?:[ \t]|(?=\S))[^\n]*")
_DEEPER = re.compile(r"\r?\n[ \t]+\S")
_LISTED = re.compile(r"\r?\n- ")
"""Entries in the column of their key; of a key that has no value beside it."""
_TEXT = re.compile(r"(?P<key>[\w\"' -]{1,60}):[ \t]+(?P<value>[^\s\[{|>&!][^\n]*?)[ \t]*")
_SHORTEST = 3
"""Letters of a value in quotes that has something between them."""


def readable_yaml(
    text: str, start: int, end: int, path: str, depth: int, about: str = "front matter: ", plain: bool = False
) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document in `text[start:end]` without the lines that cannot be read, and what is wrong with each of them.

    With `plain`, a line that is text but for its signs is read as that, with a warning. None where the rest cannot be
    read without the broken line either.
    """
    problems: list[Problem] = []
    told: list[tuple[Node, Node]] = []
    while len(problems) < _MOST:
        try:
            root = parse_yaml(text, start, end, path, depth, about)
            return root, (*problems, *_with_told(root, told, text, path))
        except Refused as refused:
            problem = refused.problem
            line = _own_line(text, start, end, problem.line)
            if line is None:
                problems.append(problem)
                break
            pair = _as_text(line) if plain and problem.code == "yaml" else None
            told += [pair] if pair else []
            problems.append(_as_warning(problem) if pair else problem)
            text = text[: line.start()] + " " * len(line.group()) + text[line.end() :]
    return None, tuple(sorted(problems, key=lambda problem: problem.severity))


def _with_told(root: Node, told: list[tuple[Node, Node]], text: str, path: str) -> list[Problem]:
    """Put the lines read as text into the mapping; what is wrong with keys that stand there twice."""
    twice: list[Problem] = []
    for key, value in told if root.kind == "map" else ():
        if key.value in root.seen:
            message = f"the key '{key.value}' stands here twice"
            twice.append(problem_at(path, text, key.at, "yaml-duplicate", message, "keep one of them"))
            continue
        root.keys.append(key)
        root.items.append(value)
        root.seen.add(key.value)
    return twice


def _as_text(line: re.Match[str]) -> tuple[Node, Node] | None:
    """Key and value of `title: Minister: "no deal"`; None where the value begins a list, a mapping or a block."""
    pair = _TEXT.fullmatch(line.group().rstrip("\r"))
    if pair is None:
        return None
    value, at = pair["value"], line.start() + pair.start("value")
    if _is_quoted(value):
        value, at = value[1:-1], at + 1
    return Node("scalar", line.start(), pair["key"].strip("\"'")), Node("scalar", at, value)


def _is_quoted(value: str) -> bool:
    """Whether the outer marks are of the whole (`"Minister: "no deal""`), and not of its ends (`"No" means "no"`)."""
    mark = value[0]
    if len(value) < _SHORTEST or mark not in "\"'" or value[-1] != mark:
        return False
    inner = value[1:-1]
    at = inner.find(mark)
    return mark == "'" or at < 0 or inner[max(0, at - 1) : at] in ("", " ", "(")


def _as_warning(problem: Problem) -> Problem:
    return replace(
        problem, severity="warning", message=f"{problem.message}; it was read as the text that it is"
    )


def _own_line(text: str, start: int, end: int, number: int) -> re.Match[str] | None:
    """A line of the first level; None where it is none, or has lines of its own."""
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
    return match
