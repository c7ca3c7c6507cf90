"""Files that are read side by side yield what each yields by itself."""

from pathlib import Path
from typing import Any

import pytest

import site_gen.extract
from site_gen.engine.reading import ReadFile, ReadJob, read_files
from site_gen.engine.scan import SeenFile
from site_gen.extract import find_terms
from site_gen.limits import Limits

TEXTS = {
    "a.md": "# Pact signed\n\nPrime Minister Jana Holm signed the Harbour Safety Protocol on 2 May 2031.\n",
    "b.txt": "Ferry sinks\n\nOSTRAVIA, 3 May 2031 - A ferry sank on Monday, and 12 people died, police said.\n",
    "c.md": "---\npublished: 2031-05-04\n---\nExports rose by 4 per cent to $3 billion in 2030.\n",
}


def _job(folder: Path) -> ReadJob:
    return ReadJob(folder, "", "en", Limits(), "00")


def _files(folder: Path) -> list[tuple[SeenFile, str]]:
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return [(SeenFile(name, "", len(text), True), name[0]) for name, text in TEXTS.items()]


def _alone(folder: Path) -> list[ReadFile]:
    return [read for file in _files(folder) for read in read_files(_job(folder), [file])]


def test_together_as_alone(tmp_path: Path) -> None:
    assert read_files(_job(tmp_path), _files(tmp_path)) == _alone(tmp_path)


def test_a_fault_in_one_article_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _alone(tmp_path)

    def faulty(doc: Any, *more: Any) -> Any:
        if "ferry" in doc.reading:
            raise ZeroDivisionError("a bug of ours")
        return find_terms(doc, *more)

    monkeypatch.setattr(site_gen.extract, "find_terms", faulty)
    read = read_files(_job(tmp_path), _files(tmp_path))
    assert (read[0], read[2]) == (whole[0], whole[2])
    assert read[1] == _alone(tmp_path)[1] != whole[1]
