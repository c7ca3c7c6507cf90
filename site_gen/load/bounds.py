"""Bounds on what a file holds, tried before the costly part of reading it. Each names its setting."""

import re
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.limits import Limits
from site_gen.load.refused import Refused

_ENTITY = re.compile(r"""<!ENTITY\s{1,20}([\w.-]{1,100})\s{1,20}(?:"([^"]*)"|'([^']*)')""")
_USE = re.compile(r"&([\w.-]{1,100});")
_DECLARED = 1_000
"""Entities that are looked at; the parser has a bound of its own beyond."""


def refuse_long_lines(text: str, path: str, limits: Limits) -> None:
    """`Refused` where a line is longer than the limit."""
    at, most = 0, limits.line_characters
    while at <= len(text) - most:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at > most:
            message = f"the line has {end - at:,} characters; the limit is {most:,} (line_characters)"
            hint = "break it into paragraphs, or raise limits.line_characters in site.yaml"
            raise Refused(problem_at(path, text, at, "line-length", message, hint))
        at = end + 1


def refuse_deep_tree(tree: Any, path: str, limits: Limits) -> None:
    """`Refused` where the elements of a page are nested deeper than the limit."""
    from lxml import etree

    depth = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.nesting:
            message = f"elements are nested deeper than {limits.nesting} (nesting)"
            hint = "save the page again, or raise limits.nesting in site.yaml (255 at most)"
            raise Refused(Problem(path, element.sourceline or 0, 0, "nesting", message, hint))


def refuse_unpacking(text: str, path: str, limits: Limits) -> None:
    """`Refused` where the entities that a feed declares make it many times larger than it is."""
    if "<!ENTITY" not in text:
        return
    declared = {
        m[1]: m[2] or m[3] or "" for _, m in zip(range(_DECLARED), _ENTITY.finditer(text), strict=False)
    }
    sizes: dict[str, int] = {}
    most = limits.unpacking * len(text)
    body = _ENTITY.sub("", text)
    total = sum(_size(m[1], declared, sizes, most, 0) for m in _USE.finditer(body))
    if total > most:
        message = f"its entities make it more than {limits.unpacking} times as large as it is (unpacking)"
        hint = "take them out, or raise limits.unpacking in site.yaml"
        raise Refused(problem_at(path, text, text.find("<!ENTITY"), "unpacking", message, hint))


def _size(name: str, declared: dict[str, str], sizes: dict[str, int], most: int, depth: int) -> int:
    """Characters that an entity stands for; one that holds itself is beyond every bound."""
    if name not in sizes:
        value = declared.get(name, "")
        sizes[name] = most + 1
        inner = (
            [0]
            if depth > 40
            else [_size(m[1], declared, sizes, most, depth + 1) for m in _USE.finditer(value)]
        )
        sizes[name] = min(most + 1, len(value) + sum(inner))
    return sizes[name]
