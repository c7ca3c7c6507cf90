"""Rows of many owners on one shelf: told apart, in order, and the same for one key and for many."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.analyse import STAGES as ANALYSE
from site_gen.engine import writing
from site_gen.engine.codec import decode
from site_gen.engine.flow import Flow
from site_gen.engine.shelves import groups, sorted_rows
from site_gen.engine.store import open_store
from site_gen.export import STAGES as EXPORT
from site_gen.resolve import STAGES as RESOLVE
from site_gen.tables import Row, Table

PARTS: Table[str] = Table("parts", str, "-")
_ROWS = st.lists(
    st.tuples(st.sampled_from(["a-1", "a-2", "b", "ab-1"]), st.text(max_size=3), st.text(max_size=2))
)


@given(st.lists(_ROWS, max_size=6))
def test_rows_of_a_key_come_in_order_whoever_emitted_them(owners: list[list[tuple[str, str, str]]]) -> None:
    flow = Flow(open_store(None, b"1"))
    usual, writing.FULL = writing.FULL, 90
    try:
        for owner, rows in enumerate(owners):
            flow.replace(owner, [Row(PARTS, key, value, order) for key, value, order in rows])
        flow.flush()
    finally:
        writing.FULL = usual
    for key in ("a-1", "a-2", "b", "ab-1"):
        wanted = sorted((o, len(v.encode()), v.encode()) for rows in owners for k, v, o in rows if k == key)
        assert flow.reader.rows(PARTS, key) == tuple(v.decode() for _, _, v in wanted)
        assert [
            decode(raw, str) for rows in sorted_rows(flow.store, PARTS, [key, "none"]) for raw in rows
        ] == [v.decode() for _, _, v in wanted]


@pytest.mark.parametrize("size", [0, 1, 15, 16, 31, 32, 127, 128, 255, 256, 32767, 32768, 65535, 65536])
def test_a_row_alone_comes_back_whatever_its_order_is_long(size: int) -> None:
    flow = Flow(open_store(None, b"1"))
    orders = ["o" * size, "ö" * size]
    for owner, order in enumerate(orders):
        flow.replace(owner, [Row(PARTS, "b", f"value {owner}", order)])
    flow.flush()
    assert flow.reader.rows(PARTS, "b") == ("value 0", "value 1")


def test_equal_rows_make_equal_groups_in_any_order() -> None:
    rows = [Row(PARTS, "a", "x"), Row(PARTS, "a", "y"), Row(PARTS, "a", "x", "0")]
    assert groups(rows) == groups(rows[::-1])


def test_no_two_tables_share_shelves() -> None:
    names = {stage.reads.name for stage in (*RESOLVE, *ANALYSE, *EXPORT)}
    assert len({crc32(name.encode()) for name in names}) == len(names)
