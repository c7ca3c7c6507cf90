"""`changes.jsonl` in and out: what was added, changed and removed in the story's records, by day, and why.

One JSON object a line. The last state of every record follows from the lines themselves: `added` carries the
record's watched fields, `changed` the old and the new value of each that differs, `removed` nothing.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.tables import ChangeEntry, FieldChange

FILE = "changes.jsonl"
State = dict[str, dict[str, str]]
"""`kind/id` -> watched fields with their values as text; an article's `content` is a digest of its bytes."""


def read_journal(raw: bytes, path: str = FILE) -> tuple[tuple[ChangeEntry, ...], tuple[Problem, ...]]:
    """The entries of a journal, oldest first, and lines that cannot be read."""
    text = raw.decode("utf-8-sig", "replace")
    entries: list[ChangeEntry] = []
    problems: list[Problem] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            try:
                entries.append(_entry(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                hint = "restore the line from version control, or take it out"
                problems.append(problem_at(path, text, at, "journal", "this line is no journal entry", hint))
        at += len(line)
    return tuple(entries), tuple(problems)


def last_state(entries: Iterable[ChangeEntry]) -> State:
    """The records as they stood after the last entry."""
    state: State = {}
    for entry in entries:
        if entry.change == "removed":
            state.pop(entry.record, None)
            continue
        fields = {} if entry.change == "added" else state.get(entry.record, {})
        now = {**fields, **{change.field: change.new for change in entry.fields}}
        state[entry.record] = {field: value for field, value in now.items() if value}
    return state


def differences(
    old: State, new: State, articles: Mapping[str, tuple[str, ...]], day: str
) -> list[ChangeEntry]:
    """Entries that lead from one state to another, in order of record.

    `articles`: the articles each record was read from, now or, for a removed one, before.
    """
    touched = {
        record: _fate(old.get(record), new.get(record)) for record in {*old, *new} if _is_article(record)
    }
    found = []
    for record in sorted({*old, *new}):
        before, after = old.get(record), new.get(record)
        if before != after:
            why = _why(record, articles.get(record, ()), touched, after)
            found.append(_difference(record, before, after, day, why))
    return found


def journal_lines(entries: Iterable[ChangeEntry]) -> str:
    """Entries as lines to be added to the journal."""
    return "".join(json.dumps(_plain(entry), ensure_ascii=False) + "\n" for entry in entries)


def _entry(line: Any) -> ChangeEntry:
    fields = tuple(FieldChange(str(f["field"]), str(f["old"]), str(f["new"])) for f in line["fields"])
    day, record, change = str(line["day"]), str(line["record"]), str(line["change"])
    if change not in ("added", "changed", "removed") or "/" not in record:
        raise ValueError(change)
    return ChangeEntry(day, record, change, str(line.get("title", "")), fields, str(line.get("why", "")))


def _plain(entry: ChangeEntry) -> dict[str, Any]:
    fields = [{"field": f.field, "old": f.old, "new": f.new} for f in entry.fields]
    return {
        "day": entry.day,
        "record": entry.record,
        "change": entry.change,
        "title": entry.title,
        "fields": fields,
        "why": entry.why,
    }


def _difference(
    record: str, before: dict[str, str] | None, after: dict[str, str] | None, day: str, why: str
) -> ChangeEntry:
    title = (after or before or {}).get("title", "")
    if after is None:
        return ChangeEntry(day, record, "removed", title, (), why)
    names = sorted({*(before or {}), *after})
    fields = tuple(
        FieldChange(name, (before or {}).get(name, ""), after.get(name, ""))
        for name in names
        if (before or {}).get(name, "") != after.get(name, "")
    )
    return ChangeEntry(day, record, "added" if before is None else "changed", title, fields, why)


def _is_article(record: str) -> bool:
    return record.startswith("article/")


def _fate(before: dict[str, str] | None, after: dict[str, str] | None) -> str:
    """What became of an article: added, removed, edited, or nothing."""
    if before is None or after is None:
        return "added" if before is None else "removed"
    return "edited" if before.get("content") != after.get("content") else ""


def _why(
    record: str, articles: tuple[str, ...], touched: Mapping[str, str], after: dict[str, str] | None
) -> str:
    if _is_article(record):
        return f"article {touched[record]}" if touched[record] else "read again"
    if after and after.get("basis") == "editor":
        return "decision"
    causes = [(fate, name) for name in articles if (fate := touched.get(f"article/{name}", ""))]
    if causes:
        fate, name = min(causes)
        return f"article {fate}: {name}"
    return "what the articles say together" if after else "no article says it any more"
