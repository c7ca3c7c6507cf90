"""The text of `site.yaml` in, typed settings out; what is wrong in it is named with line and column."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from site_gen.config import Feed, SiteConfig, TopicWords
from site_gen.errors import Problem, UsageError, problem_at, problem_text
from site_gen.limits import Limits

if TYPE_CHECKING:
    from site_gen.load.front_matter.strict_yaml import Node

FILE = "site.yaml"
_DEPTH = 6
_T = TypeVar("_T")


def load_config(
    file: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
    base_url: str | None = None,
    day: str | None = None,
) -> SiteConfig:
    """The settings of `file` (or of `site.yaml` here, where there is one), with arguments winning over it.

    `UsageError` with line and column where the file cannot be used.
    """
    config, problems = checked_config(file, content, output, base_url, day)
    if problems:
        raise UsageError("\n".join(map(problem_text, problems)))
    return config


def checked_config(
    file: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
    base_url: str | None = None,
    day: str | None = None,
) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """The settings, those that cannot be used left out, and what is wrong with these.

    `UsageError` where the file is not there, or `base_url` is no address.
    """
    path = file or Path(FILE)
    if file is not None and not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    values, problems = read_settings(path) if path.is_file() else ({}, ())
    root = path.parent
    given: dict[str, Any] = {
        **values,
        "content": content or root / values.get("content", "content"),
        "output": output or root / values.get("output", "output"),
    }
    if base_url is not None:
        given["base_url"] = _address(base_url)
    if day:
        given["day"] = _told_day(day)
    return SiteConfig(**given), problems


def read_settings(path: Path) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The settings that a file holds, typed, and all that is wrong in it, in order."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
    return settings_in(text, path.name)


def settings_in(text: str, name: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The settings in the text of a file called `name`, and all that is wrong in it. Never raises."""
    from site_gen.load.front_matter.past_errors import readable_yaml  # here: most builds find no such file
    from site_gen.load.refused import Refused

    reader = _Reader(text, name)
    root, problems = readable_yaml(text, 0, len(text), name, _DEPTH, about="")
    try:
        values = reader.mapping(root, _SETTINGS) if root else {}
    except Refused as refused:
        return {}, (*problems, refused.problem)
    return {} if problems else values, tuple(sorted((*problems, *reader.problems)))


class _Reader:
    """Typed values out of YAML nodes; what is wrong is refused with its place."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self.problems: list[Problem] = []
        """What was refused so far: each costs its own setting alone."""

    def refuse(self, node: "Node", message: str, hint: str = "") -> NoReturn:
        from site_gen.load.refused import Refused

        raise Refused(problem_at(self._path, self._text, node.at, "setting", message, hint))

    def mapping(self, node: "Node", known: dict[str, Callable[["_Reader", "Node"], Any]]) -> dict[str, Any]:
        """A mapping with known keys only; a value that is refused is noted and left out."""
        from site_gen.load.refused import Refused

        if node.kind == "scalar" and node.value is None:
            return {}
        if node.kind != "map":
            self.refuse(node, "settings are lines of `name: value`")
        found: dict[str, Any] = {}
        for key, value in zip(node.keys, node.items, strict=True):
            name = (key.value or "").replace("-", "_")
            try:
                if name not in known:
                    self.refuse(key, f"there is no setting '{key.value}'", _near(name, known))
                found[name] = known[name](self, value)
            except Refused as refused:
                self.problems.append(refused.problem)
        return found

    def text(self, node: "Node") -> str:
        """A word or a sentence."""
        if node.kind != "scalar":
            self.refuse(node, "a text is expected here")
        return (node.value or "").strip()

    def each(self, node: "Node", read: Callable[["_Reader", "Node"], _T]) -> tuple[_T, ...]:
        """The values of a list; one that is refused is noted and left out, so that all are named in one run."""
        from site_gen.load.refused import Refused

        found: list[_T] = []
        for item in self.items(node):
            try:
                found.append(read(self, item))
            except Refused as refused:
                self.problems.append(refused.problem)
        return tuple(found)

    def items(self, node: "Node") -> "list[Node]":
        """A list; a single value counts as a list of one."""
        if node.kind == "list":
            return node.items
        return [] if node.kind == "scalar" and node.value is None else [node]


def _near(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(known), 1)
    return f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"


def _choice(*allowed: str) -> Callable[["_Reader", "Node"], str]:
    def read(reader: _Reader, node: "Node") -> str:
        value = reader.text(node)
        if value not in allowed:
            reader.refuse(node, f"'{value}' is not known here", f"one of: {', '.join(filter(None, allowed))}")
        return value

    return read


def _number(reader: _Reader, node: "Node") -> int:
    value = reader.text(node).replace("_", "").replace(",", "")
    if not value.isascii() or not value.isdigit() or len(value) > 12 or int(value) == 0:
        reader.refuse(node, f"'{value}' is not a whole number above 0")
    return int(value)


def _day(reader: _Reader, node: "Node") -> str:
    try:
        return day_of_build(reader.text(node))
    except UsageError as error:
        reader.refuse(node, str(error))


def _told_day(written: str) -> str:
    """The day of an argument: `today` asks the clock, which nothing else does."""
    from datetime import date

    try:
        return date.today().isoformat() if written == "today" else day_of_build(written)
    except UsageError as error:
        raise UsageError(f"--day: {error}, or `today`") from None


def day_of_build(written: str) -> str:
    """A day as YYYY-MM-DD. `UsageError` where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise UsageError(f"'{written}' is no day; write it as YYYY-MM-DD") from None


def _topics(reader: _Reader, node: "Node") -> tuple[TopicWords, ...]:
    return reader.each(node, _topic)


def _topic(reader: _Reader, node: "Node") -> TopicWords:
    if node.kind == "scalar":
        return TopicWords(reader.text(node))
    values = reader.mapping(node, {"name": _Reader.text, "terms": _texts})
    if not values.get("name"):
        reader.refuse(node, "a topic needs a name")
    return TopicWords(**values)


def _feeds(reader: _Reader, node: "Node") -> tuple[Feed, ...]:
    return reader.each(node, _feed)


def _feed(reader: _Reader, node: "Node") -> Feed:
    if node.kind == "scalar":
        values = {"url": reader.text(node)}
    else:
        values = reader.mapping(node, {"url": _Reader.text, "name": _Reader.text})
    if not values.get("url", "").startswith(("https://", "http://")):
        hint = "write - https://..., or url: https://... beside its name"
        reader.refuse(node, "a feed needs an address that begins with https:// or http://", hint)
    return Feed(**values)


def _texts(reader: _Reader, node: "Node") -> tuple[str, ...]:
    return reader.each(node, _Reader.text)


def _exports(reader: _Reader, node: "Node") -> tuple[str, ...]:
    from site_gen.exports import NAMES

    return reader.each(node, _choice(*NAMES))


def _limits(reader: _Reader, node: "Node") -> Limits:
    return Limits(**reader.mapping(node, dict.fromkeys(Limits.__struct_fields__, _number)))


def _base_url(reader: _Reader, node: "Node") -> str:
    try:
        return _address(reader.text(node))
    except UsageError as error:
        reader.refuse(node, str(error))


_SETTINGS: dict[str, Callable[["_Reader", "Node"], Any]] = {
    "title": _Reader.text,
    "tagline": _Reader.text,
    "base_url": _base_url,
    "language": _Reader.text,
    "author": _Reader.text,
    "licence": _Reader.text,
    "content": _Reader.text,
    "output": _Reader.text,
    "date_order": _choice("", "dmy", "mdy"),
    "day": _day,
    "topics": _topics,
    "feeds": _feeds,
    "plugins": _texts,
    "exports": _exports,
    "limits": _limits,
}


def _address(value: str) -> str:
    """A base address with its closing slash; empty stays empty."""
    value = value.strip()
    if value and not value.startswith(("https://", "http://")):
        raise UsageError(f"base_url: '{value}' must begin with https:// or http://")
    return value if not value or value.endswith("/") else value + "/"
