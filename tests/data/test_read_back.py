"""Each form of the data read back by a program that is not ours, with the same numbers in it."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def records(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data / "records.json").read_bytes())
    return found


def test_sqlite_has_every_record_and_no_dangling_key(data: Path, records: dict[str, Any]) -> None:
    db = sqlite3.connect(f"file:{data}/records.db?mode=ro", uri=True)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    for kind in ("articles", "dates", "agreements", "figures", "quotes", "events", "topics", "conflicts"):
        assert db.execute(f"SELECT count(*) FROM {kind}").fetchone() == (len(records[kind]),), kind
    assert db.execute("SELECT count(*) FROM leaders").fetchone() == (len(records["leaders"]),)
    found = db.execute("SELECT kind, id FROM search WHERE search MATCH 'modi'").fetchall()
    assert ("leaders", "narendra-modi") in found


def test_json_lines_are_the_records_one_a_line(data: Path, records: dict[str, Any]) -> None:
    for kind, listed in records.items():
        if kind != "schema":
            lines = (data / f"{kind}.jsonl").read_text("utf-8").splitlines()
            assert [json.loads(line) for line in lines] == listed, kind
