"""Parts of a kept file come back one by one; what is damaged is as if it had never been kept."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.kept_parts import KeptParts, joined

_PARTS = st.dictionaries(st.text(max_size=8), st.tuples(st.integers(), st.binary(max_size=40)), max_size=6)


@given(_PARTS)
def test_each_part_comes_back_beside_what_is_known_of_it(parts: dict[str, tuple[int, bytes]]) -> None:
    kept = KeptParts(memoryview(joined(parts)))
    assert {key: (kept.about(key), bytes(kept.part(key) or b"")) for key in kept} == parts


@given(_PARTS, st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_is_never_given_out(
    parts: dict[str, tuple[int, bytes]], place: int, change: int
) -> None:
    raw = bytearray(joined(parts))
    raw[place % len(raw)] ^= change
    kept = KeptParts(memoryview(bytes(raw)))
    for key in kept:
        assert (part := kept.part(key)) is None or bytes(part) == parts[key][1]


@given(_PARTS, st.integers(min_value=0))
def test_a_file_that_was_cut_short_holds_nothing(parts: dict[str, tuple[int, bytes]], size: int) -> None:
    raw = joined(parts)
    kept = KeptParts(memoryview(raw[: size % len(raw)]))
    assert not [*kept]
    assert kept.part("a") is None
    assert not [*KeptParts(None)]
