"""`build --record`: the records compared with the journal's last state; what changed is appended."""

from collections.abc import Iterator
from typing import Any

from site_gen.engine.codec import digest
from site_gen.engine.publish import state_folder
from site_gen.engine.settings import BuildRequest, journal_path
from site_gen.engine.shelves import table_values
from site_gen.engine.store import Store, read_store
from site_gen.journal import State, differences, journal_lines, last_state, read_journal
from site_gen.records.fields import field_names
from site_gen.tables import AGREEMENTS, ARTICLES, CONFLICTS, DATED, EVENTS, FIGURES, LEADERS, QUOTES, Table

WATCHED: dict[str, tuple[Table[Any], str, tuple[str, ...]]] = {
    "leader": (LEADERS, "name", ("offices", "note", "basis")),
    "agreement": (AGREEMENTS, "name", ("kind", "parties", "stages", "note", "basis")),
    "event": (EVENTS, "title", ("date", "status", "place", "note", "basis")),
    "figure": (FIGURES, "measure", ("value", "low", "high", "unit", "period", "status", "note", "basis")),
    "quote": (QUOTES, "text", ("speaker", "basis")),
    "conflict": (CONFLICTS, "about", ("kind", "claims", "note")),
}
"""Kind -> its table, the field that is its title, and the fields whose changes are recorded."""


def record_changes(request: BuildRequest, day: str) -> int:
    """Append to the journal what changed since its last entry; returns the number of entries.

    `day` is the ISO date that they carry. Reads the cache of the build that was just made.
    """
    path = journal_path(request.content)
    raw = path.read_bytes() if path.is_file() else b""
    store = read_store(state_folder(request.output) / "cache.db")
    try:
        new, articles = _state(store)
    finally:
        store.close()
    entries = differences(last_state(read_journal(raw)[0]), new, articles, day)
    if entries:
        closing = b"" if not raw or raw.endswith(b"\n") else b"\n"
        with path.open("ab") as file:
            file.write(closing + journal_lines(entries).encode())
    return len(entries)


def _state(store: Store) -> tuple[State, dict[str, tuple[str, ...]]]:
    """All watched records with their fields as text, and the articles each was read from."""
    state: State = {}
    articles: dict[str, tuple[str, ...]] = {}
    for kind, (table, title, watched) in WATCHED.items():
        for record in _rows(store, table):
            name = f"{kind}/{record.id}"
            values = {"title": str(getattr(record, title))}
            values |= {field: _text(getattr(record, field)) for field in watched}
            state[name] = {field: value for field, value in values.items() if value}
            articles[name] = tuple(sorted(set(_articles(record))))
    for dated in _rows(store, DATED):
        edtf = dated.published.edtf
        state[f"article/{dated.article}"] = {"published": edtf} if edtf else {}
    for article in _rows(store, ARTICLES):
        told = {"title": article.title, "content": digest(article.text.encode("utf-8", "replace")).hex()}
        state.setdefault(f"article/{article.id}", {}).update(told)
    return state, articles


def _rows(store: Store, table: Table[Any]) -> Iterator[Any]:
    for _, value in table_values(store, table):
        yield value


def _articles(value: Any) -> Iterator[str]:
    """Ids of the articles that the evidence anywhere in a record points to."""
    if isinstance(value, tuple):
        for item in value:
            yield from _articles(item)
    elif names := field_names(type(value)):
        if isinstance(getattr(value, "exact", None), str) and hasattr(value, "article"):
            yield value.article
            return
        for name in names:
            yield from _articles(getattr(value, name))


def _text(value: Any) -> str:
    """A value as a reader would write it: evidence left out, empty values empty."""
    if value is None or value == "extracted":
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_text, value)))
    if names := field_names(type(value)):
        if hasattr(value, "exact"):
            return ""
        return " ".join(filter(None, (_text(getattr(value, name)) for name in names)))
    return str(value)
