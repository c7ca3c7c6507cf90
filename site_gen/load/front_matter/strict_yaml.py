"""YAML without its traps: every scalar a string as written, no aliases, no tags, no duplicate keys, bounded depth.

Built from the parser's events, so that every value knows its place and nothing is expanded or recursed into.
"""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen.errors import Problem, problem_at
from site_gen.load.refused import Refused

_DEPTH = "flatten it, or raise limits.yaml_depth in site.yaml"
_LINES = "one key and its value a line, as in `title: Bridges of Lima`"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FORBIDDEN = re.compile("[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""What YAML lets no text hold; said by what it is, which compiles ten times faster than by what it is not."""
_OPENERS = "!&*@`%{[|>,"
"""What no plain value may begin with."""
_TIGHT = re.compile(r"^([\w-]{1,40}):(?!//)([^\s:][^\n:]{0,200})$", re.MULTILINE)
_PAIR = re.compile(r"(?P<head>\s*(?:- )?[\w \"'-]{1,60}:)\s+(?P<value>\S[^\n]*?)\s*$")


class Node(Struct):
    """One value of a YAML document with its place in the text."""

    kind: str
    """`scalar`, `list` or `map`."""
    at: int
    """Offset in the whole text."""
    value: str | None = None
    """Of a scalar; None for an empty one."""
    items: list["Node"] = field(default_factory=list)
    """Of a list; of a map: its values, in the order of `keys`."""
    keys: list["Node"] = field(default_factory=list)
    seen: set[str | None] = field(default_factory=set)
    """Of a map: the keys that were met."""


def parse_yaml(text: str, start: int, end: int, path: str, depth: int, about: str = "front matter: ") -> Node:
    """The document in `text[start:end]` as nodes. Raises `Refused` with the place of what is wrong in it.

    `about` opens the messages.
    """
    import yaml

    block = text[start:end]
    place = _Place(text, path, _line_starts(block, start), start, about)
    try:
        return _built(yaml.parse(block, Loader=_loader()), place, depth)
    except yaml.MarkedYAMLError as error:
        raise Refused(_explained(error, place)) from None
    except yaml.YAMLError as error:
        raise Refused(_unreadable(text, start, block, path, f"{about}{error}")) from None


def _unreadable(text: str, start: int, block: str, path: str, otherwise: str) -> Problem:
    """What the reader stopped at: a character that no YAML may hold."""
    stopped = _FORBIDDEN.search(block)
    if not stopped:
        return problem_at(path, text, start, "yaml", otherwise)
    about = f"the control character U+{ord(stopped.group()):04X} stands here, which front matter may not hold"
    hint = "take it out: it may be invisible, so write the words around it anew"
    return problem_at(path, text, start + stopped.start(), "yaml", about, hint)


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Place(Struct, frozen=True):
    text: str
    path: str
    starts: list[int]
    start: int
    about: str

    def offset(self, mark: Any) -> int:
        if mark is None:
            return self.start
        line = min(mark.line, len(self.starts) - 1)
        return min(len(self.text), int(self.starts[line] + mark.column))

    def refuse(self, at: int, code: str, message: str, hint: str = "") -> Refused:
        return Refused(problem_at(self.path, self.text, at, code, message, hint))


def _line_starts(block: str, start: int) -> list[int]:
    return [start, *(start + m.end() for m in re.finditer(r"\r\n|[\n\r\x85\u2028\u2029]", block))]


def _built(events: Iterable[Any], place: _Place, depth: int) -> Node:
    """Nodes from events, with a stack of our own."""
    import yaml

    root = Node("list", place.start)
    stack = [root]
    for event in events:
        at = place.offset(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            meant = f"&{event.anchor}" in place.text[place.start : at]
            hint = ("" if meant else _mended_at(place, at)) or "write it out"
            raise place.refuse(at, "yaml-alias", "aliases (`*name`) are not read here", hint)
        if getattr(event, "tag", None) and getattr(event, "implicit", (True,)) not in ((True, False), True):
            raise place.refuse(
                at,
                "yaml-tag",
                f"tags (`{event.tag}`) are not read here",
                ("" if event.tag.startswith("tag:yaml.org") else _mended_at(place, at))
                or "leave it out, or put the value in quotes",
            )
        if isinstance(event, yaml.ScalarEvent):
            empty = event.style is None and event.value in _NULLS
            _add(stack[-1], Node("scalar", at, None if empty else event.value), place)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            if len(stack) > depth:
                raise place.refuse(
                    at, "yaml-depth", f"nested deeper than {depth} levels (limit: yaml_depth)", _DEPTH
                )
            node = Node("list" if isinstance(event, yaml.SequenceStartEvent) else "map", at)
            _add(stack[-1], node, place)
            stack.append(node)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            stack.pop()
    return root.items[0] if root.items else Node("map", place.start)


def _add(parent: Node, node: Node, place: _Place) -> None:
    if parent.kind != "map" or len(parent.keys) > len(parent.items):
        parent.items.append(node)
        return
    if node.kind != "scalar":
        raise place.refuse(node.at, "yaml-key", "a key must be a word", "is a value missing its quotes?")
    if node.value in parent.seen:
        raise place.refuse(
            node.at, "yaml-duplicate", f"the key '{node.value}' stands here twice", "keep one of them"
        )
    parent.keys.append(node)
    parent.seen.add(node.value)


def _explained(error: Any, place: _Place) -> Problem:
    """A parser's complaint in an editor's words, with the mended line where it can be known."""
    at = place.offset(error.problem_mark or error.context_mark)
    problem = problem_at(
        place.path, place.text, at, "yaml", f"{place.about}{error.problem or 'not readable'}"
    )
    mended = _mended(problem.excerpt)
    if "maximum nesting depth" in problem.message:
        message = f"{place.about}nested deeper than can be read (limit: yaml_depth)"
        return Problem(
            problem.path, problem.line, problem.column, "yaml-depth", message, _DEPTH, problem.excerpt
        )
    if misplaced := _indented(problem, place, at):
        return misplaced
    if tight := _TIGHT.search(place.text[place.start : at]):
        spaced = f"{tight[1]}: {tight[2]}"
        at = place.start + tight.start(2)
        message = f"{place.about}a space is missing after the colon"
        return problem_at(place.path, place.text, at, "yaml", message, f"write {spaced}")
    if "mapping values are not allowed" in problem.message and mended:
        return _with(problem, f"{place.about}a value with a colon in it needs quotes", mended)
    if mended and (begins := _odd_value(problem.excerpt)):
        return replace(
            problem,
            column=begins,
            message=f"{place.about}a value that begins so needs quotes",
            hint=mended,
        )
    if "while parsing a flow" in str(error.context) and error.context_mark:
        at = _opened(place, place.offset(error.context_mark))
        message = (
            f"{place.about}this `{place.text[at : at + 1]}` is not closed, or a comma is missing after it"
        )
        return problem_at(place.path, place.text, at, "yaml", message, "close it on its own line")
    if "while scanning a quoted scalar" in str(error.context):
        at = place.offset(error.context_mark)
        opened = problem_at(
            place.path, place.text, at, "yaml", f"{place.about}a quotation mark is not closed"
        )
        return _with(opened, opened.message, "close it, or put the whole value in the other kind of quotes")
    if "did not find expected key" in problem.message and not mended:
        indented = "indent it as far as the line above that it belongs to, or put the whole value in quotes"
        return _with(
            problem, f"{place.about}this line is neither `key: value` nor part of the value above", indented
        )
    return _with(problem, problem.message, mended or _LINES)


def _opened(place: _Place, at: int) -> int:
    """Where the bracket stands that a list or a map opens with: the parser may point behind it."""
    if place.text[at : at + 1] in ("[", "{"):
        return at
    return max(place.text.rfind(bracket, place.start, at) for bracket in "[{")


def _indented(problem: Problem, place: _Place, at: int) -> Problem | None:
    """What is wrong with how far the line is indented; None where nothing is."""
    if "\t" in problem.excerpt[: len(problem.excerpt) - len(problem.excerpt.lstrip())]:
        return _with(problem, f"{place.about}a line is indented with a tab", "indent with spaces")
    if "mapping values are not allowed" in problem.message and _under_value(place, at):
        message = f"{place.about}this line is indented under a key that has its value already"
        return _with(problem, message, "take the space before it away, or the value of the line above")
    if "expected <document start>" in problem.message:
        outdented = "begin each `key: value` in the first column"
        return _with(problem, f"{place.about}this line is indented less than those above it", outdented)
    return None


def _under_value(place: _Place, at: int) -> bool:
    """Whether the line at a place is indented deeper than a `key: value` above it."""
    rows = place.text[place.start : at].split("\n")[-2:]
    if len(rows) < 2 or not (above := _PAIR.match(rows[0].rstrip())):
        return False
    inner = len(rows[1]) - len(rows[1].lstrip())
    return above["value"][0] not in "\"'|>[{&#" and inner > len(rows[0]) - len(rows[0].lstrip())


def _with(problem: Problem, message: str, hint: str) -> Problem:
    return Problem(problem.path, problem.line, problem.column, "yaml", message, hint, problem.excerpt)


def _odd_value(line: str) -> int:
    """The column of a value that begins with a sign of YAML's own; 0 where it does not, or is a list or a mapping."""
    match = _PAIR.match(line)
    value = match["value"] if match else ""
    closed = value[:1] + value[-1:] in ("{}", "[]")
    odd = value.startswith((*_OPENERS, "- "))
    return match.start("value") + 1 if match and odd and not closed else 0


def _mended_at(place: _Place, at: int) -> str:
    start = place.text.rfind("\n", 0, at) + 1
    return _mended(place.text[start : place.text.find("\n", at)].rstrip("\r"))


def _mended(line: str) -> str:
    match = _PAIR.match(line)
    if not match:
        return ""
    value = match["value"]
    if (
        len(value) > 2 and value[0] == value[-1] and value[0] in "'\""
    ):  # quotes around words that hold the same mark
        value = value[1:-1]
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'write {match["head"].strip()} "{value}"'
