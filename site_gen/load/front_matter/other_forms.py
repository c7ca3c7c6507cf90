"""Front matter of other generators: TOML between `+++` (Hugo, Zola), `Key: value` lines at the top (Pelican)."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from site_gen.errors import problem_at
from site_gen.lexicon import Lexicon
from site_gen.limits import Limits
from site_gen.load.front_matter.split import Split, refuse_large
from site_gen.load.front_matter.strict_yaml import Node
from site_gen.load.refused import Refused

_OPEN = re.compile(r"\+\+\+[ \t]*\r?\n")
_CLOSE = re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE)
_HEADER = re.compile(
    r"(?P<key>[A-Za-z][\w -]{0,30}):(?:[ \t]+(?P<value>[^\r\n]*))?\r?(?:\n|$)|[ \t]+\S[^\n]*(?:\n|$)"
)
_HEADER_END = re.compile(r"(?:---)?[ \t]*\r?\n")
"""A blank line, or the closing line of front matter whose opening one was forgotten."""
_FIRST = frozenset({"title", "date"})
_MOST = 60
"""Lines of a header."""
_BARE = re.compile(r"(?P<key>[\w-]{1,60})\s*=\s*(?P<value>[^\s\"'\[{][^\n]*)")
_LIFTED = frozenset({"taxonomies"})
"""Tables whose keys count as the file's own."""


def toml_split(text: str, path: str, limits: Limits) -> Split | None:
    """TOML that `text` opens with; None where it has none. Raises `Refused` where it is not closed or too large."""
    opened = _OPEN.match(text)
    if not opened:
        return None
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        hint = "put a line with +++ where the text begins"
        raise Refused(problem_at(path, text, 0, "front-matter-open", "the front matter is not closed", hint))
    refuse_large(text, path, opened.end(), closed.start(), limits)
    return Split(opened.end(), closed.start(), min(len(text), closed.end() + 1), "toml")


def header_split(text: str, known: Mapping[str, str]) -> Split | None:
    """Lines of `Key: value` up to a blank one, the first a title or a day; None where there are none.

    `known` maps keys, in lower case without marks, to their canonical names.
    """
    at = 0
    keys: list[str] = []
    while at < len(text) and len(keys) <= _MOST and (match := _HEADER.match(text, at)) and match.end() > at:
        if match["key"]:
            keys.append(known.get(folded_key(match["key"]), ""))
        at = match.end()
    blank = _HEADER_END.match(text, at)
    if len(keys) < len(_FIRST) or keys[0] not in _FIRST or keys.count("") > len(keys) // 3 or not blank:
        return None
    return Split(0, at, blank.end(), "header")


def toml_nodes(text: str, split: Split, path: str, depth: int) -> Node:
    """The document as nodes, each at the line of its key. Raises `Refused` with the place of what is wrong."""
    import tomllib

    block = text[split.start : split.end]
    try:
        values = tomllib.loads(block.replace("\r\n", "\n"))
    except RecursionError:
        raise Refused(_nested(text, path, split.start, depth)) from None
    except ValueError as error:
        raise Refused(_explained(text, path, split, str(error))) from None
    for name in _LIFTED & values.keys():
        if isinstance(values[name], dict):
            values = {**values.pop(name), **values}
    root = Node("map", split.start)
    for key, value in values.items():
        at = _place(block, key)
        root.keys.append(Node("scalar", split.start + at[0], key))
        root.items.append(_node(value, split.start + at[1], text, path, depth))
    return root


def header_nodes(text: str, split: Split) -> Node:
    """The header's lines as nodes; a line that is indented goes on with the value above."""
    root = Node("map", split.start)
    at = split.start
    while at < split.end and (match := _HEADER.match(text, at)):
        if match["key"]:
            root.keys.append(Node("scalar", match.start("key"), match["key"].strip()))
            value = (match["value"] or "").strip()
            root.items.append(Node("scalar", max(at, match.start("value")), value or None))
        elif root.items:
            above = root.items[-1]
            root.items[-1] = Node("scalar", above.at, f"{above.value or ''} {match.group().strip()}".strip())
        at = match.end()
    return root


def plain(node: Node) -> Any:
    """Nodes as dictionaries, lists and strings."""
    if node.kind == "map":
        return {key.value: plain(item) for key, item in zip(node.keys, node.items, strict=True)}
    return [plain(item) for item in node.items] if node.kind == "list" else node.value


def spellings(lexicon: Lexicon) -> dict[str, str]:
    """Every accepted key, in lower case without marks, and its canonical name."""
    schema: dict[str, Any] = lexicon["frontmatter"]
    accepted = {folded_key(word): name for name, entry in schema.items() for word in entry["accepts"]}
    return {**accepted, **{folded_key(name): name for name in schema}}


def folded_key(key: str) -> str:
    """A key as it is compared: in lower case, without marks."""
    return key.lower().replace("-", "").replace("_", "").replace(" ", "")


def _node(value: Any, at: int, text: str, path: str, depth: int) -> Node:
    if depth <= 0:
        raise Refused(_nested(text, path, at, depth))
    if isinstance(value, dict):
        items = [_node(item, at, text, path, depth - 1) for item in value.values()]
        return Node("map", at, None, items, [Node("scalar", at, key) for key in value])
    if isinstance(value, list):
        return Node("list", at, None, [_node(item, at, text, path, depth - 1) for item in value])
    return Node("scalar", at, _written(value))


def _written(value: Any) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) or None


def _place(block: str, key: str) -> tuple[int, int]:
    """Where a key of the first level and its value stand; the block's start where it is written in another form."""
    named = rf"(?:\"{re.escape(key)}\"|'{re.escape(key)}'|{re.escape(key)})"
    match = re.search(
        rf"^[ \t]*(?P<key>{named})[ \t]*=[ \t]*|^[ \t]*\[{{1,2}}(?P<table>{named})", block, re.MULTILINE
    )
    if not match:
        return 0, 0
    return match.start("key" if match["key"] else "table"), match.end()


def _explained(text: str, path: str, split: Split, message: str) -> Any:
    found = re.search(r" ?\(at (?:line (\d{1,6}), column (\d{1,6})|end of document)\)", message)
    at = split.start
    if found and found[1]:
        starts = [0, *(m.end() for m in re.finditer("\n", text[split.start : split.end]))]
        at += starts[min(int(found[1]), len(starts)) - 1] + int(found[2]) - 1
    elif found:
        at = split.end - 1
    said = message[: found.start()] if found else message
    problem = problem_at(path, text, min(at, len(text)), "toml", f"front matter: {said[:120].lower()}")
    bare = _BARE.match(problem.excerpt.strip())
    value = bare["value"].replace("\\", "\\\\").replace('"', '\\"') if bare else ""
    hint = f'write {bare["key"]} = "{value}"' if bare else 'between lines of +++ stands TOML: key = "value"'
    return problem_at(path, text, min(at, len(text)), "toml", problem.message, hint)


def _nested(text: str, path: str, at: int, depth: int) -> Any:
    message = "nested too deeply (limit: yaml_depth)"
    return problem_at(
        path, text, at, "yaml-depth", message, "flatten it, or raise limits.yaml_depth in site.yaml"
    )
