"""A file in parts: after any edit it is what it would be if it were made anew, and most of it is copied."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.engine.assemble import Assembled, Span
from site_gen.engine.flow import Flow
from site_gen.engine.store import open_store
from site_gen.export.fragment import Assembly, Section

FILE = Assembly(
    "data/x.json",
    "{",
    (Section("ä", '"ä": [', ",", "]"), Section("b", ', "b": [', ", ", "]")),
    "}\n",
)
_STORY = st.dictionaries(
    st.tuples(st.sampled_from("äb"), st.sampled_from(["a", "a-1", "b", "b c", "ü"])),
    st.lists(st.text("xyö", max_size=3), min_size=1, max_size=3),
)


def put(flow: Flow, story: dict[tuple[str, str], list[str]]) -> set[str]:
    """Make `story` what the fragments are; returns the keys that changed."""
    rows = [
        FILE.fragment(section, part, f"{n:03d}", text)
        for (section, part), found in story.items()
        for n, text in enumerate(found)
    ]
    before = flow.touched("fragments").copy()
    flow.reopen()
    flow.replace(1, rows)
    flow.flush()
    return flow.touched("fragments") - before


def written(flow: Flow, touched: set[str], published: bytes | None) -> tuple[bytes, int]:
    """The file, and how many of its bytes were copied from the published one."""
    made = Assembled(FILE, flow.store, touched, published is not None)
    found, copied = b"", 0
    for piece in made.pieces():
        if isinstance(piece, Span):
            assert published is not None
            copied += piece.end - piece.start
            found += published[slice(*piece)]
        else:
            found += piece
    made.keep()
    return found, copied


@given(st.lists(_STORY, min_size=1, max_size=5))
def test_a_file_after_edits_is_the_file_made_anew(edits: list[dict[tuple[str, str], list[str]]]) -> None:
    store = open_store(None, b"1")
    published = None
    for story in edits:
        store.fresh = False
        flow = Flow(store)
        published, _ = written(flow, put(flow, story), published)
        clean = Flow(open_store(None, b"1"))
        assert published == written(clean, put(clean, story), None)[0]


def test_an_edit_of_one_part_copies_the_others_in_one_piece_each() -> None:
    store = open_store(None, b"1")
    store.fresh = False
    story = {("b", f"{n:04d}"): [f"{n:050d}"] for n in range(500)}
    flow = Flow(store)
    before, _ = written(flow, put(flow, story), None)
    flow = Flow(store)
    story["b", "0250"] = ["other"]
    touched = put(flow, story)
    spans = [p for p in Assembled(FILE, store, touched, True).pieces() if isinstance(p, Span)]
    after, copied = written(flow, touched, before)
    assert len(spans) == 2
    assert b"other" in after
    assert copied > 0.98 * len(before)
