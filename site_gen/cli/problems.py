"""Problems as text, JSON, GitHub annotations or SARIF; and the list of codes."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace

from site_gen import __version__
from site_gen.errors import Problem, problem_text, visible

_CODES = Path(__file__).parents[1] / "codes.yaml"
_BESIDE = ("decisions.yaml", "changes.jsonl")
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def shown(problems: Iterable[Problem], style: str, content: Path, settings: Path) -> str:
    """The problems in one of the formats; paths lead from here to the file."""
    placed = [located(problem, content, settings) for problem in problems]
    return {"text": _as_text, "json": _as_json, "github": _as_github, "sarif": _as_sarif}[style](placed)


def located(problem: Problem, content: Path, settings: Path = Path("site.yaml")) -> Problem:
    """The problem with the path of its file as seen from here, so that an editor can open it, and how to mend it."""
    problem = with_mend(problem)
    if problem.path == settings.name:
        return problem.in_file(settings.as_posix())
    inside = content / problem.path
    beside = problem.path in _BESIDE and not inside.is_file()
    return problem.in_file(_from_here(content.resolve().parent / problem.path if beside else inside))


def with_mend(problem: Problem) -> Problem:
    """The problem; with what its code's documentation says of mending, where it says nothing itself."""
    if problem.hint or problem.code not in documented():
        return problem
    mend = documented()[problem.code]["mend"].rstrip(".")
    if "help line" in mend:
        return problem
    return replace(problem, hint=mend[:1].lower() + mend[1:])


def _from_here(path: Path) -> str:
    if not path.is_absolute():
        return path.as_posix()
    near = os.path.relpath(path)
    return path.as_posix() if near.startswith("..") else Path(near).as_posix()


def counted(problems: Sequence[Problem]) -> str:
    """How many there are, in words."""
    counts = Counter(problem.severity for problem in problems)
    files = len({problem.path for problem in problems})
    if not problems:
        return "no problems"
    told = [
        f"{n} {kind}{'s' if n > 1 else ''}" for kind in ("error", "warning", "note") if (n := counts[kind])
    ]
    return f"{', '.join(told)} in {files} file{'s' if files > 1 else ''}"


def _as_text(problems: Sequence[Problem]) -> str:
    return "\n".join([*map(problem_text, problems), counted(problems)])


def _as_json(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    head = {"schema": 1, "errors": counts["error"], "warnings": counts["warning"]}
    return json.dumps({**head, "problems": [asdict(p) for p in problems]}, indent=1, ensure_ascii=False)


def _as_github(problems: Sequence[Problem]) -> str:
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    """A workflow command: its values may hold neither line ends nor the signs that part them."""
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value)
    message = "\n".join(filter(None, (problem.message, problem.hint)))
    return f"::{_LEVELS[problem.severity]} {told}::{_escaped(message)}"


def _escaped(words: str, signs: str = "") -> str:
    for sign in f"%\r\n{signs}":
        words = words.replace(sign, f"%{ord(sign):02X}")
    return visible(words)


def _as_sarif(problems: Sequence[Problem]) -> str:
    codes = sorted({problem.code for problem in problems})
    rules = [
        {"id": code, "shortDescription": {"text": documented().get(code, {}).get("means", code)}}
        for code in codes
    ]
    driver = {"name": "site-gen", "version": __version__, "rules": rules}
    results = [_result(problem, codes) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _result(problem: Problem, codes: Sequence[str]) -> dict[str, Any]:
    from urllib.parse import quote

    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path, safe="/:")}}
    if problem.line:
        column = {"startColumn": problem.column} if problem.column else {}
        place["region"] = {"startLine": problem.line, **column}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": ". ".join(filter(None, (problem.message, problem.hint)))},
        "locations": [{"physicalLocation": place}],
    }


@cache
def documented() -> dict[str, dict[str, str]]:
    """Every code with what it means and how to mend it."""
    import yaml

    return dict(yaml.load(_CODES.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def listed() -> str:
    """The codes as a table in Markdown."""
    lines = ["| code | what it means | how to mend it |", "|---|---|---|"]
    return "\n".join(
        lines + [f"| `{code}` | {told['means']} | {told['mend']} |" for code, told in documented().items()]
    )
