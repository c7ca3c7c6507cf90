"""An editor's own leaders, agreements, figures, quotes and events, which win over what is found in the text.

    leaders:
      add: [{name: Ada Example, title: Prime Minister, country: Exampleland}]
      remove: [John Doe]
      rename: {Old Name: New Name}
      set: [{name: Ada Example, status: former}]

A plain list means `set`. Values of a list inside an entry repeat their key; a mapping inside it gives dotted keys.
"""

from collections.abc import Iterator
from typing import Literal, cast

from site_gen.errors import Problem, problem_at
from site_gen.load.front_matter.strict_yaml import Node
from site_gen.records import Override

_ACTIONS = ("set", "add", "remove", "rename")
_EXAMPLES = {
    "leader": "name: Ada Lind, title: Minister",
    "agreement": "name: Sound Ferry Agreement",
    "figure": "value: 7, unit: berth, measure: new berths",
    "quote": "speaker: Ada Lind, text: It is done",
    "event": "title: The ferry sails, date: 2025-03-14",
}
_Kind = Literal["leader", "agreement", "figure", "quote", "event"]
_Action = Literal["set", "add", "remove", "rename"]


def read_overrides(
    record: str, key: str, node: Node, text: str, path: str
) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:
    """The overrides that stand under `key`, and what could not be read of them."""
    problems: list[Problem] = []
    if node.kind == "map":
        groups = [
            (str(k.value), v) for k, v in zip(node.keys, node.items, strict=True) if k.value in _ACTIONS
        ]
        problems += (_no_action(k, key, text, path) for k in node.keys if k.value not in _ACTIONS)
    elif node.kind == "list":
        groups = [("set", node)]
    else:
        said = "a list of entries, or add, remove, rename, set with one each"
        hint = f"write {key}: [{{{_EXAMPLES[record]}}}]"
        return (), (problem_at(path, text, node.at, "type", f"{key} must be {said}", hint),)
    found: list[Override] = []
    for action, group in groups:
        for at, fields in _entries(action, group):
            if fields:
                line = text.count("\n", 0, at) + 1
                found.append(Override(cast(_Kind, record), cast(_Action, action), fields, line))
            else:
                problems.append(problem_at(path, text, at, "type", f"an entry of {key} is empty"))
    return tuple(found), tuple(problems)


def _no_action(key: Node, name: str, text: str, path: str) -> Problem:
    """A key under `leaders:` and its like that says nothing of what is to be done."""
    from difflib import get_close_matches

    written = key.value or ""
    close = get_close_matches(written[:20], _ACTIONS, 1, 0.6)
    hint = f"did you mean '{close[0]}'?" if close else f"one of: {', '.join(_ACTIONS)}"
    return problem_at(path, text, key.at, "type", f"{name} has no '{written}'", hint)


def _entries(action: str, group: Node) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    if action == "rename" and group.kind == "map":
        for old, new in zip(group.keys, group.items, strict=True):
            yield old.at, (("from", old.value or ""), ("to", new.value or ""))
        return
    for entry in group.items if group.kind == "list" else [group]:
        yield entry.at, tuple(_fields(entry, "name"))


def _fields(node: Node, key: str) -> Iterator[tuple[str, str]]:
    if node.kind == "scalar":
        if node.value is not None:
            yield key, node.value
    elif node.kind == "list":
        for item in node.items:
            yield from _fields(item, key)
    else:
        for name, item in zip(node.keys, node.items, strict=True):
            inner = name.value or ""
            yield from _fields(item, inner if key == "name" else f"{key}.{inner}")
