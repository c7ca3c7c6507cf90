"""Figures of sentences: cases that an editor could add to, and what holds for any text."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.figures import find_figures
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import FigureFinding, Rejection
from site_gen.text.document import read_document
from tests.growth import assert_time_grows_no_faster

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
LEXICON = load_lexicon()


def figures(text: str, notes: list[Rejection] | None = None) -> tuple[FigureFinding, ...]:
    doc = read_document(prose_article(text))
    return find_figures(doc, LEXICON, (), (), (), (), [] if notes is None else notes)


def said(figure: FigureFinding, field: str) -> Any:
    """A field of a record under the name that the cases use."""
    if field == "exact":
        return figure.evidence.exact
    if field == "of":
        return figure.equivalent_of
    if field in ("direction", "from"):
        change = figure.change
        return None if change is None else change.direction if field == "direction" else change.from_figure
    return getattr(figure, field)


@pytest.mark.parametrize(
    "case", [case for group in CASES.values() for case in group], ids=lambda case: case["text"][:60]
)
def test_sentence_yields_its_figures_and_no_other(case: dict[str, Any]) -> None:
    found = figures(case["text"])
    assert len(found) == len(case["figures"]), [f.evidence.exact for f in found]
    for figure, wanted in zip(found, case["figures"], strict=True):
        got = {field: said(figure, field) for field in wanted}
        assert got == {field: pytest.approx(v) if isinstance(v, float) else v for field, v in wanted.items()}


def test_rejected_numbers_are_noted_with_a_reason() -> None:
    notes: list[Rejection] = []
    figures("Resolution 1701 was adopted in 2006.", notes)
    assert [(note.evidence.exact, note.reason) for note in notes] == [
        ("1701", "number of a name"),
        ("2006", "year"),
    ]


def test_figures_of_all_sentences_count_on_in_references() -> None:
    found = figures("Sales were 5 million euros. Output rose to 30 tonnes from 20 tonnes.")
    assert found[1].change is not None
    assert found[1].change.from_figure == 2


def test_dollars_that_the_text_names_as_american_are_not_assumed() -> None:
    found = figures("The U.S. dollar fell. The firm paid $5 million.")
    assert [f.currency_assumed for f in found] == [False]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 .,-–%$€£abcmnkof()/'\n", max_size=80) | st.text(max_size=80))
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    for figure in figures(text):
        evidence = figure.evidence
        assert evidence.exact == text[evidence.start : evidence.end]
        assert (
            figure.low is None
            or figure.high is None
            or figure.low <= figure.value
            or figure.low > figure.high
        )


_WORDS = sorted(
    {word for group in CASES.values() for case in group for word in re.findall(r"\w+|[^\w\s]", case["text"])}
    | set("half a of and - third dozens tens $ to from up rose 5 1,000 % per ( ) in the by , or".split())
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.sampled_from([" ", ""]))
def test_any_run_of_figure_words_is_read(words: list[str], space: str) -> None:
    text = space.join(words)
    found = figures(text)
    spans = [(f.evidence.start, f.evidence.end) for f in found]
    assert spans == sorted(spans)
    assert all(b[0] >= a[1] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "hostile",
    ["1,000,", "one hundred and ", "half of a ", "- 5 ", "million ", "$", "up from ", "a b c d ", "(5 "],
)
def test_time_grows_with_the_text(hostile: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        doc = read_document(prose_article(hostile * (size // len(hostile))))
        return lambda: find_figures(doc, LEXICON, (), (), (), (), [])

    assert_time_grows_no_faster(prepared, 20_000, times=2, at_most=3, slack=0.02)
