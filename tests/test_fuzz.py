"""What fuzzing found once stays mended, and every target stands."""

from itertools import islice, pairwise
from pathlib import Path

import pytest

from fuzz.mutations import mutations, seeds
from fuzz.targets import TARGETS

FUZZ = Path(__file__).parents[1] / "fuzz"
CASES = sorted((FUZZ / "cases").glob("*/*"))
WORDS = [line[1:-1] for line in (FUZZ / "words.dict").read_text("utf-8").splitlines() if line[:1] == '"']


def _bytes(word: str) -> bytes:
    """A word of the dictionary as the fuzzer reads it."""
    return word.encode().decode("unicode_escape").encode("latin-1")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_was_found_once_stays_mended(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_stands_the_pieces_of_all_formats(target: str) -> None:
    TARGETS[target](b"")
    TARGETS[target](b"\xff\xfe\x00")
    for first, second in pairwise(WORDS):
        TARGETS[target](_bytes(first) + _bytes(second) + b"\n")


@pytest.mark.parametrize("target", [name for name in TARGETS if seeds(name)])
def test_sound_files_bent_byte_by_byte_break_no_promise(target: str) -> None:
    for data in islice(mutations(seeds(target), seed=7), 25):
        TARGETS[target](data)
