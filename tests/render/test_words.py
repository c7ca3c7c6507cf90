"""Values and dates as a reader sees them."""

from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

import pytest
import yaml

from site_gen.pages.questions import asked
from site_gen.records import Conflict
from site_gen.render import amounts
from site_gen.render.drawing import named_points, told_points
from site_gen.text import date_words as dates

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


def test_some_days_open_a_sentence() -> None:
    assert dates.at_in_words("2025-07-07/2025-07-13") == "Between 7 and 13 July 2025"


def test_of_many_values_a_chart_writes_out_the_ends_and_the_extremes() -> None:
    assert all(told_points([3, 1, 2]))
    values = [5.0, *range(6, 16), 1.0, 9.0, 8.0]
    assert [v for v, told in zip(values, told_points(values), strict=True) if told] == [5, 15, 1, 8]
    assert told_points([]) == ()


def test_of_many_periods_a_chart_names_a_few_with_both_ends() -> None:
    assert all(named_points(5))
    named = [n for n, named in enumerate(named_points(400)) if named]
    assert (named[0], named[-1], len(named)) == (0, 399, 6)


@pytest.mark.parametrize("kind", get_args(get_type_hints(Conflict)["kind"]))
def test_every_kind_of_contradiction_has_its_question(kind: str) -> None:
    assert asked(kind.capitalize()).endswith("?")
