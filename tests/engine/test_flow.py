"""The traced flow of stages: what runs again after a change, and that the result is that of a clean run."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.engine import writing
from site_gen.engine.codec import number
from site_gen.engine.flow import Flow
from site_gen.engine.shelves import table_values
from site_gen.engine.store import Store, open_store
from site_gen.tables import Reader, Row, StageSpec, Table

TEXTS: Table[str] = Table("texts", str)
WORDS: Table[str] = Table("words", str)
COUNTS: Table[int] = Table("counts", int)
REPORTS: Table[str] = Table("reports", str)


def _split(key: str, rows: tuple[str, ...], story: Reader) -> Iterator[Row]:
    for word in rows[0].split():
        yield Row(WORDS, word, key)


def _count(key: str, rows: tuple[str, ...], story: Reader) -> Iterator[Row]:
    yield Row(COUNTS, key, len(set(rows)))


def _report(key: str, rows: tuple[str, ...], story: Reader) -> Iterator[Row]:
    counted = [f"{word}={story.one(COUNTS, word)}" for word in sorted(rows[0].split())]
    yield Row(REPORTS, key, f"{len(story.keys(COUNTS))} words; {' '.join(counted)}")


STAGES = (
    StageSpec("split", TEXTS, _split),
    StageSpec("count", WORDS, _count),
    StageSpec("report", TEXTS, _report),
)


def _run(store: Store, texts: dict[str, str], gone: set[str] = frozenset()) -> Flow:  # type: ignore[assignment]
    flow = Flow(store)
    for name, text in texts.items():
        flow.replace(number("file", name), [Row(TEXTS, name, text)])
    for name in gone:
        flow.replace(number("file", name), [])
    flow.run(STAGES)
    store.commit()
    return flow


def _content(store: Store) -> list[tuple[object, ...]]:
    tables = (TEXTS, WORDS, COUNTS, REPORTS)
    rows = [(t.name, *row) for t in tables for row in sorted(table_values(store, t), key=repr)]
    return [
        *rows,
        *store.select("SELECT * FROM keys WHERE n != 0"),
        *store.select("SELECT * FROM sizes WHERE n"),
    ]


def test_a_text_is_counted_over_all_texts() -> None:
    store = open_store(None, b"1")
    flow = _run(store, {"a": "river dam", "b": "river"})
    assert flow.reader.rows(COUNTS, "river") == (2,)


def test_second_run_with_the_same_input_runs_nothing() -> None:
    store = open_store(None, b"1")
    _run(store, {"a": "river dam", "b": "river"})
    assert not _run(store, {"a": "river dam", "b": "river"}).runs


def test_an_edit_reaches_only_the_runs_that_read_what_changed() -> None:
    store = open_store(None, b"1")
    _run(store, {"a": "river dam", "b": "river bank", "c": "bank loan"})
    flow = _run(store, {"a": "river river dam"})
    assert flow.runs == {"split": 1, "count": 1, "report": 1}
    flow = _run(store, {"c": "bank river"})
    assert flow.runs["report"] == 3, "the list of words is shorter by one: every report says how long it is"


def _noted(store: Store) -> set[tuple[int, int]]:
    return set(store.select("SELECT cell, run FROM reads"))  # type: ignore[arg-type]


def test_a_run_that_reads_what_it_read_before_is_not_noted_anew() -> None:
    store = open_store(None, b"1")
    _run(store, {"a": "river dam", "b": "river bank"})
    written: list[str] = []
    store.db.set_trace_callback(written.append)
    flow = _run(store, {"a": "river dam river"})
    store.db.set_trace_callback(None)
    assert flow.runs["report"] == 1
    assert not [query for query in written if " reads " in query and not query.startswith("SELECT")]


def test_the_reads_of_an_edited_text_are_those_of_a_clean_run() -> None:
    edited, clean = open_store(None, b"1"), open_store(None, b"1")
    _run(edited, {"a": "river dam", "b": "river bank", "c": "loan"})
    for texts in ({"a": "dam loan"}, {"a": "dam"}, {"a": "river bank dam"}):
        _run(edited, texts)
    _run(clean, {"a": "river bank dam", "b": "river bank", "c": "loan"})
    assert _noted(edited) == _noted(clean)


def test_keys_of_which_a_stage_has_nothing_to_say_are_passed_over() -> None:
    store = open_store(None, b"")
    stages = (STAGES[0], StageSpec("count", WORDS, _count, skips=("a",)))
    counted = (
        _passed(store, texts, stages) for texts in ({"a": "one apple", "b": "ants"}, {"b": "ants all two"})
    )
    assert [*counted] == [(["one"], 1), (["one", "two"], 1)]


def _passed(store: Store, texts: dict[str, str], stages: tuple[StageSpec[str], ...]) -> tuple[list[str], int]:
    """The words that are counted, and how many were in this pass."""
    flow = Flow(store)
    for name, text in texts.items():
        flow.replace(number("file", name), [Row(TEXTS, name, text)])
    flow.run(stages)
    store.commit()
    return sorted(word for word, _ in table_values(store, COUNTS)), flow.runs["count"]


def test_a_key_whose_rows_all_say_the_same_is_passed_over() -> None:
    def by_length(key: str, rows: tuple[str, ...], story: Reader) -> Iterator[Row]:
        for word in rows[0].split():
            yield Row(WORDS, word, key, str(len(rows[0])))

    store = open_store(None, b"")
    stages = (StageSpec("split", TEXTS, by_length), StageSpec("count", WORDS, _count, orders=2))
    assert _passed(store, {"a": "dam", "b": "dam", "c": "river bank"}, stages) == ([], 0)
    assert _passed(store, {"b": "dam loan"}, stages) == (["dam"], 1)
    assert _passed(store, {"b": "dam"}, stages) == ([], 0), "what it said before is gone"


def test_a_word_that_no_text_holds_any_more_is_forgotten() -> None:
    store = open_store(None, b"1")
    _run(store, {"a": "river dam"})
    flow = _run(store, {}, gone={"a"})
    assert flow.reader.rows(COUNTS, "dam") == ()
    assert _content(store) == []
    assert store.select("SELECT count(*) FROM reads") == [(0,)]


@pytest.fixture(params=[10, 16_000], ids=["small chunks", "large chunks"], scope="module", autouse=True)
def _chunk_size(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rows are stored in chunks: everything here holds whatever their size."""
    usual = writing.FULL
    writing.FULL = request.param
    yield
    writing.FULL = usual


_NAMES = st.sampled_from("abcde")
_TEXT = st.lists(st.sampled_from(["river", "dam", "bank", "loan", "vote"]), max_size=5).map(" ".join)
_EDIT = st.one_of(st.tuples(_NAMES, _TEXT), st.tuples(_NAMES, st.none()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_EDIT, max_size=4), min_size=1, max_size=5))
def test_any_sequence_of_edits_ends_where_a_clean_run_does(
    builds: list[list[tuple[str, str | None]]],
) -> None:
    store = open_store(None, b"1")
    now: dict[str, str] = {}
    for edits in builds:
        changed = dict(edits)
        now.update({name: text for name, text in changed.items() if text is not None})
        gone = {name for name, text in changed.items() if text is None}
        for name in gone:
            now.pop(name, None)
        _run(store, {name: text for name, text in changed.items() if text is not None}, gone)
    clean = open_store(None, b"1")
    _run(clean, now)
    assert _content(store) == _content(clean)
