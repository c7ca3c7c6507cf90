"""`decisions.yaml` in, the editor's decisions out: they win over every rule.

- merge: leader/sane-takaiichi       # two records are one
  into: leader/sanae-takaichi
- apart: leader/j-smith              # two records stay two
  from: leader/john-smith
- same: agreement/ten-year-vision    # two names of one thing
  as: agreement/2035-vision
- not-leader: leader/paris-saint     # no person at all
- correct: figure/report-3           # a value that the machine misread
  field: value
  value: 4200000
- title: event/2025-08-29-visit      # how it is called
  value: The Tokyo visit
- hide: event/2025-08-29-statement   # keep it off the site
- note: leader/shigeru-ishiba        # a remark, shown as the editor's
  value: Resigned in September.
"""

from msgspec.structs import replace

from site_gen.errors import Problem, problem_at
from site_gen.load.front_matter.past_errors import readable_yaml
from site_gen.load.front_matter.strict_yaml import Node
from site_gen.tables import Decision

ACTIONS = {
    "merge": ("into",),
    "apart": ("from",),
    "same": ("as",),
    "not-leader": (),
    "correct": ("field", "value"),
    "title": ("value",),
    "hide": (),
    "note": ("value",),
}
"""Every action, with the keys that it needs beside its target."""
_OTHERS = ("into", "from", "as")
_REMARKS = ("by", "date", "why")


def read_decisions(raw: bytes, path: str) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions of one file, and what in it cannot be read; one bad entry costs no other."""
    text = raw.decode("utf-8-sig", "replace")
    root, broken = readable_yaml(text, 0, len(text), path, depth=4, about="")
    if root is None:
        return (), tuple(_as_list(problem) for problem in broken)
    entries = root.items if root.kind == "list" else []
    decisions: list[Decision] = []
    problems: list[Problem] = [_as_list(problem) for problem in broken]
    if root.kind == "map" and root.keys:
        problems.append(
            problem_at(path, text, root.at, "decision", "a list is expected", "begin each with `- `")
        )
    for entry in entries:
        found = _decision(entry, text)
        if isinstance(found, Decision):
            decisions.append(found)
        else:
            problems.append(problem_at(path, text, entry.at, "decision", *found))
    return tuple(decisions), tuple(problems)


def _as_list(problem: Problem) -> Problem:
    """A line that is no part of the list, said in an editor's words."""
    if "expected '-' indicator" not in problem.message:
        return problem
    hint = "begin it with `- `, or indent it under the decision above that it belongs to"
    return replace(problem, message="this line is no decision: each begins with `- `", hint=hint)


def _decision(entry: Node, text: str) -> Decision | tuple[str, str]:
    """The decision, or what is wrong with it and how to mend it."""
    if entry.kind != "map":
        return "a decision is an action and a target", "for example `- hide: event/2025-08-29-visit`"
    values = {
        key.value or "": (item.value or "").strip() for key, item in zip(entry.keys, entry.items, strict=True)
    }
    action = next((key for key in values if key in ACTIONS), "")
    if not action:
        from difflib import get_close_matches

        near = next((m for key in values for m in get_close_matches(key[:20], ACTIONS, 1)), "")
        hint = f"did you mean `{near}`?" if near else f"known actions: {', '.join(ACTIONS)}"
        return f"no action among {', '.join(values)}", hint
    missing = [key for key in ACTIONS[action] if not values.get(key)]
    if missing:
        return f"`{action}` needs `{missing[0]}`", f"add `{missing[0]}: ...` below it"
    unknown = set(values) - {action, *_OTHERS, "field", "value", *_REMARKS}
    if unknown:
        return f"there is no key '{min(unknown)}' here", f"known: {', '.join((*ACTIONS[action], *_REMARKS))}"
    if "/" not in values[action]:
        return f"'{values[action]}' is not `kind/id`", "take it from the address of the record's page"
    other = next((values[key] for key in _OTHERS if values.get(key)), "")
    line = text.count("\n", 0, entry.at) + 1
    return Decision(action, values[action], other, values.get("field", ""), values.get("value", ""), line)
