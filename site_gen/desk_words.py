"""`content/_lexicon/*.yaml` checked before it is used: a file that does not fit is named and left out, no more."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.lexicon import load_lexicon
from site_gen.lexicon.load import Lexicon
from site_gen.load.front_matter.strict_yaml import Node, parse_yaml
from site_gen.load.refused import Refused

FOLDER = "_lexicon"
_DEPTH = 8
_BYTES = 1_000_000
_SAMPLE = 4_000
"""Entries of a packaged list that are looked at to learn its form."""


def checked_words(content: Path) -> tuple[Path | None, frozenset[str], tuple[Problem, ...]]:
    """The folder of the desk's words (None where there is none), names of files to leave out, what is wrong."""
    folder = content / FOLDER
    if not folder.is_dir():
        return None, frozenset(), ()
    packaged = load_lexicon()
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        problems += _file_problems(file, packaged)
    names = {problem.path.rpartition("/")[2] for problem in problems if problem.severity == "error"}
    return folder, frozenset(names), tuple(sorted(problems))


def _file_problems(file: Path, packaged: Lexicon) -> Iterator[Problem]:
    path = f"{FOLDER}/{file.name}"
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(path, 0, 0, "lexicon", f"cannot be read: {error}", "save it as UTF-8")
        return
    if len(raw) > _BYTES:
        message = f"the file has {len(raw):,} bytes; the limit is {_BYTES:,}"
        yield Problem(path, 0, 0, "lexicon", message, "split it by subject, or take words out")
        return
    if file.stem not in packaged:
        import difflib

        near = difflib.get_close_matches(file.stem, list(packaged), 1)
        hint = f"did you mean {near[0]}.yaml?" if near else f"known: {', '.join(sorted(packaged))}"
        yield Problem(
            path, 0, 0, "lexicon-unknown", f"no words are called '{file.stem}'", hint, "", "warning"
        )
        return
    try:
        root = parse_yaml(text, 0, len(text), path, _DEPTH, about="")
    except Refused as refused:
        yield refused.problem
        return
    if root.kind != "map" or root.keys:
        yield from _misfits(root, [packaged[file.stem]], text, path)


def _misfits(node: Node, samples: list[Any], text: str, path: str) -> Iterator[Problem]:
    """Where the form of `node` is met nowhere in the packaged words at the same place."""
    kinds = {_kind(sample) for sample in samples}
    if node.kind not in kinds and kinds and node.value != "":
        expected = " or ".join(sorted(_NAMES[kind] for kind in kinds))
        message = f"{_NAMES[node.kind]} stands here; {expected} is expected"
        yield problem_at(
            path, text, node.at, "lexicon", message, "see the file of the same name in the package"
        )
    elif node.kind == "list":
        inner = [item for sample in samples if isinstance(sample, list) for item in sample[:_SAMPLE]]
        for item in node.items:
            yield from _misfits(item, inner, text, path)
    elif node.kind == "map":
        yield from _misfit_keys(node, [sample for sample in samples if isinstance(sample, dict)], text, path)


def _misfit_keys(node: Node, samples: list[dict[Any, Any]], text: str, path: str) -> Iterator[Problem]:
    known: dict[str, list[Any]] = {}
    for sample in samples:
        for key, value in sample.items():
            known.setdefault(str(key), []).append(value)
    every = [value for values in known.values() for value in values]
    for key, item in zip(node.keys, node.items, strict=True):
        yield from _misfits(item, known.get(key.value or "", every), text, path)


_NAMES = {"scalar": "a word", "list": "a list", "map": "a mapping"}


def _kind(value: Any) -> str:
    return "list" if isinstance(value, list) else "map" if isinstance(value, dict) else "scalar"


def usable_lexicon(content: Path, left_out: Iterable[str]) -> Lexicon:
    """The packaged words with the desk's on top, but for the files to leave out."""
    folder = content / FOLDER
    return load_lexicon(folder if folder.is_dir() else None, frozenset(left_out))
