"""Codes of problems: each is documented once, and each that is documented can occur."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import site_gen
from site_gen.cli.problems import documented, listed
from site_gen.config import SiteConfig
from site_gen.engine.check import check
from site_gen.engine.settings import BuildRequest
from site_gen.limits import Limits
from site_gen.site_yaml import checked_config
from tests.hostile.cases import fault_cases
from tests.hostile.together import moved

PACKAGE = Path(site_gen.__file__).parent
MAKERS = {"Problem": 3, "problem_at": 3, "problem": 1, "refuse": 1, "_whole": 1, "BadDay": 0}
"""What makes a problem, and which of its arguments is the code."""
FILES = {
    "draft.md": "---\ntitle: A\ndraft: true\n---\n\nThe council met.\n",
    "early.md": "---\ntitle: A\nembargo: 2090-05-04T09:30\n---\n\nThe council met.\n",
    "late.md": "---\ntitle: A\nexpires: 1990-05-04\n---\n\nThe council met.\n",
    "twice.md": "---\ntitle: A\nheadline: B\n---\n\nThe council met. [x](gone.md) ![x](gone.png)\n",
    "dash.md": "———\ntitle: Quay #1\ndate: 2024-05-04 25:61\n———\n\nThe council met.\n",
    "note.docx": "PK",
    "toml.md": "+++\ntitle = A\n+++\n\nThe council met.\n",
    "list.md": "---\n{}\n--- \n- a\n",
    "words.md": "---\njust words: \n- a\n---\n",
    "plain.md": "---\n# a\ntitle\n---\n\nThe council met.\n",
    "tangled.md": "The council met. " + "> " * 40 + "* " * 300 + "\n" + "[a]: b\n" * 3000,
    "empty.rss": "<rss version='2.0'><channel><item><title>A</title></item></channel></rss>",
    "range.md": "---\ntitle: A\ndate: 1024-05-04\n---\n\nThe council met.\n",
    "_lexicon/offices.yaml": "- a\n",
    "_lexicon/office.yaml": "a: b\n",
    "decisions.yaml": "- hide: leader/nobody\n- hyde: x\n",
    "changes.jsonl": "no journal\n",
}
OURS = (
    "load/",
    "engine/release.py",
    "engine/scan.py",
    "engine/names.py",
    "decisions.py",
    "journal.py",
    "desk_words.py",
)
"""Modules whose codes a folder of bad files can bring about."""
ELSEWHERE = {"expired", "unreadable", "html", "markdown", "front-matter"}
"""Codes of what cannot be put into a folder, or needs another desk; the tests of their modules make them."""


def _used() -> Iterator[tuple[str, str]]:
    """(file, code) wherever a problem is made with a code that is written out."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            at = MAKERS.get(name, 99)
            if name == "refuse" and file.name != "strict_yaml.py":
                continue
            if at < len(node.args) and isinstance(code := node.args[at], ast.Constant) and code.value:
                yield file.relative_to(PACKAGE).as_posix(), str(code.value)


def test_every_code_in_use_is_documented() -> None:
    assert {code for _, code in _used()} <= set(documented())


def test_every_documented_code_stands_in_the_source() -> None:
    source = "".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    assert [code for code in documented() if f'"{code}"' not in source] == []


def test_every_code_is_listed_with_what_to_do() -> None:
    for code, told in documented().items():
        assert f"| `{code}` | {told['means']} | {told['mend']} |" in listed()


def test_documented_codes_occur(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    content.mkdir()
    for name, text in FILES.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(text)
    for number, case in enumerate(case for case in fault_cases() if case.says):
        for put in moved(case, number).puts:
            put.make(content)
    config = SiteConfig(content=content, output=tmp_path / "site", limits=Limits(file_bytes=300_000))
    found = {problem.code for problem in check(BuildRequest(content, config.output, config, processes=1))}
    ours = {code for file, code in _used() if file.startswith(OURS)}
    assert ours - found - ELSEWHERE == set()
    assert found <= set(documented())


def test_a_setting_that_is_none_has_its_code(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("titel: A\n")
    _, problems = checked_config(tmp_path / "site.yaml")
    assert [problem.code for problem in problems] == ["setting"]
