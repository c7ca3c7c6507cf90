"""Patterns come back from the user's cache folder as the library compiles them, and never otherwise."""

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_gen import kept
from site_gen.patterns import _Patterns

SOURCES = (
    r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-zé]+)",
    r"(?i:lakh|crore)\b(?!\))",
    r"[^\W\d_]{2,}?(?<=[à-ÿ])x",
    rb"\x00[\x80-\xff]+",
    "".join(f"(?:word{number}|" for number in range(40)) + "end" + ")" * 40,
    *(rf"\bword{number}\b" for number in range(20)),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept._folder.cache_clear()
    yield tmp_path / "cache" / "site-gen"
    kept._folder.cache_clear()


def patterns() -> _Patterns:
    return _Patterns(importlib.import_module("re._compiler"), importlib.import_module("_sre"))


def test_what_was_kept_is_what_the_library_compiles(folder: Path) -> None:
    first = patterns()
    made = [first.compile(source, re.MULTILINE) for source in SOURCES]
    first.keep()
    assert [path.name.partition("-")[0] for path in folder.iterdir()] == ["patterns"]
    again = patterns()
    found = [again.compile(source, re.MULTILINE) for source in SOURCES]
    assert made == found == [re.compile(source, re.MULTILINE) for source in SOURCES]
    assert [pattern.groupindex for pattern in found] == [pattern.groupindex for pattern in made]
    assert not again._new


def test_a_few_new_patterns_are_not_worth_a_write(folder: Path) -> None:
    some = patterns()
    for source in SOURCES[:4]:
        some.compile(source)
    some.keep()
    assert not list(folder.glob("patterns-*"))


def test_processes_add_to_what_others_have_kept(folder: Path) -> None:
    one, other = patterns(), patterns()
    for number in range(25):
        one.compile(f"one{number}")
        other.compile(f"other{number}")
    one.keep()
    other.keep()
    again = patterns()
    for number in range(25):
        again.compile(f"one{number}")
        again.compile(f"other{number}")
    assert not again._new


@pytest.mark.parametrize("damage", [b"", b"short", b"0" * 5000])
def test_a_damaged_file_is_as_none(folder: Path, damage: bytes) -> None:
    first = patterns()
    for source in SOURCES:
        first.compile(source)
    first.keep()
    for path in folder.iterdir():
        path.write_bytes(damage)
    assert patterns().compile(SOURCES[0]) == re.compile(SOURCES[0])


def test_one_changed_byte_is_seen(folder: Path) -> None:
    first = patterns()
    for source in SOURCES:
        first.compile(source)
    first.keep()
    (path,) = folder.iterdir()
    raw = path.read_bytes()
    path.write_bytes(raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:])
    again = patterns()
    assert [again.compile(source) for source in SOURCES] == [re.compile(source) for source in SOURCES]
    assert len(again._new) == 1


def test_errors_in_a_pattern_are_those_of_the_library() -> None:
    with pytest.raises(re.error, match="unterminated character set"):
        patterns().compile("[a")


_ALL = """
import json, re, sys
from site_gen.patterns import install, keep_patterns
import site_gen.patterns as module
install()
import site_gen.cli, site_gen.extract, site_gen.engine.reading, site_gen.pages
made = module._installed
library = made._as_ever
wrong = [s for s, f in made._met if made.compile(s, f) != library(s, f)]
print(json.dumps([len(made._met), len(made._new), wrong]))
keep_patterns()
"""


def test_all_patterns_of_ours_are_kept_and_right(folder: Path) -> None:
    def run() -> Any:
        done = subprocess.run(
            [sys.executable, "-c", _ALL], env={**os.environ}, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout)

    many, new, wrong = run()
    assert many > 100
    assert new > 100
    assert wrong == []
    assert run() == [many, 0, []]
