"""Front matter's values, checked one by one against the schema in `lexicon/frontmatter.yaml`."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from msgspec import Struct, field

from site_gen.errors import Problem, problem_at
from site_gen.lexicon import Lexicon
from site_gen.load.authors import is_person
from site_gen.load.days import BadDay, read_day
from site_gen.load.front_matter.other_forms import folded_key, header_nodes, spellings, toml_nodes
from site_gen.load.front_matter.overrides import read_overrides
from site_gen.load.front_matter.past_errors import readable_yaml
from site_gen.load.front_matter.split import Split
from site_gen.load.front_matter.strict_yaml import Node
from site_gen.load.options import LoadOptions
from site_gen.load.refused import Refused
from site_gen.records import Override, Span

_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})
_HINTS = 20
"""Unknown keys for which the nearest known one is looked up."""
_HOUR = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_MIDNIGHT = ("0:00", "00:00", "0:01", "00:01")
_CUT = re.compile(
    r"[^\n:]{1,60}:[ \t]+(?P<value>(?:[^#\n]|(?<![ \t])#){0,400}?)(?P<cut>(?<=[ \t])#(?=[^\s#])[^\n]*)$"
)
"""A value with a sign in it that ends it."""
_CLOCK = re.compile(r"(?<![\d:+-])(\d{1,2}):(\d\d)(?!\d)")
_BY = re.compile(r"(?:(?:written|reported|words|story)\s+)?by:?\s+(?=\S)", re.IGNORECASE)
_NAMES = re.compile(r"\s*[,;&]\s*|\s+and\s+")
_COMMA = re.compile(r"\s*[,;]\s*")


class FrontMatter(Struct):
    """What the front matter says, by canonical key; every text as written."""

    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flags: dict[str, bool] = field(default_factory=dict)
    dates: dict[str, tuple[str, Span]] = field(default_factory=dict)
    """EDTF, and where it stands."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Where texts stand."""
    source: dict[str, str] = field(default_factory=dict)
    corrections: tuple[tuple[str, str], ...] = ()
    overrides: tuple[Override, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """No value in it was refused."""
        return all(problem.severity != "error" for problem in self.problems)


class _Context(Struct, frozen=True):
    text: str
    path: str
    end: int
    options: LoadOptions
    form: str

    def problem(self, at: int, code: str, message: str, hint: str = "", severity: str = "error") -> Problem:
        return problem_at(self.path, self.text, at, code, message, hint, severity)


def read_front_matter(text: str, path: str, split: Split, options: LoadOptions) -> FrontMatter:
    """The checked values of the front matter in `split`, with all problems found in it.

    Raises `Refused` where it is no YAML, or no mapping of keys to values.
    """
    root, broken = _root(text, path, split, options)
    if root is None:
        raise Refused(broken[0], broken[1:])
    context = _Context(text, path, split.end, options, split.form)
    if root.kind != "map":
        raise Refused(_no_mapping(root, context), broken)
    found = FrontMatter()
    seen: dict[str, str] = {}
    for key, node in zip(root.keys, root.items, strict=True):
        _read_key(key, node, found, seen, context)
    if any(problem.severity == "error" for problem in broken):
        first, *others = sorted(broken, key=lambda problem: problem.severity)
        raise Refused(first, (*others, *found.problems))
    found.problems[:0] = broken
    return found


def _root(
    text: str, path: str, split: Split, options: LoadOptions
) -> tuple[Node | None, tuple[Problem, ...]]:
    depth = options.limits.yaml_depth
    if split.form == "toml":
        return toml_nodes(text, split, path, depth), ()
    if split.form == "header":
        return header_nodes(text, split), ()
    return readable_yaml(text, split.start, split.end, path, depth, plain=True)


def _no_mapping(root: Node, context: _Context) -> Problem:
    key, colon, value = (root.value or "").partition(":")
    tight = colon and " " not in key and value and "\n" not in value
    hint = (
        f"write {key}: {value.strip()}"
        if tight
        else "one key and its value a line, as in `title: Bridges of Lima`"
    )
    return context.problem(root.at, "front-matter", "front matter must be lines of `key: value`", hint)


def _read_key(key: Node, node: Node, found: FrontMatter, seen: dict[str, str], context: _Context) -> None:
    schema = context.options.lexicon["frontmatter"]
    written = key.value or ""
    name = _spellings(context.options.lexicon).get(folded_key(written))
    if not name:
        hint = _did_you_mean(written, context.options.lexicon) if len(found.problems) < _HINTS else ""
        found.problems.append(
            context.problem(key.at, "key-unknown", f"unknown key '{written}'", hint, "warning")
        )
        return
    if folded_key(written) == "published" and (node.value or "").lower() in _TRUE | _FALSE:
        name, node = "draft", Node("scalar", node.at, str((node.value or "").lower() in _FALSE))
    if name in seen and name != "layout":
        message = f"'{written}' says the same as '{seen[name]}' above; the first one counts"
        found.problems.append(context.problem(key.at, "key-twice", message, severity="warning"))
        return
    seen[name] = written
    if context.form == "yaml" and node.kind == "scalar" and schema[name]["type"] in ("text", "list"):
        _say_what_is_cut(written, key, node, found, context)
    if node.kind == "scalar" and node.value is None:
        return
    _READERS[schema[name]["type"]](name, node, found, context)


def _say_what_is_cut(written: str, key: Node, node: Node, found: FrontMatter, context: _Context) -> None:
    """`title: Quay #1 opens` is `Quay` to YAML. A comment has a space behind its sign; a word of a title has none."""
    line = context.text[key.at : context.end].split("\n", 1)[0].rstrip("\r")
    value = _CUT.match(line)
    if value is None or value["value"][:1] in ("'", '"', "|", ">"):
        return
    whole = value["value"] + value["cut"]
    message = f"what follows ` #` is a comment to YAML, so '{value['cut'].strip()[:60]}' is cut off"
    mended = whole.strip().replace("\\", "\\\\").replace('"', '\\"')
    at = key.at + value.start("cut")
    hint = f'write {written}: "{mended}"'
    found.problems.append(context.problem(at, "yaml-comment", message, hint, "warning"))


def _text(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    value = _scalar(name, node, found, context)
    if value is None:
        return
    allowed = context.options.lexicon["frontmatter"][name].get("values")
    if allowed and value.lower() not in allowed:
        if (
            name == "kind"
        ):  # `type: post` and the like of other generators say nothing about an article's kind
            return
        message = f"{name} is '{value}', but must be one of {', '.join(allowed)}"
        found.problems.append(context.problem(node.at, "value", message))
        return
    found.texts[name] = value.lower() if allowed else value
    found.spans[name] = _span_of(node, value, context)


def _list(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    if node.kind == "scalar":
        split = _COMMA.split(node.value or "") if name in ("tags", "topics") else [node.value or ""]
        found.lists[name] = tuple(part.strip() for part in split if part.strip())
        if name == "authors":
            found.lists[name] = _people(node.value or "", context.options.lexicon)
    elif node.kind == "list":
        values = [_named(item) for item in node.items]
        for item, value in zip(node.items, values, strict=True):
            if value is None:
                found.problems.append(
                    context.problem(
                        item.at, "type", f"{name} must be a list of words", f"write {name}: [one, two]"
                    )
                )
        found.lists[name] = tuple(value for value in values if value)
    elif (value := _named(node)) is not None:
        found.lists[name] = (value,)
    else:
        found.problems.append(
            context.problem(node.at, "type", f"{name} must be a list of words", f"write {name}: [one, two]")
        )


def _people(byline: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The people of `By Ann Berg and Bo Lund`; the words as they are, where not every part is a person's name."""
    words = _BY.sub("", byline, count=1) if _BY.match(byline) else byline
    parts = [part for part in _NAMES.split(words) if part]
    return tuple(parts) if len(parts) > 1 and all(is_person(p, lexicon) for p in parts) else (words,)


def _named(node: Node) -> str | None:
    """A word, or the `name` of a mapping (`author: {name: ...}`)."""
    if node.kind == "scalar":
        return node.value or ""
    if node.kind == "map":
        pairs = zip(node.keys, node.items, strict=True)
        return next((v.value for k, v in pairs if k.value == "name" and v.kind == "scalar"), None)
    return None


def _date(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    value = _scalar(name, node, found, context)
    if value is None:
        return
    day = read_day(value, context.options.date_order)
    span = _span_of(node, value, context)
    if isinstance(day, BadDay):
        found.problems.append(context.problem(span.start, day.code, day.message, day.hint))
        return
    _look_at_clock(value, day.end, span.start, found, context)
    edtf = _whole_day(day.edtf, value, span.start, found, context) if name == "embargo" else day.edtf
    found.dates[name] = (edtf, Span(span.start + day.start, span.start + day.end))


def _look_at_clock(value: str, after: int, at: int, found: FrontMatter, context: _Context) -> None:
    clock = _CLOCK.search(value, after)
    if clock and (int(clock[1]) > 24 or int(clock[2]) > 59):
        message = f"'{clock.group()}' is no time of day; the day is used without it"
        problem = context.problem(at + clock.start(), "date-time", message, "mend the time", "warning")
        found.problems.append(problem)


def _whole_day(edtf: str, value: str, at: int, found: FrontMatter, context: _Context) -> str:
    """The first day that lies wholly behind an embargo: an hour of a day holds all of that day."""
    hour = _HOUR.search(value)
    if hour is None or hour.group() in _MIDNIGHT or len(edtf) < 10:
        return edtf
    after = (date.fromisoformat(edtf) + timedelta(days=1)).isoformat()
    message = f"a build is for a whole day: with {hour.group()} the embargo holds for all of {edtf}"
    found.problems.append(
        context.problem(at, "embargo-time", message, f"write {after}, or {edtf} alone", "warning")
    )
    return after


def _flag(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    value = _scalar(name, node, found, context)
    if value is None:
        return
    if value.lower() not in _TRUE | _FALSE:
        found.problems.append(
            context.problem(
                node.at, "type", f"{name} is '{value}', but must be true or false", f"write {name}: true"
            )
        )
        return
    found.flags[name] = value.lower() in _TRUE


def _source(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    if node.kind == "scalar":
        value = node.value or ""
        found.source["url" if value.startswith(("http://", "https://")) else "name"] = value
        return
    if node.kind != "map":
        found.problems.append(
            context.problem(node.at, "type", "source must be a name, or name, url, agency, retrieved")
        )
        return
    for key, item in zip(node.keys, node.items, strict=True):
        part = (key.value or "").lower()
        if part not in ("name", "url", "agency", "retrieved", "author", "authors"):
            message = f"source has no '{part}'"
            found.problems.append(
                context.problem(key.at, "key-unknown", message, "name, url, agency, retrieved", "warning")
            )
        elif (said := _scalar(f"source.{part}", item, found, context)) is not None:
            found.source[part] = said


def _corrections(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    entries = node.items if node.kind == "list" else [node]
    pairs: list[tuple[str, str]] = []
    for entry in entries:
        if entry.kind == "list":
            found.problems.append(
                context.problem(
                    entry.at,
                    "type",
                    "a correction must be words, or date and text",
                    "write corrections: [{date: 2025-03-14, text: What was wrong}]",
                )
            )
            continue
        parts = {k.value: v.value or "" for k, v in zip(entry.keys, entry.items, strict=True)}
        pairs.append((str(parts.get("date", "")), str(parts.get("text", entry.value or ""))))
    found.corrections = tuple(pairs)


def _entries(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    record = context.options.lexicon["frontmatter"][name]["record"]
    overrides, problems = read_overrides(record, name, node, context.text, context.path)
    found.overrides += overrides
    found.problems.extend(problems)


def _any(name: str, node: Node, found: FrontMatter, context: _Context) -> None:
    """Known, but of no use to an article's record."""


_READERS = {
    "text": _text, "list": _list, "date": _date, "flag": _flag, "source": _source, "corrections": _corrections,
    "entries": _entries, "any": _any, "image": _any,
}  # fmt: skip


def _scalar(name: str, node: Node, found: FrontMatter, context: _Context) -> str | None:
    if node.kind == "scalar":
        return node.value.strip() if node.value else None
    message = f"{name} must be one value, not a {'list' if node.kind == 'list' else 'mapping'}"
    first = next((item.value for item in node.items if item.kind == "scalar" and item.value), "...")
    found.problems.append(context.problem(node.at, "type", message, f"write {name}: {first[:60]}"))
    return None


def _span_of(node: Node, value: str, context: _Context) -> Span:
    """Where the value stands in the text, quotes aside; an empty span where it was written in another form."""
    at = context.text.find(value, node.at, min(context.end, node.at + len(value) + 4))
    return Span(at, at + len(value)) if at >= 0 else Span(node.at, node.at)


@cache
def _spellings(lexicon: Lexicon) -> Mapping[str, str]:
    return spellings(lexicon)


def _did_you_mean(written: str, lexicon: Lexicon) -> str:
    from difflib import get_close_matches

    schema = lexicon["frontmatter"]
    known = {folded_key(word): word for name in schema for word in (*schema[name]["accepts"], name)}
    close = get_close_matches(folded_key(written)[:40], list(known), 1, 0.75)
    return f"did you mean '{known[close[0]]}'?" if close else ""
