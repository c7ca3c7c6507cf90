"""Values and dates as a reader sees them."""

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from site_gen.render import amounts, dates

HERE = Path(__file__).parent


class _Amount(NamedTuple):
    value: float
    low: float | None
    high: float | None
    unit: str
    kind: str


@pytest.mark.parametrize("case", yaml.safe_load((HERE / "amounts.yaml").read_text("utf-8")), ids=str)
def test_amounts_read_as_a_newspaper_writes_them(case: list[object]) -> None:
    value, low, high, unit, kind, words = case
    assert amounts.in_words(_Amount(value, low, high, unit or "", kind)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "words"), yaml.load((HERE / "dates.yaml").read_text("utf-8"), Loader=yaml.BaseLoader).items()
)
def test_dates_keep_their_precision_in_words(edtf: str, words: str) -> None:
    assert dates.in_words(edtf) == words
